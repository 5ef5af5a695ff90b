// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/time_axis.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using namespace std::chrono_literals;

MediaTime seconds(double value) {
    return MediaTime::fromSeconds(value);
}

TimeAxis axisOf(MediaTime duration) {
    TimeAxis axis;
    axis.setDuration(duration);
    axis.setPlace(10, 1000);
    return axis;
}

TEST(TimeAxis, ShowsAllOfARecordingAtFirst) {
    const TimeAxis axis = axisOf(seconds(100));
    EXPECT_TRUE(axis.showsAll());
    EXPECT_DOUBLE_EQ(axis.xOf(seconds(0)), 10);
    EXPECT_DOUBLE_EQ(axis.xOf(seconds(50)), 510);
    EXPECT_EQ(axis.timeAt(1010), seconds(100));
    EXPECT_EQ(axis.timeAt(-400), seconds(0)); // always a time in sight
}

TEST(TimeAxis, KeepsTheTimeUnderThePointerWhereItIsWhileZooming) {
    TimeAxis axis = axisOf(seconds(10'800));
    const MediaTime around = seconds(4321);
    const double x = axis.xOf(around);
    for (int i = 0; i < 8; ++i) {
        axis.zoom(2, around);
        EXPECT_NEAR(axis.xOf(around), x, 0.1);
    }
    EXPECT_NEAR((axis.visible().end - axis.visible().start).seconds(), 10'800.0 / 256, 0.001);
}

TEST(TimeAxis, ZoomsToASecondAndNoFurtherAndBackToAll) {
    TimeAxis axis = axisOf(seconds(10'800));
    axis.zoom(1e9, seconds(10'800));
    EXPECT_EQ(axis.visible(), (PlayRange{seconds(10'799), seconds(10'800)}));
    EXPECT_TRUE(axis.isNarrowest());
    axis.zoom(1e-9, seconds(10'799.5));
    EXPECT_TRUE(axis.showsAll());
}

TEST(TimeAxis, ScrollsNoFurtherThanTheRecordingGoes) {
    TimeAxis axis = axisOf(seconds(100));
    axis.show({seconds(40), seconds(50)});
    axis.scroll(seconds(30));
    EXPECT_EQ(axis.visible(), (PlayRange{seconds(70), seconds(80)}));
    axis.scroll(seconds(500));
    EXPECT_EQ(axis.visible(), (PlayRange{seconds(90), seconds(100)}));
    axis.scroll(MediaTime() - seconds(500));
    EXPECT_EQ(axis.visible(), (PlayRange{seconds(0), seconds(10)}));
}

TEST(TimeAxis, ShowsARangeThatIsTooShortInTheMiddleOfASecond) {
    TimeAxis axis = axisOf(seconds(100));
    axis.show({seconds(50), seconds(50.2)});
    EXPECT_EQ(axis.visible(), (PlayRange{seconds(49.6), seconds(50.6)}));
}

TEST(TimeAxis, KeepsWhatIsInSightAsLongAsTheLengthIsTheSame) {
    TimeAxis axis = axisOf(seconds(100));
    axis.show({seconds(40), seconds(50)});
    axis.setDuration(seconds(100));
    EXPECT_EQ(axis.visible(), (PlayRange{seconds(40), seconds(50)}));
    axis.setDuration(seconds(200));
    EXPECT_TRUE(axis.showsAll());
}

TEST(TimeAxis, ARecordingShorterThanASecondIsShownWhole) {
    TimeAxis axis = axisOf(seconds(0.4));
    axis.zoom(4, seconds(0.1));
    EXPECT_TRUE(axis.showsAll());
    EXPECT_EQ(axisOf({}).timeAt(300), MediaTime()); // and one without any length doesn't divide by it
}

} // namespace
} // namespace mockingbird::review
