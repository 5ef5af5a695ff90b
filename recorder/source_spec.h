// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <string>
#include <string_view>

namespace mockingbird::recorder {

enum class SourceKind { Screen, Window, Camera, Microphone, System, File, Test };

/// One source as `record` takes it: `screen`, `screen:WxH+X+Y`, `window:ID`, `camera:ID`, `mic:ID`, `system`,
/// `file:PATH`, `test`.
struct SourceSpec {
    SourceKind kind = SourceKind::Test;
    std::string parameter; ///< what follows the colon; empty where there is none

    [[nodiscard]] std::string toString() const;
    bool operator==(const SourceSpec&) const = default;
};

/// InvalidArgument, naming what is taken, for any other text.
[[nodiscard]] Result<SourceSpec> parseVideoSource(std::string_view text);
[[nodiscard]] Result<SourceSpec> parseAudioSource(std::string_view text);

} // namespace mockingbird::recorder
