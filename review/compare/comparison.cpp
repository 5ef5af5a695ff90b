// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/comparison.h"

#include "common/catalog/catalog.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace mockingbird::review {

namespace {

/// An attempt with what it takes to compute with it.
struct HeldAttempt {
    catalog::Session session;
    catalog::Rubric rubric;
    std::vector<catalog::Score> scores;
    std::map<catalog::ReviewId, catalog::ReviewState> reviewStates;
};

bool sameVersion(const catalog::Rubric& a, const catalog::Rubric& b) {
    return a.id == b.id && a.version == b.version;
}

std::vector<RaterScore> scoresOf(const HeldAttempt& attempt, catalog::CriterionId criterion) {
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
        if (levels.ofSession)
            score.level = *levels.ofSession;
        else
            score.level = std::accumulate(levels.ofQuestions.begin(), levels.ofQuestions.end(), 0.0) /
                          static_cast<double>(levels.ofQuestions.size());
        scores.push_back(std::move(score));
    }
    std::ranges::sort(scores, {},
                      [](const RaterScore& score) { return std::tie(score.raterName, score.rater); });
    return scores;
}

ComparisonCell cellOf(const HeldAttempt& attempt, catalog::CriterionId criterion) {
    ComparisonCell cell;
    cell.inRubric = attempt.rubric.criterion(criterion) != nullptr;
    cell.scores = scoresOf(attempt, criterion);
    if (cell.scores.empty())
        return cell;
    double sum = 0;
    for (const RaterScore& score : cell.scores)
        sum += score.level;
    cell.mean = sum / static_cast<double>(cell.scores.size());
    cell.lowest = std::ranges::min(cell.scores, {}, &RaterScore::level).level;
    cell.highest = std::ranges::max(cell.scores, {}, &RaterScore::level).level;
    return cell;
}

/// By the attempt's own rubric, so that an attempt of an older version has its own total.
std::optional<ComparisonTotal> totalOf(const HeldAttempt& attempt) {
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
    return ComparisonTotal{100 * reached / possible, std::nullopt, std::nullopt};
}

Attempt attemptOf(const HeldAttempt& held, const catalog::Kit& newest) {
    Attempt attempt;
    attempt.session = held.session.id;
    attempt.number = held.session.attempt;
    attempt.heldAt = held.session.startedAt;
    attempt.kitVersion = held.session.kitVersion;
    attempt.rubricVersion = held.rubric.version;
    attempt.rubricDiffers = !sameVersion(held.rubric, newest.rubric);
    attempt.total = totalOf(held);
    attempt.hasDrafts = std::ranges::any_of(held.scores, [&](const catalog::Score& score) {
        const auto state = held.reviewStates.find(score.review);
        return state == held.reviewStates.end() || state->second == catalog::ReviewState::Draft;
    });
    return attempt;
}

/// The earlier attempts that an attempt may be measured against.
struct Comparable {
    std::optional<std::size_t> first;
    std::optional<std::size_t> previous;
};

Comparable comparableTo(const std::vector<HeldAttempt>& attempts, std::size_t index) {
    Comparable comparable;
    for (std::size_t earlier = 0; earlier < index; ++earlier) {
        if (!sameVersion(attempts[earlier].rubric, attempts[index].rubric))
            continue;
        if (!comparable.first)
            comparable.first = earlier;
        comparable.previous = earlier;
    }
    return comparable;
}

std::optional<double> difference(std::optional<double> now, std::optional<double> then) {
    if (!now || !then)
        return std::nullopt;
    return *now - *then;
}

void fillChanges(Comparison& comparison, const std::vector<HeldAttempt>& held) {
    for (std::size_t index = 0; index < held.size(); ++index) {
        const Comparable comparable = comparableTo(held, index);
        if (!comparable.first)
            continue;
        for (ComparedCriterion& criterion : comparison.criteria) {
            ComparisonCell& cell = criterion.cells[index];
            cell.sinceFirst = difference(cell.mean, criterion.cells[*comparable.first].mean);
            cell.sincePrevious = difference(cell.mean, criterion.cells[*comparable.previous].mean);
        }
        const auto percent = [&](std::size_t attempt) -> std::optional<double> {
            const auto& total = comparison.attempts[attempt].total;
            return total ? std::optional(total->percent) : std::nullopt;
        };
        if (auto& total = comparison.attempts[index].total) {
            total->sinceFirst = difference(total->percent, percent(*comparable.first));
            total->sincePrevious = difference(total->percent, percent(*comparable.previous));
        }
    }
}

} // namespace

bool Comparison::mixesRubrics() const {
    return std::ranges::any_of(attempts, [&](const Attempt& attempt) {
        return attempt.rubricDiffers != attempts.front().rubricDiffers ||
               attempt.rubricVersion != attempts.front().rubricVersion;
    });
}

Result<Comparison> compareAttempts(catalog::Catalog& catalog, catalog::PersonId mentee, catalog::KitId kit) {
    Comparison comparison;
    comparison.mentee = TRY(catalog.people().byId(mentee));
    comparison.kit = TRY(catalog.kits().byId(kit));

    std::vector<HeldAttempt> held;
    for (catalog::Session& session : TRY(catalog.sessions().all({.mentee = mentee, .kit = kit}))) {
        HeldAttempt attempt;
        attempt.rubric = TRY(catalog.kits().byId(kit, session.kitVersion)).rubric;
        attempt.scores = TRY(catalog.reviews().scores(session.id));
        for (const catalog::Review& review : TRY(catalog.reviews().ofSession(session.id)))
            attempt.reviewStates[review.id] = review.state;
        // A draft is its rater's alone; without somebody acting, as in a script, all of them count.
        if (const catalog::PersonId actor = catalog.actor(); !actor.isNull()) {
            std::erase_if(attempt.scores, [&](const catalog::Score& score) {
                const auto state = attempt.reviewStates.find(score.review);
                const bool draft =
                    state == attempt.reviewStates.end() || state->second == catalog::ReviewState::Draft;
                return draft && score.rater != actor;
            });
        }
        attempt.session = std::move(session);
        held.push_back(std::move(attempt));
    }
    std::ranges::sort(held, {}, [](const HeldAttempt& attempt) {
        return std::pair(attempt.session.attempt, attempt.session.startedAt);
    });

    for (const HeldAttempt& attempt : held)
        comparison.attempts.push_back(attemptOf(attempt, comparison.kit));
    for (const catalog::Criterion& criterion : comparison.kit.rubric.criteria) {
        ComparedCriterion row{criterion, {}};
        for (const HeldAttempt& attempt : held)
            row.cells.push_back(cellOf(attempt, criterion.id));
        comparison.criteria.push_back(std::move(row));
    }
    fillChanges(comparison, held);
    return comparison;
}

Result<std::vector<catalog::Kit>> kitsOf(catalog::Catalog& catalog, catalog::PersonId mentee) {
    std::vector<catalog::Kit> kits;
    for (const catalog::Session& session :
         TRY(catalog.sessions().all({.mentee = mentee, .kit = std::nullopt}))) {
        if (std::ranges::find(kits, session.kit, &catalog::Kit::id) == kits.end())
            kits.push_back(TRY(catalog.kits().byId(session.kit)));
    }
    std::ranges::sort(kits, {}, &catalog::Kit::name);
    return kits;
}

} // namespace mockingbird::review
