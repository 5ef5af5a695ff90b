// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace mockingbird::recorder {

enum class SourceKind { Screen, Window, Camera, Microphone, System, File, Test };

/// One source as `record` takes it: `screen`, `screen:WxH+X+Y`, `window:ID`, `camera:ID`, `mic:ID`, `system`,
/// `file:PATH`, `test`; and where the desktop asks which one, `window`. A camera's id is its device's path,
/// or `pipewire:` and the name that PipeWire has for it.
struct SourceSpec {
    SourceKind kind = SourceKind::Test;
    std::string parameter; ///< what follows the colon; empty where there is none

    [[nodiscard]] std::string toString() const;
    bool operator==(const SourceSpec&) const = default;
};

/// InvalidArgument, naming what is taken, for any other text.
[[nodiscard]] Result<SourceSpec> parseVideoSource(std::string_view text);
[[nodiscard]] Result<SourceSpec> parseAudioSource(std::string_view text);

/// What `screen:WxH+X+Y` says, in the screen's own pixels.
struct ScreenPart {
    int width = 0;
    int height = 0;
    int x = 0;
    int y = 0;
};

/// None for any other text than WxH+X+Y.
[[nodiscard]] std::optional<ScreenPart> parseScreenPart(std::string_view text);
/// The part that a screen's spec names, the whole screen where it names none. InvalidArgument, naming the
/// screen's size, where the part isn't one of a screen of that size.
[[nodiscard]] Result<ScreenPart> partOfScreen(const SourceSpec& spec, int screenWidth, int screenHeight);

} // namespace mockingbird::recorder
