// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/timeline_view.h"

#include "common/ui/theme.h"
#include "review/timeline/note_mark.h"
#include "review/timeline/overview_bar.h"
#include "review/timeline/thumbnail_view.h"
#include "review/timeline/time_text.h"
#include "review/timeline/timeline_accessible.h"

#include <QAccessible>
#include <QEvent>
#include <QScreen>
#include <QToolButton>
#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

constexpr double kZoomStep = 2;
/// Playback doesn't move the playhead further at once: a longer way is a jump.
constexpr MediaTime kJump{std::chrono::milliseconds(1500)};

QToolButton* zoomButton(const QString& sign, const QString& name, const QString& key, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setText(sign);
    button->setAccessibleName(name);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(name, key));
    button->setFocusPolicy(Qt::NoFocus); // its key does the same without leaving the timeline
    button->installEventFilter(parent);
    return button;
}

} // namespace

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent), m_overview(new OverviewBar(this)),
      m_zoomOut(zoomButton(QStringLiteral("−"), tr("Show a longer stretch"), tr("Alt+−"), this)),
      m_zoomIn(zoomButton(QStringLiteral("+"), tr("Show a shorter stretch"), tr("Alt++"), this)),
      m_zoomToFit(zoomButton(tr("All"), tr("Show the whole recording"), tr("Alt+0"), this)) {
    installTimelineAccessibility();
    setObjectName("timeline");
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Timeline"));
    grabGesture(Qt::PinchGesture);
    m_overview->installEventFilter(this);
    connect(m_overview, &OverviewBar::sightRequested, this,
            [this](const PlayRange& sight) { changeSight([&](TimeAxis& axis) { axis.show(sight); }); });
    connect(m_zoomOut, &QToolButton::clicked, this, &TimelineView::zoomOut);
    connect(m_zoomIn, &QToolButton::clicked, this, &TimelineView::zoomIn);
    connect(m_zoomToFit, &QToolButton::clicked, this, &TimelineView::zoomToFit);
    connect(&m_thumbnails, &ThumbnailJob::ready, this, [this](MediaTime, const QImage& picture) {
        if (picture.isNull() && m_thumbnail)
            m_thumbnail->hide();
        else
            showThumbnail();
        if (m_hover) // the time is told by the thumbnail or by a tag
            update(tagPlace(m_hover->x()));
    });
    m_frame.setSingleShot(true);
    connect(&m_frame, &QTimer::timeout, this, &TimelineView::scrub);
    m_rest.setSingleShot(true);
    m_rest.setInterval(150);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_drag && m_drag->grip() == Grip::Playhead && m_dragged)
            emit seekRequested(m_playhead);
    });
    m_edge.setInterval(33);
    connect(&m_edge, &QTimer::timeout, this, &TimelineView::scrollAtEdge);
    describe();
}

TimelineView::~TimelineView() {
    delete m_thumbnail;
}

void TimelineView::setContent(TimelineContent content) {
    const bool otherLength = content.duration != m_content.duration;
    if (otherLength || (m_drag && m_drag->ofNote()))
        cancelDrag();
    m_nudge.reset();
    m_content = std::move(content);
    ++m_revision;
    m_groups.setNotes(m_content.notes);
    std::vector<MediaTime> moments;
    moments.reserve(m_content.notes.size());
    for (const std::size_t index : m_groups.order())
        moments.push_back(m_content.notes[index].at);
    m_overview->setContent(m_content.duration, std::move(moments));
    changeSight([&](TimeAxis& axis) { axis.setDuration(m_content.duration); });
    if (otherLength)
        m_following = true;
    arrange();
    describe();
    redraw();
}

void TimelineView::setWaveform(std::shared_ptr<const Waveform> waveform) {
    m_peaks = PeakLevels(std::move(waveform));
    redraw();
}

void TimelineView::setPlayhead(MediaTime time) {
    // While it is dragged it lies where the pointer is, wherever playback has got to.
    if (time == m_playhead || (m_drag && m_drag->grip() == Grip::Playhead && m_dragged))
        return;
    movePlayhead(time);
}

