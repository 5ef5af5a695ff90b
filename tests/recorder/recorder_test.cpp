// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/recorder.h"

#include "common/media/probe.h"
#include "recorder/recorder_seams.h"
#include "tests/support/decoded_file.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait_until.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace mockingbird::recorder {

namespace {

using test::decodeWhole;
using test::TemporaryFolder;
using test::waitUntil;

const SourceSpec kTest{SourceKind::Test, ""};

std::unique_ptr<Recorder> opened(const RecorderSettings& settings, RecorderSeams seams = {}) {
    auto recorder = Recorder::open(settings, std::move(seams));
    EXPECT_TRUE(recorder.ok()) << (recorder.ok() ? "" : recorder.error().detail);
    return recorder.ok() ? std::move(recorder).value() : nullptr;
}

void recordUntil(const Recorder& recorder, double seconds) {
    ASSERT_TRUE(
        waitUntil([&] { return recorder.stats().elapsed.seconds() >= seconds; }, std::chrono::seconds(20)));
}

} // namespace

TEST(Recorder, PutsTheMixFirstAndEachSoundOnItsOwnTrack) {
    const TemporaryFolder folder;
    const auto recorder = opened({{kTest}, {kTest, kTest}, 30});
    ASSERT_TRUE(recorder->start(folder / "take.mkv").ok());
    recordUntil(*recorder, 1.5);
    const auto summary = recorder->stop();
    ASSERT_TRUE(summary.ok()) << summary.error().detail;

    const auto found = media::probe(folder / "take.mkv");
    ASSERT_TRUE(found.ok()) << found.error().detail;
    ASSERT_EQ(found->streams.size(), 4U);
    EXPECT_EQ(found->streams[0].codec, "h264");
    EXPECT_EQ(found->streams[0].source, "test");
    EXPECT_EQ(found->streams[1].source, "mix");
    EXPECT_EQ(found->streams[1].title, "Mix");
    EXPECT_EQ(found->streams[2].source, "test");
    EXPECT_EQ(found->streams[3].codec, "aac");
    EXPECT_EQ(found->streams[3].sampleRate, 48000);
    EXPECT_NEAR(found->duration.seconds(), summary->duration.seconds(), 0.01);
    EXPECT_GE(found->duration.seconds(), 1.5);
    EXPECT_EQ(summary->bytes, static_cast<std::int64_t>(std::filesystem::file_size(folder / "take.mkv")));

    const auto decoded = decodeWhole(folder / "take.mkv");
    ASSERT_TRUE(decoded.ok());
    const auto& sounds = decoded->sounds;
    ASSERT_EQ(sounds.size(), 3U);
    // 0.9 s holds whole periods of both tones.
    const auto level = [&](std::size_t track, double hertz) {
        return test::amplitudeOf(sounds[track].samples, hertz, 4800, 43200);
    };
    EXPECT_GT(level(0, 440), 0.03);
    EXPECT_GT(level(0, 660), 0.03);
    EXPECT_GT(level(1, 440), 0.03);
    EXPECT_LT(level(1, 660), 0.01);
    EXPECT_LT(level(2, 440), 0.01);
    EXPECT_GT(level(2, 660), 0.03);
    for (const auto& sound : sounds) {
        EXPECT_EQ(sound.begins.microseconds(), 0);
        EXPECT_NEAR(static_cast<double>(sound.samples.size()) / 48000, summary->duration.seconds(), 0.08);
    }
    // The picture begins with the recording.
    EXPECT_EQ(decoded->pictures[0].front().time.microseconds(), 0);
    EXPECT_TRUE(decoded->pictures[0].front().key);
}

TEST(Recorder, KeepsFlashAndBeepTogether) {
    const TemporaryFolder folder;
    const auto recorder = opened({{kTest}, {kTest}, 30});
    ASSERT_TRUE(recorder->start(folder / "take.mkv").ok());
    recordUntil(*recorder, 3.2);
    ASSERT_TRUE(recorder->stop().ok());

    const auto decoded = decodeWhole(folder / "take.mkv");
    ASSERT_TRUE(decoded.ok());
    const auto flashes = test::flashes(decoded->pictures[0]);
    const auto beeps = test::beeps(decoded->sounds[1]);
    ASSERT_GE(flashes.size(), 2U);
    ASSERT_GE(beeps.size(), 2U);
    for (const double flash : flashes) {
        const auto nearest = std::ranges::min(beeps, {}, [&](double beep) { return std::abs(beep - flash); });
        EXPECT_NEAR(nearest, flash, 0.02);
    }
}

