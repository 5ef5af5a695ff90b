// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/cohort_year.h"

#include "common/catalog/catalog.h"
#include "common/catalog/programme.h"
#include "review/compare/year_scores.h"

#include <algorithm>
#include <map>
#include <utility>

namespace mockingbird::review {

namespace {

constexpr std::size_t kQuarters = 4;

/// Where on the way the parts of the work are, from 0 to 1.
constexpr double kMenteesRead = 0.05;
constexpr double kSessionsRead = 0.2;
constexpr double kScoresRead = 0.85;
constexpr double kScoresCounted = 0.95;

Result<void> tellPart(const catalog::Progress& progress, double part) {
    if (progress && !progress(part))
        return Error{ErrorCode::Cancelled, "the report was stopped", 0};
    return {};
}

std::size_t rangeOf(int attempts) {
    const auto& ranges = attemptRanges();
    std::size_t place = ranges.size() - 1;
    while (place > 0 && attempts < ranges[place].from)
        --place;
    return place;
}

const std::string& groupOf(const catalog::YearMentee& mentee, Grouping grouping) {
    switch (grouping) {
    case Grouping::Classification:
        return mentee.classification;
    case Grouping::Branch:
        return mentee.branch;
    case Grouping::Employment:
        break;
    }
    return mentee.employment;
}

Participation participationOf(const std::vector<catalog::YearMentee>& mentees,
                              const std::vector<int>& attempts, Grouping grouping) {
    std::map<std::string, std::vector<int>> byGroup;
    for (std::size_t place = 0; place < mentees.size(); ++place) {
        auto& counts = byGroup[groupOf(mentees[place], grouping)];
        counts.resize(attemptRanges().size());
        ++counts[rangeOf(attempts[place])];
    }
    Participation participation;
    participation.grouping = grouping;
    std::vector<std::vector<int>> rows;
    for (auto& [group, counts] : byGroup) {
        participation.groups.push_back(group);
        rows.push_back(counts);
    }
    participation.mentees = guarded(rows);
    // Not even how many groups there are, where all are small: one each would say how many everyone is.
    if (std::ranges::none_of(participation.mentees.rowTotals, &GuardedCount::has_value)) {
        participation.groups.clear();
        participation.mentees.rowTotals.clear();
        participation.mentees.cells.clear();
    }
    return participation;
}

/// Where each mentee is in the list.
std::map<catalog::PersonId, std::size_t> placesOf(const std::vector<catalog::YearMentee>& mentees) {
    std::map<catalog::PersonId, std::size_t> places;
    for (std::size_t place = 0; place < mentees.size(); ++place)
        places.emplace(mentees[place].person, place);
    return places;
}

void countParticipation(CohortYear& year, const std::vector<catalog::YearMentee>& mentees,
                        const std::vector<int>& attempts) {
    std::vector<int> counts(attemptRanges().size());
    for (const int each : attempts)
        ++counts[rangeOf(each)];
    year.attempts = guarded(counts);
    for (const Grouping grouping : kGroupings)
        year.participation.push_back(participationOf(mentees, attempts, grouping));
}

std::optional<double> medianOf(std::vector<int> numbers) {
    if (numbers.empty())
        return std::nullopt;
    std::ranges::sort(numbers);
    const std::size_t half = numbers.size() / 2;
    if (numbers.size() % 2 == 1)
        return numbers[half];
    return (numbers[half - 1] + numbers[half]) / 2.0;
}

Result<void> countOutcomes(catalog::Catalog& catalog, CohortYear& year,
                           const std::map<catalog::PersonId, std::size_t>& places) {
    const auto store = catalog::Programme(catalog).cohortYears();
    const auto outcomes = TRY(store.outcomes(year.cohort.id, year.year));
    const auto attempts = TRY(store.attemptsBefore(year.cohort.id, year.year));
    std::vector<std::vector<PeopleSet>> people(catalog::kOutcomeKinds.size(),
                                               std::vector<PeopleSet>(kQuarters));
    // The fewest attempts that each person had before one of a kind: each counts once.
    std::vector<std::map<std::size_t, int>> before(catalog::kOutcomeKinds.size());
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const auto kind = static_cast<std::size_t>(outcomes[i].kind);
        const std::size_t person = places.at(outcomes[i].person);
        const int quarter = TRY(catalog::quarterOfDay(outcomes[i].on)).number;
        people[kind][static_cast<std::size_t>(quarter) - 1].insert(person);
        before[kind].emplace(person, attempts[i]); // they are by day
    }
    const GuardedTable table = guarded(people);
    for (std::size_t kind = 0; kind < before.size(); ++kind) {
        OutcomesYear counted;
        counted.kind = catalog::kOutcomeKinds[kind];
        std::ranges::copy(table.cells[kind], counted.mentees.begin());
        counted.total = table.rowTotals[kind];
        std::vector<int> numbers;
        for (const auto& [person, attempted] : before[kind])
            numbers.push_back(attempted);
        if (counted.total && numbers.size() >= static_cast<std::size_t>(kSmallestGroup))
            counted.medianAttemptsBefore = medianOf(std::move(numbers));
        year.outcomes.push_back(counted);
    }
    std::ranges::copy(table.columnTotals, year.outcomesByQuarter.begin());
    return {};
}

Result<void> countScores(catalog::Catalog& catalog, CohortYear& year,
                         const std::vector<catalog::YearSession>& sessions,
                         const std::map<catalog::PersonId, std::size_t>& places,
                         const catalog::Progress& progress) {
    const auto store = catalog::Programme(catalog).cohortYears();
    YearScores scores(catalog);
    for (const catalog::YearSession& session : sessions)
        TRY(scores.addSession(session, places.at(session.mentee)));
    TRY(tellPart(progress, kSessionsRead));
    const auto all = static_cast<double>(std::max<std::size_t>(1, sessions.size()));
    std::size_t reached = 0;
    catalog::SessionId last;
    TRY(store.forEachScore(year.cohort.id, year.year, [&](const catalog::YearScore& score) {
        scores.add(score);
        if (score.session == last)
            return true;
        last = score.session;
        ++reached;
        const double part = std::min(1.0, static_cast<double>(reached) / all);
        return reached % 256 != 0 ||
               tellPart(progress, kSessionsRead + part * (kScoresRead - kSessionsRead)).ok();
    }));
    TRY(tellPart(progress, kScoresRead));
    for (const catalog::YearAgreed& agreed : TRY(store.agreed(year.cohort.id, year.year)))
        scores.add(agreed);
    scores.count(year);
    return tellPart(progress, kScoresCounted);
}

} // namespace

