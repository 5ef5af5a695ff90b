// SPDX-License-Identifier: GPL-3.0-or-later
// What pages and lists ask the catalog is answered from indexes: no statement reads a whole table that grows
// with the years. SQLite says so itself (EXPLAIN QUERY PLAN). The catalog keeps no statistics (ANALYZE), so
// that the plans seen here in a small one are those of a large one.
#include "tests/common/catalog/fixture.h"

#include "common/catalog/cohort_year_store.h"
#include "common/catalog/commitment_closing_store.h"
#include "common/catalog/database.h"
#include "common/catalog/feedback_store.h"
#include "common/catalog/quarter_store.h"

#include <sqlite3.h>

namespace mockingbird::catalog::test {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// The stores on a connection of the test's own, which hears every statement.
class QueryPlanTest : public CatalogTest {
protected:
    QueryPlanTest() : m_database(must(Database::open(m_folder.path(), false))) {
        m_database->actAs(m_mentor.id);
        sqlite3_trace_v2(
            m_database->connection().getHandle(), SQLITE_TRACE_STMT,
            [](unsigned, void* heard, void*, void* text) {
                const std::string sql = static_cast<const char*>(text);
                if (!sql.starts_with("--")) // what triggers and full-text tables do within
                    static_cast<std::set<std::string>*>(heard)->insert(sql);
                return 0;
            },
            &m_heard);
    }

    /// The steps of the statements' plans that read a table or an index from one end to the other.
    [[nodiscard]] std::vector<std::string> scans() {
        sqlite3_trace_v2(m_database->connection().getHandle(), 0, nullptr, nullptr);
        std::vector<std::string> found;
        for (const std::string& sql : m_heard) {
            const auto begins = [&](const char* word) { return sql.starts_with(word); };
            if (!begins("SELECT") && !begins("WITH") && !begins("INSERT") && !begins("UPDATE") &&
                !begins("DELETE"))
                continue;
            Statement plan = m_database->prepare("EXPLAIN QUERY PLAN " + sql);
            while (plan.next())
                if (const std::string step = plan.text(3); step.starts_with("SCAN ") && !harmless(sql, step))
                    found.push_back(step + " <- " + sql);
        }
        return found;
    }

    /// The full-text index is asked for words; a subquery's rows and a constant row are no table. There are
    /// few calibrations and unfinished recordings at a time, one row that says whether people sign in, and a
    /// programme's people and pairs, of which the first that is met answers.
    static bool harmless(const std::string& sql, const std::string& step) {
        const auto has = [&](const char* words) { return step.find(words) != std::string::npos; };
        if (has("VIRTUAL TABLE INDEX") || has("search_text_config") || has("search_title_config") ||
            has("calibration_running") || has("recording_unfinished") || has("sign_in") || has("person_role"))
            return true;
        const std::string table = step.substr(0, step.find(' ', std::string("SCAN ").size()));
        if (table == "SCAN t" && sql.find("session_standing t") != std::string::npos)
            return true;
        if ((table == "SCAN p" || table == "SCAN c") &&
            sql.find("EXISTS (SELECT 1 FROM cohort c CROSS JOIN ") != std::string::npos)
            return true;
        // A list of a quarter's pairs is one of all pairs.
        if (table == "SCAN p" && sql.find("FROM pair p CROSS JOIN cohort c") != std::string::npos)
            return true;
        return table == "SCAN CONSTANT" || table.starts_with("SCAN (subquery") || table == "SCAN found" ||
               table == "SCAN w" || table == "SCAN session_standing";
    }

