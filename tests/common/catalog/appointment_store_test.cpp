// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/appointment_store.h"

#include "common/catalog/preparation.h"
#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {
constexpr std::int64_t kHourMs = 3'600'000;
constexpr WallTime kNow{1'772'000'000'000};

WallTime in(int hours) {
    return {kNow.milliseconds + hours * kHourMs};
}
} // namespace

class AppointmentStoreTest : public CatalogTest {
protected:
    AppointmentStoreTest() : m_store(Preparation(*m_catalog).appointments()) {
        const Cohort cohort = must(m_catalog->people().addCohort("2026", "2026-01-01", "2026-12-31"));
        must(m_catalog->people().addPair(cohort.id, m_mentee.id, m_mentor.id, m_liaison.id));
        m_catalog->actAs(m_mentee.id);
    }
    Appointment wanted(int hours) const {
        Appointment one;
        one.mentee = m_mentee.id;
        one.at = in(hours);
        one.kit = m_kit.id;
        one.place = " Room 3 ";
        return one;
    }
    AppointmentStore m_store;
};

TEST_F(AppointmentStoreTest, IsMadeMovedCancelledAndRestoredWithItsHistory) {
    Appointment one = must(m_store.make(wanted(24)));
    EXPECT_EQ(one.place, "Room 3");
    EXPECT_EQ(one.menteeName, m_mentee.name);
    EXPECT_EQ(one.kitName, m_kit.name);
    EXPECT_EQ(one.sequence, 0);
    m_catalog->actAs(m_mentor.id);
    one.at = in(48);
    one = must(m_store.change(one));
    EXPECT_EQ(one.at, in(48));
    EXPECT_EQ(one.sequence, 1);
    EXPECT_EQ(must(m_store.change(one)).sequence, 1) << "nothing was changed";
    one = must(m_store.cancel(one.id, " ill "));
    EXPECT_TRUE(one.cancelled);
    EXPECT_EQ(one.reason, "ill");
    EXPECT_EQ(one.sequence, 2);
    EXPECT_EQ(codeOf(m_store.change(one)), ErrorCode::InvalidArgument);
    one = must(m_store.restore(one.id));
    EXPECT_FALSE(one.cancelled);
    EXPECT_EQ(one.sequence, 3);
    const auto history = must(m_store.history(one.id));
    ASSERT_THAT(history, SizeIs(4));
    EXPECT_EQ(history[0].kind, "made");
    EXPECT_EQ(history[0].author, m_mentee.name);
    EXPECT_EQ(history[0].at, in(24));
    EXPECT_EQ(history[1].kind, "changed");
    EXPECT_EQ(history[1].author, m_mentor.name);
    EXPECT_EQ(history[1].at, in(48));
    EXPECT_EQ(history[2].reason, "ill");
}

TEST_F(AppointmentStoreTest, RefusesWhatIsNone) {
    Appointment bad = wanted(24);
    bad.at = {};
    EXPECT_EQ(codeOf(m_store.make(bad)), ErrorCode::InvalidArgument);
    bad = wanted(24);
    bad.minutes = 4;
    EXPECT_EQ(codeOf(m_store.make(bad)), ErrorCode::InvalidArgument);
    bad = wanted(24);
    bad.kit = KitId::make();
    EXPECT_EQ(codeOf(m_store.make(bad)), ErrorCode::NotFound);
    bad = wanted(24);
    bad.mentee = PersonId::make();
    EXPECT_EQ(codeOf(m_store.make(bad)), ErrorCode::NotFound);
    EXPECT_THAT(must(m_store.of(m_mentee.id)), IsEmpty());
}

TEST_F(AppointmentStoreTest, IsArrangedByMenteeMentorAndCoordinatorAndSeenByTheLiaison) {
    const Person stranger = must(m_catalog->people().add("Stranger", {Role::Mentor, Role::Mentee}));
    const Person coordinator = must(m_catalog->people().add("Cora", {Role::Coordinator}));
    const Person liaison = must(m_catalog->people().add("Lea", {Role::Liaison}));
    m_catalog->actAs({});
    const Cohort next = must(m_catalog->people().addCohort("2027", "2027-01-01", "2027-12-31"));
    must(m_catalog->people().addPair(next.id, m_mentee.id, m_mentor.id, liaison.id));
    m_catalog->actAs(m_mentee.id);
    const Appointment one = must(m_store.make(wanted(24)));
    m_catalog->actAs(liaison.id);
    EXPECT_THAT(must(m_store.of(m_mentee.id)), SizeIs(1));
    EXPECT_EQ(codeOf(m_store.cancel(one.id)), ErrorCode::Denied);
    EXPECT_EQ(codeOf(m_store.make(wanted(30))), ErrorCode::Denied);
    m_catalog->actAs(stranger.id);
    EXPECT_EQ(codeOf(m_store.byId(one.id)), ErrorCode::Denied);
    EXPECT_THAT(must(m_store.of(m_mentee.id)), IsEmpty());
    EXPECT_THAT(must(m_store.aheadOfMentees(kNow, 10)), IsEmpty());
    for (const PersonId person : {m_mentor.id, coordinator.id}) {
        m_catalog->actAs(person);
        EXPECT_THAT(must(m_store.aheadOfMentees(kNow, 10)), SizeIs(1));
        EXPECT_TRUE(m_store.make(wanted(30)).ok());
        must(m_store.cancel(must(m_store.ahead(m_mentee.id, in(25), 1)).front().id));
    }
}

