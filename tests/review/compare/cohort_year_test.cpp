// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/cohort_year.h"

#include "common/catalog/programme.h"
#include "tests/common/catalog/fixture.h"

namespace mockingbird::review {
namespace {

using namespace catalog; // NOLINT: the catalog's fixture is that of this test
using catalog::test::codeOf;
using catalog::test::must;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::int64_t kDay = 24LL * 60 * 60 * 1000;
constexpr int kYear = 2025;

/// A cohort of 2025 with as many mentees as a test wants, and two raters.
class CohortYearTest : public catalog::test::CatalogTest {
protected:
    CohortYearTest() {
        m_catalog->actAsStudio();
        m_cohort = must(m_catalog->people().addCohort("2025", "2025-01-01", "2025-12-31"));
        for (int i = 0; i < 6; ++i)
            m_raters.push_back(must(m_catalog->people().add("Rater " + std::to_string(i), {Role::Mentor})));
    }
    Person mentee(const std::string& branch, const std::string& startedOn = "2025-02-01",
                  CohortId cohort = {}) {
        const Person person = must(
            m_catalog->people().add("Mentee " + std::to_string(++m_made), {Role::Mentee}, "Page", branch));
        must(m_catalog->people().addPair(cohort.isNull() ? m_cohort.id : cohort, person.id, m_raters[0].id,
                                         {}, startedOn));
        return person;
    }
    /// Held on a day of the year, and rated by each rater whose level is given.
    Session attempt(const Person& person, int day, const std::vector<int>& levels = {}) {
        std::vector<PersonId> panel;
        for (std::size_t i = 0; i < levels.size(); ++i)
            panel.push_back(m_raters[i].id);
        const Session session =
            must(m_catalog->sessions().add(person.id, m_kit.id, SessionMode::Solo, panel,
                                           WallTime{beginOfYear(kYear).milliseconds + day * kDay}));
        for (std::size_t i = 0; i < levels.size(); ++i) {
            m_catalog->actAs(m_raters[i].id);
            const Review review = must(m_catalog->reviews().mine(session.id));
            for (const Criterion& criterion : m_kit.rubric.criteria)
                must(m_catalog->reviews().setScore(review.id, criterion.id, levels[i]));
        }
        for (std::size_t i = 0; i < levels.size(); ++i) {
            m_catalog->actAs(m_raters[i].id);
            must(m_catalog->reviews().seal(must(m_catalog->reviews().mine(session.id)).id));
        }
        m_catalog->actAsStudio();
        return session;
    }
    CohortYear read(int year = kYear) { return must(readCohortYear(*m_catalog, m_cohort.id, year)); }

