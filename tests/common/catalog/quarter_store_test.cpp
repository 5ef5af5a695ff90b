// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/quarter_store.h"

#include "common/catalog/database.h"
#include "common/catalog/programme.h"
#include "tests/common/catalog/random_work.h"
#include "tests/common/catalog/signed_in_fixture.h"

namespace mockingbird::catalog::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

constexpr std::int64_t kDay = 24LL * 60 * 60 * 1000;

class QuarterStoreTest : public SignedInTest {
protected:
    QuarterStore store() { return Programme(*m_catalog).quarters(); }
    WallTime now() const { return WallTime::now(); }
    Quarter current() const { return quarterOf(now()); }
    /// Recorded, so many days ago.
    Session recorded(int daysAgo, const std::vector<PersonId>& panel = {}) {
        const Session session = must(m_catalog->sessions().add(
            m_mentee.id, m_kit.id, SessionMode::Solo, panel, WallTime{now().milliseconds - daysAgo * kDay}));
        const Recording recording = must(m_catalog->recordings().begin(session.id, {}));
        must(m_catalog->recordings().finish(recording.id, RecordingState::Complete, seconds(60), 1, {}));
        return session;
    }
    void seal(const Session& session, PersonId rater) {
        m_catalog->actAs(rater);
        must(m_catalog->reviews().seal(must(m_catalog->reviews().mine(session.id)).id));
        m_catalog->actAs(m_coordinator.id);
    }
    /// The mentee's row of this quarter.
    QuarterRow row() {
        for (QuarterRow& each : must(store().list({current()}, now())))
            if (each.mentee == m_mentee.id)
                return each;
        throw std::runtime_error("the pair isn't listed");
    }
};

} // namespace

TEST(Quarter, IsThreeMonthsOfThisPlacesCalendar) {
    const Quarter quarter = must(parseQuarter("2026-q4"));
    EXPECT_EQ(quarter.name(), "2026-Q4");
    EXPECT_EQ(quarter.firstDay(), "2026-10-01");
    EXPECT_EQ(quarter.lastDay(), "2026-12-31");
    EXPECT_EQ((Quarter{2026, 2}).lastDay(), "2026-06-30");
    EXPECT_EQ(quarter.next(), (Quarter{2027, 1}));
    EXPECT_EQ((Quarter{2026, 1}).previous(), (Quarter{2025, 4}));
    EXPECT_EQ(quarterOf(quarter.begin()), quarter);
    EXPECT_EQ(quarterOf(quarter.end()), quarter.next());
    EXPECT_EQ(quarterOf({quarter.end().milliseconds - 1}), quarter);
    EXPECT_EQ(must(quarterOfDay("2026-12-31")), quarter);
    EXPECT_EQ(localDayOf(quarter.begin()), "2026-10-01");
    EXPECT_EQ(beginOfYear(2027), quarter.end());
    for (const char* bad : {"2026", "2026-Q5", "26-Q1", "2026-Q", "Q3-2026", "0000-Q1", ""})
        EXPECT_EQ(codeOf(parseQuarter(bad)), ErrorCode::InvalidArgument) << bad;
    EXPECT_EQ(codeOf(quarterOfDay("2026-02-30")), ErrorCode::InvalidArgument);
}

TEST_F(QuarterStoreTest, TellsWhatIsOwedAndSinceWhen) {
    EXPECT_EQ(row().outstanding, 1) << "the panel of the session in 2023";
    EXPECT_EQ(row().overdue, 1);
    EXPECT_EQ(row().oldestOwedSession, m_session.id);
    seal(m_session, m_mentor.id);
    EXPECT_EQ(row().outstanding, 0);
    const Session fresh = recorded(0);
    EXPECT_EQ(row().outstanding, 1) << "the mentor's, where nobody else rates";
    EXPECT_EQ(row().overdue, 0);
    EXPECT_EQ(row().oldestOwed, fresh.startedAt);
    auto owed = must(store().outstanding(m_mentee.id, current().end(), now()));
    ASSERT_THAT(owed, SizeIs(1));
    EXPECT_EQ(owed[0].rater, m_pairedMentor.id);
    EXPECT_FALSE(owed[0].begun);
    EXPECT_FALSE(owed[0].overdue);
    must(m_catalog->sessions().join(fresh.id, m_otherMentor.id, Seat::Observer));
    m_catalog->actAs(m_otherMentor.id); // somebody else begins one
    must(m_catalog->reviews().mine(fresh.id));
    m_catalog->actAs(m_coordinator.id);
    owed = must(store().outstanding(m_mentee.id, current().end(), now()));
    ASSERT_THAT(owed, SizeIs(1));
    EXPECT_EQ(owed[0].rater, m_otherMentor.id);
    EXPECT_TRUE(owed[0].begun);
    must(m_catalog->sessions().join(fresh.id, m_mentor.id, Seat::Panel));
    EXPECT_EQ(row().outstanding, 2);
    must(m_catalog->calibrations().begin(fresh.id, {}, "Practice"));
    EXPECT_EQ(row().outstanding, 0) << "nobody owes what is rated for practice";
    EXPECT_EQ(row().sessions, 1);
}

