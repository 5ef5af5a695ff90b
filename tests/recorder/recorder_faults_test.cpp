// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/media/disk_file.h"
#include "common/media/probe.h"
#include "recorder/capture/device_list.h"
#include "recorder/recorder.h"
#include "recorder/recorder_seams.h"
#include "recorder/salvage/salvage.h"
#include "tests/support/decoded_file.h"
#include "tests/support/failing_store.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait_until.h"

#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <mutex>

namespace mockingbird::recorder {

namespace {

using test::FailingStore;
using test::TemporaryFolder;
using test::waitUntil;

const SourceSpec kTest{SourceKind::Test, ""};

/// Another source that ends, fails or stalls after so many frames.
class FaultySource final : public CaptureSource {
public:
    enum class Fault { End, Fail, Stall };
    FaultySource(std::unique_ptr<CaptureSource> real, Fault fault, int frames)
        : m_real(std::move(real)), m_fault(fault), m_left(frames) {}
    Result<void> open(std::stop_token stop) override { return m_real->open(stop); }
    Result<std::optional<Captured>> next(std::stop_token stop) override {
        if (m_left-- > 0)
            return m_real->next(stop);
        if (m_fault == Fault::Fail)
            return Error{ErrorCode::DeviceLost, "it was unplugged", 0};
        if (m_fault == Fault::Stall) {
            std::mutex mutex;
            std::condition_variable_any never;
            std::unique_lock lock(mutex);
            never.wait(lock, stop, [] { return false; });
        }
        return std::optional<Captured>();
    }

private:
    const std::unique_ptr<CaptureSource> m_real;
    const Fault m_fault;
    int m_left;
};

/// The second sound source is faulty, and doesn't come back.
RecorderSeams withFault(FaultySource::Fault fault, int frames) {
    RecorderSeams seams;
    const auto made = std::make_shared<std::atomic<int>>(0);
    seams.makeSource = [=](const SourceRequest& request, std::shared_ptr<PaceClock> clock) {
        auto real = makeSource(request, std::move(clock));
        if (request.video || request.index != 1)
            return real;
        const int left = (*made)++ == 0 ? frames : 0;
        return std::unique_ptr<CaptureSource>(std::make_unique<FaultySource>(std::move(real), fault, left));
    };
    return seams;
}

RecorderSeams withDisk(FailingStore::Faults faults) {
    RecorderSeams seams;
    seams.createFile = [=](const std::filesystem::path& file) -> Result<std::unique_ptr<media::MediaFile>> {
        auto disk = TRY(media::DiskFile::create(file));
        return media::MediaFile::over(std::make_unique<FailingStore>(std::move(disk), faults),
                                      media::MediaFile::Access::Write, file.string());
    };
    return seams;
}

Error openingFails(const RecorderSettings& settings) {
    const auto recorder = Recorder::open(settings);
    EXPECT_FALSE(recorder.ok());
    return recorder.ok() ? Error{} : recorder.error();
}

} // namespace

TEST(RecorderFaults, NamesTheDeviceThatIsNotThere) {
    ::unsetenv("DISPLAY");
    ::setenv("PULSE_SERVER", "/nonexistent", 1);
    const auto screen = openingFails({{{SourceKind::Screen, ""}}, {}, 30});
    EXPECT_EQ(screen.code, ErrorCode::DeviceLost);
    EXPECT_NE(screen.detail.find("no display"), std::string::npos);
    const auto camera = openingFails({{{SourceKind::Camera, "/dev/video77"}}, {}, 30});
    EXPECT_EQ(camera.code, ErrorCode::DeviceLost);
    EXPECT_NE(camera.detail.find("camera:/dev/video77"), std::string::npos);
    const auto microphone = openingFails({{kTest}, {{SourceKind::Microphone, "nobody"}}, 30});
    EXPECT_EQ(microphone.code, ErrorCode::DeviceLost);
    EXPECT_NE(microphone.detail.find("mic:nobody"), std::string::npos);
    EXPECT_EQ(openingFails({{}, {{SourceKind::System, ""}}, 30}).code, ErrorCode::DeviceLost);
}

TEST(RecorderFaults, ListsNoDevicesWithoutDisplayAndSoundServer) {
    ::unsetenv("DISPLAY");
    ::setenv("PULSE_SERVER", "/nonexistent", 1);
    for (const Device& device : listDevices())
        EXPECT_EQ(device.source.kind, SourceKind::Camera);
}

TEST(RecorderFaults, RefusesSettingsThatMakeNoRecording) {
    EXPECT_EQ(openingFails({{}, {}, 30}).code, ErrorCode::InvalidArgument);
    EXPECT_EQ(openingFails({{kTest}, {}, 0}).code, ErrorCode::InvalidArgument);
    const TemporaryFolder folder;
    std::ofstream(folder / "text") << "words";
    EXPECT_EQ(openingFails({{{SourceKind::File, (folder / "text").string()}}, {}, 30}).code,
              ErrorCode::Unsupported);
}

TEST(RecorderFaults, LeavesNothingBehindWhereAFileCanNotBegin) {
    const TemporaryFolder folder;
    auto recorder = Recorder::open({{kTest}, {}, 30});
    ASSERT_TRUE(recorder.ok());
    const auto nowhere = (*recorder)->start(folder / "none" / "a.mkv");
    ASSERT_FALSE(nowhere.ok());
    EXPECT_EQ(nowhere.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(std::filesystem::exists(folder / "none"));

    std::ofstream(folder / "there.mkv") << "mine";
    EXPECT_FALSE((*recorder)->start(folder / "there.mkv").ok());
    EXPECT_EQ(std::filesystem::file_size(folder / "there.mkv"), 4U);
    EXPECT_FALSE((*recorder)->stats().recording);
    EXPECT_FALSE((*recorder)->stop().ok());

    FailingStore::Faults full;
    full.capacity = 100;
    full.error = ENOSPC;
    auto other = Recorder::open({{kTest}, {}, 30}, withDisk(full));
    ASSERT_TRUE(other.ok());
    const auto started = (*other)->start(folder / "a.mkv");
    ASSERT_FALSE(started.ok());
    EXPECT_EQ(started.error().code, ErrorCode::NoSpace);
    EXPECT_FALSE(std::filesystem::exists(folder / "a.mkv"));
}

TEST(RecorderFaults, ClosesTheFileWhenTheDiskFillsUp) {
    const TemporaryFolder folder;
    FailingStore::Faults faults;
    // The room that is kept for the end is 4 MiB.
    faults.capacity = 4 * 1024 * 1024 + 12'000;
    faults.error = ENOSPC;
    auto recorder = Recorder::open({{kTest}, {kTest}, 30}, withDisk(faults));
    ASSERT_TRUE(recorder.ok());
    ASSERT_TRUE((*recorder)->start(folder / "a.mkv").ok());
    ASSERT_TRUE(waitUntil([&] { return (*recorder)->stats().failure.has_value(); }));
    EXPECT_EQ((*recorder)->stats().failure->code, ErrorCode::NoSpace);
    const auto summary = (*recorder)->stop();
    ASSERT_FALSE(summary.ok());
    EXPECT_EQ(summary.error().code, ErrorCode::NoSpace);
    const auto closed = media::probe(folder / "a.mkv");
    ASSERT_TRUE(closed.ok());
    EXPECT_GT(closed->duration.seconds(), 0.3);
}

TEST(RecorderFaults, KeepsWhatWasWrittenBeforeADiskFailed) {
    const TemporaryFolder folder;
    FailingStore::Faults faults;
    faults.capacity = 16'000;
    faults.error = EIO;
    faults.tellsReserve = false;
    auto recorder = Recorder::open({{kTest}, {kTest}, 30}, withDisk(faults));
    ASSERT_TRUE(recorder.ok());
    ASSERT_TRUE((*recorder)->start(folder / "a.mkv").ok());
    ASSERT_TRUE(waitUntil([&] { return (*recorder)->stats().failure.has_value(); }));
    // It stands still, and says so.
    EXPECT_EQ((*recorder)->stats().elapsed, (*recorder)->stats().elapsed);
    const auto summary = (*recorder)->stop();
    ASSERT_FALSE(summary.ok());
    EXPECT_EQ(summary.error().code, ErrorCode::Io);
    const auto kept = salvage(folder / "a.mkv");
    ASSERT_TRUE(kept.ok());
    EXPECT_GT(kept->duration.seconds(), 0.2);

    // The sources go on, and a sound disk takes the next one.
    EXPECT_FALSE((*recorder)->stats().sources[0].ended);
}

TEST(RecorderFaults, GoesOnWithoutASourceThatEndsFailsOrStalls) {
    using Fault = FaultySource::Fault;
    for (const Fault fault : {Fault::End, Fault::Fail, Fault::Stall}) {
        const TemporaryFolder folder;
        auto recorder = Recorder::open({{kTest}, {kTest, kTest}, 30}, withFault(fault, 15));
        ASSERT_TRUE(recorder.ok());
        ASSERT_TRUE((*recorder)->start(folder / "a.mkv").ok());
        ASSERT_TRUE(waitUntil([&] { return (*recorder)->stats().elapsed.seconds() > 1.6; }));
        const auto stats = (*recorder)->stats();
        EXPECT_FALSE(stats.sources[2].ended);
        EXPECT_EQ(stats.sources[2].returns, 0);
        EXPECT_EQ(stats.sources[2].failure.has_value(), fault != Fault::Stall);
        EXPECT_FALSE(stats.failure.has_value());
        const auto summary = (*recorder)->stop();
        ASSERT_TRUE(summary.ok()) << summary.error().detail;

        const auto decoded = test::decodeWhole(folder / "a.mkv");
        ASSERT_TRUE(decoded.ok());
        // Every track goes to the end; the faulty one is silent there.
        for (const auto& sound : decoded->sounds)
            EXPECT_GT(static_cast<double>(sound.samples.size()) / 48000, 1.5);
        EXPECT_GT(test::amplitudeOf(decoded->sounds[0].samples, 440, 45600, 24000), 0.03);
        EXPECT_LT(test::amplitudeOf(decoded->sounds[2].samples, 660, 45600, 24000), 0.005);
        EXPECT_GT(decoded->pictures[0].back().time.seconds(), 1.4);
    }
}

TEST(RecorderFaults, EndsQuicklyWithoutAStopAndWithoutAStart) {
    const TemporaryFolder folder;
    {
        auto recorder = Recorder::open({{kTest}, {kTest}, 30});
        ASSERT_TRUE(recorder.ok());
    }
    {
        auto recorder = Recorder::open({{kTest}, {kTest}, 30});
        ASSERT_TRUE(recorder.ok());
        ASSERT_TRUE((*recorder)->start(folder / "a.mkv").ok());
        ASSERT_TRUE(waitUntil([&] { return (*recorder)->stats().elapsed.seconds() > 0.3; }));
    }
    // Even so the file was closed.
    const auto closed = media::probe(folder / "a.mkv");
    ASSERT_TRUE(closed.ok());
    EXPECT_GT(closed->duration.seconds(), 0.2);
}

} // namespace mockingbird::recorder
