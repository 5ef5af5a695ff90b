// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/catalog.h"
#include "common/catalog/ids.h"

#include <string>

namespace mockingbird::review {

/// A session's scores, notes, summaries and commitments as one table; the first column says which a row is.
[[nodiscard]] Result<std::string> reportCsv(catalog::Catalog& catalog, catalog::SessionId session);

} // namespace mockingbird::review
