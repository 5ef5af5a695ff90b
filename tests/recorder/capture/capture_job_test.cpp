// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/capture_job.h"

#include "common/threading/guarded.h"
#include "tests/support/wait_until.h"

#include <atomic>
#include <future>
#include <gtest/gtest.h>
#include <stdexcept>

namespace mockingbird::recorder {

namespace {

using test::waitUntil;

struct Seen {
    int captured = 0;
    int ended = 0;
    std::optional<Error> error;
};

class ScriptedSource final : public CaptureSource {
public:
    using Next = std::function<Result<std::optional<Captured>>(int)>;
    explicit ScriptedSource(Next next, Result<void> opened = {})
        : m_next(std::move(next)), m_opened(std::move(opened)) {}
    Result<void> open(std::stop_token) override { return m_opened; }
    Result<std::optional<Captured>> next(std::stop_token) override { return m_next(m_calls++); }

private:
    const Next m_next;
    const Result<void> m_opened;
    int m_calls = 0;
};

Result<std::optional<Captured>> aFrame() {
    return std::optional<Captured>(Captured{media::AvFrame(av_frame_alloc()), SteadyTime{}});
}

CaptureJob::Listener into(threading::Guarded<Seen>& seen) {
    return {[&](Captured) { seen.with([](Seen& s) { ++s.captured; }); },
            [&](std::optional<Error> error) {
                seen.with([&](Seen& s) {
                    ++s.ended;
                    s.error = std::move(error);
                });
            }};
}

} // namespace

TEST(CaptureJob, HandsOnFramesThenTellsTheEndOnce) {
    threading::Guarded<Seen> seen;
    CaptureJob job(std::make_unique<ScriptedSource>([](int call) -> Result<std::optional<Captured>> {
                       if (call < 3)
                           return aFrame();
                       return std::optional<Captured>();
                   }),
                   into(seen));
    ASSERT_TRUE(waitUntil([&] { return seen.copy().ended == 1; }));
    EXPECT_EQ(seen.copy().captured, 3);
    EXPECT_FALSE(seen.copy().error.has_value());
    job.stop();
    EXPECT_EQ(seen.copy().ended, 1);
}

TEST(CaptureJob, TellsAFailureAndAnException) {
    threading::Guarded<Seen> seen;
    CaptureJob failing(std::make_unique<ScriptedSource>([](int) { return aFrame(); },
                                                        Result<void>(Error{ErrorCode::DeviceLost, "cam", 0})),
                       into(seen));
    ASSERT_TRUE(waitUntil([&] { return seen.copy().ended == 1; }));
    EXPECT_EQ(seen.copy().error->detail, "cam");
    EXPECT_EQ(seen.copy().captured, 0);

    threading::Guarded<Seen> other;
    CaptureJob throwing(std::make_unique<ScriptedSource>([](int) -> Result<std::optional<Captured>> {
                            throw std::runtime_error("broken");
                        }),
                        into(other));
    ASSERT_TRUE(waitUntil([&] { return other.copy().ended == 1; }));
    EXPECT_EQ(other.copy().error->code, ErrorCode::Internal);
}

TEST(CaptureJob, LeavesASourceBehindThatNeverAnswers) {
    // Shared: the thread that is left behind outlives the test's scope.
    const auto release = std::make_shared<std::promise<void>>();
    const auto hangs = std::make_shared<std::atomic<bool>>(false);
    const auto left = std::make_shared<std::atomic<bool>>(false);
    threading::Guarded<Seen> seen;
    {
        CaptureJob job(
            std::make_unique<ScriptedSource>([release, hangs, left](int) -> Result<std::optional<Captured>> {
                *hangs = true;
                release->get_future().wait();
                *left = true;
                return aFrame();
            }),
            into(seen));
        ASSERT_TRUE(waitUntil([&] { return hangs->load(); }));
    }
    // It is over, though the source still hangs; what it gives later reaches nobody.
    EXPECT_FALSE(*left);
    release->set_value();
    EXPECT_TRUE(waitUntil([&] { return left->load(); }));
    EXPECT_EQ(seen.copy().captured, 0);
}

} // namespace mockingbird::recorder
