// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/note_reading.h"

#include "common/ui/text.h"
#include "review/notes/notes_panel.h"
#include "review/review_page/note_steps.h"
#include "review/review_page/recording_panel.h"
#include "review/review_page/review_model.h"
#include "review/tags/answer_tags.h"
#include "review/timeline/timeline_view.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace mockingbird::review {

namespace {

/// How long a note without an end counts as the one that playback is at.
const MediaTime kNoteStays(std::chrono::seconds(5));
/// How near the moment shown must be to a note for evidence to mean the note; a few frames.
const MediaTime kSameMoment(std::chrono::milliseconds(120));
/// How long a drawing stays while the recording plays.
const MediaTime kDrawingStays(std::chrono::milliseconds(1500));

} // namespace

NoteReading::NoteReading(NotesPanel& panel, RecordingPanel& recording, ReviewModel& model, NoteSteps& steps,
                         QObject* parent)
    : QObject(parent), m_panel(panel), m_recording(recording), m_model(model), m_steps(steps) {
    connectPanel();
    connect(&m_recording, &RecordingPanel::neighbourRequested, this, &NoteReading::goToNeighbour);
    connect(&m_recording, &RecordingPanel::noteActivated, this,
            qOverload<catalog::NoteId>(&NoteReading::goTo));
    connect(&m_recording, &RecordingPanel::noteMoved, this, &NoteReading::move);
    connect(&m_recording, &RecordingPanel::moved, this, &NoteReading::follow);
    connect(&m_steps, &NoteSteps::added, this, [this](catalog::NoteId id) {
        m_panel.select(id);
        m_recording.setSelectedNote(id);
    });
    m_recording.timeline().setMovable([this](catalog::NoteId id) {
        const catalog::Note* note = m_model.now().note(id);
        return note && m_model.editable() && m_model.now().isOwn(*note);
    });
}

void NoteReading::connectPanel() {
    connect(&m_panel, &NotesPanel::jumpRequested, this, qOverload<catalog::NoteId>(&NoteReading::goTo));
    connect(&m_panel, &NotesPanel::removalRequested, this, [this](catalog::NoteId id) {
        const catalog::Note* note = m_model.now().note(id);
        if (note && m_model.now().isOwn(*note))
            m_steps.remove(id);
    });
    connect(&m_panel, &NotesPanel::rewritten, this, [this](catalog::NoteId id, const QString& text) {
        auto note = m_model.note(id);
        if (!note)
            return;
        note->text = text.toStdString();
        m_steps.change(*note);
    });
    connect(&m_panel, &NotesPanel::changed, &m_steps, &NoteSteps::change);
    connect(&m_panel, &NotesPanel::understoodToggled, &m_steps, &NoteSteps::setUnderstood);
    connect(&m_panel, &NotesPanel::replyRewritten, this, [this](catalog::ReplyId id, const QString& text) {
        m_steps.changeReply(id, text.toStdString());
    });
    connect(&m_panel, &NotesPanel::replyRemoved, &m_steps, &NoteSteps::removeReply);
}

NoteRow NoteReading::rowOf(const catalog::Note& note) const {
    const ReviewedSession& now = m_model.now();
    NoteRow row;
    row.note = note;
    row.authorIndex = m_model.authorIndex(note.author);
    row.editable = m_model.editable() && now.isOwn(note);
    // A note that is shown may be read, and who reads it may answer it.
    row.answerable = !now.viewer.id.isNull();
    row.understandable = m_model.viewerIsMentee() && !now.isOwn(note);
    if (note.criterion) {
        row.criterionIndex = m_model.criterionIndex(*note.criterion);
        if (const auto* criterion = now.kit.rubric.criterion(*note.criterion))
            row.criterion = ui::toQString(criterion->name);
    }
    if (const auto question = questionOf(note, now.segments)) {
        const auto& questions = now.kit.questions;
        const auto found = std::ranges::find(questions, *question, &catalog::Question::id);
        if (found != questions.end())
            row.questionNumber = static_cast<int>(found - questions.begin()) + 1;
    }
    if (now.recordings.size() > 1)
        row.part = tr("Part %1").arg(now.partOf(note.recording));
    std::ranges::copy_if(now.replies, std::back_inserter(row.replies),
                         [&](const catalog::Reply& reply) { return reply.note == note.id; });
    return row;
}

void NoteReading::show() {
    std::vector<NoteRow> rows;
    rows.reserve(m_model.now().notes.size());
    for (const catalog::Note& note : m_model.now().notes)
        rows.push_back(rowOf(note));
    m_panel.setRows(std::move(rows));
    showAround();
}

