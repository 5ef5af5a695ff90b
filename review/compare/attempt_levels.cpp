// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/attempt_levels.h"

#include "common/catalog/catalog.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace mockingbird::review {

namespace {

double meanOf(const std::vector<int>& levels) {
    return std::accumulate(levels.begin(), levels.end(), 0.0) / static_cast<double>(levels.size());
}

std::vector<RaterScore> scoresOf(const AttemptLevels& attempt, catalog::CriterionId criterion) {
    struct Levels {
        std::string raterName;
        catalog::ReviewState state = catalog::ReviewState::Draft;
        std::optional<int> ofSession;
        std::vector<int> ofQuestions;
    };
    std::map<catalog::PersonId, Levels> byRater;
    for (const catalog::Score& score : attempt.scores) {
        if (score.criterion != criterion)
            continue;
        Levels& levels = byRater[score.rater];
        levels.raterName = score.raterName;
        if (const auto state = attempt.reviewStates.find(score.review); state != attempt.reviewStates.end())
            levels.state = state->second;
        if (score.question)
            levels.ofQuestions.push_back(score.level);
        else
            levels.ofSession = score.level;
    }
    std::vector<RaterScore> scores;
    for (const auto& [rater, levels] : byRater) {
        RaterScore score{rater, levels.raterName, 0, !levels.ofSession.has_value(), levels.state};
        score.level = levels.ofSession ? *levels.ofSession : meanOf(levels.ofQuestions);
        score.ofMentee = rater == attempt.session.mentee;
        scores.push_back(std::move(score));
    }
    std::ranges::sort(scores, {},
                      [](const RaterScore& score) { return std::tie(score.raterName, score.rater); });
    return scores;
}

/// Whether somebody else than the mentee rated, so that the mentee's own levels only stand beside theirs.
bool othersRated(const AttemptLevels& attempt) {
    return std::ranges::any_of(
        attempt.scores, [&](const catalog::Score& score) { return score.rater != attempt.session.mentee; });
}

/// The agreed level: the session's; else, where one was agreed on for a question, the mean over the questions
/// of the agreed levels and, for the others, of what the raters gave.
std::optional<double> agreedOf(const AttemptLevels& attempt, catalog::CriterionId criterion) {
    std::map<catalog::QuestionId, int> agreed;
    for (const catalog::AgreedScore& one : attempt.agreed) {
        if (one.criterion != criterion)
            continue;
        if (!one.question)
            return one.level;
        agreed[*one.question] = one.level;
    }
    if (agreed.empty())
        return std::nullopt;
    std::map<catalog::QuestionId, std::vector<int>> given;
    const bool withoutMentee = othersRated(attempt);
    for (const catalog::Score& score : attempt.scores)
        if (score.criterion == criterion && score.question && !agreed.contains(*score.question) &&
            !(withoutMentee && score.rater == attempt.session.mentee))
            given[*score.question].push_back(score.level);
    double sum = 0;
    for (const auto& [question, level] : agreed)
        sum += level;
    for (const auto& [question, levels] : given)
        sum += meanOf(levels);
    return sum / static_cast<double>(agreed.size() + given.size());
}

} // namespace

Result<AttemptReader> AttemptReader::make(catalog::Catalog& catalog) {
    return AttemptReader(catalog, TRY(catalog::viewerOf(catalog)));
}

Result<catalog::Rubric> AttemptReader::rubricOf(const catalog::Session& session) {
    const std::pair key(session.kit, session.kitVersion);
    if (const auto known = m_rubrics.find(key); known != m_rubrics.end())
        return known->second;
    return m_rubrics.emplace(key, TRY(m_catalog->kits().byId(session.kit, session.kitVersion)).rubric)
        .first->second;
}

Result<AttemptLevels> AttemptReader::read(const catalog::Session& session) {
    catalog::Catalog& catalog = *m_catalog;
    AttemptLevels attempt;
    attempt.session = session;
    attempt.rubric = TRY(rubricOf(session));
    const auto round = TRY(catalog.reviews().round(session.id));
    attempt.scores = TRY(catalog.reviews().scores(round, m_viewer));
    for (const catalog::Review& review : round.reviews)
        attempt.reviewStates[review.id] = review.state;
    if (round.mayReadAgreed(m_viewer))
        attempt.agreed = TRY(catalog.consensus().ofSession(session.id));
    return attempt;
}

ComparisonCell cellOf(const AttemptLevels& attempt, catalog::CriterionId criterion) {
    ComparisonCell cell;
    cell.inRubric = attempt.rubric.criterion(criterion) != nullptr;
    cell.scores = scoresOf(attempt, criterion);
    cell.agreed = agreedOf(attempt, criterion);
    const bool withoutMentee = othersRated(attempt);
    std::vector<double> levels;
    for (const RaterScore& score : cell.scores)
        if (!withoutMentee || !score.ofMentee)
            levels.push_back(score.level);
    // The agreed level is all there is to know where the raters' own can't be read.
    if (levels.empty() && cell.agreed)
        levels.push_back(*cell.agreed);
    if (!levels.empty()) {
        cell.mean = std::accumulate(levels.begin(), levels.end(), 0.0) / static_cast<double>(levels.size());
        cell.lowest = std::ranges::min(levels);
        cell.highest = std::ranges::max(levels);
    }
    if (cell.agreed)
        cell.mean = cell.agreed;
    return cell;
}

std::optional<double> percentOf(const AttemptLevels& attempt) {
    double reached = 0;
    double possible = 0;
    for (const catalog::Criterion& criterion : attempt.rubric.criteria) {
        const ComparisonCell cell = cellOf(attempt, criterion.id);
        if (!cell.mean || criterion.levels.empty())
            return std::nullopt;
        reached += criterion.weight * *cell.mean;
        possible += criterion.weight * criterion.levels.back().level;
    }
    if (possible <= 0)
        return std::nullopt;
    return 100 * reached / possible;
}

} // namespace mockingbird::review
