// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit.h"
#include "common/catalog/word_difference.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

/// What of a part differs. Whole: the part itself came, went, or moved.
enum class KitField {
    Whole,
    Name,
    Position,
    Classification,
    ProfileName,
    ReadingSeconds,
    AnswerSeconds,
    TotalMinutes,
    TimesUp,
    Scale,
    PassLine,
    AgreementMargin,
    ScoreBy,
    SelfReviewFirst,
    Text,
    Competency,
    Probes,
    StrongAnswer,
    Seconds,
    RubricName,
    Description,
    Weight,
    Label,
    Anchor,
    Points,          ///< what another program counts for a level
    PointsAreRanges, ///< whether they reach down to the next level's
};
/// As the command line prints it: `whole`, `name`, `reading_seconds`.
[[nodiscard]] std::string_view name(KitField field);

/// One thing in which a version of a kit differs from another.
struct KitChange {
    enum class What { Added, Removed, Changed, Moved };
    enum class Part { Kit, Profile, Question, Criterion, Level };

    What what = What::Changed;
    Part part = Part::Kit;
    KitField field = KitField::Whole;
    std::string subject;       ///< the question's text, the criterion's name (of a level: its criterion's)
    std::optional<int> number; ///< of the question or criterion among its like, from 1; of a level its number
    std::string before;        ///< as text; of what moved the place it had, from 1
    std::string after;
    std::vector<WordRun> words; ///< of what is prose
};
/// `added`, `removed`, `changed`, `moved`.
[[nodiscard]] std::string_view name(KitChange::What what);
/// `kit`, `profile`, `question`, `criterion`, `level`.
[[nodiscard]] std::string_view name(KitChange::Part part);

/// In the order of the kit's parts. Questions and criteria are the same where their ids are, levels where
/// their numbers are. What keeps its place among those that stayed has not moved.
[[nodiscard]] std::vector<KitChange> changesBetween(const Kit& before, const Kit& after);

} // namespace mockingbird::catalog
