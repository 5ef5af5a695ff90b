// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/catalog/ids.h"
#include "review/playback/play_range.h"
#include "review/timeline/mark_groups.h"
#include "review/timeline/peak_levels.h"
#include "review/timeline/thumbnail_job.h"
#include "review/timeline/time_axis.h"
#include "review/timeline/timeline_content.h"
#include "review/timeline/timeline_drag.h"
#include "review/timeline/timeline_lanes.h"
#include "review/waveform/waveform.h"

#include <QPixmap>
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QToolButton;

namespace mockingbird::review {

class OverviewBar;
class ThumbnailView;

/// One recording from its start to its end, or a stretch of it: the questions, the sound's waveform, notes,
/// bookmarks, and where playback is. It knows nothing but what it is told, and tells what the person does.
class TimelineView : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);
    ~TimelineView() override;

    void setContent(TimelineContent content);
    [[nodiscard]] const TimelineContent& content() const { return m_content; }
    /// Another number after each setContent.
    [[nodiscard]] int contentRevision() const { return m_revision; }
    /// Null while there is none (yet).
    void setWaveform(std::shared_ptr<const Waveform> waveform);
    [[nodiscard]] bool hasWaveform() const { return !m_peaks.isEmpty(); }
    void setPlayhead(MediaTime time);
    [[nodiscard]] MediaTime playhead() const { return m_playhead; }
    void setSelectedNote(catalog::NoteId id);
    [[nodiscard]] catalog::NoteId selectedNoteId() const { return m_selected; }
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
    /// Brings that stretch in sight, and no more where that can be.
    void show(PlayRange range);
    using QWidget::show;
    /// The stretch that is in sight: all of it, or down to a second.
    [[nodiscard]] PlayRange visible() const { return m_axis.visible(); }

    [[nodiscard]] double xOf(MediaTime time) const { return m_axis.xOf(time); }
    [[nodiscard]] MediaTime timeAt(double x) const { return m_axis.timeAt(x); }
    /// Where the note's mark is drawn, unless it is one of a group.
    [[nodiscard]] QRectF markRect(const TimelineNote& note) const;
    /// The notes in the order of time, and which of them are shown as one.
    [[nodiscard]] const MarkGroups& groups() const { return m_groups; }
    [[nodiscard]] QRectF groupRect(const MarkGroup& group) const;
    [[nodiscard]] const TimelineLanes& lanes() const { return m_lanes; }
    [[nodiscard]] bool dragging() const { return m_drag && m_dragged; }
    /// Such as `0:23 of 1:06, question 2`.
    [[nodiscard]] QString positionText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// To this very frame: at a press, when a drag rests or ends, and at keys.
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
    void visibleChanged(mockingbird::review::PlayRange range);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    /// What lies under the pointer.
    struct Hit {
        Grip grip = Grip::Nothing;
        const TimelineNote* note = nullptr;
        const MarkGroup* group = nullptr;
        const TimelineSegment* segment = nullptr;
        const TimelineBookmark* bookmark = nullptr;
    };

    void redraw();
    void arrange();
    void changeSight(const std::function<void(TimeAxis&)>& change);
    void placeChildren();
    void movePlayhead(MediaTime time);
    void followPlayhead(MediaTime before);
    [[nodiscard]] bool movable(catalog::NoteId id) const;
    [[nodiscard]] const TimelineNote* noteOf(catalog::NoteId id) const;
    [[nodiscard]] const TimelineNote* selectedNote() const { return noteOf(m_selected); }
    [[nodiscard]] const TimelineSegment* segmentAt(MediaTime time) const;
    void describe();

    void paintGround();
    void paintLoop(QPainter& painter, const PlayRange& loop) const;
    void paintDrag(QPainter& painter) const;
    void paintSelection(QPainter& painter) const;
    void paintPlayhead(QPainter& painter) const;
    void paintTimeTag(QPainter& painter, double x, const QString& text) const;
    [[nodiscard]] QRect tagPlace(double x) const;
    void updateAround(double x);

    [[nodiscard]] Hit hitAt(const QPointF& position) const;
    [[nodiscard]] Grip rangeEndAt(const QPointF& position) const;
    [[nodiscard]] Grip loopEndAt(const QPointF& position) const;
    [[nodiscard]] QString tipFor(const QPointF& position) const;
    void beginDrag(const Hit& hit, const QPointF& position, Qt::KeyboardModifiers modifiers);
    void dragTo(double x);
    void endDrag();
    void cancelDrag();
    void click(const TimelineDrag& drag);
    void openGroup(const MarkGroup& group);
    void scrub();
    void scrollAtEdge();
    void hover(std::optional<QPointF> position);
    void showThumbnail();
    bool pinch(QEvent* event);
    bool nudge(const QKeyEvent& event);
    void commitNudge();
    void seekTo(MediaTime time);

    TimelineContent m_content;
    int m_revision = 0;
    MarkGroups m_groups;
    TimelineLanes m_lanes;
    TimeAxis m_axis;
    PeakLevels m_peaks;
    MediaTime m_playhead;
    bool m_following = true; ///< the stretch in sight goes on with the playhead
    catalog::NoteId m_selected;
    std::optional<PlayRange> m_loop;
    std::vector<PlayRange> m_skipped;
    std::function<bool(catalog::NoteId)> m_movable;
    QPixmap m_ground; ///< everything that stands still, so that playing redraws little

    std::optional<QPointF> m_hover;
    std::optional<TimelineDrag> m_drag;
    QPointF m_pressed;
    double m_dragX = 0;
    bool m_dragged = false;  ///< it has gone far enough not to be a click
    bool m_refused = false;  ///< it has hold of what can't be moved
    PlayRange m_dragRange;   ///< what is dragged, as it would be now
    MediaTime m_beforeScrub; ///< where Escape puts the playhead back
    std::optional<MediaTime> m_scrubbedLast;
    QTimer m_frame; ///< between two signals of a drag
    QTimer m_rest;  ///< since the pointer moved
    QTimer m_edge;  ///< while something is dragged beyond what is in sight
    std::optional<TimelineDrag> m_nudge;
    MediaTime m_nudgedBy;

    ThumbnailJob m_thumbnails;
    QPointer<ThumbnailView> m_thumbnail; ///< the window's child
    OverviewBar* m_overview;
    QToolButton* m_zoomOut;
    QToolButton* m_zoomIn;
    QToolButton* m_zoomToFit;
};

} // namespace mockingbird::review
