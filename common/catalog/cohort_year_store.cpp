// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/cohort_year_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/database.h"
#include "common/catalog/person_field.h"
#include "common/catalog/quarter.h"

#include <algorithm>

namespace mockingbird::catalog {

namespace {

// The mentees of cohort ?1 in the year of the days ?2 to ?3: those of whose pairs that ran then the last
// begun is of this cohort. ?4 and ?5 are the year's beginning and end.
#define RAN_THEN(pair, cohort, term)                                                                         \
    pair ".removed = 0 AND " term ".from_on <= ?3 AND (" pair ".ended_on = '' OR " pair                      \
         ".ended_on >= ?2) AND (" cohort ".ended_on = '' OR " cohort ".ended_on >= ?2) "
#define MENTEES_OF_YEAR                                                                                      \
    "(SELECT DISTINCT p.mentee AS person FROM pair p CROSS JOIN cohort c ON c.id = p.cohort CROSS JOIN "     \
    "pair_term t ON t.pair = p.id AND t.position = 0 WHERE p.cohort = ?1 AND " RAN_THEN(                     \
        "p", "c",                                                                                            \
        "t") "AND NOT EXISTS (SELECT 1 FROM pair q CROSS JOIN cohort d ON d.id = q.cohort CROSS JOIN "       \
             "pair_term u "                                                                                  \
             "ON u.pair = q.id AND u.position = 0 WHERE q.mentee = p.mentee AND q.cohort <> p.cohort "       \
             "AND (u.from_on, q.id) > (t.from_on, p.id) AND " RAN_THEN("q", "d", "u") ")) w "
#define SESSIONS_OF_YEAR                                                                                     \
    MENTEES_OF_YEAR "CROSS JOIN session s ON s.mentee = w.person AND s.removed = 0 "                         \
                    "AND s.started_at_ms >= ?4 AND s.started_at_ms < ?5 "
#define NOT_CALIBRATED "NOT EXISTS (SELECT 1 FROM calibration k WHERE k.session = s.id AND k.ended = 0) "

constexpr const char* kYearMentees =
    "SELECT w.person, e.classification, e.branch, coalesce((SELECT f.value FROM person_value f WHERE "
    "f.person = w.person AND f.field = ?6 AND NOT EXISTS (SELECT 1 FROM person_field d WHERE d.field = ?6 "
    "AND d.audience = 'self')), '') FROM " MENTEES_OF_YEAR
    "CROSS JOIN person e ON e.id = w.person WHERE ?4 < ?5 ORDER BY w.person";
constexpr const char* kYearSessions =
    "SELECT s.id, s.mentee, s.kit, s.kit_version, s.started_at_ms, NOT " NOT_CALIBRATED
    "FROM " SESSIONS_OF_YEAR "ORDER BY s.started_at_ms, s.id";
constexpr const char* kYearScores =
    "SELECT s.id, v.rater, g.criterion, g.question, g.level FROM " SESSIONS_OF_YEAR
    "CROSS JOIN review v ON v.session = s.id CROSS JOIN score g ON g.review = v.id "
    "WHERE v.state <> 'draft' AND v.rater <> s.mentee AND " NOT_CALIBRATED;
constexpr const char* kYearAgreed =
    "SELECT s.id, a.criterion, a.question, a.level FROM " SESSIONS_OF_YEAR
    "CROSS JOIN agreed_score a ON a.session = s.id WHERE " NOT_CALIBRATED "ORDER BY a.id";
constexpr const char* kYearOutcomes =
    "SELECT o.id, o.person, o.kind, o.on_day, o.text, o.author, '' FROM " MENTEES_OF_YEAR
    "CROSS JOIN outcome o ON o.person = w.person WHERE o.removed = 0 AND o.on_day BETWEEN ?2 AND ?3 "
    "AND ?4 < ?5 ORDER BY o.on_day, o.id";

#undef RAN_THEN
#undef MENTEES_OF_YEAR
#undef SESSIONS_OF_YEAR
#undef NOT_CALIBRATED

/// NotFound for an unknown cohort; Denied for who is neither liaison nor coordinator.
Result<void> checkYear(Database& database, CohortId cohort) {
    TRY(AccessStore(database).require(Action::See, Thing::CohortYear));
    if (!database.prepare("SELECT 1 FROM cohort WHERE id = ?1 AND removed = 0").bind(cohort).next())
        return Error{ErrorCode::NotFound, "there is no cohort " + cohort.toString(), 0};
    return {};
}

Statement ofYear(Database& database, const char* sql, CohortId cohort, int year) {
    Statement rows = database.prepare(sql);
    rows.bind(cohort, Quarter{year, 1}.firstDay(), Quarter{year, 4}.lastDay(), beginOfYear(year),
              beginOfYear(year + 1));
    return rows;
}

int yearOfDay(const std::string& day) {
    return std::stoi(day.substr(0, 4));
}

} // namespace

Result<std::vector<int>> CohortYearStore::years(CohortId cohort, WallTime now) const {
    return m_database.guard([&]() -> Result<std::vector<int>> {
        TRY(checkYear(m_database, cohort));
        Statement row = m_database.prepare(
            "SELECT min(t.from_on), max(CASE WHEN p.ended_on <> '' THEN p.ended_on WHEN c.ended_on <> '' "
            "THEN "
            "c.ended_on ELSE ?2 END) FROM pair p CROSS JOIN cohort c ON c.id = p.cohort CROSS JOIN pair_term "
            "t ON t.pair = p.id AND t.position = 0 WHERE p.cohort = ?1 AND p.removed = 0");
        row.bind(cohort, localDayOf(now));
        std::vector<int> years;
        if (!row.next() || row.isNull(0))
            return years;
        for (int year = yearOfDay(row.text(1)); year >= yearOfDay(row.text(0)); --year)
            years.push_back(year);
        return years;
    });
}

Result<std::vector<YearMentee>> CohortYearStore::mentees(CohortId cohort, int year) const {
    return m_database.guard([&]() -> Result<std::vector<YearMentee>> {
        TRY(checkYear(m_database, cohort));
        Statement rows = m_database.prepare(kYearMentees);
        rows.bind(cohort, Quarter{year, 1}.firstDay(), Quarter{year, 4}.lastDay(), beginOfYear(year),
                  beginOfYear(year + 1), kEmploymentField);
        std::vector<YearMentee> mentees;
        while (rows.next())
            mentees.push_back({rows.id<PersonId>(0), rows.text(1), rows.text(2), rows.text(3)});
        return mentees;
    });
}

Result<std::vector<YearSession>> CohortYearStore::sessions(CohortId cohort, int year) const {
    return m_database.guard([&]() -> Result<std::vector<YearSession>> {
        TRY(checkYear(m_database, cohort));
        Statement rows = ofYear(m_database, kYearSessions, cohort, year);
        std::vector<YearSession> sessions;
        while (rows.next())
            sessions.push_back({rows.id<SessionId>(0), rows.id<PersonId>(1), rows.id<KitId>(2),
                                rows.number(3), rows.wallTime(4), rows.number(5) != 0});
        return sessions;
    });
}

Result<void> CohortYearStore::forEachScore(CohortId cohort, int year,
                                           const std::function<bool(const YearScore&)>& visit) const {
    return m_database.guard([&]() -> Result<void> {
        TRY(checkYear(m_database, cohort));
        Statement rows = ofYear(m_database, kYearScores, cohort, year);
        while (rows.next())
            if (!visit({rows.id<SessionId>(0), rows.id<PersonId>(1), rows.id<CriterionId>(2),
                        rows.id<QuestionId>(3), rows.number(4)}))
                return Error{ErrorCode::Cancelled, "stopped", 0};
        return {};
    });
}

Result<std::vector<YearAgreed>> CohortYearStore::agreed(CohortId cohort, int year) const {
    return m_database.guard([&]() -> Result<std::vector<YearAgreed>> {
        TRY(checkYear(m_database, cohort));
        Statement rows = ofYear(m_database, kYearAgreed, cohort, year);
        std::vector<YearAgreed> agreed;
        while (rows.next())
            agreed.push_back(
                {rows.id<SessionId>(0), rows.id<CriterionId>(1), rows.id<QuestionId>(2), rows.number(3)});
        return agreed;
    });
}

Result<std::vector<Outcome>> CohortYearStore::outcomes(CohortId cohort, int year) const {
    return m_database.guard([&]() -> Result<std::vector<Outcome>> {
        TRY(checkYear(m_database, cohort));
        Statement rows = ofYear(m_database, kYearOutcomes, cohort, year);
        std::vector<Outcome> outcomes;
        while (rows.next())
            outcomes.push_back({rows.id<OutcomeId>(0), rows.id<PersonId>(1),
                                TRY(parseOutcomeKind(rows.text(2))), rows.text(3), rows.text(4),
                                rows.id<PersonId>(5), rows.text(6)});
        return outcomes;
    });
}

Result<std::vector<int>> CohortYearStore::attemptsBefore(CohortId cohort, int year) const {
    return m_database.guard([&]() -> Result<std::vector<int>> {
        std::vector<int> attempts;
        for (const Outcome& outcome : TRY(outcomes(cohort, year))) {
            Statement row = m_database.prepare("SELECT count(*) FROM session WHERE mentee = ?1 AND "
                                               "removed = 0 AND started_at_ms < ?2");
            row.bind(outcome.person, TRY(beginOfDay(outcome.on)));
            attempts.push_back(row.next() ? row.number(0) : 0);
        }
        return attempts;
    });
}

} // namespace mockingbird::catalog
