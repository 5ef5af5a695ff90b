// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/players_in_step.h"

#include "tests/review/playback/player_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <random>
#include <thread>

namespace mockingbird::review {
namespace {

using namespace std::chrono_literals;
using test::waitUntil;

/// Every frame of a recording has its number drawn into it, 40 ms apart.
class PlayersInStepTest : public PlayerTest {
protected:
    void openInStep(const std::vector<PlayersInStep::Place>& places) {
        m_players = PlayersInStep::open(places, m_clock.now());
        m_shown.assign(m_players->size(), -1);
    }
    /// As a window does every so often.
    void look() {
        m_players->update();
        for (std::size_t place = 0; place < m_players->size(); ++place)
            if (const auto picture = m_players->takePicture(place))
                m_shown[place] = test::numberIn(*picture).value_or(-2);
    }
    void arrive() {
        EXPECT_TRUE(waitUntil([&] {
            m_players->update();
            return !m_players->seeking();
        }));
        look();
    }
    /// The decoding has real threads, the clock is none: all is given time to be ready.
    void settleAll() {
        EXPECT_TRUE(waitUntil([&] {
            for (std::size_t place = 0; place < m_players->size(); ++place) {
                if (m_players->failure(place))
                    continue;
                const auto stats = m_players->player(place)->stats();
                if (m_players->player(place)->seeking() ||
                    (stats.picturesReady < 3 && !stats.picturesEnded) ||
                    (stats.soundReady < 4800 && !stats.soundEnded))
                    return false;
            }
            return true;
        }));
    }
    /// Plays for so long, looking every 10 ms, and answers by how many frames two places were ever apart.
    int playFor(std::chrono::milliseconds length, FakeSoundCard* card = nullptr) {
        int apart = 0;
        for (auto gone = 0ms; gone < length && m_players->playing() && !HasFailure(); gone += 10ms) {
            settleAll();
            look();
            if (!m_players->seeking())
                apart = std::max(apart, farthest());
            if (card == nullptr) {
                m_clock.advance(10ms);
            } else {
                card->tick();
                settleAll();
                card->tick();
            }
        }
        settleAll();
        look();
        return apart;
    }
    /// Of the places that have begun and not ended.
    [[nodiscard]] int farthest() const {
        std::vector<double> there;
        for (std::size_t place = 0; place < m_shown.size(); ++place) {
            const MediaTime time = m_players->position() + m_players->start(place);
            if (m_players->failure(place) || time < MediaTime() ||
                time >= m_players->player(place)->duration() - ms(40))
                continue;
            there.push_back(m_shown[place] - m_players->start(place).seconds() * 25);
        }
        if (there.empty())
            return 0;
        return static_cast<int>(std::lround(std::ranges::max(there) - std::ranges::min(there)));
    }

