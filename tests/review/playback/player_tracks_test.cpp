// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/playback/player_fixture.h"
#include "tests/support/joined_media.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <complex>
#include <fstream>
#include <iterator>
#include <numbers>
#include <span>

namespace mockingbird::review {
namespace {

using namespace std::chrono_literals;
using test::CodedMedia;
namespace fs = std::filesystem;

constexpr int kSecond = 1000; ///< the second track's numbers begin here

/// How loud a tone is within a sound.
double toneIn(std::span<const float> samples, double hz) {
    std::complex<double> sum;
    for (std::size_t i = 0; i < samples.size(); ++i)
        sum += std::polar<double>(samples[i],
                                  -2 * std::numbers::pi * hz * static_cast<double>(i) / Player::kSampleRate);
    return 2 * std::abs(sum) / static_cast<double>(samples.size());
}

/// The largest step from one sample to the next.
float steepest(std::span<const float> samples) {
    float most = 0;
    for (std::size_t i = 1; i < samples.size(); ++i)
        most = std::max(most, std::abs(samples[i] - samples[i - 1]));
    return most;
}

class PlayerTracksTest : public PlayerTest {
protected:
    fs::path tone(const std::string& name, double hz, double level = 0.1) {
        CodedMedia media;
        media.codec.clear();
        media.secondSound = true;
        media.soundMs = 6000;
        media.toneHz = hz;
        media.toneLevel = level;
        return made(media, name);
    }

    /// Frames 0.. at 25 a second, and 1000.. at 20 a second that begin a second later and end two earlier.
    fs::path twoPictures() {
        CodedMedia other;
        other.frames = 60;
        other.firstNumber = kSecond;
        other.width = 240;
        other.bFrames = 2;
        other.timeOf = [](int n) { return std::int64_t{n} * 50; };
        return joined(
            {{made(talking(150), "first.mkv"), "Camera"}, {made(other, "second.mkv"), "Screen", 1000}});
    }

    /// A mix and two sources with a tone each.
    fs::path threeSounds() {
        CodedMedia mix;
        mix.frames = 150;
        return joined({{made(mix, "picture.mkv"), "Camera"},
                       {tone("mix.mkv", 300), "Mix"},
                       {tone("microphone.mkv", 500, 0.2), "Microphone"},
                       {tone("system.mkv", 1300, 0.3), "System"}});
    }

    fs::path joined(const std::vector<test::JoinedPart>& parts) {
        const fs::path file = m_folder / "joined.mkv";
        const auto written = test::join(parts, file);
        EXPECT_TRUE(written.ok()) << (written.ok() ? "" : written.error().detail);
        return file;
    }

    /// The frame that is shown at a place, once it is there.
    int numberAt(std::size_t place) {
        int number = -1;
        EXPECT_TRUE(test::waitUntil([&] {
            while (const auto picture = m_player->takePicture(place))
                number = test::numberIn(*picture).value_or(-1);
            return number >= 0 && !m_player->seeking();
        }));
        while (const auto picture = m_player->takePicture(place))
            number = test::numberIn(*picture).value_or(-1);
        return number;
    }

    /// What of 20 frames a second is shown then.
    static int secondAt(std::int64_t milliseconds) {
        return kSecond + static_cast<int>(std::clamp<std::int64_t>((milliseconds - 1000) / 50, 0, 59));
    }

    void run(FakeSoundCard& card, int ticks) {
        for (int i = 0; i < ticks && !HasFailure(); ++i) {
            settle();
            card.tick();
        }
    }

