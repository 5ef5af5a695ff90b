// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/exchange/csv.h"
#include "studio/people_file/people_columns.h"
#include "studio/people_file/people_plan.h"

#include <string>

namespace mockingbird::studio {

/// What a row says, trimmed and not yet understood.
struct RowText {
    std::string id;
    std::string name;
    std::string roles;
    std::string classification;
    std::string branch;
    std::string extraTime;
    std::string largerText;
    std::string cohort;
    std::string cohortStarts;
    std::string cohortEnds;
    std::string mentor;
    std::string liaison;
    std::string contact;
    catalog::PersonValues values; ///< without the empty ones

    [[nodiscard]] bool empty() const;
};

/// InvalidArgument: why a row is left out, as the preview says it.
[[nodiscard]] Error refusedRow(std::string why);

[[nodiscard]] RowText rowText(const exchange::CsvRow& record, const PeopleColumns& columns);

/// Several roles with anything between them: `mentor; liaison`, `Mentor/Coordinator`. InvalidArgument for a
/// word that is none.
[[nodiscard]] Result<std::set<catalog::Role>> rolesIn(std::string_view text);

/// What the row does to the person: `row` gets it. InvalidArgument, saying why, where it can't be done.
[[nodiscard]] Result<void> planPerson(PlannedRow& row, const RowText& text, const catalog::Person* known,
                                      const PeopleSnapshot& snapshot);

/// Gives the person a role they need for what the file says of them.
void giveRole(PlannedRow& row, catalog::Role role);

} // namespace mockingbird::studio
