// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/playback_state.h"

#include <gtest/gtest.h>

#include <chrono>

namespace mockingbird::review {
namespace {

using namespace std::chrono_literals;

MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

PlayRange range(std::int64_t from, std::int64_t to) {
    return {ms(from), ms(to)};
}

/// Plays the threads' parts by hand.
class PlaybackStateTest : public ::testing::Test {
protected:
    explicit PlaybackStateTest(std::size_t pictures = 2, bool sound = true)
        : m_state(ms(10'000), pictures, {{5, 1}}, sound) {}

    /// The frames are 40 ms apart. Nothing comes behind it but what a test adds.
    void answer(std::size_t lane) {
        const auto request = m_state.lane(lane).request();
        m_state.lane(lane).end(request.generation);
        answerAlone(lane);
    }
    /// While what comes behind is being decoded.
    void answerAlone(std::size_t lane) {
        const auto request = m_state.lane(lane).request();
        const std::int64_t frame = request.piece.from.microseconds() / 40'000 + request.steps;
        m_state.answerPicture(lane, request, picture(frame * 40), m_now);
    }
    void answerAll() {
        for (const std::size_t lane : {0U, 1U}) {
            if (!m_state.lane(lane).answered())
                answer(lane);
        }
    }
    static media::Picture picture(std::int64_t time) { return {1, 1, ms(time), {0, 0, 0, 0}}; }

    void giveSound(std::int64_t milliseconds) {
        const auto& request = m_state.soundRequest();
        MediaTime from = request.piece.at;
        for (; m_state.wantsSound() && milliseconds > 0; milliseconds -= 20) {
            const MediaTime length =
                MediaTime::fromMicroseconds(static_cast<std::int64_t>(20'000 * request.speed));
            m_state.addSound(request.generation,
                             {from, from + length, std::vector<float>(20UL * 48 * 2, 0.5F)});
            from += length;
        }
    }
    void pull(std::int64_t milliseconds, std::int64_t latency = 0) {
        std::vector<float> samples(static_cast<std::size_t>(milliseconds) * 48 * 2);
        m_state.readSound(samples, ms(latency), m_now);
        wait(milliseconds);
    }
    void wait(std::int64_t milliseconds) {
        m_now += std::chrono::milliseconds(milliseconds);
        m_state.update(m_now);
    }
    [[nodiscard]] std::int64_t position() const { return m_state.position(m_now).microseconds() / 1000; }

    PlaybackState m_state;
    PlaybackState::Instant m_now{10s};
};

class PlaybackStateWithoutSound : public PlaybackStateTest {
protected:
    PlaybackStateWithoutSound() : PlaybackStateTest(1, false) { answerAll(); }
};

class PlaybackStateOfSoundAlone : public PlaybackStateTest {
protected:
    PlaybackStateOfSoundAlone() : PlaybackStateTest(0, true) {}
};

TEST_F(PlaybackStateTest, ShowsTheFirstTrackAloneAtFirst) {
    EXPECT_EQ(m_state.lane(0).track(), 0U);
    EXPECT_FALSE(m_state.lane(1).track());
    EXPECT_TRUE(m_state.seeking());
    answer(0);
    EXPECT_FALSE(m_state.seeking());
    EXPECT_TRUE(m_state.takePicture(0, m_now));
    EXPECT_FALSE(m_state.takePicture(1, m_now));
}

TEST_F(PlaybackStateTest, WaitsForBothPicturesOfAJump) {
    answerAll();
    m_state.showPictures({0, 1}, m_now);
    answerAll();
    m_state.play(m_now);
    m_state.seek(ms(4000), m_now);
    answer(0);
    EXPECT_EQ(m_state.takePicture(0, m_now)->time, ms(4000));
    EXPECT_TRUE(m_state.seeking());
    wait(500);
    EXPECT_EQ(position(), 4000);
    answer(1);
    EXPECT_FALSE(m_state.seeking());
    wait(500);
    EXPECT_EQ(position(), 4500);
}

TEST_F(PlaybackStateTest, BeginsWhenTheNextPictureIsThereToo) {
    m_state.setSoundOutput(true, m_now);
    m_state.play(m_now);
    answerAlone(0);
    giveSound(1000);
    EXPECT_TRUE(m_state.takePicture(0, m_now)) << "it is shown meanwhile";
    for (int i = 0; i < 5; ++i)
        pull(20);
    EXPECT_EQ(position(), 0) << "or the next one would come late";
    m_state.lane(0).add(m_state.lane(0).request().generation, ms(40), picture(40));
    for (int i = 0; i < 5; ++i)
        pull(20);
    EXPECT_NEAR(static_cast<double>(position()), 100, 21);
    (void)m_state.takePicture(0, m_now);
    for (int i = 0; i < 5; ++i)
        pull(20);
    EXPECT_NEAR(static_cast<double>(position()), 200, 21) << "once it runs it waits for none";
}

TEST_F(PlaybackStateTest, BeginsWithoutSoundWhenTheNextPictureIsThereToo) {
    m_state.play(m_now);
    answerAlone(0);
    wait(500);
    EXPECT_EQ(position(), 0);
    m_state.lane(0).add(m_state.lane(0).request().generation, ms(40), picture(40));
    wait(0);
    wait(500);
    EXPECT_EQ(position(), 500);
}

TEST_F(PlaybackStateTest, StepsTheLeaderAndTheOtherFollows) {
    m_state.showPictures({1, 0}, m_now);
    answerAll();
    EXPECT_EQ(m_state.lane(1).track(), 1U);
    m_state.seek(ms(2000), m_now);
    answerAll();
    m_state.step(2, m_now);
    EXPECT_EQ(m_state.lane(1).request().steps, 2);
    EXPECT_TRUE(m_state.lane(0).answered());
    answer(1);
    EXPECT_EQ(position(), 2080);
    EXPECT_EQ(m_state.lane(0).request().piece.from, ms(2080));
    EXPECT_EQ(m_state.lane(0).request().steps, 0);
    EXPECT_TRUE(m_state.seeking());
    answer(0);
    EXPECT_FALSE(m_state.seeking());
}

TEST_F(PlaybackStateTest, JoinsASecondPictureWithoutStoppingTheFirst) {
    answerAll();
    m_state.play(m_now);
    wait(1000);
    const auto before = m_state.lane(0).request().generation;
    m_state.showPictures({0, 1}, m_now);
    EXPECT_EQ(m_state.lane(0).request().generation, before);
    EXPECT_FALSE(m_state.seeking());
    EXPECT_EQ(m_state.lane(1).request().piece.from, ms(1000));
    wait(200);
    EXPECT_EQ(position(), 1200);
    answer(1);
    EXPECT_EQ(m_state.takePicture(1, m_now)->time, ms(1000));
    EXPECT_EQ(position(), 1200);
}

TEST_F(PlaybackStateTest, SwitchesTheTrackShownWhereItIs) {
    answerAll();
    m_state.seek(ms(3000), m_now);
    answerAll();
    m_state.showPictures({1}, m_now);
    EXPECT_TRUE(m_state.seeking());
    EXPECT_EQ(position(), 3000);
    answer(1 - (m_state.lane(0).track() == 1U ? 1U : 0U));
    EXPECT_FALSE(m_state.seeking());
    EXPECT_EQ(m_state.takePicture(0, m_now)->time, ms(3000));
    EXPECT_EQ(position(), 3000);
}

TEST_F(PlaybackStateTest, SwapsPlacesWithoutOpeningATrackAgain) {
    m_state.showPictures({0, 1}, m_now);
    answerAll();
    m_state.showPictures({1, 0}, m_now);
    EXPECT_EQ(m_state.lane(0).track(), 0U);
    EXPECT_EQ(m_state.lane(1).track(), 1U);
    answerAll();
    EXPECT_TRUE(m_state.takePicture(0, m_now));
    EXPECT_TRUE(m_state.takePicture(1, m_now));
    m_state.step(1, m_now);
    EXPECT_EQ(m_state.lane(1).request().steps, 1);
}

TEST_F(PlaybackStateTest, PassesOverTracksThatAreNotThere) {
    answerAll();
    m_state.showPictures({7}, m_now);
    m_state.showPictures({}, m_now);
    EXPECT_EQ(m_state.lane(0).track(), 0U);
    m_state.showPictures({9, 1, 1}, m_now);
    EXPECT_FALSE(m_state.takePicture(1, m_now));
    EXPECT_TRUE(m_state.lane(0).track() == 1U || m_state.lane(1).track() == 1U);
}

TEST_F(PlaybackStateTest, PlaysOnWhereOneOfTwoTracksFails) {
    m_state.showPictures({0, 1}, m_now);
    answer(0);
    m_state.play(m_now);
    m_state.failPicture(1, m_state.lane(1).request().generation, {ErrorCode::Corrupt, "no picture", 0},
                        m_now);
    wait(500);
    EXPECT_TRUE(m_state.playing());
    EXPECT_EQ(position(), 500);
    EXPECT_FALSE(m_state.failure());
}

TEST_F(PlaybackStateWithoutSound, EndsWhereItsOnlyTrackFails) {
    m_state.play(m_now);
    m_state.failPicture(0, m_state.lane(0).request().generation, {ErrorCode::Corrupt, "no picture", 0},
                        m_now);
    EXPECT_FALSE(m_state.playing());
    EXPECT_TRUE(m_state.failure());
}

TEST_F(PlaybackStateWithoutSound, GoesOnThoughAnOutputPulls) {
    m_state.setSoundOutput(true, m_now);
    m_state.play(m_now);
    for (int i = 0; i < 20; ++i)
        pull(20);
    EXPECT_EQ(position(), 400);
}

TEST_F(PlaybackStateWithoutSound, GoesRoundInALoopAtAnySpeed) {
    m_state.setLoop(range(2000, 3000), m_now);
    answerAll();
    m_state.setSpeed(2, m_now);
    m_state.seek(ms(2500), m_now);
    answerAll();
    m_state.play(m_now);
    wait(200);
    EXPECT_EQ(position(), 2900);
    wait(100);
    EXPECT_EQ(position(), 2100);
    wait(5000);
    EXPECT_EQ(position(), 2100);
    EXPECT_TRUE(m_state.playing());
}

TEST_F(PlaybackStateWithoutSound, GoesOnFromTheLoopsStartWhenItIsSetElsewhere) {
    m_state.play(m_now);
    wait(6000);
    m_state.setLoop(range(2000, 3000), m_now);
    EXPECT_EQ(position(), 2000);
    answerAll();
    wait(1100);
    EXPECT_EQ(position(), 2100);
}

TEST_F(PlaybackStateWithoutSound, MovesNothingWhenALoopIsSetWhilePausedButPlaysFromItsStart) {
    m_state.seek(ms(6000), m_now);
    answerAll();
    m_state.setLoop(range(2000, 3000), m_now);
    answerAll();
    EXPECT_EQ(position(), 6000);
    m_state.play(m_now);
    EXPECT_EQ(position(), 2000);
}

TEST_F(PlaybackStateWithoutSound, StaysInTheLoopOverAJumpInside) {
    m_state.setLoop(range(2000, 3000), m_now);
    answerAll();
    m_state.play(m_now);
    answerAll();
    m_state.seek(ms(2900), m_now);
    answerAll();
    wait(200);
    EXPECT_EQ(position(), 2100);
}

TEST_F(PlaybackStateWithoutSound, LeavesTheLoopByAJumpBehindIt) {
    m_state.setLoop(range(2000, 3000), m_now);
    answerAll();
    m_state.play(m_now);
    answerAll();
    m_state.seek(ms(5000), m_now);
    answerAll();
    wait(2000);
    EXPECT_EQ(position(), 7000);
    EXPECT_TRUE(m_state.loop());
    m_state.pause(m_now);
    m_state.play(m_now);
    EXPECT_EQ(position(), 2000);
}

TEST_F(PlaybackStateWithoutSound, PlaysOnPastTheLoopsEndWhenItIsLifted) {
    m_state.setLoop(range(2000, 3000), m_now);
    answerAll();
    m_state.play(m_now);
    answerAll();
    wait(4500);
    EXPECT_EQ(position(), 2500);
    m_state.setLoop(std::nullopt, m_now);
    EXPECT_EQ(position(), 2500);
    wait(1000);
    EXPECT_EQ(position(), 3500);
}

TEST_F(PlaybackStateWithoutSound, IgnoresALoopShorterThanAFrame) {
    m_state.setLoop(range(2000, 2020), m_now);
    EXPECT_FALSE(m_state.loop());
    m_state.play(m_now);
    wait(2500);
    EXPECT_EQ(position(), 2500);
}

TEST_F(PlaybackStateWithoutSound, SkipsWhilePlayingAndAtAnySpeed) {
    m_state.setSkipped({range(1000, 3000), range(4000, 6000)}, m_now);
    answerAll();
    m_state.play(m_now);
    wait(900);
    EXPECT_EQ(position(), 900);
    wait(200);
    EXPECT_EQ(position(), 3100);
    m_state.setSpeed(3, m_now);
    wait(400);
    EXPECT_EQ(position(), 6300);
}

TEST_F(PlaybackStateWithoutSound, ShowsWhatIsSkippedToAJumpAndAStep) {
    m_state.setSkipped({range(1000, 3000)}, m_now);
    answerAll();
    m_state.seek(ms(2000), m_now);
    answerAll();
    EXPECT_EQ(position(), 2000);
    m_state.lane(0).add(m_state.lane(0).request().generation, ms(2000), picture(3000));
    EXPECT_EQ(m_state.takePicture(0, m_now)->time, ms(2000));
    EXPECT_FALSE(m_state.takePicture(0, m_now)); // what comes behind waits for play
    m_state.step(1, m_now);
    answerAll();
    EXPECT_EQ(position(), 2040);
    m_state.play(m_now);
    wait(100);
    EXPECT_EQ(position(), 3100);
}

TEST_F(PlaybackStateWithoutSound, GoesOnAtOnceWhereItIsInWhatIsSkippedNow) {
    m_state.play(m_now);
    wait(2000);
    m_state.setSkipped({range(1000, 3000)}, m_now);
    answerAll();
    wait(100);
    EXPECT_EQ(position(), 3100);
}

TEST_F(PlaybackStateWithoutSound, ReachesTheEndOverASkippedRest) {
    m_state.setSkipped({range(9000, 20'000)}, m_now);
    answerAll();
    m_state.seek(ms(8900), m_now);
    answerAll();
    m_state.play(m_now);
    wait(200);
    EXPECT_FALSE(m_state.playing());
    EXPECT_EQ(position(), 10'000);
}

TEST_F(PlaybackStateWithoutSound, PausesWhereItIsOnTheRoute) {
    m_state.setLoop(range(2000, 3000), m_now);
    answerAll();
    m_state.play(m_now);
    answerAll();
    wait(1500);
    m_state.pause(m_now);
    EXPECT_EQ(position(), 2500);
    wait(1000);
    EXPECT_EQ(position(), 2500);
    m_state.step(1, m_now);
    answerAll();
    EXPECT_EQ(position(), 2520);
}

TEST_F(PlaybackStateWithoutSound, KeepsAStepUnderWayWhenTheRouteChanges) {
    m_state.seek(ms(2000), m_now);
    answerAll();
    m_state.step(3, m_now);
    m_state.setSkipped({range(5000, 6000)}, m_now);
    EXPECT_EQ(m_state.lane(0).request().steps, 3);
    answerAll();
    EXPECT_EQ(position(), 2120);
    EXPECT_FALSE(m_state.seeking());
}

TEST_F(PlaybackStateWithoutSound, GivesPicturesByTheirPlaceOnTheRoute) {
    m_state.setLoop(range(2000, 3000), m_now);
    answerAll();
    m_state.play(m_now);
    answerAll();
    (void)m_state.takePicture(0, m_now);
    const auto generation = m_state.lane(0).request().generation;
    m_state.lane(0).add(generation, ms(2960), picture(2960));
    m_state.lane(0).add(generation, ms(3000), picture(2000)); // again
    wait(960);
    EXPECT_EQ(m_state.takePicture(0, m_now)->time, ms(2960));
    EXPECT_FALSE(m_state.takePicture(0, m_now));
    wait(40);
    EXPECT_EQ(m_state.takePicture(0, m_now)->time, ms(2000));
    EXPECT_EQ(m_state.latePictures(), 0U);
}

TEST_F(PlaybackStateOfSoundAlone, GoesBySoundAndItsLatency) {
    m_state.setSoundOutput(true, m_now);
    m_state.play(m_now);
    giveSound(300);
    for (int i = 0; i < 5; ++i)
        pull(20, 50);
    EXPECT_NEAR(static_cast<double>(position()), 50, 2);
}

TEST_F(PlaybackStateOfSoundAlone, KeepsThePositionOverAChangeOfWhatIsHeard) {
    m_state.setSoundOutput(true, m_now);
    m_state.play(m_now);
    giveSound(300);
    for (int i = 0; i < 5; ++i)
        pull(20);
    const auto generation = m_state.soundRequest().generation;
    m_state.setHeard({{5, 0.5}}, m_now);
    EXPECT_EQ(m_state.soundRequest().generation, generation + 1);
    EXPECT_EQ(m_state.soundRequest().piece.from, ms(100));
    EXPECT_EQ(position(), 100);
    pull(20); // as before while it isn't there
    EXPECT_EQ(position(), 120);
    giveSound(300);
    for (int i = 0; i < 5; ++i)
        pull(20);
    EXPECT_EQ(position(), 220);
    EXPECT_EQ(m_state.soundUnderruns(), 0U);
}

TEST_F(PlaybackStateOfSoundAlone, IsHeardWhileASliderMoves) {
    m_state.setSoundOutput(true, m_now);
    m_state.play(m_now);
    giveSound(300);
    std::uint64_t given = m_state.soundRequest().generation;
    const std::uint64_t first = given;
    for (int i = 0; i < 100; ++i) {
        m_state.setHeard({{5, 0.01 * i}}, m_now);
        pull(10);
        if (m_state.soundRequest().generation != given) {
            given = m_state.soundRequest().generation;
            giveSound(300);
        }
    }
    // One after the other, each as soon as the one before is heard; and the last of them.
    EXPECT_GE(given - first, 15U);
    for (int i = 0; i < 10; ++i)
        pull(10);
    EXPECT_EQ(m_state.soundRequest().heard, (std::vector<HeardTrack>{{5, 0.99}}));
    EXPECT_EQ(m_state.soundUnderruns(), 0U);
    EXPECT_EQ(position(), 1100);
}

TEST_F(PlaybackStateOfSoundAlone, ChangesNothingForTheSameChoice) {
    const auto generation = m_state.soundRequest().generation;
    m_state.setHeard({{5, 1}}, m_now);
    EXPECT_EQ(m_state.soundRequest().generation, generation);
}

class PlaybackStateSpeeds : public PlaybackStateOfSoundAlone,
                            public ::testing::WithParamInterface<std::pair<double, double>> {};

TEST_P(PlaybackStateSpeeds, ChangeWithoutAJumpOfThePosition) {
    const auto [from, to] = GetParam();
    m_state.setSpeed(from, m_now);
    m_state.setSoundOutput(true, m_now);
    m_state.play(m_now);
    giveSound(320);
    for (int i = 0; i < 10; ++i)
        pull(20, 80);
    MediaTime before = m_state.position(m_now);
    m_state.setSpeed(to, m_now);
    EXPECT_EQ(m_state.position(m_now), before);
    giveSound(320);
    const double fastest = std::max(from, to);
    for (int i = 0; i < 14; ++i) {
        pull(10, 80);
        const MediaTime here = m_state.position(m_now);
        // Ten milliseconds on at one of both speeds, but for what the clock smooths.
        EXPECT_GE(here - before, MediaTime()) << i;
        EXPECT_LE((here - before).seconds(), 0.010 * fastest + 0.006) << i;
        before = here;
    }
    EXPECT_EQ(m_state.soundUnderruns(), 0U);
}

INSTANTIATE_TEST_SUITE_P(Both, PlaybackStateSpeeds,
                         ::testing::Values(std::pair(1.0, 2.0), std::pair(2.0, 1.0), std::pair(1.0, 0.5),
                                           std::pair(0.5, 3.0), std::pair(3.0, 0.5)));

TEST_F(PlaybackStateOfSoundAlone, GoesRoundWithTheSound) {
    m_state.setLoop(range(1000, 2000), m_now);
    m_state.setSoundOutput(true, m_now);
    m_state.play(m_now);
    EXPECT_EQ(m_state.soundRequest().piece.from, ms(1000));
    giveSound(320);
    EXPECT_EQ(position(), 1000);
    MediaTime at = ms(1320);
    for (int i = 0; i < 60; ++i) {
        pull(20);
        m_state.addSound(m_state.soundRequest().generation,
                         {at, at + ms(20), std::vector<float>(20UL * 48 * 2, 0.5F)});
        at += ms(20);
    }
    EXPECT_EQ(position(), 1200);
}

TEST_F(PlaybackStateOfSoundAlone, GoesOnFromItsPlaceWhenTheOutputIsBack) {
    m_state.setSoundOutput(true, m_now);
    m_state.play(m_now);
    giveSound(320);
    for (int i = 0; i < 5; ++i)
        pull(20);
    wait(3000);
    const std::int64_t here = position();
    EXPECT_GT(here, 1900);
    pull(20);
    giveSound(320);
    pull(20);
    EXPECT_NEAR(static_cast<double>(position()), static_cast<double>(here), 45);
}

TEST_F(PlaybackStateOfSoundAlone, CountsAnUnderrunAndStandsMeanwhile) {
    m_state.setSoundOutput(true, m_now);
    m_state.play(m_now);
    giveSound(60);
    for (int i = 0; i < 6; ++i)
        pull(20);
    EXPECT_GT(m_state.soundUnderruns(), 0U);
    EXPECT_EQ(position(), 60);
}

} // namespace
} // namespace mockingbird::review
