// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace mockingbird::test {

/// The pictures of one stream of a file, as the `ffmpeg` command decodes them.
class PictureTrack {
public:
    struct Frame {
        double time = 0;       ///< seconds
        double brightness = 0; ///< mean luma, 16 for black, 235 for white
        double change = 0;     ///< mean difference of luma to the frame before
    };

    /// The stream by its index in the file; fails the test where it can't be decoded.
    PictureTrack(const std::filesystem::path& file, int stream);

    [[nodiscard]] const std::vector<Frame>& frames() const { return m_frames; }
    /// The times of frames that are bright upon one that was dark.
    [[nodiscard]] std::vector<double> flashes() const;

private:
    std::vector<Frame> m_frames;
};

} // namespace mockingbird::test
