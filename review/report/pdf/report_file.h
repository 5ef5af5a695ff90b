// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "review/report/report_content.h"

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace mockingbird::review {

enum class ReportFormat { Html, Pdf, Csv };
/// `html`, `pdf`, `csv`.
[[nodiscard]] std::string_view name(ReportFormat format);

/// By the file's ending; InvalidArgument, listing them, for any other.
[[nodiscard]] Result<ReportFormat> reportFormatOf(const std::filesystem::path& file);

/// Writes that copy of a session's report in the format that the file's ending says. Returns the bytes
/// written. As reportFormatOf, gatherReport and writeWholeFile.
[[nodiscard]] Result<std::size_t> writeReport(catalog::Catalog& catalog, catalog::SessionId session,
                                              ReportCopy copy, const std::filesystem::path& file);

} // namespace mockingbird::review
