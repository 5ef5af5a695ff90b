// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/thumbnail_reader.h"

#include "tests/support/coded_media.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

namespace mockingbird::review {
namespace {

using namespace std::chrono_literals;
using test::CodedMedia;
namespace fs = std::filesystem;

MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

class ThumbnailReaderTest : public ::testing::Test {
protected:
    fs::path made(const CodedMedia& media, const std::string& name = "media.mkv") {
        const auto written = test::write(media, m_folder / name);
        EXPECT_TRUE(written.ok()) << (written.ok() ? "" : written.error().detail);
        return m_folder / name;
    }

    const test::TemporaryFolder m_folder;
};

TEST_F(ThumbnailReaderTest, ShowsTheLastKeyframeAtOrBeforeATime) {
    for (const char* name : {"a.mkv", "a.mp4", "a.ts", "a.avi"}) {
        CodedMedia media;
        media.keyframeEvery = 25;
        media.bFrames = std::string(name) == "a.avi" ? 0 : 2;
        media.frames = 200;
        media.width = 640;
        media.height = 360;
        const auto reader = ThumbnailReader::open(made(media, name), 320);
        ASSERT_TRUE(reader.ok()) << reader.error().detail;
        for (const std::int64_t at : {4100, 0, 999, 1000, 1001, 7990, 3000, 2999, 5500}) {
            const auto picture = (*reader)->near(ms(at));
            ASSERT_TRUE(picture.ok()) << picture.error().detail;
            EXPECT_EQ(picture->time, ms(at / 1000 * 1000)) << name << " at " << at;
            EXPECT_EQ(test::numberIn(*picture), at / 1000 * 25) << name << " at " << at;
            EXPECT_EQ(picture->width, 320);
            EXPECT_EQ(picture->height, 180);
        }
    }
}

TEST_F(ThumbnailReaderTest, KeepsProportionsAndStandsUpright) {
    CodedMedia media;
    media.frames = 5;
    media.rotateClockwise = 90;
    const auto reader = ThumbnailReader::open(made(media, "phone.mp4"), 90);
    ASSERT_TRUE(reader.ok());
    const auto picture = (*reader)->near(MediaTime());
    ASSERT_TRUE(picture.ok());
    EXPECT_EQ(picture->width, 90);
    EXPECT_EQ(picture->height, 160);
    EXPECT_EQ(picture->pixels.size(), 90U * 160 * 4);
}

TEST_F(ThumbnailReaderTest, ShowsTheFirstPictureOutsideTheRecording) {
    CodedMedia media;
    media.startMs = 12345;
    const auto reader = ThumbnailReader::open(made(media));
    ASSERT_TRUE(reader.ok());
    EXPECT_EQ((*reader)->near(ms(-500))->time, MediaTime());
    EXPECT_EQ((*reader)->near(ms(100'000))->time, ms(60 * 40));
}

TEST_F(ThumbnailReaderTest, WorksInAFileWithoutAnIndex) {
    CodedMedia media;
    media.frames = 500;
    const fs::path file = made(media);
    fs::resize_file(file, fs::file_size(file) * 9 / 10);
    const auto reader = ThumbnailReader::open(file);
    ASSERT_TRUE(reader.ok());
    EXPECT_EQ((*reader)->near(ms(10'000))->time, ms(240 * 40));
    EXPECT_EQ((*reader)->near(ms(1'300))->time, ms(30 * 40));
}

TEST_F(ThumbnailReaderTest, SaysWhyThereAreNone) {
    CodedMedia sound;
    sound.codec.clear();
    sound.sound = true;
    sound.soundMs = 500;
    EXPECT_EQ(ThumbnailReader::open(made(sound)).error().code, ErrorCode::Unsupported);
    EXPECT_EQ(ThumbnailReader::open(m_folder / "none.mkv").error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace mockingbird::review
