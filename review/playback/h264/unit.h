// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace mockingbird::review::h264 {

/// What a unit of a stream holds, by the number in its first byte (ITU-T H.264, table 7-1).
enum class UnitType : std::uint8_t {
    Slice = 1,
    PartitionA = 2,
    PartitionC = 4,
    SliceOfIdr = 5, ///< nothing after it leans on what lies before it
    Sequence = 7,
    Picture = 8,
};

[[nodiscard]] inline UnitType typeOf(std::span<const std::uint8_t> unit) {
    return static_cast<UnitType>(unit.front() & 0x1FU);
}

/// Whether other pictures may lean on it.
[[nodiscard]] inline bool isReference(std::span<const std::uint8_t> unit) {
    return (unit.front() & 0x60U) != 0;
}

} // namespace mockingbird::review::h264