void TimelineView::movePlayhead(MediaTime time) {
    const MediaTime before = m_playhead;
    updateAround(xOf(before));
    if (m_drag)
        update(tagPlace(xOf(before)));
    m_playhead = time;
    m_overview->setPlayhead(time);
    followPlayhead(before);
    updateAround(xOf(time));
    if (m_drag)
        update(tagPlace(xOf(time)));
    const bool jump = time < before || time - before > kJump;
    if (jump && QAccessible::isActive()) {
        QAccessibleValueChangeEvent changed(this, time.seconds());
        QAccessible::updateAccessibility(&changed);
    }
}

/// Page by page while it plays; wherever it jumps to; and not while the person looks elsewhere.
void TimelineView::followPlayhead(MediaTime before) {
    const PlayRange sight = visible();
    if (m_axis.showsAll() || m_drag)
        return;
    const bool inSight = sight.start <= m_playhead && m_playhead <= sight.end;
    const bool wraps =
        m_loop && m_playhead < before && before <= m_loop->end + kJump && m_playhead < m_loop->start + kJump;
    const bool jump = !wraps && (m_playhead < before || m_playhead - before > kJump);
    if (inSight) {
        m_following = true;
        return;
    }
    if (!m_following && !jump)
        return;
    const MediaTime length = sight.end - sight.start;
    const MediaTime lead = jump ? MediaTime(length.duration() / 2) : MediaTime(length.duration() / 20);
    changeSight([&](TimeAxis& axis) { axis.show({m_playhead - lead, m_playhead - lead + length}); });
    m_following = true;
}

void TimelineView::setSelectedNote(catalog::NoteId id) {
    if (id == m_selected)
        return;
    commitNudge();
    m_selected = id;
    redraw();
}

void TimelineView::setLoop(std::optional<PlayRange> loop) {
    if (loop == m_loop)
        return;
    if (m_drag && m_drag->ofLoop())
        cancelDrag();
    m_loop = loop;
    update();
}

void TimelineView::setSkipped(std::vector<PlayRange> skipped) {
    m_skipped = std::move(skipped);
    redraw();
}

void TimelineView::setThumbnailSource(const std::filesystem::path& file) {
    delete m_thumbnail;
    const double pixels = ui::px(ThumbnailView::kWidth) * devicePixelRatioF();
    m_thumbnails.setSource(file, static_cast<int>(std::lround(pixels)));
}

void TimelineView::setMovable(std::function<bool(catalog::NoteId)> movable) {
    m_movable = std::move(movable);
}

void TimelineView::zoomIn() {
    changeSight([&](TimeAxis& axis) {
        const PlayRange sight = axis.visible();
        const bool inSight = sight.start <= m_playhead && m_playhead <= sight.end;
        const auto middle = MediaTime((sight.start + sight.end).duration() / 2);
        axis.zoom(kZoomStep, inSight ? m_playhead : middle);
    });
}

void TimelineView::zoomOut() {
    changeSight([&](TimeAxis& axis) {
        const PlayRange sight = axis.visible();
        axis.zoom(1 / kZoomStep, MediaTime((sight.start + sight.end).duration() / 2));
    });
}

void TimelineView::zoomToFit() {
    changeSight([](TimeAxis& axis) { axis.showAll(); });
}

void TimelineView::show(PlayRange range) {
    changeSight([&](TimeAxis& axis) { axis.show(range); });
}

/// Every way that the stretch in sight changes goes through here.
void TimelineView::changeSight(const std::function<void(TimeAxis&)>& change) {
    const TimeAxis before = m_axis;
    change(m_axis);
    const PlayRange sight = m_axis.visible();
    m_overview->setSight(sight);
    m_zoomIn->setEnabled(!m_axis.isNarrowest());
    m_zoomOut->setEnabled(!m_axis.showsAll());
    m_zoomToFit->setEnabled(!m_axis.showsAll());
    if (m_axis == before)
        return;
    m_following = m_axis.showsAll() || (sight.start <= m_playhead && m_playhead <= sight.end);
    if (m_axis.pixelsPerSecond() != before.pixelsPerSecond())
        arrange();
    redraw();
    emit visibleChanged(sight);
}

