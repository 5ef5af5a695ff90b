// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/catalog.h"
#include "common/catalog/ids.h"
#include "review/report/report_content.h"

#include <string>

namespace mockingbird::review {

/// A session's scores, agreed scores, notes, replies, summaries and commitments as one table; the first
/// column says which a row is. Times in the recording are seconds, wall times ISO 8601 in UTC.
[[nodiscard]] Result<std::string> reportCsv(catalog::Catalog& catalog, catalog::SessionId session,
                                            ReportCopy copy = ReportCopy::Mentee);

} // namespace mockingbird::review
