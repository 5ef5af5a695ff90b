// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/catalog/ids.h"
#include "review/notes/mark.h"

#include <QString>
#include <optional>
#include <vector>

namespace mockingbird::review {

struct TimelineSegment {
    MediaTime start;
    MediaTime end;
    QString name; ///< such as "1"
    QString text; ///< the question
};

struct TimelineNote {
    catalog::NoteId id;
    MediaTime at;
    std::optional<MediaTime> until;
    Mark mark;
    QString text;
    QString author{};
    QString criterion{}; ///< its name; empty where it belongs to none
    bool isPrivate = false;
    bool hasReplies = false;
};

struct TimelineBookmark {
    MediaTime at;
    QString label;
};

struct TimelineContent {
    MediaTime duration;
    std::vector<TimelineSegment> segments;
    std::vector<TimelineNote> notes;
    std::vector<TimelineBookmark> bookmarks;
};

} // namespace mockingbird::review
