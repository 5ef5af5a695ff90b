// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/recording_panel.h"

#include "common/catalog/caption_store.h"
#include "common/catalog/catalog.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/player_view/player_view.h"
#include "review/player_view/transport_bar.h"
#include "review/review_page/review_model.h"
#include "review/timeline/timeline_view.h"
#include "review/waveform/silences.h"

#include <QComboBox>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace mockingbird::review {

namespace {

constexpr auto kSkipSilenceKey = "review/skipSilence";
/// So near to a moment counts as being at it; a few frames.
const MediaTime kThere(std::chrono::milliseconds(120));
/// How far behind a question's start "the question before" still means the one before, not this one's start.
const MediaTime kJustBegun(std::chrono::seconds(2));

} // namespace

RecordingPanel::RecordingPanel(catalog::Catalog& catalog, ReviewModel& model, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_model(model), m_parts(new QComboBox(this)),
      m_player(new PlayerView(this)), m_timeline(new TimelineView(this)),
      m_transport(new TransportBar(*m_player, this)) {
    m_parts->setAccessibleName(tr("Part of the recording"));
    m_parts->setFocusPolicy(Qt::TabFocus);
    m_parts->hide();
    m_player->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::px(ui::kSmall));
    layout->addWidget(m_parts, 0, Qt::AlignLeft);
    layout->addWidget(m_player, 1);
    layout->addWidget(m_timeline);
    layout->addWidget(m_transport);

    connectParts();
    m_watch.setInterval(33);
    connect(&m_watch, &QTimer::timeout, this, &RecordingPanel::watch);
    setSkipSilence(QSettings().value(kSkipSilenceKey, false).toBool());
}

void RecordingPanel::connectParts() {
    connect(m_parts, &QComboBox::activated, this,
            [this](int index) { openPart(static_cast<std::size_t>(index)); });
    connect(m_timeline, &TimelineView::seekRequested, this, [this](MediaTime time) {
        m_scrubbed.reset();
        m_player->seek(time);
        m_timeline->setPlayhead(time);
    });
    connect(m_timeline, &TimelineView::scrubbed, this, &RecordingPanel::scrub);
    connect(m_timeline, &TimelineView::noteActivated, this, &RecordingPanel::noteActivated);
    connect(m_timeline, &TimelineView::noteMoved, this, &RecordingPanel::noteMoved);
    connect(m_timeline, &TimelineView::rangeDrawn, this, &RecordingPanel::rangeDrawn);
    connect(m_timeline, &TimelineView::loopChanged, this, &RecordingPanel::setLoop);
    connect(m_player, &PlayerView::failed, this, &RecordingPanel::failed);
    connect(m_player, &PlayerView::pictureFailed, this, &RecordingPanel::pictureFailed);
    connect(m_player, &PlayerView::clicked, this, [this] {
        m_timeline->setFocus();
        togglePlay();
    });
    connect(m_transport, &TransportBar::previousNote, this, [this] { emit neighbourRequested(-1); });
    connect(m_transport, &TransportBar::nextNote, this, [this] { emit neighbourRequested(1); });
    connect(m_transport, &TransportBar::loopToggled, this, &RecordingPanel::loopRequested);
    connect(m_transport, &TransportBar::skipSilenceToggled, this, &RecordingPanel::setSkipSilence);
    connect(&m_waveform, &WaveformJob::grown, m_timeline, &TimelineView::setWaveform);
    connect(&m_waveform, &WaveformJob::finished, m_timeline, &TimelineView::setWaveform);
    connect(&m_waveform, &WaveformJob::finished, this, &RecordingPanel::findSilences);
}

RecordingPanel::~RecordingPanel() = default;

void RecordingPanel::open() {
    const auto& recordings = m_model.now().recordings;
    m_parts->clear();
    for (const catalog::Recording& recording : recordings)
        m_parts->addItem(tr("Part %1 · %2").arg(recording.part).arg(ui::shortTime(recording.duration)));
    m_parts->setVisible(recordings.size() > 1);
    if (recordings.empty()) {
        close();
        emit failed(Error{ErrorCode::NotFound, "a recording of this session", 0});
        return;
    }
    openPart(0);
}

void RecordingPanel::openPart(std::size_t index) {
    const catalog::Recording& recording = m_model.now().recordings.at(index);
    const auto file = m_catalog.recordings().path(recording);
    m_part = index;
    m_parts->setCurrentIndex(static_cast<int>(index));
    m_timeline->setWaveform(nullptr);
    m_timeline->setPlayhead({});
    m_seen = MediaTime::fromMicroseconds(-1);
    m_scrubbed.reset();
    findSilences(nullptr);
    m_duration = recording.duration;
    const Result<void> opened = m_player->open(file);
    if (opened.ok()) {
        m_duration = std::max(m_duration, m_player->duration());
        m_waveform.start(file);
        m_timeline->setThumbnailSource(m_player->player()->hasPicture() ? file : std::filesystem::path());
    } else {
        m_player->close();
        m_waveform.cancel();
        m_timeline->setThumbnailSource({});
        emit failed(opened.error());
    }
    setLoop(std::nullopt);
    showCaptions();
    showContent();
}

