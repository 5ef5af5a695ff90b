// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/notes/note_row.h"

#include <QString>

class QPainter;
class QRect;
class QStyleOptionViewItem;

namespace mockingbird::review {

/// How a line of the list looks; `place` and `width` are the whole line's.
enum class LineState { Plain, Current };

[[nodiscard]] int noteLineHeight(const NoteRow& row, int width);
[[nodiscard]] int replyLineHeight(const catalog::Reply& reply, int width);
/// Where the text lies, for an editor in its place.
[[nodiscard]] QRect noteTextRect(const QRect& place);
[[nodiscard]] QRect replyTextRect(const QRect& place);

void paintNoteLine(QPainter& painter, const QStyleOptionViewItem& option, const NoteRow& row,
                   LineState state);
void paintReplyLine(QPainter& painter, const QStyleOptionViewItem& option, const catalog::Reply& reply);

} // namespace mockingbird::review
