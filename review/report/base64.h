// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mockingbird::review {

/// RFC 4648, with padding: how bytes lie in a data: address.
[[nodiscard]] std::string base64(std::string_view bytes);

} // namespace mockingbird::review
