// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <string>

namespace mockingbird::studio {

enum class ReportFormat { Html, Pdf, Csv };
/// `html`, `pdf`, `csv`.
[[nodiscard]] std::string_view name(ReportFormat format);

/// By the file's ending; InvalidArgument, listing them, for any other.
[[nodiscard]] Result<ReportFormat> reportFormatOf(const std::string& file);

} // namespace mockingbird::studio