void RecordingPanel::showCaptions() {
    const auto captions = m_catalog.captions().ofRecording(m_model.now().recordings.at(*m_part).id);
    if (!captions.ok())
        emit failed(captions.error());
    m_player->setCaptions(captions.ok() && *captions ? (*captions)->cues : std::vector<catalog::Cue>());
}

void RecordingPanel::close() {
    m_part.reset();
    m_duration = {};
    m_waveform.cancel();
    m_player->close();
    m_timeline->setWaveform(nullptr);
    m_timeline->setThumbnailSource({});
    m_timeline->setContent({});
}

void RecordingPanel::showNotes() {
    showContent();
}

void RecordingPanel::showContent() {
    TimelineContent content;
    content.duration = m_duration;
    if (!m_part || *m_part >= m_model.now().recordings.size()) {
        m_timeline->setContent(std::move(content));
        return;
    }
    const catalog::RecordingId shown = m_model.now().recordings[*m_part].id;
    for (const catalog::Segment& segment : m_model.now().segments) {
        if (segment.recording != shown)
            continue;
        const auto& questions = m_model.now().kit.questions;
        const auto question = std::ranges::find(questions, segment.question, &catalog::Question::id);
        TimelineSegment interval{segment.start, segment.end.value_or(m_duration), {}, {}};
        if (question != questions.end()) {
            interval.name = QString::number(question - questions.begin() + 1);
            interval.text = ui::toQString(question->text);
        }
        content.segments.push_back(std::move(interval));
    }
    for (const catalog::Bookmark& bookmark : m_model.now().bookmarks)
        if (bookmark.recording == shown)
            content.bookmarks.push_back({bookmark.at, ui::toQString(bookmark.label)});
    for (const catalog::Note& note : m_model.now().notes)
        if (note.recording == shown)
            content.notes.push_back(timelineNote(note));
    m_timeline->setContent(std::move(content));
}

TimelineNote RecordingPanel::timelineNote(const catalog::Note& note) const {
    TimelineNote mark{note.id, note.at, note.until, m_model.markOf(note), ui::toQString(note.text)};
    if (note.text.empty() && !note.tags.empty())
        mark.text = ui::toQString(note.tags.front());
    mark.author = ui::toQString(note.authorName);
    mark.isPrivate = note.audience == catalog::NoteAudience::Private;
    if (const auto* criterion =
            note.criterion ? m_model.now().kit.rubric.criterion(*note.criterion) : nullptr)
        mark.criterion = ui::toQString(criterion->name);
    mark.hasReplies = std::ranges::find(m_model.now().replies, note.id, &catalog::Reply::note) !=
                      m_model.now().replies.end();
    return mark;
}

void RecordingPanel::setSelectedNote(catalog::NoteId id) {
    m_timeline->setSelectedNote(id);
}

NoteEntry::Moment RecordingPanel::now() const {
    if (!m_part)
        return {};
    NoteEntry::Moment moment{m_model.now().recordings.at(*m_part).id, m_player->shownTime()};
    moment.playing = playing();
    moment.speed = playable() ? m_player->player()->speed() : 1.0;
    if (const auto range = loop())
        moment.earliest = range->start;
    return moment;
}

void RecordingPanel::goTo(catalog::RecordingId recording, MediaTime time) {
    const auto& recordings = m_model.now().recordings;
    const auto found = std::ranges::find(recordings, recording, &catalog::Recording::id);
    if (found == recordings.end())
        return;
    const auto index = static_cast<std::size_t>(found - recordings.begin());
    if (m_part != index)
        openPart(index);
    m_player->seek(time);
    m_timeline->setPlayhead(time);
}

bool RecordingPanel::playable() const {
    return m_player->player() != nullptr;
}

bool RecordingPanel::seeking() const {
    return playable() && m_player->player()->seeking();
}

void RecordingPanel::setNotesThere(bool before, bool after) {
    m_transport->setNotesThere(before, after);
}

bool RecordingPanel::playing() const {
    return m_player->playing();
}

void RecordingPanel::play() {
    m_player->play();
}

void RecordingPanel::pause() {
    m_player->pause();
}

void RecordingPanel::togglePlay() {
    m_player->toggle();
}

void RecordingPanel::playFaster() {
    if (!m_player->playing()) {
        m_player->play();
        return;
    }
    if (!playable())
        return;
    const double speed = m_player->player()->speed();
    m_transport->setSpeed(speed < 1.25 ? 1.5 : speed < 1.75 ? 2.0 : 1.0);
}

