// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/report/quarter_text.h"
#include "review/report/report_sheet.h"

namespace mockingbird::review {

/// A pair's quarter on a page. By role it names nobody; what people wrote themselves is as they wrote it.
[[nodiscard]] ReportSheet quarterSheet(const PairQuarter& quarter, Naming naming);

} // namespace mockingbird::review
