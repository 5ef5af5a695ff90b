// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/playback/player_fixture.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <set>

namespace mockingbird::review {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

PlayRange range(std::int64_t from, std::int64_t to) {
    return {ms(from), ms(to)};
}

/// What is shown while the sound card pulls; every picture as it comes, with when.
class PlayerRouteTest : public PlayerTest {
protected:
    struct Shown {
        int number = 0;
        std::int64_t at = 0; ///< the fake clock's microseconds
    };

    void openWithSound(int frames = 150) {
        open(made(talking(frames)));
        m_player->setSoundOutput(true);
        settle();
        m_card.emplace(*m_player, m_clock, 40ms);
    }

    void run(int ticks) {
        for (int i = 0; i < ticks && !HasFailure(); ++i) {
            settle();
            while (const auto picture = m_player->takePicture()) {
                m_shown.push_back({test::numberIn(*picture).value_or(-1), m_clock.microseconds()});
            }
            m_card->tick();
        }
    }

    [[nodiscard]] std::vector<std::int64_t> timesOf(int number) const {
        std::vector<std::int64_t> times;
        for (const Shown& shown : m_shown)
            if (shown.number == number)
                times.push_back(shown.at);
        return times;
    }

    std::optional<FakeSoundCard> m_card;
    std::vector<Shown> m_shown;
};

class PlayerLoopAtSpeed : public PlayerRouteTest, public ::testing::WithParamInterface<double> {};

TEST_P(PlayerLoopAtSpeed, ShowsTheSameFramesRoundAndRoundInStepWithTheSound) {
    const double speed = GetParam();
    openWithSound();
    m_player->setSpeed(speed);
    // 1.6 to 2.6: in it a beep at 2.0, with frame 50.
    m_player->setLoop(range(1600, 2600));
    m_player->play();
    (void)shown();
    run(static_cast<int>(4500 / speed / 5));
    ASSERT_GE(m_card->onsets().size(), 4U);
    const auto pictures = timesOf(50);
    ASSERT_GE(pictures.size(), 4U);
    for (std::size_t round = 0; round < 4; ++round) {
        EXPECT_LE(std::abs(pictures[round] - m_card->onsets()[round]), 20'000) << "round " << round;
        if (round > 0) {
            EXPECT_NEAR(static_cast<double>(pictures[round] - pictures[round - 1]), 1e6 / speed, 12'000);
        }
    }
    for (const Shown& shown : m_shown) {
        EXPECT_GE(shown.number, 40);
        EXPECT_LT(shown.number, 65);
    }
    // Every frame of a round, the first and the last too.
    for (int number = 40; number < 65; ++number)
        EXPECT_GE(timesOf(number).size(), 3U) << number;
    EXPECT_EQ(m_player->stats().soundUnderruns, 0U);
    EXPECT_EQ(m_player->stats().latePictures, 0U);
    EXPECT_TRUE(m_player->playing());
}

INSTANTIATE_TEST_SUITE_P(Speeds, PlayerLoopAtSpeed, ::testing::Values(0.5, 1.0, 2.0));

TEST_F(PlayerRouteTest, LoopsUpToTheRecordingsEnd) {
    openWithSound(50);
    m_player->setLoop(range(1000, 60'000));
    EXPECT_EQ(m_player->loop()->end, m_player->duration());
    m_player->play();
    (void)shown();
    run(700);
    EXPECT_TRUE(m_player->playing());
    EXPECT_GE(timesOf(49).size(), 2U);
    EXPECT_GE(timesOf(25).size(), 3U);
    EXPECT_TRUE(timesOf(24).empty());
}

TEST_F(PlayerRouteTest, LoopsAVeryShortStretch) {
    openWithSound();
    m_player->setLoop(range(2000, 2080));
    m_player->play();
    (void)shown();
    run(200);
    std::set<int> numbers;
    for (const Shown& shown : m_shown)
        numbers.insert(shown.number);
    EXPECT_EQ(numbers, (std::set<int>{50, 51}));
    EXPECT_GE(timesOf(51).size(), 8U);
}

TEST_F(PlayerRouteTest, SkipsInStepAndLosesNoTime) {
    openWithSound(250);
    // 1.5 to 3.5 are passed over, so the beep of second 4 comes half a second behind them.
    m_player->setSkipped({range(1500, 3500), range(5500, 7500)});
    settle();
    m_player->play();
    run(1100); // 5.5 s
    std::set<int> numbers;
    for (const Shown& shown : m_shown)
        numbers.insert(shown.number);
    for (int number = 0; number < 212; ++number) {
        const bool skipped = (number >= 38 && number < 87) || (number >= 138 && number < 187);
        if (number == 87 || number == 187)
            continue; // half of it is skipped, and it is shown
        EXPECT_EQ(numbers.contains(number), !skipped) << number;
    }
    // Beeps of the seconds 0, 1, 4, 5, 8, 9.
    ASSERT_EQ(m_card->onsets().size(), 6U);
    const std::vector<std::int64_t> seconds{0, 1, 4, 5, 8, 9};
    for (std::size_t i = 1; i < seconds.size(); ++i) {
        const auto pictures = timesOf(static_cast<int>(seconds[i]) * 25);
        ASSERT_EQ(pictures.size(), 1U) << seconds[i];
        EXPECT_LE(std::abs(pictures[0] - m_card->onsets()[i]), 20'000) << seconds[i];
        // The first beep of all is what the encoder's beginning left of it.
        if (i > 1) {
            EXPECT_NEAR(static_cast<double>(m_card->onsets()[i] - m_card->onsets()[i - 1]), 1e6, 3'000)
                << seconds[i];
        }
    }
    EXPECT_EQ(m_player->stats().soundUnderruns, 0U);
    EXPECT_EQ(m_player->stats().latePictures, 0U);
}

TEST_F(PlayerRouteTest, ShowsSkippedFramesToJumpsAndSteps) {
    openWithSound();
    m_player->setSkipped({range(1000, 3000)});
    m_player->seek(ms(2000));
    EXPECT_EQ(test::numberIn(*shown()), 50);
    m_player->stepForward();
    EXPECT_EQ(test::numberIn(*shown()), 51);
    EXPECT_EQ(m_player->position(), ms(2040));
    settle();
    m_player->play();
    run(40);
    EXPECT_GE(m_player->position(), ms(3100));
    ASSERT_FALSE(m_shown.empty());
    EXPECT_EQ(m_shown.front().number, 75);
}

TEST_F(PlayerRouteTest, EndsWhereTheRestIsSkipped) {
    openWithSound(100);
    m_player->setSkipped({range(1000, 60'000)});
    m_player->play();
    run(250);
    EXPECT_FALSE(m_player->playing());
    EXPECT_EQ(m_player->position(), m_player->duration());
    EXPECT_TRUE(timesOf(30).empty());
}

TEST_F(PlayerRouteTest, KeepsPlayingWhileTheRouteChangesUnderIt) {
    openWithSound();
    m_player->play();
    run(100);
    m_player->setLoop(range(300, 900)); // around where it is
    run(20);
    m_player->setLoop(range(300, 1000));
    m_player->setSkipped({range(600, 700)});
    run(300);
    EXPECT_TRUE(m_player->playing());
    EXPECT_LT(m_player->position(), ms(1000));
    EXPECT_GE(timesOf(12).size(), 2U);
    m_player->setLoop(std::nullopt);
    m_player->setSkipped({});
    run(300);
    EXPECT_GT(m_player->position(), ms(1500));
    EXPECT_FALSE(m_player->failure());
}

class PlayerSpeedChanges : public PlayerRouteTest {};

TEST_F(PlayerSpeedChanges, KeepPictureAndSoundInStepAndTheSoundFlowing) {
    openWithSound(400);
    m_player->play();
    run(150);
    for (const double speed : {3.0, 0.5, 2.0, 1.0, 3.0, 0.5}) {
        const MediaTime before = m_player->position();
        m_player->setSpeed(speed);
        EXPECT_EQ(m_player->position(), before);
        run(120);
    }
    EXPECT_EQ(m_player->stats().soundUnderruns, 0U);
    ASSERT_GE(m_card->onsets().size(), 5U);
    int compared = 0;
    for (const Shown& shown : m_shown) {
        if (shown.number % 25 != 0 || shown.number == 0)
            continue;
        // The beep of that second is the one that is nearest.
        std::int64_t nearest = INT64_MAX;
        for (const std::int64_t onset : m_card->onsets())
            nearest = std::min(nearest, std::abs(onset - shown.at));
        EXPECT_LE(nearest, 20'000) << "at second " << shown.number / 25;
        ++compared;
    }
    EXPECT_GE(compared, 5);
}

} // namespace
} // namespace mockingbird::review
