// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/media/av_handles.h"
#include "recorder/chapter.h"

#include <vector>

namespace mockingbird::recorder {

/// The chapters as a file of this length can hold them: by their beginnings, no two at the same millisecond
/// (players would show but one of them), each with an end; those past the file's end left out.
[[nodiscard]] std::vector<Chapter> chaptersWithin(std::vector<Chapter> chapters, MediaTime duration);

/// Gives an output its chapters, which need to have ends; the context owns them.
Result<void> setChapters(AVFormatContext& output, const std::vector<Chapter>& chapters);

/// The chapters of an input.
[[nodiscard]] std::vector<Chapter> chaptersOf(const AVFormatContext& input);

} // namespace mockingbird::recorder
