// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/caption_store.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace mockingbird::review {

/// Captions as WebVTT (W3C) or SubRip, told apart by their content. UTF-8, with or without a byte order mark;
/// tags are left out, `<v Name>` and a leading `NAME:` become the cue's speaker. Overlapping cues stay.
/// Corrupt, naming the line, for what is neither or holds no cue; TooLarge-like failures (over 16 MB, over
/// 100,000 cues, a line over 64 kB) are OutOfRange.
[[nodiscard]] Result<std::vector<catalog::Cue>> parseCaptions(std::string_view text);
/// NotFound, Denied, or as parseCaptions.
[[nodiscard]] Result<std::vector<catalog::Cue>> readCaptions(const std::filesystem::path& file);
/// The captions that lie beside a recording: same name, ending in .vtt or .srt; empty where there are none.
[[nodiscard]] std::filesystem::path captionsBeside(const std::filesystem::path& recording);

} // namespace mockingbird::review
