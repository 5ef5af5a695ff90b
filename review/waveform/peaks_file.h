// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/waveform/waveform.h"

#include <filesystem>
#include <optional>

namespace mockingbird::review {

/// The cache of a recording's peaks beside it, `<file>.peaks`: a version, the recording's size and time of
/// change, then the peaks in sixteen bits each, and a checksum. Can be thrown away.
[[nodiscard]] std::filesystem::path peaksFileOf(const std::filesystem::path& recording);

/// nullopt where there is none, or it is damaged, of another version or of another state of the recording.
[[nodiscard]] std::optional<Waveform> readPeaks(const std::filesystem::path& recording);

/// Under another name first, so that no reader meets half of it.
[[nodiscard]] Result<void> writePeaks(const std::filesystem::path& recording, const Waveform& waveform);

} // namespace mockingbird::review
