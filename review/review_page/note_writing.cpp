// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/note_writing.h"

#include "review/notes/note_entry.h"
#include "review/review_page/note_steps.h"
#include "review/review_page/recording_panel.h"
#include "review/review_page/review_model.h"

#include <QPlainTextEdit>
#include <utility>

namespace mockingbird::review {

NoteWriting::NoteWriting(NoteEntry& entry, RecordingPanel& recording, ReviewModel& model, NoteSteps& steps,
                         QObject* parent)
    : QObject(parent), m_entry(entry), m_recording(recording), m_model(model), m_steps(steps) {
    connect(&m_timer, &DraftTimer::due, this, &NoteWriting::save);
    connect(&entry, &NoteEntry::begun, this, &NoteWriting::begun);
    connect(&entry, &NoteEntry::kept, this, &NoteWriting::kept);
    connect(&entry, &NoteEntry::discarded, this, &NoteWriting::discard);
    connect(&entry, &NoteEntry::left, this, &NoteWriting::leaveField);
    connect(&entry, &NoteEntry::draftChanged, &m_timer, &DraftTimer::changed);
}

void NoteWriting::begin(const std::filesystem::path& draftFile) {
    m_draftFile = draftFile;
    m_resumes = false;
    const auto draft = NoteDraft::load(m_draftFile);
    if (!draft || !m_model.editable())
        return;
    m_entry.restore(*draft);
    m_recording.goTo(draft->recording, draft->at);
    emit draftFound(draft->at);
}

void NoteWriting::end() {
    save();
    m_draftFile.clear();
    m_entry.clear();
    m_timer.saved();
}

void NoteWriting::save() {
    m_timer.saved();
    if (m_draftFile.empty())
        return;
    const auto draft = m_entry.draft();
    if (!draft) {
        NoteDraft::remove(m_draftFile);
        return;
    }
    if (const Result<void> saved = draft->save(m_draftFile); !saved.ok())
        emit failed(saved.error());
}

void NoteWriting::begun() {
    m_resumes = m_recording.playing();
    m_recording.pause();
}

void NoteWriting::kept() {
    const auto draft = m_entry.draft();
    if (!draft)
        return;
    const catalog::Note note = draft->note();
    if (!m_steps.add(note))
        return; // the page says why, the text stays
    m_entry.clear();
    save();
    leaveField();
}

void NoteWriting::discard() {
    const auto draft = m_entry.draft();
    if (!draft)
        return;
    m_model.push(
        tr("discarding of a note"),
        [this]() -> Result<void> {
            m_entry.clear();
            return {};
        },
        [this, draft = *draft]() -> Result<void> {
            NoteDraft back = draft;
            if (const auto typed = m_entry.draft())
                back.text += QStringLiteral("\n") + typed->text; // neither is lost
            m_recording.pause();
            m_entry.restore(back);
            m_entry.field()->setFocus();
            return {};
        },
        ReviewModel::Touched::Nothing);
    emit discarded();
    save();
    leaveField();
}

void NoteWriting::leaveField() {
    emit fieldLeft();
    if (std::exchange(m_resumes, false))
        m_recording.play();
}

} // namespace mockingbird::review
