// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

struct Question {
    QuestionId id;
    std::string text;
    std::string competency;
    std::vector<std::string> probes;
    std::string strongAnswer;
    int seconds = 0; ///< time to answer; 0 where the profile's holds
};

/// One step of a behaviourally anchored rating scale.
struct Level {
    int level = 0;
    std::string label;
    std::string anchor; ///< what one sees and hears at this level
    /// What another program counts for it, where its rubrics came from there and that is no even step.
    std::optional<double> points = std::nullopt;
};

struct Criterion {
    CriterionId id; ///< the same across versions of the rubric
    std::string name;
    std::string description;
    double weight = 1.0;
    std::vector<Level> levels;    ///< rising
    bool pointsAreRanges = false; ///< in that other program a level reaches down to the next one's points
};

struct Rubric {
    RubricId id;
    int version = 1;
    std::string name;
    std::vector<Criterion> criteria;

    [[nodiscard]] const Criterion* criterion(CriterionId wanted) const; ///< nullptr where it has none such
};

/// What a rater gives a level for: each criterion once for the session, or for each question.
enum class ScoringScope { Session, Question };
/// `session`, `question`.
[[nodiscard]] std::string_view name(ScoringScope scope);

/// How a panel tells that the time to answer is up: it rings, or says nothing.
enum class TimesUp { Silent, Bell };
/// `silent`, `bell`.
[[nodiscard]] std::string_view name(TimesUp manner);

inline constexpr int kFewestLevels = 2;
inline constexpr int kMostLevels = 10;

struct TimingProfile {
    std::string name;
    int readingSeconds = 0;
    int answerSeconds = 120;
    int totalMinutes = 20;
    std::optional<double> passLinePercent;
    int agreementMargin = 2; ///< levels from which two raters' scores differ
    ScoringScope scoring = ScoringScope::Session;
    bool selfReviewFirst = false; ///< the mentee reviews their own attempt before they read the others'
    TimesUp timesUp = TimesUp::Silent;
    int scale = 5; ///< how many levels a criterion is given to begin with
};

/// A published version of a kit, or one that is being written.
struct Kit {
    KitId id; ///< the same for all its versions
    int version = 1;
    std::string name;
    std::string position;
    std::string classification;
    TimingProfile profile;
    std::vector<Question> questions;
    Rubric rubric;

    [[nodiscard]] const Question* question(QuestionId wanted) const; ///< nullptr where it has none such
};

} // namespace mockingbird::catalog
