// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/catalog/ids.h"
#include "review/notes/mark.h"
#include "review/waveform/waveform.h"

#include <QPixmap>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

namespace mockingbird::review {

struct TimelineSegment {
    MediaTime start;
    MediaTime end;
    QString name; ///< such as "1"
    QString text; ///< the question
};

struct TimelineNote {
    catalog::NoteId id;
    MediaTime at;
    std::optional<MediaTime> until;
    Mark mark;
    QString text;
};

struct TimelineBookmark {
    MediaTime at;
    QString label;
};

struct TimelineContent {
    MediaTime duration;
    std::vector<TimelineSegment> segments;
    std::vector<TimelineNote> notes;
    std::vector<TimelineBookmark> bookmarks;
};

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

    [[nodiscard]] double xOf(MediaTime time) const;
    [[nodiscard]] MediaTime timeAt(double x) const;
    /// Where the note's mark is drawn.
    [[nodiscard]] QRectF markRect(const TimelineNote& note) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void seekRequested(MediaTime time);
    void noteActivated(catalog::NoteId id);

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
    QPixmap m_ground; ///< everything but playhead and hover, so that playing redraws little
};

} // namespace mockingbird::review
