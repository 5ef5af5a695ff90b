// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/person_field.h"
#include "common/exchange/csv.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::studio {

/// Where in a table of people each thing stands, whatever its heading calls it.
struct PeopleColumns {
    using Column = std::optional<std::size_t>;
    Column id;
    Column name;
    Column firstName;
    Column lastName;
    Column roles;
    Column classification;
    Column branch;
    Column extraTime;
    Column largerText;
    Column cohort;
    Column cohortStarts;
    Column cohortEnds;
    Column mentor;
    Column liaison;
    std::map<std::string, std::size_t> fields; ///< by the field's key
    std::vector<std::string> ignored;          ///< headings that say nothing known
};

/// InvalidArgument, saying what is needed, where no column holds names. A field that people alone see of
/// themselves isn't filled in by others: its column is ignored.
[[nodiscard]] Result<PeopleColumns> columnsOf(const exchange::CsvRow& heading,
                                              const std::vector<catalog::PersonField>& fields);

} // namespace mockingbird::studio
