// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/playback/h264/parameter_sets.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace mockingbird::review::h264 {

/// Which of the packets, one a picture and the first of them an IDR's, hold what the last one leans on, by
/// itself or through others: decoding these gives its picture to the bit. Nothing where that can't be told.
[[nodiscard]] std::optional<std::vector<bool>> neededPictures(const std::vector<Bytes>& packets,
                                                              ParameterSets sets);

} // namespace mockingbird::review::h264
