// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/level_meter.h"

#include <gtest/gtest.h>
#include <vector>

namespace mockingbird::recorder {

TEST(LevelMeter, TellsPeakAndRms) {
    LevelMeter meter;
    EXPECT_EQ(meter.peak(), 0);
    EXPECT_EQ(meter.rms(), 0);
    std::vector<float> square(9600, 0.5F);
    for (std::size_t i = 0; i < square.size(); i += 4)
        square[i] = -0.5F;
    meter.add(square);
    EXPECT_NEAR(meter.peak(), 0.5, 1e-6);
    EXPECT_NEAR(meter.rms(), 0.5, 1e-6);
}

TEST(LevelMeter, ForgetsWhatIsOlderThanATenthOfASecond) {
    LevelMeter meter;
    meter.add(std::vector<float>(960, 1.0F));
    meter.add(std::vector<float>(9600, 0.1F));
    EXPECT_NEAR(meter.peak(), 0.1, 1e-6);
    EXPECT_NEAR(meter.rms(), 0.1, 1e-6);
}

TEST(LevelMeter, TellsForASecondThatFullScaleWasReached) {
    LevelMeter meter;
    meter.add(std::vector<float>(48000, 0.99F));
    EXPECT_FALSE(meter.clipped());
    meter.add(std::vector<float>(2, -1.0F));
    EXPECT_TRUE(meter.clipped());
    meter.add(std::vector<float>(90'000, 0.5F));
    EXPECT_TRUE(meter.clipped());
    meter.add(std::vector<float>(10'000, 0.5F));
    EXPECT_FALSE(meter.clipped());
}

} // namespace mockingbird::recorder
