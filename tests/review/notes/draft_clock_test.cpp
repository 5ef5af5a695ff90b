// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/draft_clock.h"

#include "review/notes/draft_timer.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using namespace std::chrono_literals;
using Time = DraftClock::Time;

/// Ten seconds of a key every 50 ms. Answers for how long at most something typed wasn't put away.
std::chrono::milliseconds longestUnsaved(DraftClock clock) {
    std::chrono::milliseconds longest = 0ms;
    std::optional<Time> unsaved;
    for (Time now; now < Time(10s); now += 1ms) {
        if (unsaved)
            longest =
                std::max(longest, std::chrono::duration_cast<std::chrono::milliseconds>(now - *unsaved));
        if (clock.due() && now >= *clock.due()) {
            clock.saved();
            unsaved.reset();
        }
        if (now.time_since_epoch() % 50ms == 0ms) {
            clock.changed(now);
            unsaved = unsaved.value_or(now);
        }
    }
    return longest;
}

TEST(DraftClock, PutsTypingWithoutAPauseAwayWithinASecond) {
    EXPECT_LE(longestUnsaved(DraftClock()), 1s);
}

// The control: waiting for a pause alone puts nothing away while somebody types.
TEST(DraftClock, WaitingForAPauseAloneWouldLoseItAll) {
    EXPECT_GT(longestUnsaved(DraftClock(400ms, 1h)), 9s);
}

TEST(DraftClock, PutsAwaySoonAfterTheLastKey) {
    DraftClock clock;
    EXPECT_FALSE(clock.due());
    clock.changed(Time(5s));
    EXPECT_EQ(clock.due(), Time(5s) + DraftClock::kPause);
    clock.changed(Time(5100ms));
    EXPECT_EQ(clock.due(), Time(5100ms) + DraftClock::kPause);
    clock.saved();
    EXPECT_FALSE(clock.due());
}

TEST(DraftTimer, SaysThatItIsDueOnceAndNotAfterItWasSaved) {
    DraftTimer timer;
    QSignalSpy due(&timer, &DraftTimer::due);
    timer.changed();
    timer.changed();
    EXPECT_TRUE(timer.waiting());
    ASSERT_TRUE(due.wait());
    EXPECT_EQ(due.count(), 1);
    EXPECT_FALSE(timer.waiting());
    timer.changed();
    timer.saved();
    EXPECT_FALSE(timer.waiting());
}

} // namespace
} // namespace mockingbird::review
