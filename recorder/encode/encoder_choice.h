// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mockingbird::recorder {

/// An H.264 encoder as FFmpeg names it, and how fast it is asked to be.
struct EncoderChoice {
    std::string name = "libx264";
    std::string preset = "veryfast"; ///< libx264's; empty where the encoder has none

    bool operator==(const EncoderChoice&) const = default;
    /// `libx264:superfast`, `h264_vaapi`.
    [[nodiscard]] std::string toString() const { return preset.empty() ? name : name + ":" + preset; }
    /// The reverse; libx264 alone means its usual preset.
    [[nodiscard]] static EncoderChoice parse(std::string_view text);
};

} // namespace mockingbird::recorder
