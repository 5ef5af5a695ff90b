// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/goal_store.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

TEST_F(CatalogTest, TheGoalThatHeldAtATimeIsTheLastSetBefore) {
    auto& goals = m_catalog->goals();
    EXPECT_FALSE(must(goals.of(m_mentee.id, WallTime::now())).has_value());
    must(goals.set(m_mentee.id, " Finish each example "));
    const Goal first = must(goals.of(m_mentee.id, WallTime::now())).value();
    EXPECT_EQ(first.text, "Finish each example");
    EXPECT_EQ(first.person, m_mentee.id);
    EXPECT_FALSE(must(goals.of(m_mentee.id, WallTime{first.setAt.milliseconds - 1})).has_value());
    EXPECT_FALSE(must(goals.of(m_mentor.id, WallTime::now())).has_value());
    const auto revision = m_catalog->revision();
    must(goals.set(m_mentee.id, "Finish each example"));
    EXPECT_EQ(m_catalog->revision(), revision) << "nothing happened";
    must(goals.set(m_mentee.id, "Breathe"));
    EXPECT_EQ(must(goals.of(m_mentee.id, WallTime::now()))->text, "Breathe");
    must(goals.set(m_mentee.id, ""));
    EXPECT_FALSE(must(goals.of(m_mentee.id, WallTime::now())).has_value()) << "it was taken back";
    EXPECT_EQ(codeOf(goals.set(PersonId::make(), "x")), ErrorCode::NotFound);
}

} // namespace mockingbird::catalog::test
