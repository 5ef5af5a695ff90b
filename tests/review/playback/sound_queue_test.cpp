// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/sound_queue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace mockingbird::review {
namespace {

MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

/// Sound of one level, as long as it says at speed 1.
SoundBlock block(std::int64_t from, std::int64_t to, float level, double speed = 1) {
    SoundBlock made{ms(from), ms(to), {}};
    made.samples.assign(static_cast<std::size_t>(static_cast<double>(to - from) / speed * 48) * 2, level);
    return made;
}

class SoundQueueTest : public ::testing::Test {
protected:
    std::vector<float> read(std::int64_t milliseconds) {
        std::vector<float> samples(static_cast<std::size_t>(milliseconds) * 48 * 2);
        m_filled = m_queue.read(samples, 1, m_history);
        return samples;
    }
    static float steepest(const std::vector<float>& samples, float before) {
        float most = 0;
        for (std::size_t i = 0; i < samples.size(); i += 2) {
            most = std::max(most, std::abs(samples[i] - before));
            before = samples[i];
        }
        return most;
    }

    SoundQueue m_queue;
    OutputHistory m_history;
    std::size_t m_filled = 0;
};

TEST_F(SoundQueueTest, GivesWhatItHoldsAndSaysWhereItIs) {
    m_queue.restart(1, ms(1000));
    EXPECT_FALSE(m_queue.readable());
    m_queue.add(1, block(1000, 1020, 0.5F));
    m_queue.add(1, block(1020, 1040, 0.5F));
    EXPECT_EQ(m_queue.ready(), 40U * 48U);
    const auto samples = read(30);
    EXPECT_EQ(m_filled, samples.size());
    EXPECT_EQ(m_queue.next(), ms(1030));
    EXPECT_FLOAT_EQ(samples.back(), 0.5F);
    EXPECT_EQ(m_history.heard(ms(10)).time, ms(1020));
}

TEST_F(SoundQueueTest, BeginsWithARampAndNoClick) {
    m_queue.restart(1, ms(0));
    m_queue.add(1, block(0, 100, 1));
    EXPECT_LT(steepest(read(20), 0), 0.01F);
}

TEST_F(SoundQueueTest, FillsLessWhereItRunsOut) {
    m_queue.restart(1, ms(0));
    m_queue.add(1, block(0, 20, 1));
    EXPECT_EQ(read(30).back(), 0);
    EXPECT_EQ(m_filled, 20U * 48U * 2U);
    EXPECT_FALSE(m_queue.readable());
}

TEST_F(SoundQueueTest, TellsTheTimeInSilenceAfterTheEnd) {
    m_queue.restart(1, ms(0));
    m_queue.add(1, block(0, 20, 1));
    m_queue.end(1);
    EXPECT_TRUE(m_queue.ended());
    (void)read(50);
    EXPECT_EQ(m_queue.next(), ms(50));
    EXPECT_TRUE(m_queue.readable());
}

TEST_F(SoundQueueTest, DropsWhatAnEarlierRequestGives) {
    m_queue.restart(1, ms(0));
    m_queue.restart(2, ms(5000));
    m_queue.add(1, block(0, 20, 1));
    m_queue.end(1);
    EXPECT_FALSE(m_queue.readable());
    EXPECT_FALSE(m_queue.ended());
    m_queue.add(2, block(5000, 5020, 1));
    EXPECT_TRUE(m_queue.readable());
}

TEST_F(SoundQueueTest, WantsNoMoreThanItsLimit) {
    m_queue.restart(1, ms(0));
    for (std::size_t i = 0; i < SoundQueue::kReadyBlocks; ++i) {
        EXPECT_TRUE(m_queue.wants());
        m_queue.add(1, block(0, 20, 1));
    }
    EXPECT_FALSE(m_queue.wants());
}

TEST_F(SoundQueueTest, GoesOverToAChangeAtItsTimeWithoutAGapOrAClick) {
    m_queue.restart(1, ms(0));
    m_queue.add(1, block(0, 200, 0.2F));
    (void)read(50);
    m_queue.switchTo(2, ms(80));
    EXPECT_TRUE(m_queue.wants());
    m_queue.add(2, block(50, 300, 0.8F));
    const auto samples = read(100);
    EXPECT_EQ(m_filled, samples.size());
    EXPECT_EQ(m_queue.next(), ms(150));
    EXPECT_FLOAT_EQ(samples[29 * 48 * 2], 0.2F);
    EXPECT_FLOAT_EQ(samples[36 * 48 * 2], 0.8F);
    EXPECT_LT(steepest(samples, 0.2F), 0.01F);
}

TEST_F(SoundQueueTest, GoesOnAsBeforeWhileAChangeIsNotThere) {
    m_queue.restart(1, ms(0));
    m_queue.add(1, block(0, 200, 0.2F));
    (void)read(50);
    m_queue.switchTo(2, ms(80));
    EXPECT_FLOAT_EQ(read(50).back(), 0.2F);
    EXPECT_EQ(m_queue.next(), ms(100));
    m_queue.add(2, block(50, 90, 0.8F)); // not up to where it is now
    EXPECT_FLOAT_EQ(read(10).back(), 0.2F);
    m_queue.add(2, block(90, 200, 0.8F));
    EXPECT_FLOAT_EQ(read(10).back(), 0.8F);
    EXPECT_EQ(m_queue.next(), ms(120));
}

TEST_F(SoundQueueTest, TakesAChangeEarlierRatherThanRunOut) {
    m_queue.restart(1, ms(0));
    m_queue.add(1, block(0, 60, 0.2F));
    (void)read(50);
    m_queue.switchTo(2, ms(80));
    (void)read(10);
    m_queue.add(2, block(50, 300, 0.8F));
    (void)read(20);
    EXPECT_EQ(m_filled, 20U * 48U * 2U);
    EXPECT_EQ(m_queue.next(), ms(80));
}

TEST_F(SoundQueueTest, CountsTheTimeOfAnotherSpeedFromWhereItTakesOver) {
    m_queue.restart(1, ms(0));
    m_queue.add(1, block(0, 200, 0.2F));
    (void)read(50);
    m_queue.switchTo(2, ms(90));
    m_queue.add(2, block(70, 370, 0.2F, 3));
    (void)read(60); // 40 at speed 1, 20 at 3
    EXPECT_NEAR(m_queue.next().seconds(), 0.150, 0.0005);
    EXPECT_NEAR(m_history.heard(ms(30)).time.seconds(), 0.080, 0.0005);
    EXPECT_NEAR(m_history.heard(ms(10)).speed, 3, 0.01);
}

TEST_F(SoundQueueTest, TakesASecondChangeInPlaceOfAFirst) {
    m_queue.restart(1, ms(0));
    m_queue.add(1, block(0, 200, 0.2F));
    (void)read(50);
    m_queue.switchTo(2, ms(80));
    m_queue.add(2, block(50, 300, 0.8F));
    m_queue.switchTo(3, ms(90));
    m_queue.add(3, block(50, 300, 0.4F));
    EXPECT_FLOAT_EQ(read(100).back(), 0.4F);
}

TEST_F(SoundQueueTest, FadesOutWhatIsCutOff) {
    m_queue.restart(1, ms(0));
    m_queue.add(1, block(0, 200, 0.8F));
    EXPECT_FLOAT_EQ(read(50).back(), 0.8F);
    m_queue.restart(2, ms(5000));
    std::vector<float> samples(20 * 48 * 2);
    m_queue.readTail(samples);
    EXPECT_LT(steepest(samples, 0.8F), 0.01F);
    EXPECT_NEAR(samples[0], 0.8F, 0.01F);
    EXPECT_EQ(samples.back(), 0);
    // What was never heard makes no sound when it goes.
    m_queue.add(2, block(5000, 5200, 0.8F));
    m_queue.restart(3, ms(0));
    std::vector<float> silence(20 * 48 * 2);
    m_queue.readTail(silence);
    EXPECT_EQ(*std::ranges::max_element(silence), 0);
}

TEST_F(SoundQueueTest, TurnsTheVolumeInARamp) {
    m_queue.restart(1, ms(0));
    m_queue.add(1, block(0, 200, 0.8F));
    (void)read(50);
    m_queue.setVolume(0);
    const auto samples = read(20);
    EXPECT_LT(steepest(samples, 0.8F), 0.01F);
    EXPECT_EQ(samples.back(), 0);
}

} // namespace
} // namespace mockingbird::review
