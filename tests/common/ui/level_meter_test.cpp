// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/level_meter.h"

#include "common/ui/theme.h"

#include <QAccessible>
#include <gtest/gtest.h>

namespace mockingbird::ui {

namespace {

using namespace std::chrono_literals;
const LevelMeter::Time kStart{1h};

} // namespace

TEST(LevelMeter, ShowsRmsAndHoldsThePeakForAMoment) {
    LevelMeter meter;
    meter.setLevel(1.0, 0.1, false, kStart);
    EXPECT_NEAR(meter.filled(), 2.0 / 3, 1e-6); // -20 of 60 dB
    EXPECT_NEAR(meter.held(), 1.0, 1e-6);
    meter.setLevel(0.1, 0.1, false, kStart + 1400ms);
    EXPECT_NEAR(meter.held(), 1.0, 1e-6);
    meter.setLevel(0.1, 0.1, false, kStart + 1600ms);
    EXPECT_NEAR(meter.held(), 2.0 / 3, 1e-6);
    meter.setLevel(0, 0, false, kStart + 5s);
    EXPECT_EQ(meter.filled(), 0);
}

TEST(LevelMeter, SaysTooLoudForTwoSecondsAfterItClipped) {
    LevelMeter meter;
    meter.resize(300, 20);
    meter.setLevel(1.0, 0.5, false, kStart);
    EXPECT_FALSE(meter.tooLoud()); // the source says what clips
    meter.setLevel(1.0, 0.5, true, kStart);
    EXPECT_TRUE(meter.tooLoud());
    EXPECT_EQ(meter.accessibleDescription(), QStringLiteral("Too loud"));
    const QImage drawn = meter.grab().toImage();
    EXPECT_EQ(drawn.pixelColor(drawn.width() - 4, drawn.height() / 2), colors().danger);
    meter.setLevel(0.2, 0.1, false, kStart + 1900ms);
    EXPECT_TRUE(meter.tooLoud());
    meter.setLevel(0.2, 0.1, false, kStart + 2100ms);
    EXPECT_FALSE(meter.tooLoud());
    EXPECT_EQ(meter.accessibleDescription(), QStringLiteral("Sound is heard"));
}

TEST(LevelMeter, TellsItsValueToScreenReaders) {
    LevelMeter meter;
    meter.setLevel(0.5, 0.1, false, kStart);
    QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(&meter);
    ASSERT_NE(seen, nullptr);
    EXPECT_EQ(seen->text(QAccessible::Value), QStringLiteral("-20 decibels, peak -6"));
    EXPECT_EQ(seen->text(QAccessible::Name), QStringLiteral("Sound level"));
    meter.setSilent(true);
    EXPECT_EQ(seen->text(QAccessible::Value), QStringLiteral("Silent"));
    meter.setSilent(false);
    meter.setLevel(1.0, 0.1, true, kStart + 100ms);
    EXPECT_EQ(seen->text(QAccessible::Value), QStringLiteral("Too loud: -20 decibels, peak 0"));
}

} // namespace mockingbird::ui
