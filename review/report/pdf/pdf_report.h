// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/catalog.h"
#include "common/catalog/ids.h"
#include "review/compare/comparison.h"
#include "review/compare/progress.h"
#include "review/report/report_content.h"

#include <string>

namespace mockingbird::review {

/// The session's report as a PDF: the bytes of the file. A note with its picture is not torn apart. Makes a
/// QGuiApplication without a display for the time of the call where there is none; otherwise for the thread
/// of the one that is there.
[[nodiscard]] Result<std::string> reportPdf(catalog::Catalog& catalog, catalog::SessionId session,
                                            ReportCopy copy = ReportCopy::Mentee);

/// The comparison as a PDF, likewise.
[[nodiscard]] Result<std::string> comparisonPdf(const Comparison& comparison, const PersonProgress& progress);

} // namespace mockingbird::review
