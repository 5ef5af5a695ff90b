// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/frame_code.h"

#include "recorder/capture/test_pattern.h"

#include <functional>

namespace mockingbird::test {

namespace {

using namespace recorder;

/// A 5x5 mean of the brightness around a point of the pattern, in a picture of any size.
int brightness(const std::function<int(int, int)>& at, int x, int y, int width, int height) {
    const int centreX = x * width / test_pattern::kWidth;
    const int centreY = y * height / test_pattern::kHeight;
    int sum = 0;
    int count = 0;
    for (int dy = -2; dy <= 2; ++dy) {
        for (int dx = -2; dx <= 2; ++dx) {
            if (centreX + dx < 0 || centreX + dx >= width || centreY + dy < 0 || centreY + dy >= height)
                continue;
            sum += at(centreX + dx, centreY + dy);
            ++count;
        }
    }
    return count == 0 ? 0 : sum / count;
}

std::optional<std::uint32_t> decode(const std::function<int(int, int)>& at, int width, int height) {
    std::uint32_t code = 0;
    for (int block = 0; block < test_pattern::kBlocks; ++block) {
        const int level = brightness(at, block * test_pattern::kBlockWidth + test_pattern::kBlockWidth / 2,
                                     test_pattern::kBlockHeight / 2, width, height);
        // What is neither black nor white is no block.
        if (level > 90 && level < 160)
            return std::nullopt;
        code = (code << 1U) | (level >= 128 ? 1U : 0U);
    }
    const std::uint32_t number = (code >> 4U) & 0xFFFFFFU;
    if (test_pattern::codeOf(number) != code)
        return std::nullopt;
    return number;
}

} // namespace

std::optional<std::uint32_t> frameCode(const media::Picture& picture) {
    const auto at = [&](int x, int y) {
        const std::uint8_t* pixel =
            picture.pixels.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                                     static_cast<std::size_t>(x)) *
                                        4;
        return (pixel[0] + pixel[1] + pixel[2]) / 3;
    };
    return decode(at, picture.width, picture.height);
}

std::optional<std::uint32_t> frameCode(const std::uint8_t* luma, int stride, int width, int height) {
    return decode(
        [&](int x, int y) { return static_cast<int>(luma[static_cast<std::ptrdiff_t>(y) * stride + x]); },
        width, height);
}

bool squareIsWhite(const std::uint8_t* luma, int stride, int width, int height) {
    const auto at = [&](int x, int y) {
        return static_cast<int>(luma[static_cast<std::ptrdiff_t>(y) * stride + x]);
    };
    return brightness(at, test_pattern::kWidth - test_pattern::kSquare / 2,
                      test_pattern::kHeight - test_pattern::kSquare / 2, width, height) > 128;
}

} // namespace mockingbird::test
