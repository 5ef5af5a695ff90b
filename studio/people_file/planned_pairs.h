// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/people_file/people_plan.h"
#include "studio/people_file/person_row.h"

#include <string>
#include <vector>

namespace mockingbird::studio {

/// Adds to a plan the pairs that its rows name, the cohorts they need, and the roles that go with them.
/// `texts` are those of `plan.rows`. A row whose pair can't be made is refused as a whole, and so is one that
/// names somebody new whose own row is refused.
void planPairs(PeoplePlan& plan, const std::vector<RowText>& texts, const PeopleSnapshot& snapshot,
               void (*refuse)(PlannedRow&, std::string));

} // namespace mockingbird::studio