    Cohort m_cohort;
    std::vector<Person> m_raters;
    int m_made = 0;
};

TEST_F(CohortYearTest, OfFewerThanFiveNothingIsTold) {
    for (int i = 0; i < 4; ++i)
        attempt(mentee("North"), 40, {3});
    const CohortYear year = read();
    EXPECT_EQ(year.mentees, std::nullopt);
    EXPECT_THAT(year.attempts.counts, IsEmpty());
    EXPECT_THAT(year.participation, IsEmpty());
    EXPECT_THAT(year.criteria, IsEmpty());
    EXPECT_THAT(year.outcomes, IsEmpty());
}

TEST_F(CohortYearTest, CountsWhoHadHowManyAttemptsAndWithholdsABranchOfFour) {
    for (int i = 0; i < 12; ++i) {
        const Person person = mentee(i < 7 ? "North" : "South");
        if (i % 2 == 0)
            attempt(person, 40);
    }
    for (int i = 0; i < 4; ++i)
        mentee("West");
    const CohortYear year = read();
    EXPECT_EQ(year.mentees, 16);
    EXPECT_THAT(year.attempts.counts, ElementsAre(10, 6, 0, 0));
    ASSERT_THAT(year.participation, SizeIs(3));
    const Participation& branches = year.participation[1];
    EXPECT_EQ(branches.grouping, Grouping::Branch);
    EXPECT_THAT(branches.groups, ElementsAre("North", "South", "West"));
    EXPECT_EQ(branches.mentees.rowTotals[2], std::nullopt) << "four";
    EXPECT_EQ(std::ranges::count(branches.mentees.rowTotals, GuardedCount()), 2) << "and one to hide it";
    EXPECT_THAT(branches.mentees.columnTotals, Eq(year.attempts.counts))
        << "cut the same way everywhere, and so no way to subtract";
}

TEST_F(CohortYearTest, DrawsAttentionToNoGroupWhereAllAreSmall) {
    for (int i = 0; i < 6; ++i)
        mentee("Branch " + std::to_string(i));
    EXPECT_THAT(read().participation[1].groups, IsEmpty());
}

TEST_F(CohortYearTest, ShowsLevelsWithTheirNeighboursUntilFiveCarryThem) {
    const std::vector<int> given = {1, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4};
    for (std::size_t i = 0; i < given.size(); ++i)
        attempt(mentee("North"), 40 + static_cast<int>(i), {given[i]});
    const CohortYear year = read();
    ASSERT_THAT(year.criteria, SizeIs(2));
    const CriterionYear& criterion = year.criteria[0];
    EXPECT_EQ(criterion.name, "Structure");
    ASSERT_THAT(criterion.given, SizeIs(3)) << "1 to 3, 4, and 5 that nobody was given";
    EXPECT_EQ(criterion.given[0].to, 3);
    EXPECT_EQ(criterion.given[0].count, 7);
    EXPECT_EQ(criterion.given[1].count, 5);
    EXPECT_EQ(criterion.given[2].count, 0);
    EXPECT_NEAR(*criterion.mean, (7 * 2 + 5 * 4) / 12.0, 1e-9) << "of the ranges' middles";
    EXPECT_THAT(criterion.agreed, IsEmpty());
    ASSERT_THAT(year.hardest, SizeIs(2));
    EXPECT_FALSE(year.hardest[0].isQuestion) << "no question was scored by itself";
    EXPECT_NEAR(year.hardest[0].percent, 100 * (34.0 / 12 - 1) / 4, 1e-9);
}

TEST_F(CohortYearTest, NamesQuestionsWhereTheyAreScoredAndNoneThatGivesASmallOneAway) {
    const auto scoreQuestions = [&](int people, std::size_t question, int level) {
        for (int i = 0; i < people; ++i) {
            const Session session = attempt(mentee("North"), 40, {3});
            must(m_catalog->sessions().join(session.id, m_raters[1].id, Seat::Panel));
            m_catalog->actAs(m_raters[1].id);
            const Review review = must(m_catalog->reviews().mine(session.id));
            must(m_catalog->reviews().setScore(review.id, m_kit.rubric.criteria[0].id, level,
                                               m_kit.questions[question].id));
            must(m_catalog->reviews().seal(review.id));
            m_catalog->actAsStudio();
        }
    };
    scoreQuestions(6, 0, 4);
    ASSERT_THAT(read().hardest, SizeIs(1));
    EXPECT_EQ(read().hardest[0].text, m_kit.questions[0].text);
    EXPECT_TRUE(read().hardest[0].isQuestion);
    scoreQuestions(2, 1, 1);
    EXPECT_THAT(read().hardest, IsEmpty()) << "else the second were what the first lacks";
    scoreQuestions(3, 1, 1);
    ASSERT_THAT(read().hardest, SizeIs(2));
    EXPECT_EQ(read().hardest[0].text, m_kit.questions[1].text) << "the hardest first";
}

TEST_F(CohortYearTest, LeavesOutAKitThatTooFewPractisedWith) {
    for (int i = 0; i < 4; ++i)
        attempt(mentee("North"), 40, {3});
    for (int i = 0; i < 3; ++i)
        mentee("North");
    const CohortYear year = read();
    EXPECT_EQ(year.mentees, 7);
    EXPECT_TRUE(year.kitsLeftOut);
    EXPECT_THAT(year.criteria, IsEmpty());
    EXPECT_THAT(year.hardest, IsEmpty());
}

TEST_F(CohortYearTest, TellsAgreementAndTheSpreadOfSeverityOfFiveRatersOrMore) {
    for (int i = 0; i < 6; ++i)
        attempt(mentee("North"), 40 + i, {3, 3, 3, 3, 4});
    CohortYear year = read();
    ASSERT_THAT(year.raters, SizeIs(1));
    ASSERT_TRUE(year.raters[0].alpha);
    EXPECT_EQ(year.raters[0].alpha->n, 12U);
    // Four raters lie 0.25 below their co-raters, one 1.0 above: sample standard deviation 0.559.
    ASSERT_TRUE(year.raters[0].severitySpread);
    EXPECT_NEAR(*year.raters[0].severitySpread, 0.56, 1e-9);
    m_cohort = must(m_catalog->people().addCohort("Other", "", ""));
    for (int i = 0; i < 6; ++i)
        attempt(mentee("North"), 40 + i, {3, 4});
    year = read();
    EXPECT_TRUE(year.raters[0].alpha);
    EXPECT_FALSE(year.raters[0].severitySpread) << "of two it were each one's";
}

TEST_F(CohortYearTest, PutsOutcomesBesideThePracticeBeforeThem) {
    const Programme programme(*m_catalog);
    for (int i = 0; i < 6; ++i) {
        const Person person = mentee("North");
        for (int attempts = 0; attempts < i; ++attempts)
            attempt(person, 10 + attempts);
        must(programme.outcomes().add({{}, person.id, OutcomeKind::Applied, "2025-05-01", "", {}, {}}));
        attempt(person, 300); // later, and so not before
        if (i < 3)
            must(programme.outcomes().add({{}, person.id, OutcomeKind::Promoted, "2025-08-01", "", {}, {}}));
    }
    const CohortYear year = read();
    ASSERT_THAT(year.outcomes, SizeIs(6));
    EXPECT_EQ(year.outcomes[2].kind, OutcomeKind::Promoted);
    EXPECT_EQ(year.outcomes[2].total, std::nullopt) << "three";
    EXPECT_EQ(year.outcomes[2].medianAttemptsBefore, std::nullopt);
    EXPECT_EQ(year.outcomes[0].total, std::nullopt) << "else it were what nine lack";
    for (int i = 0; i < 3; ++i)
        must(programme.outcomes().add(
            {{}, mentee("North").id, OutcomeKind::Promoted, "2025-08-02", "", {}, {}}));
    const CohortYear more = read();
    EXPECT_EQ(more.outcomes[0].total, 6);
    EXPECT_THAT(more.outcomes[0].mentees, ElementsAre(0, 6, 0, 0));
    EXPECT_EQ(more.outcomes[0].medianAttemptsBefore, 2.5);
    EXPECT_EQ(more.outcomes[2].total, 6);
}

TEST_F(CohortYearTest, CountsAMenteeInOneCohortAYear) {
    const Cohort other = must(m_catalog->people().addCohort("Second half", "", ""));
    for (int i = 0; i < 6; ++i) {
        const Person both = mentee("North");
        must(m_catalog->people().addPair(other.id, both.id, m_raters[1].id, {}, "2025-07-01"));
    }
    for (int i = 0; i < 5; ++i)
        mentee("North");
    EXPECT_EQ(read().mentees, 5);
    EXPECT_EQ(must(readCohortYear(*m_catalog, other.id, kYear)).mentees, 6);
    EXPECT_EQ(must(readCohortYear(*m_catalog, other.id, kYear - 1)).mentees, 0);
    EXPECT_EQ(must(Programme(*m_catalog).cohortYears().years(other.id, beginOfYear(2026))),
              (std::vector<int>{2026, 2025}));
}

TEST_F(CohortYearTest, IsForLiaisonsAndCoordinatorsAndCanBeStopped) {
    for (int i = 0; i < 6; ++i)
        attempt(mentee("North"), 40, {3});
    for (const PersonId other : {m_mentee.id, m_mentor.id}) {
        m_catalog->actAs(other);
        EXPECT_EQ(codeOf(readCohortYear(*m_catalog, m_cohort.id, kYear)), ErrorCode::Denied);
    }
    m_catalog->actAs(m_liaison.id);
    double last = -1;
    EXPECT_TRUE(readCohortYear(*m_catalog, m_cohort.id, kYear, [&](double part) {
                    EXPECT_GE(part, last);
                    last = part;
                    return true;
                }).ok());
    EXPECT_EQ(last, 1);
    EXPECT_EQ(codeOf(readCohortYear(*m_catalog, m_cohort.id, kYear, [](double) { return false; })),
              ErrorCode::Cancelled);
    EXPECT_EQ(codeOf(readCohortYear(*m_catalog, CohortId::make(), kYear)), ErrorCode::NotFound);
}

} // namespace
} // namespace mockingbird::review
