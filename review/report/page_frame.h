// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mockingbird::review {

/// A whole HTML document around `body`: one file with its style in it, no script, nothing from elsewhere (its
/// content policy forbids that too), for light and dark screens and for paper.
[[nodiscard]] std::string htmlPage(std::string_view title, std::string_view body);

} // namespace mockingbird::review
