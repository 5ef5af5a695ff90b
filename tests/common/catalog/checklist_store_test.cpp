// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/checklist_store.h"

#include "common/catalog/appointment_store.h"
#include "common/catalog/checklist_text.h"
#include "common/catalog/preparation.h"
#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using ::testing::SizeIs;

class ChecklistStoreTest : public CatalogTest {
protected:
    ChecklistStoreTest() : m_store(Preparation(*m_catalog).checklists()) {
        must(m_catalog->materials().add(
            m_kit.id, "Checklist", "markdown",
            "## Two weeks before\n- [ ] Read\n- [ ] Write\n## Some day\n- [ ] Rest\n"
            "- [ ] Read\n"));
        must(m_catalog->materials().add(m_kit.id, "Guide", "markdown", "No list here."));
        m_catalog->actAs(m_mentee.id);
        m_appointment = appointmentAt(1'772'000'000'000);
    }
    Appointment appointmentAt(std::int64_t at) {
        Appointment one;
        one.mentee = m_mentee.id;
        one.at = {at};
        one.kit = m_kit.id;
        return must(Preparation(*m_catalog).appointments().make(one));
    }
    ChecklistStore m_store;
    Appointment m_appointment;
};

TEST_F(ChecklistStoreTest, TakesItsPointsFromTheKitAndTheirDaysFromTheAppointment) {
    const Checklist list = must(m_store.of(m_mentee.id, m_appointment.id));
    ASSERT_THAT(list.items, SizeIs(3)) << "a point said twice is one";
    EXPECT_EQ(list.items[0].text, "Read");
    EXPECT_EQ(list.items[0].heading, "Two weeks before");
    EXPECT_EQ(list.items[0].dueOn, dayBefore(m_appointment.at, 14));
    EXPECT_EQ(list.items[2].text, "Rest");
    EXPECT_EQ(list.items[2].dueOn, "");
    m_appointment.at.milliseconds += 7 * 86'400'000LL;
    must(Preparation(*m_catalog).appointments().change(m_appointment));
    EXPECT_EQ(must(m_store.of(m_mentee.id, m_appointment.id)).items[0].dueOn, dayBefore(m_appointment.at, 14))
        << "the days move with it";
}

TEST_F(ChecklistStoreTest, IsTickedForEachAppointmentByItself) {
    const Appointment other = appointmentAt(1'775'000'000'000);
    must(m_store.tick(m_mentee.id, m_appointment.id, "Read", true));
    must(m_store.tick(m_mentee.id, m_appointment.id, "Read", true));
    EXPECT_EQ(must(m_store.of(m_mentee.id, m_appointment.id)).ticked(), 1u);
    EXPECT_EQ(must(m_store.of(m_mentee.id, other.id)).ticked(), 0u);
    must(m_store.tick(m_mentee.id, m_appointment.id, "Read", false));
    EXPECT_EQ(must(m_store.of(m_mentee.id, m_appointment.id)).ticked(), 0u);
    EXPECT_EQ(codeOf(m_store.tick(m_mentee.id, m_appointment.id, "Fly", true)), ErrorCode::NotFound);
}

TEST_F(ChecklistStoreTest, HoldsOwnPointsBesides) {
    const ChecklistItem own = must(m_store.add(m_mentee.id, m_appointment.id, " Ask Ada ", "2026-02-20"));
    must(m_store.add(m_mentee.id, {}, "Always", ""));
    const Checklist list = must(m_store.of(m_mentee.id, m_appointment.id));
    ASSERT_THAT(list.items, SizeIs(5));
    EXPECT_EQ(list.items[3].text, "Ask Ada");
    EXPECT_EQ(list.items[3].dueOn, "2026-02-20");
    must(m_store.tick(m_mentee.id, m_appointment.id, own.key, true));
    must(m_store.change(own.own, "Ask Ada twice", ""));
    EXPECT_TRUE(must(m_store.of(m_mentee.id, m_appointment.id)).items[3].ticked)
        << "its words are not its id";
    EXPECT_THAT(must(m_store.of(m_mentee.id, {})).items, SizeIs(1));
    must(m_store.remove(own.own));
    EXPECT_THAT(must(m_store.of(m_mentee.id, m_appointment.id)).items, SizeIs(4));
    must(m_store.restore(own.own));
    EXPECT_EQ(must(m_store.of(m_mentee.id, m_appointment.id)).items[3].text, "Ask Ada twice");
    EXPECT_EQ(codeOf(m_store.add(m_mentee.id, {}, "  ")), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(m_store.add(m_mentee.id, {}, "x", "tomorrow")), ErrorCode::InvalidArgument);
}

TEST_F(ChecklistStoreTest, IsNobodyElses) {
    const ChecklistItem own = must(m_store.add(m_mentee.id, {}, "Mine"));
    for (const PersonId other : {m_mentor.id, m_liaison.id, PersonId{}}) {
        m_catalog->actAs(other);
        EXPECT_EQ(codeOf(m_store.of(m_mentee.id, m_appointment.id)), ErrorCode::Denied);
        EXPECT_EQ(codeOf(m_store.tick(m_mentee.id, m_appointment.id, "Read", true)), ErrorCode::Denied);
        EXPECT_EQ(codeOf(m_store.add(m_mentee.id, {}, "x")), ErrorCode::Denied);
        EXPECT_EQ(codeOf(m_store.remove(own.own)), ErrorCode::Denied);
    }
}

} // namespace mockingbird::catalog::test
