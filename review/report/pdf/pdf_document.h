// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <map>
#include <string>
#include <vector>

namespace mockingbird::review {

/// A piece of a page that is not torn apart, unless it is longer than one.
struct PdfBlock {
    std::string html;
    bool staysWithNext = false; ///< a heading, which never ends a page
    double above = 0;           ///< space over it, but at a page's top
};

/// What becomes a PDF: HTML of the few kinds that QTextDocument lays out, and the pictures it names in `src`.
/// A picture with `width="page"` is as wide as the page's text.
struct PdfContent {
    std::string title;
    std::string style;  ///< CSS for every block
    std::string footer; ///< at the left of every page's foot, beside the page's number
    std::vector<PdfBlock> blocks;
    std::map<std::string, std::string> jpegs; ///< by name, a JPEG's bytes
    std::map<std::string, std::string> svgs;  ///< by name
};

/// Lays it out with numbered pages, of Letter where this place measures in inches, else of A4. Its title
/// stands in the file; no name of an author does. Io where Qt fails.
[[nodiscard]] Result<std::string> pdfOf(const PdfContent& content);

} // namespace mockingbird::review
