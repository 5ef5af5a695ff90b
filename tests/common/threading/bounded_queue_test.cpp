// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/threading/bounded_queue.h"

#include <gtest/gtest.h>
#include <thread>
#include <vector>

using mockingbird::threading::BoundedQueue;
using mockingbird::threading::Overflow;

TEST(BoundedQueue, DropsAndCountsTheNewestAtItsLimit) {
    BoundedQueue<int> queue(2, Overflow::DropNewest);
    EXPECT_TRUE(queue.push(1));
    EXPECT_TRUE(queue.push(2));
    EXPECT_FALSE(queue.push(3));
    EXPECT_EQ(queue.dropped(), 1u);
    EXPECT_EQ(queue.pop(), 1);
    EXPECT_EQ(queue.pop(), 2);
}

TEST(BoundedQueue, BlockedProducersLoseNothing) {
    BoundedQueue<int> queue(3, Overflow::Block);
    std::jthread producer([&] {
        for (int i = 0; i < 10'000; ++i)
            queue.push(i);
        queue.close();
    });
    int expected = 0;
    while (const auto item = queue.pop())
        ASSERT_EQ(*item, expected++);
    EXPECT_EQ(expected, 10'000);
    EXPECT_EQ(queue.dropped(), 0u);
}

TEST(BoundedQueue, GivesWhatIsLeftAfterClosingAndThenTheEnd) {
    BoundedQueue<int> queue(4, Overflow::Block);
    queue.push(1);
    queue.close();
    EXPECT_FALSE(queue.push(2));
    EXPECT_EQ(queue.pop(), 1);
    EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(BoundedQueue, ClosingWakesAProducerThatWaits) {
    BoundedQueue<int> queue(1, Overflow::Block);
    queue.push(1);
    std::jthread producer([&] { EXPECT_FALSE(queue.push(2)); });
    queue.close();
}

TEST(BoundedQueue, AStopWakesAConsumerThatWaits) {
    BoundedQueue<int> queue(1, Overflow::Block);
    std::jthread consumer([&](std::stop_token stop) { EXPECT_EQ(queue.pop(stop), std::nullopt); });
    consumer.request_stop();
}