TEST(Recorder, NumbersEveryFrameInOrderWithAKeyframeEachSecond) {
    const TemporaryFolder folder;
    const auto recorder = opened({{kTest}, {}, 30});
    ASSERT_TRUE(recorder->start(folder / "take.mkv").ok());
    recordUntil(*recorder, 2.3);
    const auto summary = recorder->stop();
    ASSERT_TRUE(summary.ok());

    const auto decoded = decodeWhole(folder / "take.mkv");
    ASSERT_TRUE(decoded.ok());
    EXPECT_TRUE(decoded->sounds.empty());
    const auto& frames = decoded->pictures[0];
    double lastKey = 0;
    for (std::size_t i = 1; i < frames.size(); ++i) {
        ASSERT_TRUE(frames[i].code.has_value());
        EXPECT_GT(*frames[i].code, *frames[i - 1].code);
        // The first was held from before the start, so its distance is shorter.
        if (i > 1) {
            EXPECT_NEAR((frames[i].time - frames[i - 1].time).seconds(),
                        (*frames[i].code - *frames[i - 1].code) / 30.0, 0.0021);
        }
        if (frames[i].key)
            lastKey = frames[i].time.seconds();
        EXPECT_LE(frames[i].time.seconds() - lastKey, 1.05);
    }
}

TEST(Recorder, CutsFiftyPausesFromEveryTrackAtTheSameInstant) {
    const TemporaryFolder folder;
    const auto recorder = opened({{kTest}, {kTest}, 30});
    ASSERT_TRUE(recorder->start(folder / "take.mkv").ok());
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock lock(mutex);
    for (int i = 0; i < 50; ++i) {
        never.wait_for(lock, std::chrono::milliseconds(35));
        recorder->pause();
        EXPECT_TRUE(recorder->stats().paused);
        const auto before = recorder->stats().elapsed;
        never.wait_for(lock, std::chrono::milliseconds(11));
        EXPECT_EQ(recorder->stats().elapsed, before);
        recorder->resume();
    }
    never.wait_for(lock, std::chrono::milliseconds(1300));
    const auto summary = recorder->stop();
    ASSERT_TRUE(summary.ok());

    const auto decoded = decodeWhole(folder / "take.mkv");
    ASSERT_TRUE(decoded.ok());
    // What is kept is as long in sound as in pictures, after all the pauses.
    const auto& frames = decoded->pictures[0];
    const auto& sound = decoded->sounds[1];
    EXPECT_NEAR(frames.back().time.seconds(),
                sound.begins.seconds() + static_cast<double>(sound.samples.size()) / 48000, 0.12);
    const auto flashes = test::flashes(frames);
    const auto beeps = test::beeps(sound);
    ASSERT_FALSE(flashes.empty());
    ASSERT_FALSE(beeps.empty());
    // The last whole second lies after the last pause.
    EXPECT_NEAR(flashes.back(), beeps.back(), 1.0 / 30);
}

TEST(Recorder, TellsLevelsElapsedTimeAndRoomOnTheDisk) {
    const TemporaryFolder folder;
    const auto recorder = opened({{kTest}, {kTest}, 30});
    EXPECT_TRUE(waitUntil([&] { return recorder->stats().sources[1].peak > 0.04; }));
    EXPECT_FALSE(recorder->stats().recording);
    ASSERT_TRUE(recorder->start(folder / "take.mkv").ok());
    recordUntil(*recorder, 0.5);
    const auto stats = recorder->stats();
    EXPECT_TRUE(stats.recording);
    EXPECT_GT(stats.bytesFree, 0);
    EXPECT_GT(stats.sources[0].frames, 5U);
    EXPECT_EQ(stats.sources[0].name, "Test picture");
    EXPECT_GT(stats.sources[1].rms, 0.01);
    EXPECT_LE(stats.sources[1].peak, 0.6);
    EXPECT_FALSE(stats.failure.has_value());
    ASSERT_TRUE(recorder->stop().ok());
    EXPECT_FALSE(recorder->stats().recording);
}

TEST(Recorder, RecordsASecondTakeAfterTheFirst) {
    const TemporaryFolder folder;
    const auto recorder = opened({{kTest}, {kTest}, 30});
    for (const char* name : {"one.mkv", "two.mkv"}) {
        ASSERT_TRUE(recorder->start(folder / name).ok());
        recordUntil(*recorder, 0.4);
        ASSERT_TRUE(recorder->stop().ok());
        EXPECT_TRUE(media::probe(folder / name).ok());
    }
}

TEST(Recorder, ShowsPreviewsOnlyWhileTheyAreOn) {
    const auto recorder = opened({{kTest}, {}, 30});
    ASSERT_TRUE(waitUntil([&] { return recorder->takePreview(0).has_value(); }));
    recorder->setPreviewOn(false);
    static_cast<void>(recorder->takePreview(0));
    const auto frames = recorder->stats().sources[0].frames;
    ASSERT_TRUE(waitUntil([&] { return recorder->stats().sources[0].frames > frames + 6; }));
    static_cast<void>(recorder->takePreview(0)); // one may have been under way
    ASSERT_TRUE(waitUntil([&] { return recorder->stats().sources[0].frames > frames + 12; }));
    EXPECT_FALSE(recorder->takePreview(0).has_value());
}

} // namespace mockingbird::recorder
