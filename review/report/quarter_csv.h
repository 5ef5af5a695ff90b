// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/report/quarter_text.h"

#include <string>

namespace mockingbird::review {

/// A pair's quarter as one table: a row for each total, and for each thing that makes it; the first column
/// says which a row is. Days are ISO dates of this place; by role there are neither names nor ids.
[[nodiscard]] std::string quarterCsv(const PairQuarter& quarter, Naming naming);

} // namespace mockingbird::review
