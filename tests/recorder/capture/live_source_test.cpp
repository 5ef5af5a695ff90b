// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/live_source.h"

#include "tests/support/wait_until.h"

#include <atomic>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

using test::waitUntil;
using namespace std::chrono_literals;

const SourceRequest kSound{{SourceKind::Test, ""}, false, 0, 30};

/// A device with a plug: gives a frame a millisecond while it is in.
struct Plug {
    std::atomic<bool> in{true};
    std::atomic<int> opened{0};
};

class PluggedSource final : public CaptureSource {
public:
    explicit PluggedSource(std::shared_ptr<Plug> plug) : m_plug(std::move(plug)) {}
    Result<void> open(std::stop_token) override {
        ++m_plug->opened;
        return m_plug->in ? Result<void>() : Error{ErrorCode::DeviceLost, "it is not there", 0};
    }
    Result<std::optional<Captured>> next(std::stop_token stop) override {
        const auto now = std::chrono::steady_clock::now();
        static_cast<void>(PaceClock::steady(now)->waitUntil(now + 1ms, stop));
        if (!m_plug->in)
            return Error{ErrorCode::DeviceLost, "it was unplugged", 0};
        return std::optional<Captured>(Captured{media::AvFrame(av_frame_alloc()), now});
    }

private:
    const std::shared_ptr<Plug> m_plug;
};

} // namespace

TEST(LiveSource, TellsItsLossAndItsReturn) {
    const auto plug = std::make_shared<Plug>();
    std::atomic<int> gone = 0;
    LiveSource source(kSound, [plug] { return std::make_unique<PluggedSource>(plug); }, 1ms,
                      {[](Captured) {}, [&] { ++gone; }});
    ASSERT_TRUE(source.waitForFirst(std::chrono::steady_clock::now() + 5s).ok());
    EXPECT_FALSE(source.state().lost);
    EXPECT_GT(source.state().latestFrame, SteadyTime{});

    for (const int times : {1, 2}) {
        plug->in = false;
        ASSERT_TRUE(waitUntil([&] { return source.state().lost; }));
        EXPECT_EQ(source.state().failure->detail, "it was unplugged");
        EXPECT_FALSE(source.state().ended);
        EXPECT_EQ(gone, times);
        const int opened = plug->opened;
        const auto frames = source.state().frames;
        // It is looked for without an end, and its loss is not told anew.
        ASSERT_TRUE(waitUntil([&] { return plug->opened > opened + 3; }));
        EXPECT_EQ(source.state().frames, frames);
        EXPECT_EQ(gone, times);
        EXPECT_EQ(source.state().failure->detail, "it was unplugged");

        plug->in = true;
        ASSERT_TRUE(waitUntil([&] { return source.state().frames > frames; }));
        EXPECT_FALSE(source.state().lost);
        EXPECT_FALSE(source.state().failure.has_value());
        EXPECT_EQ(source.state().returns, times);
    }
    source.stop();
}

TEST(LiveSource, FailsAtOnceWhereTheDeviceIsNotThereAtFirst) {
    const auto plug = std::make_shared<Plug>();
    plug->in = false;
    LiveSource source(kSound, [plug] { return std::make_unique<PluggedSource>(plug); }, 1ms,
                      {[](Captured) {}, [] {}});
    const auto waited = source.waitForFirst(std::chrono::steady_clock::now() + 5s);
    ASSERT_FALSE(waited.ok());
    EXPECT_EQ(waited.error().detail, "it is not there");
    EXPECT_TRUE(source.state().ended);
    EXPECT_FALSE(source.state().lost);
    EXPECT_EQ(plug->opened, 1);
}

TEST(LiveSource, EndsWhereItIsNotLookedFor) {
    const auto plug = std::make_shared<Plug>();
    LiveSource source(kSound, [plug] { return std::make_unique<PluggedSource>(plug); }, std::nullopt,
                      {[](Captured) {}, [] {}});
    ASSERT_TRUE(source.waitForFirst(std::chrono::steady_clock::now() + 5s).ok());
    plug->in = false;
    ASSERT_TRUE(waitUntil([&] { return source.state().ended; }));
    EXPECT_FALSE(source.state().lost);
    EXPECT_EQ(source.state().failure->detail, "it was unplugged");
    EXPECT_EQ(plug->opened, 1);
}

} // namespace mockingbird::recorder
