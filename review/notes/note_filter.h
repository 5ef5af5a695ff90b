// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/notes/note_row.h"

#include <QString>
#include <optional>

namespace mockingbird::review {

enum class NoteStanding { Any, WithoutReply, NotUnderstood, Private };

/// Which of the notes the list shows: those to which all of this applies.
struct NoteFilter {
    QString text; ///< every word of it, in the note, its replies, or the names on it; case doesn't matter
    std::optional<catalog::PersonId> author;
    std::optional<catalog::CriterionId> criterion;
    QString tag;
    NoteStanding standing = NoteStanding::Any;

    [[nodiscard]] bool empty() const;
    [[nodiscard]] bool accepts(const NoteRow& row) const;
    bool operator==(const NoteFilter&) const = default;
};

} // namespace mockingbird::review
