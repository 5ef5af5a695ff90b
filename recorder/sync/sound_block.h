// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mockingbird::recorder {

/// The same stretch of all sound tracks: interleaved stereo at 48 kHz.
struct SoundBlock {
    static constexpr std::size_t kSamples = 1024; ///< of each channel; an AAC frame
    std::int64_t from = 0;                        ///< running sample
    std::vector<std::vector<float>> tracks;       ///< the mix, then each source
};

} // namespace mockingbird::recorder
