// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <map>
#include <string>

namespace mockingbird::review {

/// What becomes a PDF: HTML of the few kinds that QTextDocument lays out, and the pictures it names in `src`.
/// A picture with `width="page"` is as wide as the page's text.
struct PdfContent {
    std::string title;
    std::string html;
    std::map<std::string, std::string> jpegs; ///< by name, a JPEG's bytes
    std::map<std::string, std::string> svgs;  ///< by name
};

/// Lays it out on A4 with numbered pages. Io where Qt fails.
[[nodiscard]] Result<std::string> pdfOf(const PdfContent& content);

} // namespace mockingbird::review
