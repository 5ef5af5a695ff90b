// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace mockingbird::review {

/// The peaks of one sound track: for every bucket of time the lowest and the highest sample, -1..1.
struct TrackPeaks {
    int stream = 0;
    std::string name;
    bool mix = false; ///< the recording's mix rather than one source
    std::vector<float> low;
    std::vector<float> high;
};

struct Waveform {
    MediaTime duration;
    MediaTime bucket; ///< the length of one bucket
    std::vector<TrackPeaks> tracks;
};

/// Decodes every sound track, all in one pass over the file. `progress` gets the part done, 0..1, some 20
/// times; `grown` at first and then some four times a second what there is so far, with all buckets of the
/// whole recording, those ahead still silent. Both are called in the caller's thread. Cancelled at a stop.
/// Any thread.
[[nodiscard]] Result<Waveform> computeWaveform(const std::filesystem::path& file, std::stop_token stop = {},
                                               const std::function<void(double)>& progress = {},
                                               const std::function<void(const Waveform&)>& grown = {});

/// From the cache file beside the recording where it fits the recording's size and time of change; else
/// computed and cached. A cache that can't be written is no failure. From the cache, `grown` isn't called.
[[nodiscard]] Result<Waveform> cachedWaveform(const std::filesystem::path& file, std::stop_token stop = {},
                                              const std::function<void(double)>& progress = {},
                                              const std::function<void(const Waveform&)>& grown = {});

} // namespace mockingbird::review
