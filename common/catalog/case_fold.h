// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mockingbird::catalog {

/// UTF-8 text in lower case, for comparing names: Latin, Greek and Cyrillic letters, whatever the locale.
/// Bytes that are no UTF-8 stay.
[[nodiscard]] std::string foldCase(std::string_view text);

/// Without blanks at its ends.
[[nodiscard]] std::string trimmed(std::string_view text);

} // namespace mockingbird::catalog