    std::unique_ptr<PlayersInStep> m_players;
    std::vector<int> m_shown; ///< the number of the picture of each place
};

TEST_F(PlayersInStepTest, ShowsWhereTheyAreAligned) {
    openInStep({{made(talking(), "a.mkv"), ms(1000)}, {made(talking(), "b.mkv"), ms(2400)}});
    arrive();
    EXPECT_EQ(m_shown, (std::vector{25, 60}));
    EXPECT_EQ(m_players->position(), MediaTime());
    EXPECT_EQ(m_players->range(), (PlayRange{ms(-2400), m_players->player(0)->duration() - ms(1000)}));
    EXPECT_FALSE(m_players->playing());
}

TEST_F(PlayersInStepTest, ShowsTheExactFramesAfterEachOfManyJumps) {
    const auto first = talking();
    openInStep(
        {{made(first, "a.mkv"), ms(1000)}, {made(first, "b.mkv"), ms(2410)}, {made(first, "c.mkv"), {}}});
    std::mt19937 random(5);
    std::uniform_int_distribution<std::int64_t> anyTime(0, 3'400);
    for (int i = 0; i < 60; ++i) {
        const MediaTime time = ms(anyTime(random));
        m_players->seek(time);
        arrive();
        for (std::size_t place = 0; place < 3; ++place)
            ASSERT_EQ(m_shown[place], test::frameAt(first, time + m_players->start(place))) << place;
    }
}

TEST_F(PlayersInStepTest, StaysWithinOneFrameWhilePlayingByTheSteadyClock) {
    openInStep({{made(talking(), "a.mkv"), ms(400)}, {made(talking(), "b.mkv"), ms(1210)}});
    m_players->play();
    EXPECT_LE(playFor(4s), 1);
    EXPECT_NEAR(m_players->position().seconds(), 4, 0.1);
    EXPECT_EQ(m_players->stats().latePictures, 0U);
}

TEST_F(PlayersInStepTest, StaysWithinOneFrameWhenItJumpsWhilePlaying) {
    openInStep({{made(talking(300), "a.mkv"), ms(400)}, {made(talking(300), "b.mkv"), ms(1210)}});
    m_players->setSoundOutput(true);
    FakeSoundCard card(*m_players, m_clock, 40ms);
    m_players->play();
    std::mt19937 random(9);
    std::uniform_int_distribution<std::int64_t> anyTime(0, 8'000);
    for (int i = 0; i < 12 && !HasFailure(); ++i) {
        m_players->seek(ms(anyTime(random)));
        EXPECT_TRUE(m_players->seeking());
        arrive();
        EXPECT_LE(playFor(300ms, &card), 1);
    }
    EXPECT_TRUE(m_players->playing());
}

TEST_F(PlayersInStepTest, FollowsTheSoundThatIsHeardAndGoesOverToTheOtherWithoutAPause) {
    openInStep({{made(talking(200), "a.mkv"), ms(0)}, {made(talking(200), "b.mkv"), ms(520)}});
    m_players->setSoundOutput(true);
    FakeSoundCard card(*m_players, m_clock, 60ms);
    m_players->play();
    EXPECT_LE(playFor(2600ms, &card), 1);
    // A beep at 1 s and at 2 s of the first one.
    ASSERT_EQ(card.onsets().size(), 3U);
    const MediaTime before = m_players->position();
    const std::int64_t at = m_clock.microseconds();
    m_players->hear(1);
    EXPECT_LE(playFor(2s, &card), 1);
    EXPECT_NEAR((m_players->position() - before).seconds(),
                static_cast<double>(m_clock.microseconds() - at) / 1e6, 0.02);
    // Of the second one at 4 s and 5 s, which are 3.48 s and 4.48 s of both.
    ASSERT_GE(card.onsets().size(), 4U);
    const double heardAt =
        before.seconds() + static_cast<double>(card.onsets()[card.onsets().size() - 1] - at) / 1e6;
    EXPECT_NEAR(std::remainder(heardAt + 0.52, 1.0), 0, 0.02);
    EXPECT_EQ(m_players->stats().soundUnderruns, 0U);
}

TEST_F(PlayersInStepTest, TheOthersPlayOnWhereOneHasEndedAndAllStopAtTheEndOfTheLast) {
    openInStep({{made(talking(50), "a.mkv"), {}}, {made(talking(120), "b.mkv"), {}}});
    m_players->setSoundOutput(true);
    FakeSoundCard card(*m_players, m_clock, 20ms);
    m_players->play();
    playFor(3s, &card);
    EXPECT_TRUE(m_players->playing());
    EXPECT_EQ(m_shown[0], 49);
    EXPECT_NEAR(m_shown[1], 74, 2);
    playFor(5s, &card);
    EXPECT_FALSE(m_players->playing());
    EXPECT_EQ(m_players->position(), m_players->range().end);
    EXPECT_EQ(m_shown, (std::vector{49, 119}));
    m_players->play();
    arrive();
    EXPECT_EQ(m_shown, (std::vector{0, 0}));
}

TEST_F(PlayersInStepTest, WaitsOnItsFirstFrameForTheMomentAtWhichItBegins) {
    openInStep({{made(talking(), "a.mkv"), {}}, {made(talking(), "b.mkv"), ms(2000)}});
    m_players->hear(0);
    m_players->setSoundOutput(true);
    FakeSoundCard card(*m_players, m_clock, 20ms);
    m_players->seek(ms(-1000));
    arrive();
    EXPECT_EQ(m_shown, (std::vector{0, 25}));
    m_players->play();
    playFor(900ms, &card);
    EXPECT_EQ(m_shown[0], 0);
    EXPECT_NEAR(m_shown[1], 46, 2);
    EXPECT_LE(playFor(800ms, &card), 1);
    EXPECT_NEAR(m_shown[0], 16, 3);
}

TEST_F(PlayersInStepTest, StopsAtTheEndOfItsRange) {
    openInStep({{made(talking(), "a.mkv"), ms(1000)}, {made(talking(), "b.mkv"), ms(1000)}});
    m_players->setRange(PlayRange{ms(0), ms(1000)});
    m_players->seek(ms(5000));
    EXPECT_EQ(m_players->position(), ms(1000));
    m_players->seek(ms(500));
    m_players->play();
    playFor(2s);
    EXPECT_FALSE(m_players->playing());
    EXPECT_EQ(m_players->position(), ms(1000));
}

TEST_F(PlayersInStepTest, StepsByTheFramesOfTheOneThatIsHeard) {
    openInStep({{made(talking(), "a.mkv"), {}}, {made(talking(), "b.mkv"), ms(400)}});
    m_players->seek(ms(1000));
    arrive();
    m_players->step(3);
    arrive();
    EXPECT_EQ(m_shown, (std::vector{28, 38}));
    EXPECT_EQ(m_players->position(), ms(1120));
    m_players->hear(1);
    m_players->step(-1);
    m_players->step(-1);
    arrive();
    EXPECT_EQ(m_shown, (std::vector{26, 36}));
}

TEST_F(PlayersInStepTest, MovesOneAgainstTheOthers) {
    openInStep({{made(talking(), "a.mkv"), {}}, {made(talking(), "b.mkv"), ms(400)}});
    m_players->seek(ms(1000));
    arrive();
    m_players->nudge(1, 2);
    arrive();
    EXPECT_EQ(m_shown, (std::vector{25, 37}));
    EXPECT_EQ(m_players->start(1), ms(480));
    EXPECT_EQ(m_players->position(), ms(1000));
    m_players->setStart(1, m_players->start(1) - ms(100));
    arrive();
    EXPECT_EQ(m_players->start(1), ms(380));
    EXPECT_EQ(m_shown, (std::vector{25, 34}));
    m_players->play();
    EXPECT_LE(playFor(1s), 1);
}

TEST_F(PlayersInStepTest, OneThatIsMissingIsToldAndTheOthersPlayOn) {
    openInStep({{m_folder / "gone.mkv", {}}, {made(talking(), "b.mkv"), {}}, {made(talking(), "c.mkv"), {}}});
    ASSERT_TRUE(m_players->failure(0));
    EXPECT_EQ(m_players->failure(0)->code, ErrorCode::NotFound);
    m_players->setSoundOutput(true); // and it is the one that is heard
    m_players->play();
    EXPECT_LE(playFor(1s), 1);
    EXPECT_NEAR(m_shown[1], 25, 2);
    m_players->step(1);
    arrive();
    EXPECT_EQ(m_shown[1], m_shown[2]);
}

TEST_F(PlayersInStepTest, OneThatBreaksOffIsToldAndTheOthersPlayOn) {
    const auto broken = made(talking(150), "a.mkv");
    std::filesystem::resize_file(broken, std::filesystem::file_size(broken) / 2);
    openInStep({{broken, {}}, {made(talking(150), "b.mkv"), {}}});
    m_players->setSoundOutput(true);
    FakeSoundCard card(*m_players, m_clock, 20ms);
    m_players->play();
    playFor(5s, &card);
    EXPECT_TRUE(m_players->playing());
    ASSERT_TRUE(m_players->failure(0));
    EXPECT_EQ(m_players->failure(0)->code, ErrorCode::Corrupt);
    EXPECT_FALSE(m_players->failure(1));
    EXPECT_NEAR(m_shown[1], 124, 3);
}

TEST_F(PlayersInStepTest, AnotherIsHeardWhileTheOutputsThreadPulls) {
    m_players = PlayersInStep::open({{made(talking(), "a.mkv"), {}}, {made(talking(), "b.mkv"), ms(400)}});
    m_shown.assign(2, -1);
    m_players->setSoundOutput(true);
    std::atomic<int> pulls{0};
    const std::jthread output([&](const std::stop_token& stop) {
        std::vector<float> samples(480UL * Player::kChannels);
        while (!stop.stop_requested()) {
            m_players->readSound(samples, ms(20));
            ++pulls;
            std::this_thread::yield();
        }
    });
    m_players->play();
    for (std::size_t round = 0; round < 12 && !HasFailure(); ++round) {
        m_players->hear(round % 2);
        m_players->seek(ms(static_cast<std::int64_t>(round) * 100));
        arrive();
        const int before = pulls;
        EXPECT_TRUE(waitUntil([&] {
            look();
            return pulls > before + 20;
        }));
    }
    m_players->pause();
    EXPECT_FALSE(m_players->playing());
}

TEST_F(PlayersInStepTest, NoneIsNothing) {
    openInStep({});
    m_players->play();
    look();
    EXPECT_FALSE(m_players->playing());
    EXPECT_EQ(m_players->position(), MediaTime());
}

} // namespace
} // namespace mockingbird::review