void NoteReading::show(catalog::NoteId id) {
    if (const catalog::Note* note = m_model.now().note(id))
        m_panel.putRow(rowOf(*note));
    else
        m_panel.removeRow(id);
    showAround();
}

void NoteReading::showAround() {
    const bool any = !m_model.now().notes.empty();
    m_recording.setNotesThere(any, any);
    m_recording.showNotes();
    m_drawn = {};
    follow();
}

std::optional<PlayRange> NoteReading::selectedRange() const {
    const auto note = m_panel.selected();
    if (!note || !note->until || note->recording != m_recording.now().recording)
        return std::nullopt;
    return PlayRange{note->at, *note->until};
}

MediaTime NoteReading::leadInOf(const catalog::Note& note) const {
    return std::max(MediaTime(), note.at - m_leadIn);
}

void NoteReading::goTo(catalog::NoteId id) {
    const auto note = m_model.note(id);
    if (!note)
        return;
    m_recording.goTo(note->recording, m_recording.playing() ? leadInOf(*note) : note->at);
    m_panel.select(id);
    m_recording.setSelectedNote(id);
}

void NoteReading::goTo(const catalog::Evidence& evidence) {
    if (evidence.note)
        goTo(*evidence.note);
    else
        m_recording.goTo(evidence.recording, evidence.at);
}

void NoteReading::playSelected() {
    const auto note = m_panel.selected();
    if (!note)
        return;
    m_recording.goTo(note->recording, leadInOf(*note));
    m_recording.play();
}

void NoteReading::goToNeighbour(int direction) {
    const auto& notes = m_model.now().notes;
    if (notes.empty())
        return;
    const auto selected = m_panel.selected();
    const auto found = selected ? std::ranges::find(notes, selected->id, &catalog::Note::id) : notes.end();
    const NoteEntry::Moment now = m_recording.now();
    // From the selected note while the recording stands at it or plays towards it, else from the moment
    // shown.
    if (found != notes.end() && found->recording == now.recording &&
        now.time >= leadInOf(*found) - kSameMoment && now.time <= found->at + kSameMoment &&
        (m_recording.playing() || now.time >= found->at - kSameMoment)) {
        const auto index = (found - notes.begin()) + direction;
        if (index >= 0 && index < static_cast<std::ptrdiff_t>(notes.size()))
            goTo(notes[static_cast<std::size_t>(index)].id);
        return;
    }
    const auto place = [this](const catalog::RecordingId& recording, MediaTime at) {
        return std::tuple(m_model.now().partOf(recording), at);
    };
    const auto here = place(now.recording, now.time);
    const auto next = std::ranges::upper_bound(
        notes, here, {}, [&](const catalog::Note& note) { return place(note.recording, note.at); });
    if (direction > 0 && next != notes.end())
        goTo(next->id);
    else if (direction < 0 && next != notes.begin())
        goTo((next - 1)->id);
}

void NoteReading::move(catalog::NoteId id, MediaTime at, std::optional<MediaTime> until) {
    auto note = m_model.note(id);
    if (!note)
        return;
    note->at = at;
    note->until = until;
    m_steps.change(*note);
}

catalog::Evidence NoteReading::evidenceNow() const {
    const NoteEntry::Moment now = m_recording.now();
    const auto selected = m_panel.selected();
    if (selected && selected->recording == now.recording && now.time >= selected->at - kSameMoment &&
        now.time <= selected->until.value_or(selected->at) + kSameMoment)
        return {selected->id, selected->recording, selected->at};
    return {std::nullopt, now.recording, now.time};
}

void NoteReading::follow() {
    const NoteEntry::Moment now = m_recording.now();
    const auto& notes = m_model.now().notes;
    const catalog::Note* current = nullptr;
    const catalog::Note* drawn = nullptr;
    for (const catalog::Note& note : notes) {
        if (note.recording != now.recording || note.at > now.time + kSameMoment)
            continue;
        if (now.time <= note.until.value_or(note.at + kNoteStays))
            current = &note;
        const MediaTime stays = m_recording.playing() ? kDrawingStays : kSameMoment;
        if (!note.drawing.empty() && now.time <= note.until.value_or(note.at) + stays)
            drawn = &note;
    }
    m_panel.model().setCurrent(current ? current->id : catalog::NoteId{});
    const catalog::NoteId wanted = drawn ? drawn->id : catalog::NoteId{};
    if (wanted == m_drawn)
        return;
    m_drawn = wanted;
    m_recording.showDrawing(drawn ? drawn->drawing : catalog::Drawing{});
}

} // namespace mockingbird::review
