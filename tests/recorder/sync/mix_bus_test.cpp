// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/mix_bus.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <vector>

namespace mockingbird::recorder {

namespace {

std::vector<float> tone(float level) {
    std::vector<float> block(2048);
    for (std::size_t i = 0; i < block.size(); ++i)
        block[i] = level * static_cast<float>(
                               std::sin(2 * std::numbers::pi * 440 * static_cast<double>(i / 2) / 48000));
    return block;
}

float peakOf(const std::vector<float>& block) {
    return std::abs(*std::ranges::max_element(block, {}, [](float x) { return std::abs(x); }));
}

} // namespace

TEST(MixBus, AddsSourcesUnchangedWhileTheyFit) {
    MixBus bus;
    std::vector<float> mix(2048, 9.0F);
    MixBus::clear(mix);
    MixBus::add(mix, tone(0.4F));
    MixBus::add(mix, tone(0.4F));
    bus.limit(mix);
    const auto expected = tone(0.8F);
    for (std::size_t i = 0; i < mix.size(); ++i)
        EXPECT_NEAR(mix[i], expected[i], 1e-6);
}

TEST(MixBus, NeverLeavesFullScaleAndRecovers) {
    MixBus bus;
    auto mix = tone(1.9F);
    EXPECT_GT(peakOf(mix), 1.0F);
    bus.limit(mix);
    EXPECT_LE(peakOf(mix), 1.0F);
    // Turned down, not clipped: the second loud block keeps its shape.
    mix = tone(1.9F);
    bus.limit(mix);
    EXPECT_NEAR(mix[200] / tone(1.9F)[200], mix[1000] / tone(1.9F)[1000], 0.01);
    for (int i = 0; i < 12; ++i) {
        mix = tone(0.5F);
        bus.limit(mix);
    }
    EXPECT_NEAR(peakOf(mix), 0.5F, 0.005F);
}

} // namespace mockingbird::recorder
