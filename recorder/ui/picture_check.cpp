// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/picture_check.h"

#include <algorithm>

namespace mockingbird::recorder {

namespace {

constexpr int kStep = 4;                 ///< pixels, both ways
constexpr int kLightFrom = 40;           ///< of 255; a covered camera's noise stays below
constexpr int kOneLightIn = 500;         ///< of the pixels looked at
constexpr int kCheckedBytesPerPixel = 4; // B, G, R, X

} // namespace

bool showsSomething(const media::Picture& picture) {
    int looked = 0;
    int light = 0;
    for (int y = 0; y < picture.height; y += kStep) {
        const std::uint8_t* row =
            picture.pixels.data() + static_cast<std::ptrdiff_t>(y) * picture.width * kCheckedBytesPerPixel;
        for (int x = 0; x < picture.width; x += kStep) {
            const std::uint8_t* pixel = row + static_cast<std::ptrdiff_t>(x) * kCheckedBytesPerPixel;
            ++looked;
            light += std::max({pixel[0], pixel[1], pixel[2]}) >= kLightFrom ? 1 : 0;
        }
    }
    return light > 0 && light >= looked / kOneLightIn;
}

} // namespace mockingbird::recorder
