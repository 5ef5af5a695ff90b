// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/playback_state.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace mockingbird::review {
namespace {

using namespace std::chrono_literals;

MediaTime in(std::int64_t milliseconds) {
    return MediaTime(std::chrono::milliseconds(milliseconds));
}

/// One of several; plays the threads' parts by hand. The recording has 10 s, its sound is 1 throughout.
class PlaybackStateInStep : public ::testing::Test {
protected:
    PlaybackStateInStep() {
        m_state.setInStep();
        answer();
    }

    void answer() {
        const auto request = m_state.lane(0).request();
        m_state.answerPicture(0, request, {1, 1, request.piece.from, {0, 0, 0, 0}}, m_now);
    }
    void seek(std::int64_t milliseconds) {
        m_state.seek(in(milliseconds), m_now);
        answer();
    }
    void start() {
        m_state.play(m_now);
        m_state.goOn(m_now);
    }
    /// As much of the sound asked for as is wanted.
    void giveSound() {
        const auto& request = m_state.soundRequest();
        if (std::exchange(m_given, request.generation) != request.generation)
            m_next = request.piece.at;
        while (m_state.wantsSound()) {
            if (request.piece.empty()) {
                m_state.endSound(request.generation);
                return;
            }
            m_state.addSound(request.generation,
                             {m_next, m_next + in(20), std::vector<float>(20UL * 48 * 2, 1.0F)});
            m_next += in(20);
        }
    }
    /// How many of the samples were loud.
    std::size_t pull(std::int64_t milliseconds, std::int64_t latency = 0) {
        std::vector<float> samples(static_cast<std::size_t>(milliseconds) * 48 * 2);
        m_state.readSound(samples, in(latency), m_now);
        wait(milliseconds);
        return static_cast<std::size_t>(std::ranges::count_if(samples, [](float s) { return s > 0; })) / 2;
    }
    void wait(std::int64_t milliseconds) {
        m_now += std::chrono::milliseconds(milliseconds);
        m_state.update(m_now);
    }
    [[nodiscard]] double route() const { return m_state.routePosition(m_now).seconds() * 1000; }

