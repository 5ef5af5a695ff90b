// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_filter.h"

#include "common/ui/text.h"

#include <QStringList>
#include <algorithm>

namespace mockingbird::review {

namespace {

bool isIn(const QString& word, const NoteRow& row) {
    const auto holds = [&word](const std::string& text) {
        return ui::toQString(text).contains(word, Qt::CaseInsensitive);
    };
    return holds(row.note.text) || holds(row.note.authorName) ||
           row.criterion.contains(word, Qt::CaseInsensitive) || std::ranges::any_of(row.note.tags, holds) ||
           std::ranges::any_of(row.replies, [&holds](const catalog::Reply& reply) {
               return holds(reply.text) || holds(reply.authorName);
           });
}

} // namespace

bool NoteFilter::empty() const {
    return text.trimmed().isEmpty() && !author && !criterion && tag.isEmpty() &&
           standing == NoteStanding::Any;
}

bool NoteFilter::accepts(const NoteRow& row) const {
    if ((author && row.note.author != *author) || (criterion && row.note.criterion != criterion))
        return false;
    if (!tag.isEmpty() && std::ranges::find(row.note.tags, tag.toStdString()) == row.note.tags.end())
        return false;
    switch (standing) {
    case NoteStanding::Any:
        break;
    case NoteStanding::WithoutReply:
        if (!row.replies.empty())
            return false;
        break;
    case NoteStanding::NotUnderstood:
        if (row.note.understood || row.isPrivate()) // a private one isn't there for the mentee to understand
            return false;
        break;
    case NoteStanding::Private:
        if (!row.isPrivate())
            return false;
        break;
    }
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&row](const QString& word) { return isIn(word, row); });
}

} // namespace mockingbird::review
