// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/review_store.h"
#include "review/notes/mark.h"

#include <QString>
#include <vector>

namespace mockingbird::review {

/// A note as the list shows it, with what was answered to it.
struct NoteRow {
    catalog::Note note;
    QString criterion; ///< its name; empty where it is tied to none
    QString part;      ///< "Part 2", where the session has several
    std::size_t criterionIndex = 0;
    std::size_t authorIndex = 0;         ///< 0 is the acting person
    bool editable = false;               ///< the acting person's own, in a draft
    int questionNumber = 0;              ///< of the question it is about; 0 for none
    std::vector<catalog::Reply> replies; ///< in the order they were made
    bool answerable = false;             ///< the acting person may reply
    bool understandable = false;         ///< the acting person is the mentee, who says so

    [[nodiscard]] bool isPrivate() const { return note.audience == catalog::NoteAudience::Private; }
    [[nodiscard]] Mark mark() const;
    /// As a screen reader says it: `0:12.1, Structure, by Tomás Rivera, private, 2 replies: text`.
    [[nodiscard]] QString spoken() const;
    /// Whether the note itself looks the same; its replies are rows of their own.
    [[nodiscard]] bool looksLike(const NoteRow& other) const;
};

} // namespace mockingbird::review
