// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/playback/h264/parameter_sets.h"

#include <optional>

namespace mockingbird::review::h264 {

/// A packet in the place of one whose picture nobody looks at and nothing that is decoded leans on. It has
/// the same number, the same place in the order and forgets the same pictures, so that all that follows finds
/// the references that it counts on; but it holds no blocks: there is nothing to decode, and it waits for no
/// picture before it. What its picture shows is whatever its memory held, so it must not be given out.
/// Nothing where that can't be told. `units` are the packet's, without an IDR's or parameter sets; `sets` are
/// those in force at it.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> standIn(const std::vector<Bytes>& units,
                                                               const ParameterSets& sets);

} // namespace mockingbird::review::h264
