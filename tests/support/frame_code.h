// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/picture.h"

#include <cstdint>
#include <optional>

namespace mockingbird::test {

/// The number that is drawn into a picture of the `test` source (recorder/capture/test_pattern.h), at its own
/// size or scaled; none where no whole number is to be seen.
[[nodiscard]] std::optional<std::uint32_t> frameCode(const media::Picture& picture);
/// The same from a luma plane.
[[nodiscard]] std::optional<std::uint32_t> frameCode(const std::uint8_t* luma, int stride, int width,
                                                     int height);

/// Whether the square at the bottom right is white.
[[nodiscard]] bool squareIsWhite(const std::uint8_t* luma, int stride, int width, int height);

} // namespace mockingbird::test
