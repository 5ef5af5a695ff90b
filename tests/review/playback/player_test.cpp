// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/player.h"

#include "tests/review/playback/player_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>

namespace mockingbird::review {
namespace {

using namespace std::chrono_literals;
using test::CodedMedia;
using test::waitUntil;
namespace fs = std::filesystem;

TEST_F(PlayerTest, ShowsTheFirstFrameWhenItIsOpened) {
    open(made(talking()));
    const auto picture = shown();
    ASSERT_TRUE(picture);
    EXPECT_EQ(test::numberIn(*picture), 0);
    EXPECT_FALSE(m_player->playing());
    EXPECT_EQ(m_player->position(), MediaTime());
    EXPECT_TRUE(m_player->hasPicture());
}

TEST_F(PlayerTest, ListsTheSoundTracksAndKnowsTheMix) {
    open(made(talking()));
    const auto tracks = m_player->soundTracks();
    ASSERT_EQ(tracks.size(), 2U);
    EXPECT_EQ(tracks[0].name, "Microphone");
    EXPECT_FALSE(tracks[0].mix);
    EXPECT_EQ(tracks[1].name, "Mix");
    EXPECT_TRUE(tracks[1].mix);
}

TEST_F(PlayerTest, ShowsTheExactFrameAfterEachJump) {
    const CodedMedia media = talking();
    open(made(media));
    std::mt19937 random(3);
    std::uniform_int_distribution<std::int64_t> anyTime(0, 5'999'000);
    for (int i = 0; i < 150; ++i) {
        const MediaTime time = MediaTime::fromMicroseconds(anyTime(random));
        m_player->seek(time);
        EXPECT_EQ(m_player->position(), time);
        const auto picture = shown();
        ASSERT_TRUE(picture);
        ASSERT_EQ(test::numberIn(*picture), test::frameAt(media, time));
    }
}

TEST_F(PlayerTest, ShowsTheLastJumpAloneWhenJumpsOvertakeEachOther) {
    CodedMedia media = talking(500);
    media.keyframeEvery = 500;
    open(made(media));
    for (int i = 0; i < 40; ++i)
        m_player->seek(ms(19000 - i * 300));
    m_player->seek(ms(2040));
    const auto picture = shown();
    ASSERT_TRUE(picture);
    EXPECT_EQ(test::numberIn(*picture), 51);
    EXPECT_FALSE(m_player->takePicture());
}

TEST_F(PlayerTest, StepsByOneFrameForthAndBack) {
    open(made(talking()));
    m_player->seek(ms(2000));
    ASSERT_EQ(test::numberIn(*shown()), 50);
    for (const int number : {51, 52, 53}) {
        m_player->stepForward();
        ASSERT_EQ(test::numberIn(*shown()), number);
        EXPECT_EQ(m_player->position(), ms(number * 40));
    }
    for (int number = 52; number > 20; --number) {
        m_player->stepBack();
        ASSERT_EQ(test::numberIn(*shown()), number);
    }
}

TEST_F(PlayerTest, CountsEveryStepOfAQuickRow) {
    open(made(talking()));
    m_player->seek(ms(2000));
    for (int i = 0; i < 12; ++i)
        m_player->stepForward();
    for (int i = 0; i < 3; ++i)
        m_player->stepBack();
    ASSERT_TRUE(waitUntil([&] { return !m_player->seeking(); }));
    ASSERT_EQ(test::numberIn(*shown()), 59);
    EXPECT_EQ(m_player->position(), ms(59 * 40));
}

TEST_F(PlayerTest, StepsNoFurtherThanTheEnds) {
    open(made(talking(30)));
    ASSERT_EQ(test::numberIn(*shown()), 0);
    m_player->stepBack();
    ASSERT_EQ(test::numberIn(*shown()), 0);
    m_player->seek(m_player->duration());
    ASSERT_EQ(test::numberIn(*shown()), 29);
    m_player->stepForward();
    ASSERT_EQ(test::numberIn(*shown()), 29);
}

TEST_F(PlayerTest, PausesWhenItSteps) {
    open(made(talking()));
    m_player->play();
    EXPECT_TRUE(m_player->playing());
    m_player->stepForward();
    EXPECT_FALSE(m_player->playing());
}

class PlayerInStep : public PlayerTest, public ::testing::WithParamInterface<double> {};

TEST_P(PlayerInStep, ShowsEachPictureWithinTwentyMillisecondsOfItsSound) {
    const double speed = GetParam();
    const CodedMedia media = talking(145);
    open(made(media));
    m_player->setSoundOutput(true);
    m_player->setSpeed(speed);
    settle();
    FakeSoundCard card(*m_player, m_clock, 60ms);
    m_player->play();
    std::map<int, std::int64_t> shownAt;
    while (m_player->playing() && !HasFailure()) {
        if (const auto picture = m_player->takePicture())
            shownAt.try_emplace(test::numberIn(*picture).value_or(-1), m_clock.microseconds());
        settle();
        card.tick();
    }
    EXPECT_EQ(m_player->position(), m_player->duration());
    EXPECT_EQ(m_player->stats().soundUnderruns, 0U);
    ASSERT_EQ(card.onsets().size(), 6U);
    std::int64_t farthest = 0;
    for (std::size_t second = 0; second < 6; ++second) {
        const int number = static_cast<int>(second) * 25;
        ASSERT_TRUE(shownAt.contains(number)) << number;
        // The first picture stands from the start on, before the sound has made its way through the card.
        if (second > 0) {
            const std::int64_t apart = std::abs(shownAt[number] - card.onsets()[second]);
            EXPECT_LE(apart, 20'000) << "at second " << second;
            farthest = std::max(farthest, apart);
        }
    }
    RecordProperty("farthest_apart_us", static_cast<int>(farthest));
    // The wall time it took is the recording's by the speed.
    const double took = static_cast<double>(card.onsets()[5] - card.onsets()[0]) / 1e6;
    EXPECT_NEAR(took, 5.0 / speed, 0.06);
}

INSTANTIATE_TEST_SUITE_P(Speeds, PlayerInStep, ::testing::Values(0.5, 1.0, 1.5, 2.0, 3.0));

TEST_F(PlayerTest, StaysInStepOverAJumpWhilePlaying) {
    open(made(talking(250)));
    m_player->setSoundOutput(true);
    settle();
    FakeSoundCard card(*m_player, m_clock, 40ms);
    m_player->play();
    for (int i = 0; i < 100; ++i) {
        settle();
        card.tick();
        (void)m_player->takePicture();
    }
    m_player->seek(ms(5500));
    ASSERT_EQ(test::numberIn(*shown()), 137);
    const std::size_t before = card.onsets().size();
    std::optional<std::int64_t> shownAt;
    for (int i = 0; i < 200 && !shownAt; ++i) {
        settle();
        card.tick();
        if (const auto picture = m_player->takePicture(); picture && test::numberIn(*picture) == 150)
            shownAt = m_clock.microseconds();
    }
    ASSERT_TRUE(shownAt);
    for (int i = 0; i < 20; ++i) {
        settle();
        card.tick();
    }
    ASSERT_EQ(card.onsets().size(), before + 1);
    EXPECT_LE(std::abs(*shownAt - card.onsets().back()), 20'000);
}

TEST_F(PlayerTest, ResumesWhereItPaused) {
    open(made(talking()));
    m_player->setSoundOutput(true);
    settle();
    FakeSoundCard card(*m_player, m_clock, 40ms);
    m_player->play();
    for (int i = 0; i < 100; ++i) {
        settle();
        card.tick();
    }
    m_player->pause();
    const MediaTime here = m_player->position();
    EXPECT_NEAR(here.seconds(), 0.46, 0.02);
    m_clock.advance(5s);
    EXPECT_EQ(m_player->position(), here);
    settle();
    m_player->play();
    settle();
    card.tick();
    EXPECT_NEAR(m_player->position().seconds(), here.seconds(), 0.02);
}

TEST_F(PlayerTest, PlaysByTheSteadyClockWithoutASoundOutput) {
    open(made(talking()));
    settle();
    m_player->play();
    int last = -1;
    while (m_player->playing() && !HasFailure()) {
        settle();
        if (const auto picture = m_player->takePicture()) {
            const int number = test::numberIn(*picture).value_or(-1);
            ASSERT_EQ(number, last + 1);
            ASSERT_EQ(number, m_player->position().microseconds() / 40'000);
            last = number;
        }
        m_clock.advance(10ms);
    }
    EXPECT_GE(last, 148);
    EXPECT_EQ(m_player->position(), m_player->duration());
    EXPECT_EQ(m_player->stats().latePictures, 0U);
}

TEST_F(PlayerTest, SaysHowSoonTheNextPictureIsDue) {
    open(made(talking()));
    settle();
    EXPECT_FALSE(m_player->untilNextPicture()) << "it stands";
    m_player->setSpeed(2);
    m_player->play();
    settle();
    ASSERT_TRUE(m_player->takePicture() || m_player->playing());
    settle();
    const auto due = m_player->untilNextPicture();
    ASSERT_TRUE(due);
    EXPECT_GT(*due, 0ms);
    EXPECT_LE(*due, 20ms) << "40 ms of the recording, at twice the speed";
    m_clock.advance(std::chrono::duration_cast<std::chrono::milliseconds>(*due) - 1ms);
    EXPECT_FALSE(m_player->takePicture()) << "not before";
    m_clock.advance(2ms);
    EXPECT_EQ(m_player->untilNextPicture(), 0ns);
    EXPECT_TRUE(m_player->takePicture());
    EXPECT_GT(m_player->untilNextPicture().value_or(0ms), 0ms);
}

TEST_F(PlayerTest, EntersAtAKeyframeWhereItHasFallenFarBehind) {
    test::CodedMedia media;
    media.frames = 400; // a keyframe every 1.2 s
    open(made(media));
    const auto reaches = [this](int wanted) {
        std::optional<int> number;
        return test::waitUntil([&] {
            if (const auto picture = m_player->takePicture())
                number = test::numberIn(*picture);
            return number == wanted;
        });
    };
    settle();
    m_player->play();
    m_clock.advance(5500ms);
    EXPECT_TRUE(reaches(137));
    const auto before = m_player->stats().latePictures;
    settle();
    m_clock.advance(5500ms);
    // Decoded up to the moment itself, it would be late by as much again on a slow machine, over and over.
    EXPECT_TRUE(reaches(275));
    EXPECT_GE(m_player->stats().latePictures - before, 3U) << "from the keyframe at 10.8 s on";
    EXPECT_LT(m_player->stats().latePictures - before, 30U) << "and not all that is before it";
}

TEST_F(PlayerTest, GoesOnWhenTheSoundOutputStopsPulling) {
    open(made(talking()));
    m_player->setSoundOutput(true);
    settle();
    m_player->play();
    m_clock.advance(900ms);
    EXPECT_EQ(m_player->position(), MediaTime());
    m_clock.advance(200ms);
    EXPECT_EQ(m_player->position(), MediaTime());
    m_clock.advance(500ms);
    EXPECT_EQ(m_player->position(), ms(500));
}

TEST_F(PlayerTest, PlaysFromTheStartAgainAfterTheEnd) {
    open(made(talking(30)));
    settle();
    m_player->play();
    m_clock.advance(10s);
    EXPECT_FALSE(m_player->playing());
    EXPECT_EQ(m_player->position(), m_player->duration());
    m_player->play();
    EXPECT_TRUE(m_player->playing());
    EXPECT_LT(m_player->position(), ms(100));
}

TEST_F(PlayerTest, TurnsTheSoundDown) {
    open(made(talking()));
    m_player->setSoundOutput(true);
    m_player->setVolume(0.25);
    settle();
    FakeSoundCard card(*m_player, m_clock, 20ms);
    m_player->play();
    for (int i = 0; i < 10; ++i) {
        settle();
        card.tick();
    }
    EXPECT_GT(card.loudest(), 0.1F);
    EXPECT_LT(card.loudest(), 0.25F);
}

TEST_F(PlayerTest, PlaysSoundAlone) {
    CodedMedia media;
    media.codec.clear();
    media.sound = true;
    media.soundMs = 2000;
    open(made(media));
    EXPECT_FALSE(m_player->hasPicture());
    EXPECT_FALSE(m_player->seeking());
    m_player->setSoundOutput(true);
    m_player->seek(ms(500));
    settle();
    FakeSoundCard card(*m_player, m_clock, 20ms);
    const std::int64_t began = m_clock.microseconds();
    m_player->play();
    while (m_player->playing() && !HasFailure()) {
        settle();
        card.tick();
        EXPECT_FALSE(m_player->takePicture());
    }
    ASSERT_FALSE(card.onsets().empty());
    EXPECT_NEAR(static_cast<double>(card.onsets()[0] - began), 520'000, 5'000);
}

TEST_F(PlayerTest, PlaysPicturesAlone) {
    open(made({}));
    EXPECT_TRUE(m_player->soundTracks().empty());
    m_player->setSoundOutput(true);
    settle();
    m_player->play();
    m_clock.advance(1s);
    EXPECT_EQ(m_player->position(), ms(1000));
}

TEST_F(PlayerTest, FillsTheTimeWhereTheSoundEndsEarlyWithSilence) {
    CodedMedia media = talking(100);
    media.soundMs = 1500;
    media.soundFromMs = 500;
    open(made(media));
    m_player->setSoundOutput(true);
    settle();
    FakeSoundCard card(*m_player, m_clock, 20ms);
    m_player->play();
    std::map<int, std::int64_t> shownAt;
    while (m_player->playing() && !HasFailure()) {
        settle();
        if (const auto picture = m_player->takePicture())
            shownAt.try_emplace(test::numberIn(*picture).value_or(-1), m_clock.microseconds());
        card.tick();
    }
    EXPECT_EQ(m_player->position(), m_player->duration());
    ASSERT_EQ(card.onsets().size(), 1U);
    EXPECT_LE(std::abs(shownAt.at(25) - card.onsets()[0]), 20'000);
    EXPECT_NEAR(static_cast<double>(shownAt.at(95) - shownAt.at(25)), 70 * 40'000, 20'000);
}

TEST_F(PlayerTest, StopsWhereAFileBreaksOffAndSaysSo) {
    const fs::path file = made(talking(500));
    fs::resize_file(file, fs::file_size(file) / 2);
    open(file);
    settle();
    EXPECT_FALSE(m_player->failure());
    m_player->play();
    while (m_player->playing() && !HasFailure()) {
        settle();
        (void)m_player->takePicture();
        m_clock.advance(20ms);
    }
    ASSERT_TRUE(m_player->failure());
    EXPECT_EQ(m_player->failure()->code, ErrorCode::Corrupt);
    EXPECT_LT(m_player->position(), ms(14000));
    EXPECT_GT(m_player->position(), ms(6000));
    m_player->seek(ms(1000));
    EXPECT_EQ(test::numberIn(*shown()), 25);
}

TEST_F(PlayerTest, PlaysOnOverADamagedStretch) {
    const fs::path file = made(talking(250));
    const auto size = fs::file_size(file);
    {
        std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(static_cast<std::streamoff>(size / 2));
        const std::string rubbish(2000, '\x5a');
        bytes.write(rubbish.data(), static_cast<std::streamsize>(rubbish.size()));
    }
    open(file);
    settle();
    m_player->play();
    int last = -1;
    while (m_player->playing() && !HasFailure()) {
        settle();
        if (const auto picture = m_player->takePicture())
            last = test::numberIn(*picture).value_or(last);
        m_clock.advance(20ms);
    }
    EXPECT_FALSE(m_player->failure());
    EXPECT_GE(last, 245);
}

TEST_F(PlayerTest, RefusesWhatItCannotPlay) {
    std::ofstream(m_folder / "text.mkv") << "no media at all\n";
    EXPECT_EQ(Player::open(m_folder / "text.mkv").error().code, ErrorCode::Unsupported);
    std::ofstream(m_folder / "empty.mkv").flush();
    EXPECT_EQ(Player::open(m_folder / "empty.mkv").error().code, ErrorCode::Corrupt);
    EXPECT_EQ(Player::open(m_folder / "none.mkv").error().code, ErrorCode::NotFound);
}

TEST_F(PlayerTest, EndsItsThreadsInTheMiddleOfAJump) {
    CodedMedia media = talking(500);
    media.keyframeEvery = 500;
    const fs::path file = made(media);
    for (int i = 0; i < 10; ++i) {
        auto player = Player::open(file);
        ASSERT_TRUE(player.ok());
        (*player)->play();
        (*player)->seek(ms(19000 - i));
    }
}

} // namespace
} // namespace mockingbird::review
