// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/notes/note_row.h"

#include <string>

namespace mockingbird::test {

/// A note of the acting person's own, in a draft, at that second.
[[nodiscard]] review::NoteRow noteRow(double seconds, const std::string& text);
[[nodiscard]] catalog::Reply reply(const review::NoteRow& to, const std::string& author,
                                   const std::string& text);
/// A line from corner to corner.
[[nodiscard]] catalog::Drawing drawing();
/// The recording all of them lie in.
[[nodiscard]] catalog::RecordingId recording();

} // namespace mockingbird::test