const std::vector<AttemptRange>& attemptRanges() {
    static const std::vector<AttemptRange> ranges = {{0, 0}, {1, 2}, {3, 5}, {6, std::nullopt}};
    return ranges;
}

Result<CohortYear> readCohortYear(catalog::Catalog& catalog, catalog::CohortId cohort, int wanted,
                                  const catalog::Progress& progress) {
    CohortYear year;
    year.year = wanted;
    TRY(tellPart(progress, 0));
    const auto store = catalog::Programme(catalog).cohortYears();
    const auto mentees = TRY(store.mentees(cohort, wanted));
    year.cohort = TRY(catalog.people().cohort(cohort));
    year.mentees = guarded(std::vector<int>{static_cast<int>(mentees.size())}).total;
    if (!year.mentees || mentees.empty())
        return year;
    TRY(tellPart(progress, kMenteesRead));
    const auto places = placesOf(mentees);
    const auto sessions = TRY(store.sessions(cohort, wanted));
    std::vector<int> attempts(mentees.size());
    for (const catalog::YearSession& session : sessions)
        ++attempts[places.at(session.mentee)];
    countParticipation(year, mentees, attempts);
    TRY(countScores(catalog, year, sessions, places, progress));
    TRY(countOutcomes(catalog, year, places));
    TRY(tellPart(progress, 1));
    return year;
}

} // namespace mockingbird::review
