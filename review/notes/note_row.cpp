// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_row.h"

#include "common/ui/text.h"
#include "review/timeline/time_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace mockingbird::review {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("mockingbird::review::NoteRow", text);
}

} // namespace

Mark NoteRow::mark() const {
    return {note.criterion ? markColor(criterionIndex) : plainMarkColor(), markShape(authorIndex)};
}

QString NoteRow::spoken() const {
    QStringList parts{momentText(note.at, note.until)};
    if (!part.isEmpty())
        parts << part;
    if (!criterion.isEmpty())
        parts << criterion;
    parts << tr("by %1").arg(ui::toQString(note.authorName));
    if (questionNumber > 0)
        parts << tr("question %1").arg(questionNumber);
    if (isPrivate())
        parts << tr("private");
    for (const std::string& tag : note.tags)
        parts << tr("tag %1").arg(ui::toQString(tag));
    if (!note.drawing.empty())
        parts << tr("with a drawing");
    if (note.understood)
        parts << tr("understood");
    if (!replies.empty())
        parts << (replies.size() == 1 ? tr("1 reply") : tr("%1 replies").arg(replies.size()));
    const QString about = parts.join(QStringLiteral(", "));
    return note.text.empty() ? about : about + QStringLiteral(": ") + ui::toQString(note.text);
}

bool NoteRow::looksLike(const NoteRow& other) const {
    return note.id == other.note.id && note.text == other.note.text && note.at == other.note.at &&
           note.until == other.note.until && note.criterion == other.note.criterion && part == other.part &&
           note.tags == other.note.tags && note.audience == other.note.audience &&
           note.understood == other.note.understood && note.drawing.empty() == other.note.drawing.empty() &&
           criterion == other.criterion && note.authorName == other.note.authorName &&
           editable == other.editable && authorIndex == other.authorIndex &&
           questionNumber == other.questionNumber && answerable == other.answerable &&
           understandable == other.understandable && replies.size() == other.replies.size();
}

} // namespace mockingbird::review
