// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/threading/guarded.h"

#include <gtest/gtest.h>
#include <thread>
#include <vector>

using mockingbird::threading::Guarded;

TEST(Guarded, CountsExactlyUnderManyThreads) {
    Guarded<int> count;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 10'000; ++i)
                    count.with([](int& value) { ++value; });
            });
    }
    EXPECT_EQ(count.copy(), 40'000);
}

TEST(Guarded, WakesWhoeverWaitsForTheValue) {
    Guarded<int> value;
    int seen = 0;
    std::jthread waiter([&](std::stop_token stop) {
        EXPECT_TRUE(value.waitThen(
            stop, [](int v) { return v == 7; }, [&](int& v) { seen = v; }));
    });
    value.with([](int& v) { v = 7; });
    waiter.join();
    EXPECT_EQ(seen, 7);
}

TEST(Guarded, AStopEndsTheWait) {
    Guarded<int> value;
    std::jthread waiter([&](std::stop_token stop) {
        EXPECT_FALSE(value.waitThen(
            stop, [](int v) { return v == 7; }, [](int&) {}));
    });
    waiter.request_stop();
}

TEST(Guarded, AStopEndsTheWaitAlsoWhereTheValueIsThere) {
    Guarded<int> value(7);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(value.waitThen(
        stop.get_token(), [](int v) { return v == 7; }, [](int&) {}));
}
