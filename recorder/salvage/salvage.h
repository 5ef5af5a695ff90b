// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "recorder/chapter.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mockingbird::recorder {

struct SalvageSummary {
    MediaTime duration; ///< zero where nothing could be kept
    std::int64_t bytes = 0;
};

/// Whether a recorder, of this or another process, writes the file now.
[[nodiscard]] bool isBeingWritten(const std::filesystem::path& file);

/// Makes a recording that was cut off whole again: copies every packet that can be read into a new file
/// beside it, with index and duration, syncs it, and puts it in the old one's place by rename. Busy while it
/// is being written; NoSpace leaves the old file as it was. A file without a single frame answers a duration
/// of zero and is left as it is.
/// The chapters are written into it, and the title, where there is one, is what players call it.
[[nodiscard]] Result<SalvageSummary> salvage(const std::filesystem::path& file,
                                             const std::vector<Chapter>& chapters = {},
                                             const std::string& title = {});

} // namespace mockingbird::recorder
