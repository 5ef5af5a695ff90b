// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <optional>
#include <string>

namespace mockingbird::bench {

/// What a recording made for a bench shows.
enum class Content {
    Dense,  ///< 1080p30 at some 11 Mbit/s, a keyframe every 2 s, B-frames
    Screen, ///< 1080p30 with the recorder's settings: a still screen with a picture of a camera in it
    Camera, ///< the same settings: all of the picture moves and is noisy
};

/// The recordings of one run, made by ffmpeg: some seconds encoded, then put together over and over without
/// encoding. In a folder that is gone with this object, or in the one MOCKINGBIRD_BENCH_MEDIA names.
class MadeRecordings {
public:
    MadeRecordings();

    /// With `sounds` tracks of sound, the mix first. Exits the program where ffmpeg fails.
    [[nodiscard]] std::filesystem::path recording(Content content, int minutes, int sounds) const;

private:
    [[nodiscard]] std::filesystem::path clip(Content content, int sounds) const;

    test::TemporaryFolder m_own;
    std::filesystem::path m_folder;
};

/// For people, such as "screen".
[[nodiscard]] std::string nameOf(Content content);

} // namespace mockingbird::bench
