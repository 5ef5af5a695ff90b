// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/file_source.h"

#include "recorder/recorder.h"
#include "tests/support/frame_code.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait_until.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

using test::TemporaryFolder;

/// A clock whose every time has come.
class NoWaiting final : public PaceClock {
public:
    [[nodiscard]] SteadyTime epoch() const override { return SteadyTime(std::chrono::seconds(10)); }
    [[nodiscard]] bool waitUntil(SteadyTime time, std::stop_token) override {
        waitedFor = std::max(waitedFor, time);
        return true;
    }
    SteadyTime waitedFor;
};

ErrorCode openingFails(const std::filesystem::path& file, FileSource::Stream stream) {
    FileSource source(file, stream, std::make_shared<NoWaiting>());
    const auto opened = source.open({});
    EXPECT_FALSE(opened.ok());
    return opened.ok() ? ErrorCode::Internal : opened.error().code;
}

} // namespace

TEST(FileSource, PlaysAFileAsIfLiveUntilItsEnd) {
    const TemporaryFolder folder;
    const SourceSpec test{SourceKind::Test, ""};
    {
        auto recorder = Recorder::open({{test}, {test}, 30});
        ASSERT_TRUE(recorder.ok());
        ASSERT_TRUE((*recorder)->start(folder / "a.mkv").ok());
        ASSERT_TRUE(test::waitUntil([&] { return (*recorder)->stats().elapsed.seconds() > 1; }));
        ASSERT_TRUE((*recorder)->stop().ok());
    }
    const auto clock = std::make_shared<NoWaiting>();
    FileSource pictures(folder / "a.mkv", FileSource::Stream::Picture, clock);
    ASSERT_TRUE(pictures.open({}).ok());
    std::optional<std::uint32_t> last;
    int frames = 0;
    while (true) {
        const auto next = pictures.next({});
        ASSERT_TRUE(next.ok());
        if (!next->has_value())
            break;
        const AVFrame& frame = *(*next)->frame;
        const auto code = test::frameCode(frame.data[0], frame.linesize[0], frame.width, frame.height);
        ASSERT_TRUE(code.has_value());
        EXPECT_TRUE(!last || *code > *last);
        EXPECT_GE((*next)->at, clock->epoch());
        EXPECT_GE(clock->waitedFor, (*next)->at);
        last = code;
        ++frames;
    }
    EXPECT_GE(frames, 25);

    FileSource sound(folder / "a.mkv", FileSource::Stream::Sound, clock);
    ASSERT_TRUE(sound.open({}).ok());
    std::int64_t samples = 0;
    while (true) {
        const auto next = sound.next({});
        ASSERT_TRUE(next.ok());
        if (!next->has_value())
            break;
        samples += (*next)->frame->nb_samples;
    }
    EXPECT_GE(samples, 48000);
    EXPECT_EQ(openingFails(folder / "none", FileSource::Stream::Sound), ErrorCode::NotFound);
}

TEST(FileSource, RefusesWhatIsNoMediaOrHoldsNoSuchStream) {
    const TemporaryFolder folder;
    std::ofstream(folder / "text.mp4") << "words";
    EXPECT_EQ(openingFails(folder / "text.mp4", FileSource::Stream::Picture), ErrorCode::Unsupported);

    const SourceSpec test{SourceKind::Test, ""};
    auto recorder = Recorder::open({{}, {test}, 30});
    ASSERT_TRUE(recorder.ok());
    ASSERT_TRUE((*recorder)->start(folder / "sound.mkv").ok());
    ASSERT_TRUE(test::waitUntil([&] { return (*recorder)->stats().elapsed.seconds() > 0.3; }));
    ASSERT_TRUE((*recorder)->stop().ok());
    EXPECT_EQ(openingFails(folder / "sound.mkv", FileSource::Stream::Picture), ErrorCode::Unsupported);
}

} // namespace mockingbird::recorder
