// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/room_left.h"

namespace mockingbird::recorder {

namespace {
constexpr std::int64_t kPictureBytes = 2'500'000 / 8;
constexpr std::int64_t kSoundBytes = 160'000 / 8;
} // namespace

std::int64_t expectedBytesPerSecond(std::size_t pictures, std::size_t sounds) {
    const std::int64_t tracks = sounds == 0 ? 0 : static_cast<std::int64_t>(sounds) + 1; // the mix
    return static_cast<std::int64_t>(pictures) * kPictureBytes + tracks * kSoundBytes;
}

std::int64_t minutesLeft(std::int64_t bytesFree, std::int64_t bytesPerSecond) {
    return bytesPerSecond <= 0 ? 0 : bytesFree / bytesPerSecond / 60;
}

} // namespace mockingbird::recorder