void RecordingPanel::changeSpeed(int direction) {
    if (!playable())
        return;
    const double speed = m_player->player()->speed();
    // The transport's choices lie a quarter apart below 1.5 and a half above.
    const double step = direction > 0 ? (speed < 1.4 ? 0.25 : 0.5) : (speed <= 1.5 ? 0.25 : 0.5);
    m_transport->setSpeed(std::clamp(speed + direction * step, 0.5, 3.0));
}

void RecordingPanel::skip(MediaTime by) {
    const MediaTime wanted =
        std::clamp(m_player->position() + by, MediaTime(), std::max(MediaTime(), m_duration));
    m_player->seek(wanted);
    m_timeline->setPlayhead(wanted);
}

void RecordingPanel::stepFrame(int direction) {
    if (direction < 0)
        m_player->stepBack();
    else
        m_player->stepForward();
}

const catalog::Segment* RecordingPanel::segmentNow() const {
    const NoteEntry::Moment here = now();
    for (const catalog::Segment& segment : m_model.now().segments)
        if (segment.recording == here.recording && segment.start <= here.time &&
            here.time < segment.end.value_or(m_duration))
            return &segment;
    return nullptr;
}

std::optional<catalog::QuestionId> RecordingPanel::questionNow() const {
    const catalog::Segment* segment = segmentNow();
    return segment ? std::optional(segment->question) : std::nullopt;
}

std::optional<PlayRange> RecordingPanel::questionRange() const {
    const catalog::Segment* segment = segmentNow();
    if (!segment)
        return std::nullopt;
    return PlayRange{segment->start, segment->end.value_or(m_duration)};
}

void RecordingPanel::goToMoment(std::vector<MediaTime> moments, int direction) {
    std::ranges::sort(moments);
    const MediaTime here = m_player->position();
    if (direction > 0) {
        const auto next = std::ranges::upper_bound(moments, here + kThere);
        if (next != moments.end())
            goTo(now().recording, *next);
        return;
    }
    // While it plays, a second press within a moment's time goes on to the one before.
    const auto next = std::ranges::lower_bound(moments, here - (playing() ? kJustBegun : kThere));
    if (next != moments.begin())
        goTo(now().recording, *(next - 1));
}

void RecordingPanel::goToQuestion(int direction) {
    std::vector<MediaTime> starts;
    for (const catalog::Segment& segment : m_model.now().segments)
        if (segment.recording == now().recording)
            starts.push_back(segment.start);
    goToMoment(std::move(starts), direction);
}

void RecordingPanel::goToBookmark(int direction) {
    std::vector<MediaTime> marks;
    for (const catalog::Bookmark& bookmark : m_model.now().bookmarks)
        if (bookmark.recording == now().recording)
            marks.push_back(bookmark.at);
    goToMoment(std::move(marks), direction);
}

void RecordingPanel::setLoop(std::optional<PlayRange> range) {
    m_player->setLoop(range);
    m_timeline->setLoop(range);
    m_transport->setLoopOn(range.has_value());
}

std::optional<PlayRange> RecordingPanel::loop() const {
    return m_player->loop();
}

void RecordingPanel::setSkipSilence(bool on) {
    if (on != m_skipSilence)
        QSettings().setValue(kSkipSilenceKey, on);
    m_skipSilence = on;
    m_transport->setSkipSilenceOn(on);
    skipSilences();
}

void RecordingPanel::findSilences(const std::shared_ptr<const Waveform>& waveform) {
    m_silences = waveform ? silences(*waveform) : std::vector<PlayRange>();
    m_transport->setSilenceKnown(waveform != nullptr);
    skipSilences();
}

void RecordingPanel::skipSilences() {
    const std::vector<PlayRange> skipped = m_skipSilence ? m_silences : std::vector<PlayRange>();
    m_player->setSkipped(skipped);
    m_timeline->setSkipped(skipped);
}

void RecordingPanel::showDrawing(const catalog::Drawing& drawing) {
    m_player->showDrawing(drawing);
}

/// The pointer moves faster than frames can be decoded: one is on its way at a time, and the next is where
/// the pointer is by then.
void RecordingPanel::scrub(MediaTime time) {
    m_timeline->setPlayhead(time);
    if (seeking()) {
        m_scrubbed = time;
        return;
    }
    m_scrubbed.reset();
    m_player->seek(time);
}

void RecordingPanel::setWatching(bool watching) {
    if (watching)
        m_watch.start();
    else
        m_watch.stop();
}

void RecordingPanel::watch() {
    if (!m_part || !playable())
        return;
    if (m_scrubbed && !seeking()) {
        m_player->seek(*std::exchange(m_scrubbed, std::nullopt));
        return;
    }
    const MediaTime shown = m_player->shownTime();
    if (shown == m_seen || seeking())
        return;
    m_seen = shown;
    m_timeline->setPlayhead(shown);
    emit moved();
}

} // namespace mockingbird::review
