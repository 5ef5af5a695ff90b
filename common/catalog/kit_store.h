// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

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

struct TimingProfile {
    std::string name;
    int readingSeconds = 0;
    int answerSeconds = 120;
    int totalMinutes = 20;
    std::optional<double> passLinePercent;
    int agreementMargin = 2; ///< levels from which two raters' scores differ
    ScoringScope scoring = ScoringScope::Session;
    bool selfReviewFirst = false; ///< the mentee reviews their own attempt before they read the others'
};

/// A published version of a kit.
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

/// Published kits. A version never changes: publishing again makes the next one.
class KitStore {
public:
    explicit KitStore(Database& database);

    /// Publishes version 1 of a new kit (null id), or the next version of an existing one. Null ids of
    /// questions, rubric and criteria are given; the rubric gets a new version where it differs from the
    /// last. InvalidArgument for a kit without a name, question, criterion, or with fewer than two levels.
    [[nodiscard]] Result<Kit> publish(Kit kit);
    [[nodiscard]] Result<std::vector<Kit>> all() const; ///< the newest version of each, by name
    /// The newest version, or the one asked for.
    [[nodiscard]] Result<Kit> byId(KitId id, std::optional<int> version = std::nullopt) const;
    /// By id, or by name as PeopleStore::find.
    [[nodiscard]] Result<Kit> find(std::string_view nameOrId) const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
