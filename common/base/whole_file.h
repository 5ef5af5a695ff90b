// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <cstddef>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>

namespace mockingbird {

/// Writes a file that is there whole or not at all: written beside, synced, renamed over an older one. A
/// device or a pipe is written to as it is. NotFound where its folder is missing, InvalidArgument for a
/// folder, Denied, NoSpace, Io; nothing half written is left.
Result<void> writeWholeFile(const std::filesystem::path& file, std::string_view bytes);

/// All of a file. NotFound, Denied, Io; InvalidArgument where it has more than `limit` bytes.
[[nodiscard]] Result<std::string> readWholeFile(const std::filesystem::path& file,
                                                std::size_t limit = std::numeric_limits<std::size_t>::max());

} // namespace mockingbird
