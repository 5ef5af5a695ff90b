// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/sound_check.h"

#include <cmath>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

double level(double decibels) {
    return std::pow(10.0, decibels / 20.0);
}

void feed(SoundCheck& check, double decibels, int times) {
    for (int i = 0; i < times; ++i)
        check.add(level(decibels));
}

constexpr int kSecond = 15;

} // namespace

TEST(SoundCheck, HearsATapAboveTheHum) {
    SoundCheck check;
    feed(check, -62, 2 * kSecond);
    EXPECT_FALSE(check.heard());
    feed(check, -25, 1);
    EXPECT_TRUE(check.heard());
    feed(check, -62, 10 * kSecond);
    EXPECT_TRUE(check.heard()); // stays
}

TEST(SoundCheck, DoesNotTakeASteadyHumForSomebody) {
    SoundCheck check;
    feed(check, -30, 60 * kSecond);
    EXPECT_FALSE(check.heard());
    feed(check, -12, 1);
    EXPECT_TRUE(check.heard());
}

TEST(SoundCheck, DoesNotTakeAHumThatSetsInAfterDigitalSilenceForSomebody) {
    SoundCheck check;
    feed(check, -200, 2 * kSecond); // not running yet
    feed(check, -35, 30 * kSecond);
    EXPECT_FALSE(check.heard());
}

TEST(SoundCheck, HearsWhoSpeaksFromTheStart) {
    SoundCheck check;
    for (int i = 0; i < 2 * kSecond && !check.heard(); ++i)
        check.add(level(i % 5 == 0 ? -38 : -18)); // syllables, and the gaps between them
    EXPECT_TRUE(check.heard());
}

TEST(SoundCheck, HearsNothingTooQuietToBeUnderstood) {
    SoundCheck check;
    feed(check, -80, kSecond);
    feed(check, -45, kSecond);
    EXPECT_FALSE(check.heard());
}

TEST(SoundCheck, LetsTheClickOfOpeningPass) {
    SoundCheck check;
    feed(check, -10, 3);
    feed(check, -65, 10 * kSecond);
    EXPECT_FALSE(check.heard());
}

TEST(SoundCheck, TakesAnySoundOfTheSystem) {
    SoundCheck check(SoundCheck::Against::Silence);
    feed(check, -200, kSecond);
    EXPECT_FALSE(check.heard());
    feed(check, -30, kSecond);
    EXPECT_TRUE(check.heard());
}

} // namespace mockingbird::recorder
