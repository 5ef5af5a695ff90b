// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/progress.h"

#include "common/catalog/access_store.h"
#include "common/catalog/catalog.h"
#include "common/catalog/preparation.h"
#include "common/catalog/programme.h"
#include "review/compare/attempt_levels.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace mockingbird::review {

namespace {

/// So many of the newest sessions at a kit are asked how far raters lie apart, where the mentee's own say too
/// little; fewer where so many were rated by two.
constexpr int kAskedOfOthers = 30;
constexpr std::size_t kEnoughOfOthers = 15;

/// What the raters gave, the mentee left out; of a draft too, where its rater looks.
std::vector<double> ratersLevels(const ComparisonCell& cell) {
    std::vector<double> levels;
    for (const RaterScore& score : cell.scores)
        if (!score.ofMentee)
            levels.push_back(score.level);
    return levels;
}

std::size_t ratersOf(const ComparisonCell& cell) {
    return static_cast<std::size_t>(
        std::ranges::count_if(cell.scores, [](const RaterScore& score) { return !score.ofMentee; }));
}

/// Whether the mean is the mentee's own level alone.
bool ownAlone(const ComparisonCell& cell) {
    return !cell.agreed && ratersOf(cell) == 0;
}

std::optional<RaterSpread> spreadOf(const std::vector<AttemptLevels>& attempts,
                                    catalog::CriterionId criterion) {
    std::vector<std::vector<double>> levels;
    for (const AttemptLevels& attempt : attempts)
        levels.push_back(ratersLevels(cellOf(attempt, criterion)));
    return raterSpread(levels);
}

bool sayTooLittle(const std::optional<RaterSpread>& spread) {
    return !spread || spread->degrees < kFewDegrees;
}

bool ratedByTwo(const AttemptLevels& attempt) {
    std::set<catalog::PersonId> raters;
    for (const catalog::Score& score : attempt.scores)
        if (score.rater != attempt.session.mentee)
            raters.insert(score.rater);
    return raters.size() > 1;
}

/// Readable attempts of others at the kit that two rated, by the same version of its rubric.
Result<std::vector<AttemptLevels>> attemptsOfOthers(catalog::Catalog& catalog, const AttemptLevels& like,
                                                    AttemptReader& reader) {
    std::vector<AttemptLevels> others;
    for (const catalog::Session& session :
         TRY(catalog.sessions().page({.kit = like.session.kit}, kAskedOfOthers))) {
        if (session.mentee == like.session.mentee)
            continue;
        AttemptLevels attempt = TRY(reader.read(session));
        if (attempt.rubric.id != like.rubric.id || attempt.rubric.version != like.rubric.version ||
            !ratedByTwo(attempt))
            continue;
        others.push_back(std::move(attempt));
        if (others.size() == kEnoughOfOthers)
            break;
    }
    return others;
}

/// Nullopt where one has no level, or one alone is by nobody but the mentee.
std::optional<Change> changeOfCells(const ComparisonCell& then, const ComparisonCell& now,
                                    const std::optional<RaterSpread>& spread) {
    if (!then.mean || !now.mean || ownAlone(then) != ownAlone(now))
        return std::nullopt;
    return changeOf(*then.mean, ratersOf(then), *now.mean, ratersOf(now), spread);
}

void fillSince(CriterionProgress& progress) {
    for (std::size_t now = 0; now < progress.cells.size(); ++now) {
        std::optional<ChangeSince> first;
        std::optional<ChangeSince> previous;
        for (std::size_t then = 0; then < now; ++then) {
            const auto change = changeOfCells(progress.cells[then], progress.cells[now], progress.spread);
            if (!change)
                continue;
            previous = ChangeSince{then, *change};
            if (!first)
                first = previous;
        }
        progress.sinceFirst.push_back(first);
        progress.sincePrevious.push_back(previous);
    }
}

bool anythingChanges(const std::vector<AttemptLevels>& held) {
    return std::ranges::count_if(held, [](const AttemptLevels& one) { return !one.scores.empty(); }) > 1;
}

/// The criteria of a group whose attempts were held so.
Result<std::vector<CriterionProgress>>
criteriaOf(catalog::Catalog& catalog, const std::vector<AttemptLevels>& held, AttemptReader& reader) {
    std::vector<CriterionProgress> criteria;
    for (const catalog::Criterion& criterion : held.back().rubric.criteria) {
        CriterionProgress progress;
        progress.criterion = criterion;
        for (const AttemptLevels& attempt : held)
            progress.cells.push_back(cellOf(attempt, criterion.id));
        progress.spread = spreadOf(held, criterion.id);
        criteria.push_back(std::move(progress));
    }
    const bool askOthers = anythingChanges(held) && std::ranges::any_of(criteria, [](const auto& progress) {
                               return sayTooLittle(progress.spread);
                           });
    std::vector<AttemptLevels> wider;
    if (askOthers) {
        wider = TRY(attemptsOfOthers(catalog, held.back(), reader));
        wider.insert(wider.end(), held.begin(), held.end());
    }
    for (CriterionProgress& progress : criteria) {
        if (askOthers && sayTooLittle(progress.spread)) {
            const auto spread = spreadOf(wider, progress.criterion.id);
            progress.spreadOfOthers =
                spread && (!progress.spread || spread->degrees > progress.spread->degrees);
            if (progress.spreadOfOthers)
                progress.spread = spread;
        }
        fillSince(progress);
    }
    return criteria;
}

/// Attempts that stand together: kit, rubric, and its version.
using GroupKey = std::tuple<catalog::KitId, catalog::RubricId, int>;

Result<std::vector<ProgressGroup>> groupsOf(catalog::Catalog& catalog, const std::vector<AttemptLevels>& held,
                                            AttemptReader& reader) {
    std::map<GroupKey, std::vector<std::size_t>> byKey;
    for (std::size_t i = 0; i < held.size(); ++i)
        byKey[{held[i].session.kit, held[i].rubric.id, held[i].rubric.version}].push_back(i);
    std::vector<ProgressGroup> groups;
    for (auto& [key, places] : byKey) {
        std::vector<AttemptLevels> ofGroup;
        for (const std::size_t place : places)
            ofGroup.push_back(held[place]);
        int version = 0;
        for (const AttemptLevels& attempt : ofGroup)
            version = std::max(version, attempt.session.kitVersion);
        ProgressGroup group;
        group.kit = TRY(catalog.kits().byId(std::get<0>(key), version));
        group.attempts = std::move(places);
        group.criteria = TRY(criteriaOf(catalog, ofGroup, reader));
        groups.push_back(std::move(group));
    }
    std::ranges::sort(groups, std::ranges::greater(),
                      [](const ProgressGroup& group) { return group.attempts.back(); });
    return groups;
}

ProgressAttempt attemptFrom(const AttemptLevels& held) {
    ProgressAttempt attempt;
    attempt.session = held.session;
    attempt.rubricVersion = held.rubric.version;
    attempt.percent = percentOf(held);
    attempt.hasDrafts = std::ranges::any_of(held.scores, [&](const catalog::Score& score) {
        const auto state = held.reviewStates.find(score.review);
        return state == held.reviewStates.end() || state->second == catalog::ReviewState::Draft;
    });
    return attempt;
}

CommitmentFate fateOf(const catalog::TakenAlong& taken, const std::vector<ProgressAttempt>& attempts) {
    if (taken.closing)
        return CommitmentFate::Closed;
    return std::ranges::any_of(
               attempts,
               [&](const ProgressAttempt& attempt) { return attempt.session.startedAt > taken.heldAt; })
               ? CommitmentFate::Open
               : CommitmentFate::NoAttemptSince;
}

} // namespace

