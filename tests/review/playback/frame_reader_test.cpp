// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/frame_reader.h"

#include "review/playback/picture_track.h"
#include "tests/support/coded_media.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>

namespace mockingbird::review {
namespace {

using namespace std::chrono_literals;
using test::CodedMedia;
namespace fs = std::filesystem;

MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

class FrameReaderTest : public ::testing::Test {
protected:
    FrameReaderTest() {
        std::string path = (fs::temp_directory_path() / "frame_reader_XXXXXX").string();
        m_folder = mkdtemp(path.data());
    }
    ~FrameReaderTest() override { fs::remove_all(m_folder); }

    fs::path made(const CodedMedia& media, const std::string& name = "media.mkv") {
        const fs::path file = m_folder / name;
        const auto written = test::write(media, file);
        EXPECT_TRUE(written.ok()) << (written.ok() ? "" : written.error().detail);
        return file;
    }

    /// `jumps` random jumps, each compared with the frame that the file's maker says.
    void expectExact(const CodedMedia& media, const fs::path& file, int jumps) {
        auto reader = FrameReader::open(file);
        ASSERT_TRUE(reader.ok()) << reader.error().detail;
        std::mt19937 random(7);
        const std::int64_t end = media.timeOf(media.frames - 1) + 39;
        std::uniform_int_distribution<std::int64_t> anyTime(
            0, std::min(end * 1000, (*reader)->duration().microseconds()));
        for (int i = 0; i < jumps; ++i) {
            const MediaTime time = MediaTime::fromMicroseconds(anyTime(random));
            const auto picture = (*reader)->at(time);
            ASSERT_TRUE(picture.ok()) << picture.error().detail;
            ASSERT_EQ(test::numberIn(*picture), test::frameAt(media, time)) << "at " << time.toString();
            ASSERT_EQ(picture->time, ms(media.timeOf(test::frameAt(media, time)) - media.timeOf(0)));
        }
    }

