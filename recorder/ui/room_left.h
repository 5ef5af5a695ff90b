// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstddef>
#include <cstdint>

namespace mockingbird::recorder {

/// Below so many minutes no recording begins.
inline constexpr std::int64_t kLeastMinutes = 10;

/// What a second of recording takes with so many sources, before there is a measured rate: 2.5 Mbit/s a
/// picture and 160 kbit/s a sound and for the mix, which is what 1080p of a talking person comes to.
[[nodiscard]] std::int64_t expectedBytesPerSecond(std::size_t pictures, std::size_t sounds);

/// Whole minutes that fit into `bytesFree`; 0 where the rate isn't positive.
[[nodiscard]] std::int64_t minutesLeft(std::int64_t bytesFree, std::int64_t bytesPerSecond);

/// Whether a recording may begin.
[[nodiscard]] bool enoughRoom(std::int64_t minutes);

enum class RoomMoment { BeforeStart, WhileRecording };
/// The minutes in a sentence; where there is too little room, what to do.
[[nodiscard]] QString roomSentence(std::int64_t minutes, RoomMoment moment);

} // namespace mockingbird::recorder
