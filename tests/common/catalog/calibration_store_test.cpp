// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/calibration_store.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using ::testing::IsEmpty;

TEST_F(CatalogTest, ASessionIsACalibrationUntilThatEnds) {
    auto& calibrations = m_catalog->calibrations();
    const Cohort cohort = must(m_catalog->people().addCohort("2026", "2026-01-01", "2026-12-31"));
    EXPECT_FALSE(must(calibrations.ofSession(m_session.id)).has_value());
    const Calibration begun = must(calibrations.begin(m_session.id, cohort.id, " Before the year "));
    EXPECT_EQ(begun.title, "Before the year");
    EXPECT_EQ(must(calibrations.ofSession(m_session.id))->cohort, cohort.id);
    EXPECT_EQ(codeOf(calibrations.begin(m_session.id, {}, "Again")), ErrorCode::InvalidArgument);
    EXPECT_EQ(must(calibrations.all()).size(), 1U);
    must(m_catalog->sessions().remove(m_session.id));
    EXPECT_THAT(must(calibrations.all()), IsEmpty()) << "nobody can rate a removed session";
    must(m_catalog->sessions().restore(m_session.id));
    must(calibrations.end(begun.id));
    must(calibrations.end(begun.id));
    EXPECT_FALSE(must(calibrations.ofSession(m_session.id)).has_value());
    EXPECT_THAT(must(calibrations.all()), IsEmpty());
    EXPECT_TRUE(must(calibrations.begin(m_session.id, {}, "For all")).cohort.isNull());
}

TEST_F(CatalogTest, ACalibrationNeedsASessionATitleAndACohortThatIsThere) {
    auto& calibrations = m_catalog->calibrations();
    EXPECT_EQ(codeOf(calibrations.begin(SessionId::make(), {}, "x")), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(calibrations.begin(m_session.id, CohortId::make(), "x")), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(calibrations.begin(m_session.id, {}, " ")), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(calibrations.end(CalibrationId::make())), ErrorCode::NotFound);
}

TEST_F(CatalogTest, ACalibrationOfACohortConcernsItsMentorsAndWhoLeads) {
    auto& calibrations = m_catalog->calibrations();
    auto& people = m_catalog->people();
    const Cohort cohort = must(people.addCohort("2026", "2026-01-01", "2026-12-31"));
    const Person mentor = must(people.add("Ida", {Role::Mentor}));
    const Person other = must(people.add("Otto", {Role::Mentor}));
    const Person leads = must(people.add("Cora", {Role::Coordinator}));
    must(people.addPair(cohort.id, m_session.mentee, mentor.id, {}));
    const Calibration theirs = must(calibrations.begin(m_session.id, cohort.id, "Theirs"));
    const auto concerns = [&](PersonId person) {
        m_catalog->actAs(person);
        return must(calibrations.concernsActor(theirs));
    };
    EXPECT_TRUE(concerns(mentor.id));
    EXPECT_FALSE(concerns(other.id));
    EXPECT_TRUE(concerns(leads.id));
    EXPECT_TRUE(concerns(m_session.mentee));
    EXPECT_TRUE(concerns({}));
    m_catalog->actAs(other.id);
    Calibration everybodys = theirs;
    everybodys.cohort = {};
    EXPECT_TRUE(must(calibrations.concernsActor(everybodys)));
}

} // namespace mockingbird::catalog::test