std::optional<std::size_t> CriterionProgress::lastLevel() const {
    for (std::size_t i = cells.size(); i-- > 0;)
        if (cells[i].mean)
            return i;
    return std::nullopt;
}

const ProgressAttempt* PersonProgress::attempt(catalog::SessionId session) const {
    const auto found =
        std::ranges::find(attempts, session, [](const ProgressAttempt& one) { return one.session.id; });
    return found == attempts.end() ? nullptr : &*found;
}

std::string_view name(CommitmentFate fate) {
    switch (fate) {
    case CommitmentFate::NoAttemptSince:
        return "no-attempt-since";
    case CommitmentFate::Open:
        return "open";
    case CommitmentFate::Closed:
        break;
    }
    return "kept";
}

std::optional<Change> changeBetween(const PersonProgress& progress, catalog::SessionId then,
                                    catalog::SessionId now, catalog::CriterionId criterion) {
    for (const ProgressGroup& group : progress.groups) {
        const auto placeOf = [&](catalog::SessionId session) {
            return std::ranges::find(group.attempts, session,
                                     [&](std::size_t one) { return progress.attempts[one].session.id; });
        };
        const auto first = placeOf(then);
        const auto last = placeOf(now);
        const auto found = std::ranges::find(group.criteria, criterion,
                                             [](const CriterionProgress& one) { return one.criterion.id; });
        if (first == group.attempts.end() || last == group.attempts.end() || found == group.criteria.end())
            continue;
        const auto cell = [&](auto place) -> const ComparisonCell& {
            return found->cells[static_cast<std::size_t>(place - group.attempts.begin())];
        };
        return changeOfCells(cell(first), cell(last), found->spread);
    }
    return std::nullopt;
}

