// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/recording_panel.h"

#include "common/catalog/catalog.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/player_view/player_view.h"
#include "review/player_view/transport_bar.h"
#include "review/review_page/review_model.h"
#include "review/timeline/timeline_view.h"

#include <QComboBox>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

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

    connect(m_parts, &QComboBox::activated, this,
            [this](int index) { openPart(static_cast<std::size_t>(index)); });
    connect(m_timeline, &TimelineView::seekRequested, this, [this](MediaTime time) {
        m_player->seek(time);
        m_timeline->setPlayhead(time);
    });
    connect(m_timeline, &TimelineView::noteActivated, this, &RecordingPanel::noteActivated);
    connect(m_player, &PlayerView::failed, this, &RecordingPanel::failed);
    connect(m_player, &PlayerView::clicked, this, [this] {
        m_timeline->setFocus();
        togglePlay();
    });
    connect(m_transport, &TransportBar::previousNote, this, [this] { emit neighbourRequested(-1); });
    connect(m_transport, &TransportBar::nextNote, this, [this] { emit neighbourRequested(1); });
    connect(&m_waveform, &WaveformJob::finished, m_timeline, &TimelineView::setWaveform);
    m_watch.setInterval(33);
    connect(&m_watch, &QTimer::timeout, this, &RecordingPanel::watch);
}

RecordingPanel::~RecordingPanel() = default;

void RecordingPanel::open() {
    const auto& recordings = m_model.recordings();
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
    const catalog::Recording& recording = m_model.recordings().at(index);
    const auto file = m_catalog.recordings().path(recording);
    m_part = index;
    m_parts->setCurrentIndex(static_cast<int>(index));
    m_timeline->setWaveform(nullptr);
    m_timeline->setPlayhead({});
    m_seen = MediaTime::fromMicroseconds(-1);
    m_duration = recording.duration;
    const Result<void> opened = m_player->open(file);
    if (opened.ok()) {
        m_duration = std::max(m_duration, m_player->duration());
        m_waveform.start(file);
    } else {
        m_player->close();
        m_waveform.cancel();
        emit failed(opened.error());
    }
    showContent();
}

void RecordingPanel::close() {
    m_part.reset();
    m_duration = {};
    m_waveform.cancel();
    m_player->close();
    m_timeline->setWaveform(nullptr);
    m_timeline->setContent({});
}

void RecordingPanel::showNotes() {
    showContent();
}

void RecordingPanel::showContent() {
    TimelineContent content;
    content.duration = m_duration;
    if (!m_part || *m_part >= m_model.recordings().size()) {
        m_timeline->setContent(std::move(content));
        return;
    }
    const catalog::RecordingId shown = m_model.recordings()[*m_part].id;
    for (const catalog::Segment& segment : m_model.segments()) {
        if (segment.recording != shown)
            continue;
        const auto& questions = m_model.kit().questions;
        const auto question = std::ranges::find(questions, segment.question, &catalog::Question::id);
        TimelineSegment interval{segment.start, segment.end.value_or(m_duration), {}, {}};
        if (question != questions.end()) {
            interval.name = QString::number(question - questions.begin() + 1);
            interval.text = ui::toQString(question->text);
        }
        content.segments.push_back(std::move(interval));
    }
    for (const catalog::Bookmark& bookmark : m_model.bookmarks())
        if (bookmark.recording == shown)
            content.bookmarks.push_back({bookmark.at, ui::toQString(bookmark.label)});
    for (const catalog::Note& note : m_model.notes())
        if (note.recording == shown)
            content.notes.push_back(
                {note.id, note.at, note.until, m_model.markOf(note), ui::toQString(note.text)});
    m_timeline->setContent(std::move(content));
}

void RecordingPanel::setSelectedNote(catalog::NoteId id) {
    m_timeline->setSelectedNote(id);
}

NoteEntry::Moment RecordingPanel::now() const {
    if (!m_part)
        return {};
    return {m_model.recordings().at(*m_part).id, m_player->shownTime()};
}

void RecordingPanel::goTo(catalog::RecordingId recording, MediaTime time) {
    const auto& recordings = m_model.recordings();
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

void RecordingPanel::setWatching(bool watching) {
    if (watching)
        m_watch.start();
    else
        m_watch.stop();
}

void RecordingPanel::watch() {
    if (!m_part || !playable())
        return;
    const MediaTime shown = m_player->shownTime();
    if (shown == m_seen || seeking())
        return;
    m_seen = shown;
    m_timeline->setPlayhead(shown);
    emit moved();
}

} // namespace mockingbird::review
