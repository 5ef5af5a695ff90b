// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/role_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::studio {

using catalog::Role;
using enum PageKind;
using testing::ElementsAre;

TEST(RoleTable, GivesEachRoleThePagesItHasAUseFor) {
    EXPECT_THAT(pagesFor({Role::Mentee}), ElementsAre(Home, Prepare, Record, Review, Compare, Library));
    EXPECT_THAT(pagesFor({Role::Mentor}), ElementsAre(Home, Prepare, Record, Review, Compare, Library));
    EXPECT_THAT(pagesFor({Role::Liaison}), ElementsAre(Home, Prepare, Review, Compare, Library, People));
    EXPECT_THAT(pagesFor({Role::Coordinator}),
                ElementsAre(Home, Prepare, Record, Review, Compare, Library, People));
}

TEST(RoleTable, AddsUpSeveralRoles) {
    EXPECT_THAT(pagesFor({Role::Mentor, Role::Liaison}),
                ElementsAre(Home, Prepare, Record, Review, Compare, Library, People));
}

TEST(RoleTable, TreatsSomebodyWithoutARoleAsAMentee) {
    EXPECT_EQ(pagesFor({}), pagesFor({Role::Mentee}));
}

TEST(RoleTable, ShowsAMenteeTheirOwnSessionsAlone) {
    const catalog::Person mentee{catalog::PersonId::make(), "Ben", {Role::Mentee}, {}, {}};
    const catalog::Person mentor{catalog::PersonId::make(), "Ada", {Role::Mentor}, {}, {}};
    catalog::Session own;
    own.mentee = mentee.id;
    catalog::Session other;
    other.mentee = catalog::PersonId::make();
    EXPECT_TRUE(inSight(own, mentee));
    EXPECT_FALSE(inSight(other, mentee));
    EXPECT_TRUE(inSight(own, mentor));
    EXPECT_TRUE(inSight(other, mentor));
}

} // namespace mockingbird::studio