void measureDelivery(catalog::Catalog& catalog, PersonProgress& progress, catalog::KitId kit) {
    for (const ProgressGroup& group : progress.groups) {
        if (group.kit.id != kit)
            continue;
        const std::size_t first = group.attempts.size() - std::min(group.attempts.size(), kMostMeasured);
        for (std::size_t i = first; i < group.attempts.size(); ++i) {
            ProgressAttempt& attempt = progress.attempts[group.attempts[i]];
            if (auto delivery = deliveryOf(catalog, attempt.session); delivery.ok())
                attempt.delivery = std::move(delivery).value();
        }
    }
}

Result<PersonProgress> progressOf(catalog::Catalog& catalog, catalog::PersonId mentee) {
    PersonProgress progress;
    progress.mentee = TRY(catalog.people().byId(mentee));
    TRY(catalog.access().require(catalog::Action::See, catalog::Thing::Comparison, mentee));
    AttemptReader reader = TRY(AttemptReader::make(catalog));
    std::vector<AttemptLevels> held;
    for (const catalog::Session& session : TRY(catalog.sessions().all({.mentee = mentee})))
        held.push_back(TRY(reader.read(session)));
    std::ranges::sort(held, {}, [](const AttemptLevels& attempt) {
        return std::pair(attempt.session.startedAt, attempt.session.attempt);
    });
    for (const AttemptLevels& attempt : held)
        progress.attempts.push_back(attemptFrom(attempt));
    progress.groups = TRY(groupsOf(catalog, held, reader));

    for (const catalog::SessionConfidence& said :
         TRY(catalog::Preparation(catalog).confidence().bySession(mentee))) {
        const auto attempt = std::ranges::find(progress.attempts, said.session,
                                               [](const ProgressAttempt& one) { return one.session.id; });
        if (attempt == progress.attempts.end())
            continue;
        if (said.before)
            attempt->confidenceBefore = said.before->level;
        if (said.after)
            attempt->confidenceAfter = said.after->level;
    }
    if (!progress.attempts.empty())
        for (catalog::TakenAlong& taken : TRY(catalog::Programme(catalog).commitments().ofMentee(mentee))) {
            const CommitmentFate fate = fateOf(taken, progress.attempts);
            progress.commitments.push_back({std::move(taken), fate});
        }
    return progress;
}

} // namespace mockingbird::review