    PlaybackState m_state{in(10'000), 1, {{5, 1}}, true};
    PlaybackState::Instant m_now{10s};
    std::uint64_t m_given = 0;
    MediaTime m_next;
};

TEST_F(PlaybackStateInStep, StandsUntilItIsLed) {
    m_state.play(m_now);
    wait(500);
    EXPECT_EQ(route(), 0);
    m_state.lead(in(100), m_now); // it waits for the others
    wait(20);
    EXPECT_EQ(route(), 0);
    m_state.goOn(m_now);
    wait(20);
    EXPECT_EQ(route(), 0);
    m_state.lead(in(100), m_now);
    wait(20);
    EXPECT_EQ(route(), 120);
}

TEST_F(PlaybackStateInStep, DecodesNoSoundThatIsNotHeard) {
    EXPECT_FALSE(m_state.wantsSound());
    EXPECT_TRUE(m_state.soundRequest().piece.empty());
    m_state.setSoundOutput(true, m_now);
    EXPECT_TRUE(m_state.wantsSound());
    EXPECT_FALSE(m_state.soundRequest().piece.empty());
}

TEST_F(PlaybackStateInStep, ItsSoundLeadsOnceItHasNoOneToWaitFor) {
    m_state.setSoundOutput(true, m_now);
    giveSound();
    m_state.play(m_now);
    EXPECT_EQ(pull(20), 0U);
    EXPECT_FALSE(m_state.leadsBySound(m_now));
    m_state.goOn(m_now);
    EXPECT_TRUE(m_state.leadsBySound(m_now));
    EXPECT_FALSE(m_state.running());
    EXPECT_EQ(pull(20), 960U);
    EXPECT_TRUE(m_state.running());
    EXPECT_NEAR(route(), 20, 0.1);
    m_state.lead(in(5000), m_now); // nobody leads it
    EXPECT_NEAR(route(), 20, 0.1);
}

TEST_F(PlaybackStateInStep, StandsOnItsFirstFrameBeforeItsStartAndOnItsLastBehindItsEnd) {
    seek(-3000);
    EXPECT_EQ(m_state.lane(0).request().piece.from, MediaTime());
    start();
    m_state.lead(in(-3000), m_now);
    wait(1000);
    EXPECT_EQ(route(), -2000);
    EXPECT_EQ(m_state.position(m_now), MediaTime());
    m_state.lead(in(9'990), m_now);
    wait(1000);
    EXPECT_TRUE(m_state.playing());
    EXPECT_EQ(route(), 10'990);
    EXPECT_EQ(m_state.position(m_now), in(10'000));
    seek(12'000);
    EXPECT_EQ(m_state.lane(0).request().piece.from, in(10'000));
    EXPECT_EQ(route(), 12'000);
}

TEST_F(PlaybackStateInStep, SilenceTellsTheTimeUntilTheRecordingBegins) {
    m_state.setSoundOutput(true, m_now);
    seek(-50);
    giveSound();
    start();
    EXPECT_EQ(pull(20), 0U);
    EXPECT_NEAR(route(), -30, 0.1);
    EXPECT_EQ(pull(20), 0U);
    EXPECT_NEAR(route(), -10, 0.1);
    EXPECT_NEAR(static_cast<double>(pull(20)), 480, 1); // of it the last 10 ms
    EXPECT_NEAR(route(), 10, 0.1);
    EXPECT_EQ(m_state.soundUnderruns(), 0U);
}

TEST_F(PlaybackStateInStep, SilenceTellsTheTimeBehindItsEnd) {
    m_state.setSoundOutput(true, m_now);
    seek(11'000);
    giveSound();
    start();
    EXPECT_EQ(pull(20), 0U);
    EXPECT_EQ(pull(20), 0U);
    EXPECT_NEAR(route(), 11'040, 0.1);
    EXPECT_TRUE(m_state.leadsBySound(m_now));
}

TEST_F(PlaybackStateInStep, ItsSoundJoinsAClockThatRunsAndMovesItNowhere) {
    seek(2000);
    start();
    m_state.lead(in(2000), m_now);
    wait(500);
    m_state.setSoundOutput(true, m_now);
    EXPECT_FALSE(m_state.leadsBySound(m_now));
    giveSound();
    wait(10);
    EXPECT_EQ(route(), 2510);
    EXPECT_EQ(pull(20, 60), 0U); // heard 60 ms later
    EXPECT_TRUE(m_state.leadsBySound(m_now));
    EXPECT_NEAR(route(), 2530, 0.5);
    giveSound();
    std::size_t loud = 0;
    for (int i = 1; i <= 5; ++i) {
        loud += pull(20, 60);
        giveSound();
        EXPECT_NEAR(route(), 2530 + 20 * i, 0.5);
    }
    EXPECT_GT(loud, 3000U);
    EXPECT_EQ(m_state.soundUnderruns(), 0U);
}

TEST_F(PlaybackStateInStep, GoesOnWithoutAPauseWhenItIsHeardNoMore) {
    m_state.setSoundOutput(true, m_now);
    giveSound();
    start();
    pull(20);
    pull(20);
    m_state.setSoundOutput(false, m_now);
    EXPECT_NEAR(route(), 40, 0.1);
    EXPECT_GT(pull(20), 200U); // fading out
    EXPECT_EQ(pull(20), 0U);
    EXPECT_NEAR(route(), 80, 0.1);
    m_state.lead(in(85), m_now);
    EXPECT_EQ(route(), 85);
}

TEST_F(PlaybackStateInStep, IsLedWhileItsOutputStandsAndJoinsItAgain) {
    m_state.setSoundOutput(true, m_now);
    giveSound();
    start();
    pull(20);
    wait(1500);
    ASSERT_FALSE(m_state.leadsBySound(m_now));
    m_state.lead(in(1600), m_now);
    EXPECT_EQ(route(), 1600);
    EXPECT_LE(pull(20), 240U); // the rest of what was heard fades out
    giveSound();
    EXPECT_TRUE(m_state.leadsBySound(m_now));
    EXPECT_NEAR(route(), 1620, 0.5);
}

TEST_F(PlaybackStateInStep, WaitsWhereItIsWithWhatItHasDecoded) {
    start();
    const auto generation = m_state.lane(0).request().generation;
    m_state.lane(0).add(generation, in(40), {1, 1, in(40), {0, 0, 0, 0}});
    m_state.lead(MediaTime(), m_now);
    wait(20);
    m_state.waitForOthers(m_now);
    wait(1000);
    EXPECT_EQ(route(), 20);
    EXPECT_TRUE(m_state.playing());
    EXPECT_EQ(m_state.picturesReady(), 1U);
    m_state.goOn(m_now);
    m_state.lead(in(20), m_now);
    wait(20);
    EXPECT_EQ(route(), 40);
}

} // namespace
} // namespace mockingbird::review
