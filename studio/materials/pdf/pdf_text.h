// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace mockingbird::studio {

/// The words of a PDF, page by page; a scanned page has none. What lies beyond the first 2,000 pages, or
/// beyond 4 MB of words, is left out. Denied for one that wants a password, Unsupported for a protection
/// nobody knows here, Corrupt for what is no PDF that can be read, Cancelled where `wanted` says so between
/// two pages. Any thread; Qt reads PDFs one at a time.
[[nodiscard]] Result<std::vector<std::string>> pdfPages(const std::filesystem::path& file,
                                                        const std::function<bool()>& wanted = {});

} // namespace mockingbird::studio
