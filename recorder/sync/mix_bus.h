// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace mockingbird::recorder {

/// Sums sources into the mix. Where the sum would clip, its gain goes down at once and comes back over some
/// 200 ms, so that two loud voices don't crackle. Blocks of interleaved stereo. For one thread.
class MixBus {
public:
    /// Silence, to add to.
    static void clear(std::span<float> mix);
    static void add(std::span<float> mix, std::span<const float> source);
    /// Keeps the sum within full scale.
    void limit(std::span<float> mix);

private:
    float m_gain = 1;
};

} // namespace mockingbird::recorder
