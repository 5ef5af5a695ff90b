// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/playback/player_fixture.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <map>

namespace mockingbird::review {
namespace {

using namespace std::chrono_literals;
using test::CodedMedia;
namespace fs = std::filesystem;

template <class Change>
CodedMedia with(Change change) {
    CodedMedia media;
    media.sound = true;
    change(media);
    return media;
}

std::int64_t variable(int n) {
    return std::int64_t{n} * 33 + (n % 7) * 4 + (n > 40 ? 700 : 0);
}

struct Kind {
    const char* name = "";
    const char* file = "";
    CodedMedia media;
    bool readable = true; ///< the numbers are, which isn't so where the picture is turned
};

/// What people bring along plays through: every frame when it is due, and the sound in step with it.
class PlayedMedia : public PlayerTest, public ::testing::WithParamInterface<Kind> {};

TEST_P(PlayedMedia, ShowsEveryFrameWhenItIsDueAndEnds) {
    const Kind& kind = GetParam();
    open(made(kind.media, kind.file));
    ASSERT_NE(m_player, nullptr);
    m_player->setSoundOutput(true);
    settle();
    FakeSoundCard card(*m_player, m_clock, 40ms);
    m_player->play();
    std::vector<int> numbers;
    std::map<int, std::int64_t> shownAt;
    int frames = 0;
    for (int tick = 0; tick < 4000 && m_player->playing() && !HasFailure(); ++tick) {
        settle();
        const MediaTime here = m_player->position();
        if (const auto picture = m_player->takePicture()) {
            ++frames;
            const int number = test::numberIn(*picture).value_or(-1);
            numbers.push_back(number);
            shownAt.try_emplace(number, m_clock.microseconds());
            if (frames > 1) {
                EXPECT_LE(picture->time, here);
                EXPECT_LE((here - picture->time).seconds(), 0.012) << "frame " << number;
            }
        }
        card.tick();
    }
    EXPECT_FALSE(m_player->playing());
    EXPECT_FALSE(m_player->failure());
    EXPECT_EQ(m_player->position(), m_player->duration());
    EXPECT_EQ(m_player->stats().latePictures, 0U);
    EXPECT_EQ(frames, kind.media.frames);
    if (!kind.readable)
        return;
    ASSERT_EQ(numbers.size(), static_cast<std::size_t>(kind.media.frames));
    for (int i = 0; i < frames; ++i)
        ASSERT_EQ(numbers[static_cast<std::size_t>(i)], i);
    if (!kind.media.sound)
        return;
    // The beep of a second and the frame that is shown then.
    ASSERT_GE(card.onsets().size(), 2U);
    const std::int64_t first = kind.media.timeOf(0);
    for (int number = 1; number < frames; ++number) {
        const std::int64_t time = kind.media.timeOf(number) - first;
        if (first != 0 || time % 1000 != 0 || time / 1000 >= static_cast<std::int64_t>(card.onsets().size()))
            continue;
        const std::int64_t beep = card.onsets()[static_cast<std::size_t>(time / 1000)];
        EXPECT_LE(std::abs(shownAt[number] - beep), 20'000) << "frame " << number;
    }
}

TEST_P(PlayedMedia, GoesOnFromAJumpIntoItsMiddle) {
    const Kind& kind = GetParam();
    open(made(kind.media, kind.file));
    ASSERT_NE(m_player, nullptr);
    m_player->play();
    m_player->seek(MediaTime::fromSeconds(m_player->duration().seconds() * 0.6));
    const auto sought = shown();
    ASSERT_TRUE(sought);
    int last = test::numberIn(*sought).value_or(-1);
    int frames = 0;
    while (m_player->playing() && !HasFailure()) {
        settle();
        if (const auto picture = m_player->takePicture()) {
            ++frames;
            const int number = test::numberIn(*picture).value_or(-1);
            if (kind.readable) {
                EXPECT_EQ(number, last + 1);
            }
            last = number;
        }
        m_clock.advance(5ms);
    }
    EXPECT_GE(frames, kind.media.frames / 4);
    EXPECT_EQ(m_player->position(), m_player->duration());
    EXPECT_FALSE(m_player->failure());
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, PlayedMedia,
    ::testing::Values(
        Kind{"VariableRate", "a.mkv", with([](auto& m) { m.timeOf = variable, m.bFrames = 2; })},
        Kind{"VariableRateInMp4", "a.mp4", with([](auto& m) { m.timeOf = variable, m.bFrames = 2; })},
        Kind{"FourK", "a.mkv", with([](auto& m) {
                 m.width = 3840, m.height = 2160, m.frames = 40, m.keyframeEvery = 20;
                 m.options = "ref=1:subme=0:me=dia:rc-lookahead=0:aq-mode=0";
             })},
        Kind{"OddSize", "a.mkv",
             with([](auto& m) { m.codec = "mpeg4", m.width = 321, m.height = 183, m.bitRate = 4000000; })},
        Kind{"TurnedByAQuarter", "a.mp4", with([](auto& m) { m.rotateClockwise = 90; }), false},
        Kind{"TurnedByHalf", "a.mp4", with([](auto& m) { m.rotateClockwise = 180; }), false},
        Kind{"LateStart", "a.mkv", with([](auto& m) { m.startMs = 12345, m.bFrames = 2; })},
        Kind{"LateStartInMpegTs", "a.ts", with([](auto& m) { m.startMs = 1400, m.bFrames = 2; })},
        Kind{"BFramesAndOpenGops", "a.mkv",
             with([](auto& m) { m.bFrames = 3, m.openGop = true, m.keyframeEvery = 12; })},
        Kind{"BFramesAndOpenGopsInMp4", "a.mp4",
             with([](auto& m) { m.bFrames = 3, m.openGop = true, m.keyframeEvery = 12; })},
        Kind{"IntraRefresh", "a.mkv",
             with([](auto& m) { m.options = "intra-refresh=1", m.keyframeEvery = 20; })},
        Kind{"OneKeyframe", "a.mkv", with([](auto& m) { m.keyframeEvery = 500, m.bFrames = 3; })},
        Kind{"SixtyASecond", "a.mkv", with([](auto& m) {
                 m.frames = 180, m.timeOf = [](int n) { return std::int64_t{n} * 50 / 3; };
             })},
        Kind{"OneFrameASecond", "a.mkv",
             with([](auto& m) { m.frames = 6, m.timeOf = [](int n) { return std::int64_t{n} * 1000; }; })},
        Kind{"Mpeg2", "a.mpg", with([](auto& m) {
                 m.codec = "mpeg2video", m.bFrames = 2, m.bitRate = 4000000, m.keyframeEvery = 12,
                 m.sound = false;
             })},
        Kind{"MotionJpeg", "a.avi", with([](auto& m) { m.codec = "mjpeg", m.bitRate = 8000000; })}),
    [](const auto& kind) { return std::string(kind.param.name); });

class DamagedMedia : public PlayerTest {
protected:
    /// Rubbish over some bytes in the middle.
    static void damage(const fs::path& file, std::size_t bytes) {
        const auto middle = static_cast<std::streamoff>(fs::file_size(file) / 2);
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(middle);
        const std::string rubbish(bytes, '\x5a');
        stream.write(rubbish.data(), static_cast<std::streamsize>(rubbish.size()));
    }
};

TEST_F(DamagedMedia, StaysInStepBehindABrokenPacket) {
    for (const char* name : {"broken.mkv", "broken.mp4"}) {
        CodedMedia media = talking(250);
        media.secondSound = false; // MP4 keeps no word of which track is the mix
        const fs::path file = made(media, name);
        damage(file, 300);
        open(file);
        m_player->setSoundOutput(true);
        settle();
        FakeSoundCard card(*m_player, m_clock, 40ms);
        m_player->play();
        std::map<int, std::int64_t> shownAt;
        while (m_player->playing() && !HasFailure()) {
            settle();
            if (const auto picture = m_player->takePicture())
                shownAt.try_emplace(test::numberIn(*picture).value_or(-1), m_clock.microseconds());
            card.tick();
        }
        EXPECT_FALSE(m_player->failure()) << name;
        EXPECT_EQ(m_player->position(), m_player->duration()) << name;
        EXPECT_GE(shownAt.size(), 200U) << name;
        ASSERT_TRUE(shownAt.contains(225)) << name;
        std::int64_t nearest = INT64_MAX;
        for (const std::int64_t onset : card.onsets())
            nearest = std::min(nearest, std::abs(onset - shownAt[225]));
        EXPECT_LE(nearest, 20'000) << name;
    }
}

TEST_F(DamagedMedia, IsSteppedAndJumpedIntoWhereItIsBroken) {
    const fs::path file = made(talking(250));
    damage(file, 3000);
    open(file);
    for (int number = 100; number < 150; ++number) {
        m_player->seek(ms(number * 40));
        EXPECT_TRUE(shown()) << number;
    }
    m_player->seek(ms(4000));
    for (int i = 0; i < 60; ++i) {
        m_player->stepForward();
        EXPECT_TRUE(test::waitUntil([&] { return !m_player->seeking(); }));
    }
    EXPECT_GT(m_player->position(), ms(6000));
    EXPECT_FALSE(m_player->failure());
}

} // namespace
} // namespace mockingbird::review
