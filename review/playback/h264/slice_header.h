// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/playback/h264/parameter_sets.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace mockingbird::review::h264 {

/// What a slice's header says of the pictures that it leans on (ITU-T H.264, 7.3.3).
struct SliceHeader {
    enum class Kind { P, B, I };
    /// One change of a list of references: to the picture so many before or after the one named last.
    struct Change {
        bool backwards = false;
        int distance = 0;
    };

    Kind kind = Kind::I;
    bool first = false; ///< the picture begins with it
    bool idr = false;
    bool reference = false;
    int sequence = 0; ///< the parameters that it goes by
    int frameNum = 0;
    int frameNums = 16;   ///< they count to this and begin again
    int pictureOrder = 0; ///< its low part; nothing where `orders` is 0
    int orders = 0;
    int maxReferences = 1;
    std::array<int, 2> references{}; ///< the length of each list
    std::array<std::vector<Change>, 2> changes;
    bool marks = false;         ///< it says itself what is forgotten, instead of the oldest
    std::vector<int> forgotten; ///< by how much earlier their number is
};

/// Nothing for what is left out here, all of which the decoder knows: fields, long-term references, slice
/// groups, partitions, redundant pictures, the second kind of picture order, damage.
[[nodiscard]] std::optional<SliceHeader> readSliceHeader(Bytes unit, const ParameterSets& sets);

} // namespace mockingbird::review::h264
