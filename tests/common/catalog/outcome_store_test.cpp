// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/outcome_store.h"

#include "common/catalog/programme.h"
#include "tests/common/catalog/signed_in_fixture.h"

namespace mockingbird::catalog::test {

using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

class OutcomeStoreTest : public SignedInTest {
protected:
    OutcomeStore store() { return Programme(*m_catalog).outcomes(); }
    Outcome wanted(const std::string& on = "2026-05-04") const {
        return {{}, m_mentee.id, OutcomeKind::Interviewed, on, "  Branch librarian ", {}, {}};
    }
};

} // namespace

TEST_F(OutcomeStoreTest, AreEnteredChangedAndTakenBack) {
    const Outcome made = must(store().add(wanted()));
    EXPECT_EQ(made.text, "Branch librarian");
    EXPECT_EQ(made.authorName, "Dora Ek");
    must(store().add(wanted("2026-06-01")));
    auto all = must(store().ofPerson(m_mentee.id));
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[0].on, "2026-06-01") << "the newest first";
    Outcome other = made;
    other.kind = OutcomeKind::Promoted;
    EXPECT_EQ(must(store().change(other)).kind, OutcomeKind::Promoted);
    const auto revision = m_catalog->revision();
    must(store().change(other));
    EXPECT_EQ(m_catalog->revision(), revision) << "nothing differs";
    must(store().remove(made.id));
    EXPECT_THAT(must(store().ofPerson(m_mentee.id)), SizeIs(1));
    EXPECT_EQ(codeOf(store().byId(made.id)), ErrorCode::NotFound);
    must(store().restore(made.id));
    EXPECT_EQ(must(store().find(made.id.toString().substr(28))).id, made.id);
}

TEST_F(OutcomeStoreTest, AreToldByTheMenteeTheirLiaisonAndCoordinatorsAndSeenByTheirMentor) {
    turnOn();
    const Outcome made = must(store().add(wanted()));
    for (const PersonId teller : {m_mentee.id, m_accompanying.id}) {
        m_catalog->actAs(teller);
        EXPECT_TRUE(store().add(wanted()).ok());
    }
    m_catalog->actAs(m_pairedMentor.id);
    EXPECT_THAT(must(store().ofPerson(m_mentee.id)), SizeIs(3));
    EXPECT_EQ(codeOf(store().add(wanted())), ErrorCode::Denied);
    EXPECT_FALSE(store().remove(made.id).ok());
    for (const PersonId other : {m_otherMentee.id, m_otherMentor.id, m_otherLiaison.id}) {
        m_catalog->actAs(other);
        EXPECT_EQ(codeOf(store().ofPerson(m_mentee.id)), ErrorCode::Denied);
        EXPECT_EQ(codeOf(store().byId(made.id)), ErrorCode::Denied);
        EXPECT_EQ(codeOf(store().add(wanted())), ErrorCode::Denied);
    }
}

TEST_F(OutcomeStoreTest, RefuseWhatIsNoDayNobodyOrTooLong) {
    EXPECT_EQ(codeOf(store().add(wanted("yesterday"))), ErrorCode::InvalidArgument);
    Outcome bad = wanted();
    bad.person = PersonId::make();
    EXPECT_EQ(codeOf(store().add(bad)), ErrorCode::NotFound);
    bad = wanted();
    bad.text = std::string(501, 'x');
    EXPECT_EQ(codeOf(store().add(bad)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(parseOutcomeKind("hired")), ErrorCode::InvalidArgument);
    EXPECT_THAT(must(store().ofPerson(m_mentee.id)), IsEmpty());
    EXPECT_EQ(must(store().add(wanted(""))).on.size(), 10U) << "today";
}

} // namespace mockingbird::catalog::test
