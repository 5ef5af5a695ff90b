// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

#include <vector>

namespace mockingbird::review {

/// A stretch of sound ready for the output: interleaved stereo at 48 kHz. `start` and `end` are the times of
/// the recording that it covers, which at a speed other than 1 is not its length.
struct SoundBlock {
    MediaTime start;
    MediaTime end;
    std::vector<float> samples;
};

} // namespace mockingbird::review