    std::vector<float> heardNow(FakeSoundCard& card) {
        card.forget();
        run(card, 40);
        return card.heard();
    }
};

TEST_F(PlayerTracksTest, ListsThePictureTracks) {
    open(twoPictures());
    const auto tracks = m_player->pictureTracks();
    ASSERT_EQ(tracks.size(), 2U);
    EXPECT_EQ(tracks[0].name, "Camera");
    EXPECT_EQ(tracks[1].name, "Screen");
}

TEST_F(PlayerTracksTest, ShowsBothPicturesOfAJumpAndOfSteps) {
    open(twoPictures());
    m_player->showPictures({0, 1});
    for (const std::int64_t time : {2500, 1010, 3999, 1049, 0, 5900}) {
        m_player->seek(ms(time));
        EXPECT_EQ(numberAt(0), time / 40);
        EXPECT_EQ(numberAt(1), secondAt(time)) << time;
    }
    m_player->seek(ms(2000));
    EXPECT_EQ(numberAt(0), 50);
    EXPECT_EQ(numberAt(1), secondAt(2000));
    for (int number = 51; number < 60; ++number) {
        m_player->stepForward();
        EXPECT_EQ(numberAt(0), number);
        EXPECT_EQ(numberAt(1), secondAt(number * 40));
    }
    for (int number = 58; number > 40; --number) {
        m_player->stepBack();
        EXPECT_EQ(numberAt(0), number);
        EXPECT_EQ(numberAt(1), secondAt(number * 40));
    }
}

TEST_F(PlayerTracksTest, StepsByTheFramesOfTheFirstShown) {
    open(twoPictures());
    m_player->showPictures({1, 0});
    m_player->seek(ms(2000));
    EXPECT_EQ(numberAt(0), kSecond + 20);
    EXPECT_EQ(numberAt(1), 50);
    m_player->stepForward();
    EXPECT_EQ(numberAt(0), kSecond + 21);
    EXPECT_EQ(numberAt(1), 51);
    EXPECT_EQ(m_player->position(), ms(2050));
}

TEST_F(PlayerTracksTest, SwitchesWhatIsShownWithoutMoving) {
    open(twoPictures());
    m_player->seek(ms(2300));
    EXPECT_EQ(numberAt(0), 57);
    m_player->showPictures({1});
    EXPECT_EQ(numberAt(0), kSecond + 26);
    EXPECT_EQ(m_player->position(), ms(2300));
    m_player->showPictures({0, 1});
    EXPECT_EQ(numberAt(0), 57);
    EXPECT_EQ(numberAt(1), kSecond + 26);
    m_player->showPictures({1, 0});
    EXPECT_EQ(numberAt(0), kSecond + 26);
    EXPECT_EQ(numberAt(1), 57);
    EXPECT_EQ(m_player->position(), ms(2300));
}

class PlayerTracksAtSpeed : public PlayerTracksTest, public ::testing::WithParamInterface<double> {};

TEST_P(PlayerTracksAtSpeed, KeepBothPicturesInStep) {
    open(twoPictures());
    m_player->showPictures({0, 1});
    m_player->setSpeed(GetParam());
    settle();
    m_player->play();
    int first = -1;
    int second = -1;
    while (m_player->playing() && !HasFailure()) {
        settle();
        const std::int64_t here = m_player->position().microseconds() / 1000;
        if (const auto picture = m_player->takePicture(0))
            first = test::numberIn(*picture).value_or(-1);
        if (const auto picture = m_player->takePicture(1))
            second = test::numberIn(*picture).value_or(-1);
        if (m_player->playing()) {
            ASSERT_EQ(first, std::min<std::int64_t>(here / 40, 149));
            ASSERT_EQ(second, secondAt(here)) << here;
        }
        m_clock.advance(7ms);
    }
    EXPECT_EQ(m_player->stats().latePictures, 0U);
}

INSTANTIATE_TEST_SUITE_P(Speeds, PlayerTracksAtSpeed, ::testing::Values(1.0, 2.0, 3.0));

TEST_F(PlayerTracksTest, JoinsASecondPictureWhilePlaying) {
    open(twoPictures());
    settle();
    m_player->play();
    m_clock.advance(1500ms);
    m_player->showPictures({0, 1});
    EXPECT_EQ(m_player->position(), ms(1500));
    EXPECT_EQ(numberAt(1), secondAt(1500));
    EXPECT_TRUE(m_player->playing());
    settle();
    m_clock.advance(100ms);
    EXPECT_EQ(numberAt(1), secondAt(1600));
    m_player->showPictures({1});
    EXPECT_EQ(numberAt(0), secondAt(1600));
    EXPECT_EQ(m_player->position(), ms(1600));
}

TEST_F(PlayerTracksTest, HearsTheMixUntilATrackIsTouched) {
    open(threeSounds());
    m_player->setSoundOutput(true);
    settle();
    FakeSoundCard card(*m_player, m_clock, 40ms);
    m_player->play();
    run(card, 40);
    const auto sound = heardNow(card);
    EXPECT_NEAR(toneIn(sound, 300), 0.1, 0.01);
    EXPECT_LT(toneIn(sound, 500), 0.005);
    EXPECT_LT(toneIn(sound, 1300), 0.005);
}

TEST_F(PlayerTracksTest, HearsWhatIsSoloedMutedAndTurnedUp) {
    open(threeSounds());
    const auto tracks = m_player->soundTracks();
    ASSERT_EQ(tracks.size(), 3U);
    const int microphone = tracks[1].stream;
    const int system = tracks[2].stream;
    m_player->setSoundOutput(true);
    settle();
    FakeSoundCard card(*m_player, m_clock, 40ms);
    m_player->play();
    run(card, 20);

    const auto expect = [&](double mix, double mic, double sys, const char* what) {
        const MediaTime before = m_player->position();
        run(card, 20); // 100 ms, in which it is to be heard
        const auto sound = heardNow(card);
        EXPECT_NEAR(toneIn(sound, 300), mix, 0.01) << what;
        EXPECT_NEAR(toneIn(sound, 500), mic, 0.01) << what;
        EXPECT_NEAR(toneIn(sound, 1300), sys, 0.01) << what;
        EXPECT_NEAR((m_player->position() - before).seconds(), 0.3, 0.006) << what;
    };
    m_player->setTrack(microphone, {.volume = 1, .muted = false, .soloed = true});
    expect(0, 0.2, 0, "microphone alone");
    m_player->setTrack(system, {.volume = 1, .muted = false, .soloed = true});
    expect(0, 0.2, 0.3, "both alone");
    m_player->setTrack(microphone, {.volume = 1, .muted = true, .soloed = false});
    m_player->setTrack(system, {});
    expect(0, 0, 0.3, "microphone muted");
    m_player->setTrack(microphone, {.volume = 2, .muted = false, .soloed = false});
    m_player->setTrack(system, {.volume = 0.5, .muted = false, .soloed = false});
    expect(0, 0.4, 0.15, "by volume");
    m_player->setTrack(microphone, {.volume = 1, .muted = true, .soloed = false});
    m_player->setTrack(system, {.volume = 1, .muted = true, .soloed = false});
    expect(0, 0, 0, "all muted");
    EXPECT_TRUE(m_player->playing());
    m_player->setTrack(microphone, {});
    m_player->setTrack(system, {});
    expect(0.1, 0, 0, "the mix again");
    EXPECT_EQ(m_player->stats().soundUnderruns, 0U);
    EXPECT_EQ(m_player->track(system), TrackSetting{});
}

TEST_F(PlayerTracksTest, ChangesWhatIsHeardWithoutAClick) {
    open(threeSounds());
    const int microphone = m_player->soundTracks()[1].stream;
    m_player->setSoundOutput(true);
    settle();
    FakeSoundCard card(*m_player, m_clock, 40ms);
    m_player->play();
    run(card, 20);
    card.forget();
    for (const double volume : {0.5, 2.0, 0.0, 1.0}) {
        m_player->setTrack(microphone, {.volume = volume, .muted = false, .soloed = true});
        run(card, 20);
    }
    // The steepest that the loudest of it is by itself, and a little for the ramps.
    const double own = 2 * std::numbers::pi * 500 / Player::kSampleRate * 0.4;
    EXPECT_LT(steepest(card.heard()), own * 1.5);
}

TEST_F(PlayerTracksTest, HearsASettingAtOnceWhilePausedToo) {
    open(threeSounds());
    const int microphone = m_player->soundTracks()[1].stream;
    m_player->setSoundOutput(true);
    settle();
    m_player->seek(ms(2000));
    m_player->setTrack(microphone, {.volume = 1, .muted = false, .soloed = true});
    EXPECT_EQ(m_player->position(), ms(2000));
    settle();
    FakeSoundCard card(*m_player, m_clock, 40ms);
    m_player->play();
    EXPECT_NEAR(toneIn(heardNow(card), 500), 0.2, 0.02);
}

TEST_F(PlayerTracksTest, MixesInStepAtAnotherSpeed) {
    open(threeSounds());
    m_player->setTrack(m_player->soundTracks()[1].stream, {.volume = 1, .muted = false, .soloed = true});
    m_player->setSpeed(2);
    m_player->setSoundOutput(true);
    settle();
    FakeSoundCard card(*m_player, m_clock, 40ms);
    m_player->play();
    run(card, 40);
    // The pitch is kept.
    EXPECT_NEAR(toneIn(heardNow(card), 500), 0.2, 0.04);
}

TEST_F(PlayerTracksTest, BendsASumThatIsTooLoud) {
    CodedMedia picture;
    picture.frames = 150;
    open(joined({{made(picture, "picture.mkv"), "Camera"},
                 {tone("mix.mkv", 300), "Mix"},
                 {tone("one.mkv", 500, 0.8), "One"},
                 {tone("two.mkv", 500, 0.8), "Two"}}));
    for (const auto& track : m_player->soundTracks())
        if (!track.mix)
            m_player->setTrack(track.stream, {.volume = 1.5, .muted = false, .soloed = false});
    m_player->setSoundOutput(true);
    settle();
    FakeSoundCard card(*m_player, m_clock, 40ms);
    m_player->play();
    run(card, 60);
    EXPECT_LE(card.loudest(), 1.0F);
    EXPECT_GT(card.loudest(), 0.9F);
}

TEST_F(PlayerTracksTest, AppliesASettingToTheOnlyTrack) {
    open(tone("alone.mkv", 500, 0.4));
    const int stream = m_player->soundTracks().front().stream;
    m_player->setSoundOutput(true);
    m_player->setTrack(stream, {.volume = 0.5, .muted = false, .soloed = false});
    settle();
    FakeSoundCard card(*m_player, m_clock, 40ms);
    m_player->play();
    run(card, 20);
    EXPECT_NEAR(toneIn(heardNow(card), 500), 0.2, 0.02);
    m_player->setTrack(stream, {.volume = 1, .muted = true, .soloed = false});
    run(card, 20);
    EXPECT_LT(toneIn(heardNow(card), 500), 0.002);
    EXPECT_TRUE(m_player->playing());
}

TEST_F(PlayerTracksTest, TellsOfAPictureThatCantBeDecodedAndPlaysTheOther) {
    const fs::path file = twoPictures();
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(bytes), {}};
    const auto second = all.rfind("V_MPEG4/ISO/AVC");
    ASSERT_NE(second, std::string::npos);
    bytes.clear();
    bytes.seekp(static_cast<std::streamoff>(second));
    bytes << "V_MPEG4/ISO/ASP"; // another codec's decoder makes nothing of it
    bytes.close();
    open(file);
    m_player->showPictures({0, 1});
    m_player->seek(ms(2500));
    EXPECT_TRUE(test::waitUntil([&] { return m_player->pictureFailure(1).has_value(); }));
    EXPECT_EQ(numberAt(0), 62);
    EXPECT_FALSE(m_player->pictureFailure(0));
    EXPECT_FALSE(m_player->failure());
    m_player->showPictures({0});
    EXPECT_FALSE(m_player->pictureFailure(1));
}

} // namespace
} // namespace mockingbird::review