void TimelineView::arrange() {
    const double end = m_content.duration.seconds() * m_axis.pixelsPerSecond() + ui::px(TimelineLanes::kSide);
    m_groups.arrange(m_content.notes, m_axis.pixelsPerSecond(), ui::px(TimelineLanes::kMarkSize), end,
                     BadgeWidths());
}

QRectF TimelineView::markRect(const TimelineNote& note) const {
    const double size = ui::px(TimelineLanes::kMarkSize);
    return {xOf(note.at) - size / 2, m_lanes.notes.center().y() - size / 2, size, size};
}

QRectF TimelineView::groupRect(const MarkGroup& group) const {
    return {xOf(MediaTime()) + group.left, m_lanes.notes.top() + 2, group.width, m_lanes.notes.height() - 4};
}

QSize TimelineView::sizeHint() const {
    return {ui::px(480), static_cast<int>(std::ceil(TimelineLanes().height()))};
}

QSize TimelineView::minimumSizeHint() const {
    return {ui::px(240), sizeHint().height()};
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeChildren();
}

void TimelineView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        placeChildren();
        redraw();
    }
}

void TimelineView::hideEvent(QHideEvent* event) {
    cancelDrag();
    hover(std::nullopt);
    QWidget::hideEvent(event);
}

void TimelineView::placeChildren() {
    m_lanes = TimelineLanes(width());
    const double side = ui::px(TimelineLanes::kSide);
    changeSight([&](TimeAxis& axis) { axis.setPlace(side, width() - 2 * side); });
    arrange();
    const QRect row = m_lanes.overview.toRect();
    const QFontMetrics metrics(ui::font(ui::TextStyle::Small));
    int right = row.right();
    for (QToolButton* button : {m_zoomToFit, m_zoomIn, m_zoomOut}) {
        button->setFont(ui::font(ui::TextStyle::Small));
        const int wide = std::max(row.height(), metrics.horizontalAdvance(button->text()) + ui::px(12));
        button->setGeometry(right - wide + 1, row.top(), wide, row.height());
        right -= wide + 2;
    }
    m_overview->setGeometry(QRect(QPoint(ui::px(TimelineLanes::kSide), row.top()),
                                  QPoint(right - ui::px(ui::kSmall), row.bottom())));
}

bool TimelineView::movable(catalog::NoteId id) const {
    return m_movable && m_movable(id);
}

const TimelineNote* TimelineView::noteOf(catalog::NoteId id) const {
    const auto found = std::ranges::find(m_content.notes, id, &TimelineNote::id);
    return id.isNull() || found == m_content.notes.end() ? nullptr : &*found;
}

const TimelineSegment* TimelineView::segmentAt(MediaTime time) const {
    const auto found = std::ranges::find_if(m_content.segments, [&](const TimelineSegment& segment) {
        return segment.start <= time && time < segment.end;
    });
    return found == m_content.segments.end() ? nullptr : &*found;
}

QString TimelineView::positionText() const {
    const QString position = tr("%1 of %2")
                                 .arg(QString::fromStdString(m_playhead.toShortString()),
                                      QString::fromStdString(m_content.duration.toShortString()));
    const TimelineSegment* segment = segmentAt(m_playhead);
    return segment == nullptr ? position : tr("%1, question %2").arg(position, segment->name);
}

void TimelineView::describe() {
    setAccessibleDescription(
        tr("%1 long, %2 questions, %3 notes, %4 bookmarks. Arrow keys move five seconds, Alt with plus "
           "and minus shows a shorter or a longer stretch.")
            .arg(spokenTime(m_content.duration))
            .arg(m_content.segments.size())
            .arg(m_content.notes.size())
            .arg(m_content.bookmarks.size()));
}

void TimelineView::redraw() {
    m_ground = {};
    update();
}

} // namespace mockingbird::review
