// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/media/picture.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace mockingbird::test {

/// What a generated recording is like. Every frame has its number drawn into it as blocks that survive
/// encoding.
struct CodedMedia {
    std::string codec = "libx264"; ///< empty: no picture
    std::string colours; ///< FFmpeg's word for how they are kept; empty: as the codec usually has them
    int width = 320;
    int height = 180;
    int frames = 90;
    int keyframeEvery = 30;
    int bFrames = 0;
    bool openGop = false;
    /// When frame n is shown, in milliseconds from the start.
    std::function<std::int64_t(int)> timeOf = [](int n) { return std::int64_t{n} * 40; };
    std::int64_t startMs = 0; ///< added to every timestamp
    int rotateClockwise = 0;  ///< 0, 90, 180 or 270, as a phone writes it
    std::string options;      ///< x264-params
    int bitRate = 0;
    int firstNumber = 0; ///< drawn into the first frame; numberIn() of the others counts from it

    bool sound = false;       ///< the mix: a beep of 40 ms at every whole second
    bool secondSound = false; ///< a steady quiet tone on a track before the mix
    double toneHz = 220;      ///< the tone's
    double toneLevel = 0.1;   ///< the tone's, of full scale
    std::int64_t soundMs = 0; ///< 0: as long as the picture
    std::int64_t soundFromMs = 0;
};

/// Writes it in the container that the file's extension names; FFmpeg's word for what failed otherwise.
[[nodiscard]] Result<void> write(const CodedMedia& media, const std::filesystem::path& file);

/// The number drawn into the frame, if there is one to be read.
[[nodiscard]] std::optional<int> numberIn(const media::Picture& picture);

/// The frame that `media` shows at `time`, by its own account.
[[nodiscard]] int frameAt(const CodedMedia& media, MediaTime time);

} // namespace mockingbird::test
