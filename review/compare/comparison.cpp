// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/comparison.h"

#include "common/catalog/access_store.h"
#include "common/catalog/catalog.h"
#include "review/compare/attempt_levels.h"

#include <algorithm>
#include <utility>

namespace mockingbird::review {

namespace {

bool sameVersion(const catalog::Rubric& a, const catalog::Rubric& b) {
    return a.id == b.id && a.version == b.version;
}

Attempt attemptOf(const AttemptLevels& held, const catalog::Kit& newest) {
    Attempt attempt;
    attempt.session = held.session.id;
    attempt.number = held.session.attempt;
    attempt.heldAt = held.session.startedAt;
    attempt.kitVersion = held.session.kitVersion;
    attempt.rubricVersion = held.rubric.version;
    attempt.rubricDiffers = !sameVersion(held.rubric, newest.rubric);
    attempt.kitDiffers = !attempt.rubricDiffers && attempt.kitVersion != newest.version;
    if (const auto percent = percentOf(held))
        attempt.total = ComparisonTotal{*percent, std::nullopt, std::nullopt};
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

Comparable comparableTo(const std::vector<AttemptLevels>& attempts, std::size_t index) {
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

void fillChanges(Comparison& comparison, const std::vector<AttemptLevels>& held) {
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

bool Comparison::mixesKits() const {
    return std::ranges::any_of(attempts, [&](const Attempt& one) {
        return std::ranges::any_of(attempts, [&](const Attempt& other) {
            return one.rubricVersion == other.rubricVersion && one.kitVersion != other.kitVersion;
        });
    });
}

Result<Comparison> compareAttempts(catalog::Catalog& catalog, catalog::PersonId mentee, catalog::KitId kit) {
    Comparison comparison;
    comparison.mentee = TRY(catalog.people().byId(mentee));
    TRY(catalog.access().require(catalog::Action::See, catalog::Thing::Comparison, mentee));
    comparison.kit = TRY(catalog.kits().byId(kit));

    std::vector<AttemptLevels> held;
    AttemptReader reader = TRY(AttemptReader::make(catalog));
    for (const catalog::Session& session : TRY(catalog.sessions().all({.mentee = mentee, .kit = kit})))
        held.push_back(TRY(reader.read(session)));
    std::ranges::sort(held, {}, [](const AttemptLevels& attempt) {
        return std::pair(attempt.session.attempt, attempt.session.startedAt);
    });

    for (const AttemptLevels& attempt : held)
        comparison.attempts.push_back(attemptOf(attempt, comparison.kit));
    for (const catalog::Criterion& criterion : comparison.kit.rubric.criteria) {
        ComparedCriterion row{criterion, {}};
        for (const AttemptLevels& attempt : held)
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