TEST_F(QuarterStoreTest, TellsWhetherFeedbackWasLookedAt) {
    seal(m_session, m_mentor.id);
    EXPECT_EQ(row().unopened, 1);
    EXPECT_EQ(row().oldestUnopenedSession, m_session.id);
    auto feedback = Programme(*m_catalog).feedback();
    must(feedback.noteSeen(m_session.id));
    EXPECT_EQ(row().unopened, 1) << "the coordinator looked";
    m_catalog->actAs(m_mentee.id);
    must(feedback.noteSeen(m_session.id));
    const auto revision = m_catalog->revision();
    must(feedback.noteSeen(m_session.id));
    EXPECT_EQ(m_catalog->revision(), revision) << "once is enough";
    m_catalog->actAs(m_coordinator.id);
    EXPECT_EQ(row().unopened, 0);
    const auto all = must(feedback.ofMentee(m_mentee.id, {}, now()));
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].reviews, 1);
    EXPECT_TRUE(all[0].seenAt);
}

TEST_F(QuarterStoreTest, CountsOpenCommitmentsAndOutcomes) {
    m_catalog->actAs(m_mentor.id);
    const Review review = must(m_catalog->reviews().mine(m_session.id));
    must(m_catalog->reviews().setCommitments(review.id, {"One", "Two"}));
    m_catalog->actAs(m_coordinator.id);
    EXPECT_EQ(row().openCommitments, 0) << "a draft's are nobody's yet";
    seal(m_session, m_mentor.id);
    EXPECT_EQ(row().openCommitments, 2);
    const Session later = recorded(0);
    auto programme = Programme(*m_catalog);
    must(programme.commitments().close(must(m_catalog->reviews().commitments(review.id))[0].id, later.id));
    EXPECT_EQ(row().openCommitments, 1);
    EXPECT_EQ(row().oldestOpenCommitmentSession, m_session.id);
    must(programme.outcomes().add({{}, m_mentee.id, OutcomeKind::Applied, current().firstDay(), "", {}, {}}));
    must(programme.outcomes().add({{}, m_mentee.id, OutcomeKind::Applied, "2020-01-01", "", {}, {}}));
    EXPECT_EQ(row().outcomes, 1);
}

TEST_F(QuarterStoreTest, ShowsALiaisonTheirPairsAndACoordinatorAllOfACohortOrBranch) {
    turnOn();
    const auto mentees = [&](const QuarterFilter& filter) {
        std::vector<std::string> names;
        for (const QuarterRow& each : must(store().list(filter, now())))
            names.push_back(each.menteeName);
        return names;
    };
    EXPECT_THAT(mentees({current()}), ElementsAre(m_mentee.name, m_otherMentee.name));
    EXPECT_THAT(mentees({current(), m_cohort.id}), SizeIs(2));
    EXPECT_THAT(mentees({current(), CohortId::make()}), IsEmpty());
    EXPECT_THAT(mentees({current(), {}, "Downtown"}), ElementsAre(m_mentee.name));
    EXPECT_THAT(mentees({current().previous()}), IsEmpty()) << "they began today";
    EXPECT_THAT(must(store().branches()), ElementsAre("Downtown"));
    m_catalog->actAs(m_accompanying.id);
    EXPECT_THAT(mentees({current()}), ElementsAre(m_mentee.name));
    EXPECT_EQ(must(store().quarters(now())).back(), quarterOf(m_session.startedAt));
    const auto pairs = must(m_catalog->people().pairs());
    for (const Pair& pair : pairs) {
        if (pair.mentee == m_otherMentee.id) {
            EXPECT_EQ(codeOf(store().pair(pair.id)), ErrorCode::Denied);
        }
    }
    for (const PersonId other : {m_mentee.id, m_pairedMentor.id}) {
        m_catalog->actAs(other);
        EXPECT_EQ(codeOf(store().list({current()}, now())), ErrorCode::Denied);
    }
}

TEST_F(QuarterStoreTest, CountsAsManyOwedReviewsAsItNamesAfterWhateverWork) {
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        m_catalog->actAs(m_coordinator.id);
        doRandomWork(*m_catalog, seed, 150);
    }
    m_catalog->actAsStudio();
    int named = 0;
    for (const QuarterRow& each : must(store().list({current()}, now()))) {
        const auto owed = must(store().outstanding(each.mentee, current().end(), now()));
        EXPECT_EQ(static_cast<std::size_t>(each.outstanding), owed.size()) << each.menteeName;
        named += each.outstanding;
    }
    EXPECT_GT(named, 0);
}

} // namespace mockingbird::catalog::test
