// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "review/compare/cohort_year.h"
#include "review/compare/comparison.h"
#include "review/compare/pair_quarter.h"
#include "review/compare/progress.h"
#include "review/report/pdf/report_file.h"
#include "review/report/quarter_sheet.h"
#include "review/report/report_sheet.h"

#include <string>

namespace mockingbird::review {

struct PdfContent;

/// The sheet as a PDF: the bytes of the file. As reportPdf() does.
[[nodiscard]] Result<std::string> sheetPdf(const ReportSheet& sheet);

/// A section of one as blocks, for a document that holds more.
void addSection(PdfContent& pdf, const SheetSection& section);

/// A mentee's attempts at a kit as a file of that format holds them.
[[nodiscard]] Result<std::string> comparisonReport(const Comparison& comparison,
                                                   const PersonProgress& progress, ReportFormat format);
/// A pair's quarter as a file of that format holds it.
[[nodiscard]] Result<std::string> quarterReport(const PairQuarter& quarter, Naming naming,
                                                ReportFormat format);
/// A cohort's year, likewise; it names nobody.
[[nodiscard]] Result<std::string> cohortReport(const CohortYear& year, ReportFormat format);

} // namespace mockingbird::review