    fs::path m_folder;
};

struct Kind {
    const char* name;
    const char* file;
    CodedMedia media;
};

void PrintTo(const Kind& kind, std::ostream* out) {
    *out << kind.name;
}

CodedMedia with(const std::function<void(CodedMedia&)>& change) {
    CodedMedia media;
    change(media);
    return media;
}

class ExactFrames : public FrameReaderTest, public ::testing::WithParamInterface<Kind> {};

TEST_P(ExactFrames, AreShownForRandomTimes) {
    const Kind& kind = GetParam();
    expectExact(kind.media, made(kind.media, kind.file), 200);
}

TEST_P(ExactFrames, AreWalkedOneByOneForthAndBack) {
    const Kind& kind = GetParam();
    auto track = PictureTrack::open(made(kind.media, kind.file));
    ASSERT_TRUE(track.ok()) << track.error().detail;
    PictureConverter converter((*track)->turn());
    const auto numberOf = [&](const PictureFrame& frame) {
        return test::numberIn(converter.convert(*frame.frame, frame.time).value());
    };
    auto first = (*track)->at(MediaTime());
    ASSERT_TRUE(first.ok()) << first.error().detail;
    PictureFrame frame = *first;
    ASSERT_EQ(numberOf(frame), 0);
    for (int number = 1; number < kind.media.frames; ++number) {
        auto next = (*track)->after(frame.time);
        ASSERT_TRUE(next.ok() && next->has_value()) << number;
        frame = **next;
        ASSERT_EQ(numberOf(frame), number);
    }
    ASSERT_FALSE((*track)->after(frame.time).value().has_value());
    for (int number = kind.media.frames - 2; number >= 0; --number) {
        auto before = (*track)->before(frame.time);
        ASSERT_TRUE(before.ok() && before->has_value()) << number;
        frame = **before;
        ASSERT_EQ(numberOf(frame), number);
    }
    ASSERT_FALSE((*track)->before(frame.time).value().has_value());
}

TEST_P(ExactFrames, AreSteppedFromAnywhere) {
    const Kind& kind = GetParam();
    auto track = PictureTrack::open(made(kind.media, kind.file));
    ASSERT_TRUE(track.ok()) << track.error().detail;
    PictureConverter converter((*track)->turn());
    const auto numberOf = [&](const PictureFrame& frame) {
        return test::numberIn(converter.convert(*frame.frame, frame.time).value());
    };
    std::mt19937 random(11);
    std::uniform_int_distribution<int> anyFrame(1, kind.media.frames - 2);
    for (int i = 0; i < 40; ++i) {
        const int number = anyFrame(random);
        const MediaTime time = ms(kind.media.timeOf(number) - kind.media.timeOf(0));
        const auto here = (*track)->at(time);
        ASSERT_TRUE(here.ok());
        ASSERT_EQ(numberOf(*here), number);
        const auto neighbour = i % 2 == 0 ? (*track)->before(here->time) : (*track)->after(here->time);
        ASSERT_TRUE(neighbour.ok() && neighbour->has_value());
        ASSERT_EQ(numberOf(**neighbour), number + (i % 2 == 0 ? -1 : 1));
    }
}

std::int64_t variable(int n) {
    return std::int64_t{n} * 33 + (n % 7) * 4 + (n > 40 ? 700 : 0);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, ExactFrames,
    ::testing::Values(
        Kind{"Plain", "a.mkv", {}},
        Kind{"EveryFrameAKeyframe", "a.mkv", with([](auto& m) { m.keyframeEvery = 1; })},
        Kind{"LongGops", "a.mkv", with([](auto& m) { m.keyframeEvery = 250, m.frames = 300; })},
        Kind{"BFrames", "a.mkv", with([](auto& m) { m.bFrames = 3; })},
        Kind{"BFramesInMp4", "a.mp4", with([](auto& m) { m.bFrames = 3; })},
        Kind{"BFramesInMpegTs", "a.ts", with([](auto& m) { m.bFrames = 2, m.startMs = 1400; })},
        Kind{"OpenGops", "a.mkv",
             with([](auto& m) { m.bFrames = 3, m.openGop = true, m.keyframeEvery = 12; })},
        Kind{"OpenGopsInMp4", "a.mp4",
             with([](auto& m) { m.bFrames = 3, m.openGop = true, m.keyframeEvery = 12; })},
        Kind{"IntraRefresh", "a.mkv",
             with([](auto& m) { m.options = "intra-refresh=1", m.keyframeEvery = 20; })},
        Kind{"VariableRate", "a.mkv", with([](auto& m) { m.timeOf = variable, m.bFrames = 2; })},
        Kind{"VariableRateInMp4", "a.mp4", with([](auto& m) { m.timeOf = variable, m.bFrames = 2; })},
        Kind{"StartOffset", "a.mkv", with([](auto& m) { m.startMs = 12345, m.bFrames = 2; })},
        Kind{"StartOffsetInMp4", "a.mp4", with([](auto& m) { m.startMs = 7300, m.bFrames = 2; })},
        Kind{"FourKInMp4", "a.mp4", with([](auto& m) {
                 m.width = 3840, m.height = 2160, m.frames = 24, m.keyframeEvery = 12, m.bFrames = 2;
             })},
        Kind{"Hevc", "a.mp4", with([](auto& m) { m.codec = "libx265", m.bFrames = 3, m.frames = 60; })},
        Kind{"Vp9", "a.webm",
             with([](auto& m) { m.codec = "libvpx-vp9", m.bitRate = 2000000, m.frames = 60; })},
        Kind{"Slices", "a.mkv", with([](auto& m) { m.options = "slices=4"; })},
        Kind{"WithSoundThatBeginsEarlier", "a.mkv",
             with([](auto& m) { m.sound = true, m.bFrames = 2, m.keyframeEvery = 20; })},
        Kind{"OddSize", "a.mkv",
             with([](auto& m) { m.codec = "mpeg4", m.width = 321, m.height = 183, m.bitRate = 4000000; })},
        Kind{"Mpeg2", "a.mpg", with([](auto& m) {
                 m.codec = "mpeg2video", m.bFrames = 2, m.bitRate = 4000000, m.keyframeEvery = 12,
                 m.startMs = 500;
             })},
        Kind{"MotionJpeg", "a.avi", with([](auto& m) { m.codec = "mjpeg", m.bitRate = 8000000; })}),
    [](const auto& kind) { return std::string(kind.param.name); });

TEST_F(FrameReaderTest, ShowsTheFirstFrameBeforeTheFirstFrame) {
    CodedMedia media;
    media.timeOf = [](int n) { return 500 + std::int64_t{n} * 40; };
    media.sound = true; // from 0, so that the picture begins half a second into the recording
    auto reader = FrameReader::open(made(media));
    ASSERT_TRUE(reader.ok());
    const auto picture = (*reader)->at(ms(100));
    ASSERT_TRUE(picture.ok());
    EXPECT_EQ(test::numberIn(*picture), 0);
    EXPECT_NEAR(picture->time.seconds(), 0.5, 0.03);
}

TEST_F(FrameReaderTest, RefusesATimePastTheEnd) {
    auto reader = FrameReader::open(made({}));
    ASSERT_TRUE(reader.ok());
    EXPECT_EQ((*reader)->duration(), ms(90 * 40));
    EXPECT_TRUE((*reader)->at((*reader)->duration()).ok());
    const auto past = (*reader)->at((*reader)->duration() + MediaTime(1us));
    ASSERT_FALSE(past.ok());
    EXPECT_EQ(past.error().code, ErrorCode::OutOfRange);
    EXPECT_THAT(past.error().detail, ::testing::HasSubstr("00:00:03.600"));
}

TEST_F(FrameReaderTest, TurnsARotatedPicture) {
    for (const int angle : {90, 180, 270}) {
        CodedMedia media;
        media.rotateClockwise = angle;
        auto reader = FrameReader::open(made(media, "turned.mp4"));
        ASSERT_TRUE(reader.ok());
        const auto picture = (*reader)->at(ms(400));
        ASSERT_TRUE(picture.ok());
        EXPECT_EQ(picture->width, angle == 180 ? 320 : 180);
        // Turned back by hand it is the picture that was drawn.
        media::Picture upright{320, 180, {}, decltype(media::Picture::pixels)(picture->pixels.size())};
        for (int y = 0; y < 180; ++y) {
            for (int x = 0; x < 320; ++x) {
                const int tx = angle == 90 ? 179 - y : angle == 180 ? 319 - x : y;
                const int ty = angle == 90 ? x : angle == 180 ? 179 - y : 319 - x;
                std::copy_n(&picture->pixels[static_cast<std::size_t>(ty * picture->width + tx) * 4], 4,
                            &upright.pixels[static_cast<std::size_t>(y * 320 + x) * 4]);
            }
        }
        EXPECT_EQ(test::numberIn(upright), 10) << angle;
    }
}

TEST_F(FrameReaderTest, GoesOnAfterABrokenStretch) {
    CodedMedia media;
    media.frames = 250;
    media.keyframeEvery = 25;
    const fs::path file = made(media);
    const auto size = fs::file_size(file);
    {
        std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(static_cast<std::streamoff>(size / 2));
        const std::string rubbish(3000, '\x5a');
        bytes.write(rubbish.data(), static_cast<std::streamsize>(rubbish.size()));
    }
    auto reader = FrameReader::open(file);
    ASSERT_TRUE(reader.ok());
    for (const int number : {3, 30, 60, 200, 230, 249}) {
        const auto picture = (*reader)->at(ms(number * 40));
        ASSERT_TRUE(picture.ok()) << picture.error().detail;
        EXPECT_EQ(test::numberIn(*picture), number);
    }
    for (int number = 0; number < 250; ++number)
        EXPECT_TRUE((*reader)->at(ms(number * 40)).ok()) << number;
}

TEST_F(FrameReaderTest, SaysWhereATruncatedFileBreaksOff) {
    CodedMedia media;
    media.frames = 500;
    const fs::path file = made(media);
    fs::resize_file(file, fs::file_size(file) / 2);
    auto reader = FrameReader::open(file);
    ASSERT_TRUE(reader.ok());
    EXPECT_EQ((*reader)->duration(), ms(20000));
    const auto there = (*reader)->at(ms(4000));
    ASSERT_TRUE(there.ok());
    EXPECT_EQ(test::numberIn(*there), 100);
    const auto lost = (*reader)->at(ms(19000));
    ASSERT_FALSE(lost.ok());
    EXPECT_EQ(lost.error().code, ErrorCode::Corrupt);
    EXPECT_THAT(lost.error().detail, ::testing::HasSubstr("breaks off at 00:00:"));
    // The same time of the whole file is fine: it is the cut that is told, not the time.
    EXPECT_TRUE(FrameReader::open(made(media, "whole.mkv")).value()->at(ms(19000)).ok());
}

TEST_F(FrameReaderTest, KeepsTheLastPictureWhileTheSoundGoesOn) {
    CodedMedia media;
    media.sound = true;
    media.soundMs = 8000;
    auto reader = FrameReader::open(made(media));
    ASSERT_TRUE(reader.ok());
    const auto picture = (*reader)->at(ms(7500));
    ASSERT_TRUE(picture.ok()) << picture.error().detail;
    EXPECT_EQ(test::numberIn(*picture), 89);
}

TEST_F(FrameReaderTest, SaysWhyAFileHasNoPictures) {
    CodedMedia sound;
    sound.codec.clear();
    sound.sound = true;
    sound.soundMs = 1000;
    EXPECT_EQ(FrameReader::open(made(sound)).error().code, ErrorCode::Unsupported);
    std::ofstream(m_folder / "text.mkv") << "This is no recording.\n";
    EXPECT_EQ(FrameReader::open(m_folder / "text.mkv").error().code, ErrorCode::Unsupported);
    std::ofstream(m_folder / "empty.mkv").flush();
    EXPECT_EQ(FrameReader::open(m_folder / "empty.mkv").error().code, ErrorCode::Corrupt);
    EXPECT_EQ(FrameReader::open(m_folder / "none.mkv").error().code, ErrorCode::NotFound);
    EXPECT_EQ(FrameReader::open(made({}), 1).error().code, ErrorCode::OutOfRange);
}

TEST_F(FrameReaderTest, StopsDecodingWhenItIsOvertaken) {
    CodedMedia media;
    media.frames = 300;
    media.keyframeEvery = 300;
    auto track = PictureTrack::open(made(media));
    ASSERT_TRUE(track.ok());
    int asked = 0;
    const auto overtaken = (*track)->at(ms(11000), [&] { return ++asked > 280; });
    ASSERT_FALSE(overtaken.ok());
    EXPECT_EQ(overtaken.error().code, ErrorCode::Cancelled);
    const auto next = (*track)->at(ms(4000));
    ASSERT_TRUE(next.ok());
    EXPECT_EQ(next->time, ms(4000));
}

} // namespace
} // namespace mockingbird::review