    std::unique_ptr<Database> m_database;
    std::set<std::string> m_heard;
};

TEST_F(QueryPlanTest, TheCheckFindsAScan) {
    Statement row = m_database->prepare("SELECT count(*) FROM note WHERE text = 'x'");
    ASSERT_TRUE(row.next());
    EXPECT_THAT(scans(), Contains(HasSubstr("SCAN note")));
}

TEST_F(QueryPlanTest, ListsOfSessionsAreReadFromAnIndexInItsOrder) {
    const SessionStore sessions(*m_database);
    for (const SessionFilter& filter :
         {SessionFilter{}, SessionFilter{.mentee = m_mentee.id}, SessionFilter{.kit = m_kit.id},
          SessionFilter{.recorded = true, .unsealedBy = m_mentor.id},
          SessionFilter{.sealedBy = m_mentor.id}}) {
        const auto page = must(sessions.page(filter, 10));
        if (!page.empty())
            must(sessions.page(filter, 10, placeOf(page.back())));
    }
    must(sessions.byId(m_session.id));
    must(sessions.find("last"));
    m_database->actAs(m_mentee.id); // who sees their own alone
    const auto own = must(sessions.page({}, 10));
    ASSERT_EQ(own.size(), 1U);
    must(sessions.page({}, 10, placeOf(own.back())));
    must(sessions.page({.kit = m_kit.id}, 10));
    must(sessions.mentees());
    EXPECT_THAT(scans(), IsEmpty());
    EXPECT_THAT(m_heard, Not(IsEmpty()));
}

TEST_F(QueryPlanTest, WhatASessionHoldsIsReadByIndex) {
    must(m_catalog->reviews().mine(m_session.id));
    const ReviewStore reviews(*m_database);
    must(reviews.ofSession(m_session.id));
    must(reviews.round(m_session.id));
    must(reviews.notes(m_session.id));
    must(reviews.replies(m_session.id));
    must(reviews.scores(m_session.id));
    must(reviews.commitmentsBefore(m_mentee.id, WallTime::now()));
    must(RecordingStore(*m_database, {}).ofSession(m_session.id));
    must(RecordingStore(*m_database, {}).unfinished());
    must(SessionStore(*m_database).segments(m_session.id));
    must(SessionStore(*m_database).bookmarks(m_session.id));
    must(ConsensusStore(*m_database).ofSession(m_session.id));
    must(CaptionStore(*m_database).ofRecording(m_recording.id));
    must(GoalStore(*m_database).of(m_mentee.id, WallTime::now()));
    EXPECT_THAT(scans(), IsEmpty());
    EXPECT_GT(m_heard.size(), 10U);
}

TEST_F(QueryPlanTest, QuartersAndYearsAreReadByIndex) {
    auto& people = m_catalog->people();
    const Cohort cohort = must(people.addCohort("2026", "", ""));
    const Pair pair = must(people.addPair(cohort.id, m_mentee.id, m_mentor.id, m_liaison.id));
    m_database->actAs(m_liaison.id); // a coordinator, too
    const WallTime now = WallTime::now();
    const int year = quarterOf(now).year;
    const QuarterStore quarters(*m_database);
    must(quarters.list({quarterOf(now)}, now));
    must(quarters.list({quarterOf(now), cohort.id}, now));
    must(quarters.outstanding(m_mentee.id, now, now));
    must(quarters.quarters(now));
    must(FeedbackStore(*m_database).ofMentee(m_mentee.id, {}, now));
    must(FeedbackStore(*m_database).noteSeen(m_session.id));
    must(OutcomeStore(*m_database).ofPerson(m_mentee.id));
    must(CommitmentClosingStore(*m_database).ofMentee(m_mentee.id));
    const CohortYearStore years(*m_database);
    must(years.years(cohort.id, now));
    must(years.mentees(cohort.id, year));
    must(years.sessions(cohort.id, year));
    must(years.forEachScore(cohort.id, year, [](const YearScore&) { return true; }));
    must(years.agreed(cohort.id, year));
    must(years.outcomes(cohort.id, year));
    const Person accompanying = must(people.add("Eli Fox", {Role::Liaison}));
    must(people.changePair(pair.id, m_mentor.id, accompanying.id, "", ""));
    m_database->actAs(accompanying.id);
    must(quarters.list({quarterOf(now)}, now));
    must(quarters.branches());
    must(quarters.quarters(now));
    must(CommitmentClosingStore(*m_database).ofMentee(m_mentee.id));
    EXPECT_THAT(scans(), IsEmpty());
    EXPECT_GT(m_heard.size(), 15U);
}

TEST_F(QueryPlanTest, AddingAnEventReadsNoWholeTable) {
    ReviewStore reviews(*m_database);
    const Review mine = must(reviews.mine(m_session.id));
    must(reviews.addNote(mine.id, noteAt(12.5, "Good opening")));
    must(reviews.setScore(mine.id, m_kit.rubric.criteria[0].id, 3));
    EXPECT_THAT(scans(), IsEmpty());
}

TEST_F(QueryPlanTest, SearchingReadsTheFullTextIndexAndTheRowsItNames) {
    must(SearchStore(*m_database).find("calm"));
    must(SearchStore(*m_database).find("calm and slower"));
    m_database->actAs(m_mentee.id);
    must(SearchStore(*m_database).find("calm"));
    EXPECT_THAT(scans(), IsEmpty());
    EXPECT_THAT(m_heard, Not(IsEmpty()));
}

} // namespace mockingbird::catalog::test
