// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/picture_track.h"

#include "tests/support/coded_media.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <sched.h>
#include <set>

namespace mockingbird::review {
namespace {

using namespace std::chrono_literals;
using test::CodedMedia;
namespace fs = std::filesystem;

MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// What the process has read from files and pipes so far.
long long bytesRead() {
    std::ifstream file("/proc/self/io");
    std::string name;
    long long bytes = 0;
    while (file >> name >> bytes)
        if (name == "rchar:")
            return bytes;
    return -1;
}

/// How many of the process's threads never push another aside when they wake.
int patientThreads() {
    int count = 0;
    for (const auto& task : fs::directory_iterator("/proc/self/task"))
        count += sched_getscheduler(std::stoi(task.path().filename())) == SCHED_BATCH ? 1 : 0;
    return count;
}

class PictureTrackTest : public ::testing::Test {
protected:
    fs::path made(const CodedMedia& media, const std::string& name) {
        const auto written = test::write(media, m_folder / name);
        EXPECT_TRUE(written.ok()) << (written.ok() ? "" : written.error().detail);
        return m_folder / name;
    }

    /// The number in the frame that is shown at `time`, and that frame's time.
    static std::pair<int, MediaTime> shownAt(PictureTrack& track, MediaTime time) {
        const auto frame = track.at(time);
        if (!frame.ok())
            return {-1, MediaTime()};
        PictureConverter converter(track.turn());
        const auto picture = converter.convert(*frame->frame, frame->time);
        return {picture.ok() ? test::numberIn(*picture).value_or(-2) : -3, frame->time};
    }

    const test::TemporaryFolder m_folder;
};

// Each frame from the keyframe on would be decoded again for the next one: many times the work.
TEST_F(PictureTrackTest, GoesFromFrameToFrameWithoutReadingAnyOfThemAgain) {
    CodedMedia media;
    media.frames = 120;
    media.keyframeEvery = 60;
    media.width = 640;
    media.height = 360;
    media.options = "qp=4"; // a GOP is larger than what FFmpeg keeps of the file
    const fs::path file = made(media, "large.mkv");
    const auto size = static_cast<long long>(fs::file_size(file));
    auto track = PictureTrack::open(file);
    ASSERT_TRUE(track.ok());
    MediaTime last = (*track)->from(MediaTime()).value().time;
    const long long before = bytesRead();
    int frames = 1;
    for (;; ++frames) {
        const auto next = (*track)->after(last);
        ASSERT_TRUE(next.ok());
        if (!*next)
            break;
        last = (*next)->time;
        EXPECT_EQ(last, ms(40 * frames));
    }
    EXPECT_EQ(frames, media.frames);
    EXPECT_LT(bytesRead() - before, 2 * size);
}

TEST_F(PictureTrackTest, ItsDecodersThreadsPushNobodyAsideAndWhoOpenedItGoesOnAsBefore) {
    const fs::path file = made({}, "media.mkv");
    const int before = patientThreads();
    const int policy = sched_getscheduler(0);
    const auto track = PictureTrack::open(file);
    ASSERT_TRUE(track.ok());
    EXPECT_GE(patientThreads(), before + 4);
    EXPECT_EQ(sched_getscheduler(0), policy);
    EXPECT_FALSE(PictureTrack::open(m_folder / "none.mkv").ok());
    EXPECT_EQ(sched_getscheduler(0), policy);
}

TEST_F(PictureTrackTest, BeginsWhereAnEditListSays) {
    CodedMedia media;
    media.bFrames = 2;
    const fs::path file = made(media, "trimmed.mp4");
    std::string bytes = bytesOf(file);
    // Version and flags, the count, then the one edit's length and the media's time it begins at.
    const auto edit = bytes.find("elst");
    ASSERT_NE(edit, std::string::npos);
    const auto number = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
        return value;
    };
    const auto header = bytes.find("mdhd");
    const std::uint32_t timeScale = number(header + 4 + 12);
    const std::uint32_t from = number(edit + 4 + 12) + timeScale * 5 * 40 / 1000; // five frames later
    for (std::size_t i = 0; i < 4; ++i)
        bytes[edit + 4 + 12 + i] = static_cast<char>(from >> (24U - 8U * i));
    write(file, bytes);

