// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/test_chime.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <gtest/gtest.h>
#include <vector>

namespace mockingbird::recorder {

TEST(TestChime, IsLoudEnoughToBeHeardSoftEnoughForHeadphonesAndEndsSilent) {
    const QByteArray bytes = TestChime::samples();
    ASSERT_EQ(bytes.size(), 48000 * 3 / 2 * 2 * 2);
    std::vector<std::int16_t> samples(static_cast<std::size_t>(bytes.size()) / sizeof(std::int16_t));
    std::memcpy(samples.data(), bytes.data(), static_cast<std::size_t>(bytes.size()));
    int peak = 0;
    for (const std::int16_t sample : samples)
        peak = std::max(peak, std::abs(static_cast<int>(sample)));
    EXPECT_GT(peak, 32767 / 10); // -20 dBFS, well above what counts as heard
    EXPECT_LT(peak, 32767 / 3);
    EXPECT_LT(std::abs(static_cast<int>(samples.front())), 50); // no click
    EXPECT_LT(std::abs(static_cast<int>(samples.back())), 50);
}

TEST(TestChime, SaysThatThereIsNothingToPlayItOn) {
    TestChime chime;
    EXPECT_FALSE(chime.play()); // the test's sound server is nowhere
}

} // namespace mockingbird::recorder
