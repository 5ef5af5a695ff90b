// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/playback/h264/parameter_sets.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace mockingbird::review::h264 {

/// What a decoder is given of a packet on the way to another's picture.
struct Share {
    enum class Kind { Whole, StandIn, Nothing };
    Kind kind = Kind::Whole;
    std::vector<std::uint8_t> standIn; ///< the packet in its place
};

/// What is needed of the packets, one a picture and the first of them an IDR's, to decode the last one's
/// picture to the bit: that which it leans on, by itself or through others, and a stand-in where another is
/// counted among the references. Nothing where that can't be told.
[[nodiscard]] std::optional<std::vector<Share>> neededPictures(const std::vector<Bytes>& packets,
                                                               ParameterSets sets);

} // namespace mockingbird::review::h264
