// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mockingbird::media {

/// One stream of a file.
struct StreamSummary {
    enum class Kind { Video, Audio, Other };
    int index = 0;
    Kind kind = Kind::Other;
    std::string codec;  ///< FFmpeg's name, such as `h264`
    std::string title;  ///< the stream's title tag
    std::string source; ///< the stream's MOCKINGBIRD_SOURCE tag: `mix`, or the source as `record` takes it
    int width = 0;
    int height = 0;
    double framesPerSecond = 0;
    int sampleRate = 0;
    int channels = 0;
};

/// What a media file holds.
struct MediaSummary {
    std::string format;
    MediaTime duration;
    std::int64_t bytes = 0;
    std::vector<StreamSummary> streams;
};

/// Looks into a file. NotFound, Unsupported for a file that is no media, Corrupt for one that is cut short
/// before its streams are known. Any thread.
[[nodiscard]] Result<MediaSummary> probe(const std::filesystem::path& file);

} // namespace mockingbird::media
