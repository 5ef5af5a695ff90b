// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/notes/written_notes.h"

namespace mockingbird::test {

catalog::RecordingId recording() {
    static const auto id = catalog::RecordingId::make();
    return id;
}

review::NoteRow noteRow(double seconds, const std::string& text) {
    static const auto author = catalog::PersonId::make();
    review::NoteRow row;
    row.note.id = catalog::NoteId::make();
    row.note.recording = recording();
    row.note.author = author;
    row.note.authorName = "Tomás Rivera";
    row.note.at = MediaTime::fromSeconds(seconds);
    row.note.text = text;
    row.editable = true;
    row.answerable = true;
    return row;
}

catalog::Reply reply(const review::NoteRow& to, const std::string& author, const std::string& text) {
    catalog::Reply made;
    made.id = catalog::ReplyId::make();
    made.note = to.note.id;
    made.author = catalog::PersonId::make();
    made.authorName = author;
    made.text = text;
    return made;
}

catalog::Drawing drawing() {
    return {0, {{catalog::ShapeKind::Line, {{0, 0}, {1, 1}}}}};
}

} // namespace mockingbird::test
