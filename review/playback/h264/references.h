// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/playback/h264/slice_header.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace mockingbird::review::h264 {

/// Follows a stream in its own order, from a picture on that leans on none before it, and tells of each
/// picture which earlier ones its slices may lean on (ITU-T H.264, 8.2.4 and 8.2.5). What is not as encoders
/// write it it doesn't know, rather than guess.
class References {
public:
    /// The numbers, counted from the first picture that was taken, of those that the picture of a packet of
    /// these units may lean on. Nothing where it can't be told; then nothing more can.
    [[nodiscard]] std::optional<std::vector<std::size_t>> take(const std::vector<Bytes>& units,
                                                               ParameterSets& sets);

private:
    struct Stored {
        std::size_t number;
        int frameNum;
        std::int64_t order;
    };
    using List = std::vector<const Stored*>;

    [[nodiscard]] bool begin(const SliceHeader& slice);
    [[nodiscard]] bool follow(const SliceHeader& slice, std::vector<std::size_t>& numbers) const;
    [[nodiscard]] std::vector<List> lists(const SliceHeader& slice) const;
    [[nodiscard]] bool change(List& list, const SliceHeader& slice, std::size_t which) const;
    [[nodiscard]] int pictureNumber(const Stored& stored, const SliceHeader& slice) const;
    [[nodiscard]] bool store(const SliceHeader& slice);

    std::vector<Stored> m_stored;
    std::size_t m_taken = 0;
    int m_lastFrameNum = 0;       ///< of the last picture that others may lean on
    std::int64_t m_order = 0;     ///< of the picture at hand
    std::int64_t m_orderHigh = 0; ///< of the last reference, without its low part
    int m_orderLow = 0;
};

} // namespace mockingbird::review::h264
