// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/reply_writing.h"

#include "review/notes/notes_panel.h"
#include "review/notes/reply_panel.h"
#include "review/review_page/note_steps.h"
#include "review/review_page/review_model.h"

#include <algorithm>

namespace mockingbird::review {

ReplyWriting::ReplyWriting(NotesPanel& panel, ReviewModel& model, NoteSteps& steps, QObject* parent)
    : QObject(parent), m_panel(panel), m_model(model), m_steps(steps) {
    connect(&m_timer, &DraftTimer::due, this, &ReplyWriting::save);
    connect(&m_panel.replyField(), &ReplyPanel::draftsChanged, &m_timer, &DraftTimer::changed);
    connect(&m_panel, &NotesPanel::replyWritten, this, &ReplyWriting::keep);
}

void ReplyWriting::begin(const std::filesystem::path& draftsFile) {
    m_draftsFile = draftsFile;
    const ReplyDrafts drafts = loadReplyDrafts(draftsFile);
    m_panel.replyField().restore(drafts);
    m_timer.saved();
    const auto& rows = m_panel.model().rows();
    const auto found = std::ranges::find_if(
        rows, [&](const NoteRow& row) { return row.answerable && drafts.contains(row.note.id); });
    if (found != rows.end())
        emit draftsFound(found->note.id, static_cast<int>(drafts.size()));
}

void ReplyWriting::end() {
    save();
    m_draftsFile.clear();
    m_panel.replyField().forget();
    m_timer.saved();
}

void ReplyWriting::save() {
    m_timer.saved();
    if (m_draftsFile.empty())
        return;
    if (const Result<void> saved = saveReplyDrafts(m_panel.replyField().drafts(), m_draftsFile); !saved.ok())
        emit failed(saved.error());
}

void ReplyWriting::keep(catalog::NoteId note, const QString& text) {
    if (!m_steps.reply(note, text.toStdString())) {
        // The page says why; the text goes back to where it was typed.
        ReplyDrafts drafts = m_panel.replyField().drafts();
        drafts[note] = text;
        m_panel.replyField().restore(drafts);
        m_panel.select(note);
        m_panel.replyToSelected();
    }
    save();
}

} // namespace mockingbird::review