    const auto track = PictureTrack::open(file);
    ASSERT_TRUE(track.ok()) << track.error().detail;
    for (const int shown : {0, 1, 7, 24, 25, 26, 60, 3, 0, 84}) {
        const auto [seen, time] = shownAt(**track, ms(shown * 40));
        EXPECT_EQ(seen, shown + 5);
        EXPECT_EQ(time, ms(shown * 40));
    }
}

TEST_F(PictureTrackTest, ShowsATransportStreamCutOutOfALongerOne) {
    CodedMedia media;
    media.frames = 200;
    media.bFrames = 2;
    media.startMs = 1400;
    const fs::path file = made(media, "cut.ts");
    constexpr std::size_t kPacket = 188;
    const std::string bytes = bytesOf(file);
    const std::size_t from = bytes.size() / kPacket * 2 / 5 * kPacket; // in the middle of a GOP
    // The tables come again and again; those at the front let it open at once.
    write(file, bytes.substr(0, 3 * kPacket) + bytes.substr(from, bytes.size() * 2 / 5 / kPacket * kPacket));
    const auto track = PictureTrack::open(file);
    ASSERT_TRUE(track.ok()) << track.error().detail;
    std::set<std::int64_t> offsets;
    for (std::int64_t at = 1600; at < 2800; at += 120) {
        const auto [seen, time] = shownAt(**track, ms(at));
        ASSERT_GE(seen, 0) << at;
        EXPECT_LE(time, ms(at));
        offsets.insert(seen * 40 - (time.microseconds() + 500) / 1000);
    }
    EXPECT_EQ(offsets.size(), 1U);
}

class Damaged : public PictureTrackTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(Damaged, ShowsWhatLiesBeforeAndAfterTheDamageAndSomethingInIt) {
    CodedMedia media;
    media.frames = 250;
    media.keyframeEvery = 25;
    // AVI has no timestamps to say either with.
    const bool avi = std::string(GetParam()) == "a.avi";
    media.bFrames = avi ? 0 : 2;
    media.startMs = avi ? 0 : 1400;
    const fs::path file = made(media, GetParam());
    std::string bytes = bytesOf(file);
    bytes.replace(bytes.size() / 2, 2000, std::string(2000, '\x5a'));
    write(file, bytes);
    const auto track = PictureTrack::open(file);
    ASSERT_TRUE(track.ok()) << track.error().detail;
    for (const int number : {3, 30, 60, 200, 230, 249, 61, 0})
        EXPECT_EQ(shownAt(**track, ms(number * 40)).first, number);
    for (int number = 0; number < 250; number += 3)
        EXPECT_TRUE((*track)->at(ms(number * 40)).ok()) << number;
}

INSTANTIATE_TEST_SUITE_P(Containers, Damaged, ::testing::Values("a.mkv", "a.mp4", "a.ts", "a.avi"),
                         [](const auto& file) { return std::string(file.param).substr(2); });

class CutShort : public PictureTrackTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(CutShort, ShowsWhatIsThereOrSaysWhyNot) {
    CodedMedia media;
    media.frames = 250;
    const fs::path file = made(media, GetParam());
    const auto whole = fs::file_size(file);
    int opened = 0;
    for (int tenth = 9; tenth >= 0; --tenth) {
        fs::resize_file(file, whole * static_cast<unsigned>(tenth) / 10);
        const auto track = PictureTrack::open(file);
        if (!track.ok()) {
            EXPECT_TRUE(track.error().code == ErrorCode::Corrupt ||
                        track.error().code == ErrorCode::Unsupported)
                << tenth;
            EXPECT_FALSE(track.error().detail.empty());
            continue;
        }
        ++opened;
        EXPECT_EQ(shownAt(**track, ms(10 * 40)).first, 10) << tenth;
        // Where it breaks off, the last frame stays.
        const auto last = (*track)->at(ms(10'000));
        ASSERT_TRUE(last.ok()) << tenth;
        EXPECT_LT(last->time, ms(9'960));
        EXPECT_TRUE((*track)->isLast(last->time));
    }
    // An MP4's index stands at its end: without it nothing can be shown.
    EXPECT_EQ(opened > 5, std::string(GetParam()) != "a.mp4");
}

INSTANTIATE_TEST_SUITE_P(Containers, CutShort, ::testing::Values("a.mkv", "a.mp4", "a.ts"),
                         [](const auto& file) { return std::string(file.param).substr(2); });

TEST_F(PictureTrackTest, ShowsTheOneFrameOfARecordingOfOne) {
    CodedMedia media;
    media.frames = 1;
    const auto track = PictureTrack::open(made(media, "one.mkv"));
    ASSERT_TRUE(track.ok());
    EXPECT_EQ(shownAt(**track, ms(0)).first, 0);
    EXPECT_EQ(shownAt(**track, ms(30)).first, 0);
    EXPECT_FALSE((*track)->after(ms(0)).value().has_value());
    EXPECT_FALSE((*track)->before(ms(0)).value().has_value());
}

TEST_F(PictureTrackTest, StepsBackAfterAJumpWithinTheGroupAndAcrossItsBeginning) {
    CodedMedia media;
    media.bFrames = 3;
    media.keyframeEvery = 10;
    const auto track = PictureTrack::open(made(media, "steps.mkv"));
    ASSERT_TRUE(track.ok());
    for (const int from : {35, 61, 12, 88}) {
        auto frame = (*track)->at(ms(from * 40));
        ASSERT_TRUE(frame.ok());
        for (int number = from - 1; number >= from - 12; --number) {
            const auto before = (*track)->before(frame->time);
            ASSERT_TRUE(before.ok() && before->has_value());
            frame = **before;
            EXPECT_EQ(frame->time, ms(number * 40));
        }
    }
}

} // namespace
} // namespace mockingbird::review
