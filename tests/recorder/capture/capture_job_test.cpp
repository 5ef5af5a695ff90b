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
    int lost = 0;
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
    [[nodiscard]] bool goneForGood() const override {
        return m_opened.ok() ? false : m_opened.error().native == kForGood;
    }
    static constexpr int kForGood = 7;

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
            [&](Error error) {
                seen.with([&](Seen& s) {
                    ++s.lost;
                    s.error = std::move(error);
                });
            },
            [&](std::optional<Error> error) {
                seen.with([&](Seen& s) {
                    ++s.ended;
                    s.error = std::move(error);
                });
            }};
}

constexpr auto kSoon = std::chrono::milliseconds(1);

/// A job over sources that all do as they are told by their own calls of next().
CaptureJob::Maker scripted(ScriptedSource::Next next, Result<void> opened = {}) {
    return [=] { return std::make_unique<ScriptedSource>(next, opened); };
}

/// The first is this one; each later one does as the function says for its number, from 1 on.
CaptureJob::Maker scriptedThen(const std::function<std::unique_ptr<CaptureSource>(int)>& make) {
    const auto number = std::make_shared<int>(0);
    return [=] { return make((*number)++); };
}

} // namespace

TEST(CaptureJob, HandsOnFramesThenTellsTheEndOnce) {
    threading::Guarded<Seen> seen;
    CaptureJob job(scripted([](int call) -> Result<std::optional<Captured>> {
                       if (call < 3)
                           return aFrame();
                       return std::optional<Captured>();
                   }),
                   std::nullopt, into(seen));
    ASSERT_TRUE(waitUntil([&] { return seen.copy().ended == 1; }));
    EXPECT_EQ(seen.copy().captured, 3);
    EXPECT_FALSE(seen.copy().error.has_value());
    job.stop();
    EXPECT_EQ(seen.copy().ended, 1);
    EXPECT_EQ(seen.copy().lost, 0);
}

TEST(CaptureJob, TellsAFailureAndAnExceptionBeforeTheFirstFrame) {
    threading::Guarded<Seen> seen;
    const CaptureJob failing(
        scripted([](int) { return aFrame(); }, Result<void>(Error{ErrorCode::DeviceLost, "cam", 0})), kSoon,
        into(seen));
    ASSERT_TRUE(waitUntil([&] { return seen.copy().ended == 1; }));
    EXPECT_EQ(seen.copy().error->detail, "cam");
    EXPECT_EQ(seen.copy().captured, 0);

    threading::Guarded<Seen> other;
    const CaptureJob throwing(
        scripted([](int) -> Result<std::optional<Captured>> { throw std::runtime_error("broken"); }), kSoon,
        into(other));
    ASSERT_TRUE(waitUntil([&] { return other.copy().ended == 1; }));
    EXPECT_EQ(other.copy().error->code, ErrorCode::Internal);
    EXPECT_EQ(other.copy().lost, 0);
}

TEST(CaptureJob, LooksForALostSourceUntilItIsBack) {
    threading::Guarded<Seen> seen;
    CaptureJob job(scriptedThen([](int number) {
                       // There at first, gone four times, there again.
                       const bool there = number == 0 || number == 5;
                       return std::make_unique<ScriptedSource>(
                           [number](int call) -> Result<std::optional<Captured>> {
                               if (number == 0 && call == 2)
                                   return Error{ErrorCode::DeviceLost, "unplugged", 0};
                               if (number == 5 && call == 3)
                                   throw std::runtime_error("broken");
                               return aFrame();
                           },
                           there ? Result<void>() : Result<void>(Error{ErrorCode::DeviceLost, "no", 0}));
                   }),
                   kSoon, into(seen));
    // Lost with its reason told once, back, and lost again by another way out; frames go on ever after.
    ASSERT_TRUE(waitUntil([&] { return seen.copy().lost == 2; }));
    EXPECT_EQ(seen.copy().captured, 5);
    EXPECT_EQ(seen.copy().ended, 0);
    EXPECT_EQ(seen.copy().error->detail, "broken");
}

TEST(CaptureJob, TakesTheEndOfADeviceForItsLoss) {
    threading::Guarded<Seen> seen;
    CaptureJob job(scripted([](int call) -> Result<std::optional<Captured>> {
                       if (call < 1)
                           return aFrame();
                       return std::optional<Captured>();
                   }),
                   kSoon, into(seen));
    ASSERT_TRUE(waitUntil([&] { return seen.copy().captured >= 3; }));
    EXPECT_GE(seen.copy().lost, 2);
    EXPECT_EQ(seen.copy().ended, 0);
    EXPECT_EQ(seen.copy().error->code, ErrorCode::DeviceLost);
}

TEST(CaptureJob, LooksForNothingThatIsGoneForGood) {
    threading::Guarded<Seen> seen;
    const auto opened = std::make_shared<std::atomic<int>>(0);
    CaptureJob job(scriptedThen([opened](int number) {
                       ++*opened;
                       // What would be opened a third time has its name alone.
                       return std::make_unique<ScriptedSource>(
                           [](int call) -> Result<std::optional<Captured>> {
                               if (call == 2)
                                   return Error{ErrorCode::DeviceLost, "closed", 0};
                               return aFrame();
                           },
                           number == 1 ? Result<void>(Error{ErrorCode::DeviceLost, "no such window",
                                                            ScriptedSource::kForGood})
                                       : Result<void>());
                   }),
                   kSoon, into(seen));
    ASSERT_TRUE(waitUntil([&] { return *opened == 2; }));
    EXPECT_FALSE(waitUntil([&] { return *opened > 2; }, std::chrono::milliseconds(100)));
    job.stop();
    EXPECT_EQ(seen.copy().lost, 1);
    EXPECT_EQ(seen.copy().ended, 0);
    EXPECT_EQ(seen.copy().captured, 2);
}

TEST(CaptureJob, CanBeStoppedWhileItLooksForASource) {
    threading::Guarded<Seen> seen;
    CaptureJob job(scripted([](int call) -> Result<std::optional<Captured>> {
                       if (call < 1)
                           return aFrame();
                       return Error{ErrorCode::DeviceLost, "unplugged", 0};
                   }),
                   std::chrono::hours(1), into(seen));
    ASSERT_TRUE(waitUntil([&] { return seen.copy().lost == 1; }));
    job.stop();
    EXPECT_EQ(seen.copy().ended, 0);
}

TEST(CaptureJob, LeavesASourceBehindThatNeverAnswers) {
    // Shared: the thread that is left behind outlives the test's scope.
    const auto release = std::make_shared<std::promise<void>>();
    const auto hangs = std::make_shared<std::atomic<bool>>(false);
    const auto left = std::make_shared<std::atomic<bool>>(false);
    threading::Guarded<Seen> seen;
    {
        const CaptureJob job(scripted([release, hangs, left](int) -> Result<std::optional<Captured>> {
                                 *hangs = true;
                                 release->get_future().wait();
                                 *left = true;
                                 return aFrame();
                             }),
                             kSoon, into(seen));
        ASSERT_TRUE(waitUntil([&] { return hangs->load(); }));
    }
    // It is over, though the source still hangs; what it gives later reaches nobody.
    EXPECT_FALSE(*left);
    release->set_value();
    EXPECT_TRUE(waitUntil([&] { return left->load(); }));
    EXPECT_EQ(seen.copy().captured, 0);
}

} // namespace mockingbird::recorder
