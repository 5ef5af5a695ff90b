// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/media/media_input.h"
#include "recorder/chapter.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mockingbird::recorder {

struct RemuxSummary {
    MediaTime duration; ///< zero where there was no packet
    std::int64_t bytes = 0;
};

enum class Unreadable {
    Fail, ///< a disk's failure to read ends it with that error
    Keep, ///< what was read until then is kept
};

/// What a copy gets that its original may not have.
struct RemuxMarks {
    std::vector<Chapter> chapters; ///< none: the original's
    std::string title;             ///< empty: the original's
};

/// Copies the sound and picture streams, as they are encoded, into a new Matroska file with index and
/// duration, synced. Unsupported for an encoding that Matroska can't hold; NoSpace and the like. Nothing is
/// left behind at a failure.
[[nodiscard]] Result<RemuxSummary> remux(media::MediaInput& input, const std::filesystem::path& target,
                                         Unreadable unreadable, const RemuxMarks& marks = {});

} // namespace mockingbird::recorder
