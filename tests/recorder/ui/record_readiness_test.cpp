// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/record_readiness.h"

#include "recorder/ui/room_left.h"

#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

RecordReadiness ready() {
    return {true, true, RecordReadiness::Sources::Open, {}, {}, kLeastMinutes};
}

} // namespace

TEST(RecordReadiness, NothingIsMissingWhereAllIsThere) {
    EXPECT_TRUE(missingSentence(ready()).isEmpty());
}

TEST(RecordReadiness, NamesWhatIsMissingInThePagesOrder) {
    RecordReadiness all;
    all.checkStep = "Say something.";
    all.waitingFor = QStringList{"Maya Okafor", "Ada Obi"};
    all.minutes = kLeastMinutes - 1;
    EXPECT_TRUE(missingSentence(all).contains("mentee"));
    all.hasMentee = true;
    EXPECT_TRUE(missingSentence(all).contains("kit"));
    all.hasKit = true;
    EXPECT_TRUE(missingSentence(all).contains("Choose"));
    all.sources = RecordReadiness::Sources::Open;
    EXPECT_EQ(missingSentence(all), "Say something.");
    all.checkStep.clear();
    EXPECT_EQ(missingSentence(all), "Maya Okafor and Ada Obi have to agree first.");
    all.waitingFor.removeLast();
    EXPECT_EQ(missingSentence(all), "Maya Okafor has to agree first.");
    all.waitingFor.clear();
    EXPECT_EQ(missingSentence(all), roomSentence(all.minutes, RoomMoment::BeforeStart));
    all.minutes = kLeastMinutes;
    EXPECT_TRUE(missingSentence(all).isEmpty());
}

} // namespace mockingbird::recorder
