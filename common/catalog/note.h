// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/drawing.h"
#include "common/catalog/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

/// Whom a note is for: the mentee too, once the review is opened, or its author alone for ever.
enum class NoteAudience { Shared, Private };
/// `shared`, `private`.
[[nodiscard]] std::string_view name(NoteAudience audience);
[[nodiscard]] Result<NoteAudience> parseNoteAudience(std::string_view text);

/// Feedback at a moment, or over a range.
struct Note {
    NoteId id;
    ReviewId review;
    SessionId session;
    RecordingId recording;
    PersonId author;
    std::string authorName;
    MediaTime at;
    std::optional<MediaTime> until;
    std::string text;
    std::optional<CriterionId> criterion;
    std::vector<std::string> tags;
    WallTime madeAt;
    std::optional<QuestionId> question = std::nullopt;
    NoteAudience audience = NoteAudience::Shared;
    Drawing drawing = {};
    bool understood = false; ///< the mentee marked it as such; no part of the review's content
};

/// What somebody wrote below a note. No part of the review's content: it may be added after sealing.
struct Reply {
    ReplyId id;
    NoteId note;
    PersonId author;
    std::string authorName;
    std::string text;
    WallTime madeAt;
};

} // namespace mockingbird::catalog
