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

} // namespace mockingbird::studio
