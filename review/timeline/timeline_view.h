// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/catalog/ids.h"
#include "review/playback/play_range.h"
#include "review/timeline/timeline_content.h"
#include "review/waveform/waveform.h"

#include <QPixmap>
#include <QWidget>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace mockingbird::review {

/// One recording from its start to its end: the questions, the sound's waveform, notes, bookmarks, and where
/// playback is. A click or drag seeks; so do the arrow keys, Home and End.
class TimelineView : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);

    void setContent(TimelineContent content);
    /// Null while there is none (yet).
    void setWaveform(std::shared_ptr<const Waveform> waveform);
    [[nodiscard]] bool hasWaveform() const { return m_waveform != nullptr; }
    void setPlayhead(MediaTime time);
    [[nodiscard]] MediaTime playhead() const { return m_playhead; }
    void setSelectedNote(catalog::NoteId id);
    [[nodiscard]] const TimelineContent& content() const { return m_content; }
    /// The range that playback repeats: a bracketed band whose ends can be dragged.
    void setLoop(std::optional<PlayRange> loop);
    [[nodiscard]] const std::optional<PlayRange>& loop() const { return m_loop; }
    /// Stretches that playback passes over, hatched. In the order of time.
    void setSkipped(std::vector<PlayRange> skipped);
    /// Where the pictures under the pointer come from; an empty path for none.
    void setThumbnailSource(const std::filesystem::path& file);
    /// Which notes can be dragged; none while it is empty.
    void setMovable(std::function<bool(catalog::NoteId)> movable);

    void zoomIn();
    void zoomOut();
    void zoomToFit();
    /// The stretch that is in sight: all of it, or down to a second.
    [[nodiscard]] PlayRange visible() const;

    [[nodiscard]] double xOf(MediaTime time) const;
    [[nodiscard]] MediaTime timeAt(double x) const;
    /// Where the note's mark is drawn.
    [[nodiscard]] QRectF markRect(const TimelineNote& note) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// To this very frame: at a press, when a drag comes to its end, and at keys.
    void seekRequested(mockingbird::MediaTime time);
    /// While the playhead is dragged: worth following, at most once a screen frame. seekRequested follows.
    void scrubbed(mockingbird::MediaTime time);
    void noteActivated(mockingbird::catalog::NoteId id);
    /// The person has moved a note, or the end of one. It stays where it was until the content says
    /// otherwise.
    void noteMoved(mockingbird::catalog::NoteId id, mockingbird::MediaTime at,
                   std::optional<mockingbird::MediaTime> until);
    /// Drawn with Shift on the waveform.
    void rangeDrawn(mockingbird::review::PlayRange range);
    /// An end of the loop was dragged.
    void loopChanged(std::optional<mockingbird::review::PlayRange> range);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QRectF segmentLane() const;
    [[nodiscard]] QRectF waveLane() const;
    [[nodiscard]] QRectF noteLane() const;
    [[nodiscard]] QRectF scaleLane() const;
    [[nodiscard]] const TimelineNote* noteAt(const QPointF& position) const;
    void redraw();
    void paintGround();
    void paintSegments(QPainter& painter) const;
    void paintWaveform(QPainter& painter) const;
    void paintScale(QPainter& painter) const;
    void paintNotes(QPainter& painter) const;
    void paintTimeTag(QPainter& painter, double x, const QString& text) const;
    void describe();

    TimelineContent m_content;
    std::shared_ptr<const Waveform> m_waveform;
    MediaTime m_playhead;
    catalog::NoteId m_selected;
    std::optional<double> m_hover;
    bool m_dragging = false;
    std::optional<PlayRange> m_loop;
    std::vector<PlayRange> m_skipped;
    std::function<bool(catalog::NoteId)> m_movable;
    QPixmap m_ground; ///< everything but playhead and hover, so that playing redraws little
};

} // namespace mockingbird::review