TEST_F(AppointmentStoreTest, AheadAreThoseThatAreNeitherOverNorCancelledNorHeld) {
    const Appointment later = must(m_store.make(wanted(48)));
    const Appointment soon = must(m_store.make(wanted(24)));
    must(m_store.make(wanted(-24)));
    must(m_store.cancel(must(m_store.make(wanted(30))).id));
    const auto ahead = must(m_store.ahead(m_mentee.id, kNow, 10));
    ASSERT_THAT(ahead, SizeIs(2));
    EXPECT_EQ(ahead[0].id, soon.id);
    EXPECT_EQ(ahead[1].id, later.id);
    EXPECT_THAT(must(m_store.ahead(m_mentee.id, kNow, 1)), SizeIs(1));
    WallTime during = in(24);
    during.milliseconds += 44 * 60'000;
    EXPECT_EQ(must(m_store.ahead(m_mentee.id, during, 10)).front().id, soon.id) << "it is being held";
    during.milliseconds += 2 * 60'000;
    EXPECT_EQ(must(m_store.ahead(m_mentee.id, during, 10)).front().id, later.id);
    must(m_store.hold(soon.id, m_session.id));
    EXPECT_EQ(must(m_store.ahead(m_mentee.id, kNow, 10)).front().id, later.id);
}

TEST_F(AppointmentStoreTest, TheSessionThatCameOfItIsBoundOnce) {
    const Appointment one = must(m_store.make(wanted(24)));
    const Appointment other = must(m_store.make(wanted(26)));
    const Appointment held = must(m_store.hold(one.id, m_session.id));
    EXPECT_EQ(held.session, m_session.id);
    EXPECT_EQ(must(m_store.ofSession(m_session.id))->id, one.id);
    EXPECT_EQ(codeOf(m_store.hold(other.id, m_session.id)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(m_store.cancel(one.id)), ErrorCode::InvalidArgument);
    must(m_store.hold(one.id, {}));
    EXPECT_FALSE(must(m_store.ofSession(m_session.id)).has_value());
    m_catalog->actAs(m_mentor.id); // who sees both
    const Session others = must(m_catalog->sessions().add(m_mentor.id, m_kit.id, SessionMode::Solo));
    EXPECT_EQ(codeOf(m_store.hold(one.id, others.id)), ErrorCode::InvalidArgument);
}

TEST_F(AppointmentStoreTest, ARecordingIsExpectedByTheNearestOfItsKitWithinADay) {
    EXPECT_FALSE(must(m_store.expecting(m_mentee.id, m_kit.id, kNow)).has_value());
    must(m_store.make(wanted(30)));
    EXPECT_FALSE(must(m_store.expecting(m_mentee.id, m_kit.id, kNow)).has_value()) << "too far";
    must(m_store.make(wanted(5)));
    Appointment open = wanted(2);
    open.kit = {};
    const Appointment nearest = must(m_store.make(open));
    Appointment real = wanted(1);
    real.kind = AppointmentKind::Real;
    must(m_store.make(real));
    EXPECT_EQ(must(m_store.expecting(m_mentee.id, m_kit.id, kNow))->id, nearest.id);
    must(m_store.cancel(nearest.id));
    EXPECT_EQ(must(m_store.expecting(m_mentee.id, m_kit.id, kNow))->at, in(5));
}

TEST_F(AppointmentStoreTest, IsFoundByAPartOfItsIdAndTheNextOne) {
    const Appointment one = must(m_store.make(wanted(24)));
    const std::string id = one.id.toString();
    EXPECT_EQ(must(m_store.find(id)).id, one.id);
    EXPECT_EQ(must(m_store.find(id.substr(id.size() - 8))).id, one.id);
    EXPECT_EQ(codeOf(m_store.find("abc")), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(m_store.find("abcdef01")), ErrorCode::NotFound);
    Appointment far = wanted(0);
    far.at = {WallTime::now().milliseconds + 100 * kHourMs};
    EXPECT_EQ(codeOf(m_store.find("next", m_mentee.id)), ErrorCode::NotFound);
    far = must(m_store.make(far));
    EXPECT_EQ(must(m_store.find("next", m_mentee.id)).id, far.id);
}

} // namespace mockingbird::catalog::test
