// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mockingbird::test {

/// The streams of a file, as one part of another.
struct JoinedPart {
    std::filesystem::path file;
    std::string title;
    std::int64_t laterByMs = 0;
};

/// All the parts' streams side by side in one file, packets as they are. FFmpeg's word for what failed.
[[nodiscard]] Result<void> join(const std::vector<JoinedPart>& parts, const std::filesystem::path& file);

} // namespace mockingbird::test
