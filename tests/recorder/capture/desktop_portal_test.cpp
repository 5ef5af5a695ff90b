// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/desktop_portal.h"

#include "tests/support/fake_portal.h"
#include "tests/support/wait_until.h"

#include <cstdlib>
#include <fcntl.h>
#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>
#include <unistd.h>

namespace mockingbird::recorder {

namespace {

using test::FakePortal;
using test::waitUntil;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Key;
using testing::Not;

class DesktopPortalTest : public testing::Test {
protected:
    void SetUp() override { ::setenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().c_str(), 1); }
    void TearDown() override { ::unsetenv("DBUS_SESSION_BUS_ADDRESS"); }

    static Error failureOf(const Result<SharedPicture>& shared) {
        return shared.ok() ? Error{ErrorCode::Internal, "it was shared", 0} : shared.error();
    }

    test::PrivateBus m_bus;
    std::stop_source m_running;
};

} // namespace

TEST_F(DesktopPortalTest, SharesWhatThePersonChose) {
    FakePortal portal(m_bus);
    {
        auto shared = DesktopPortal::share(SourceKind::Window, m_running.get_token());
        ASSERT_TRUE(shared.ok()) << shared.error().detail;
        EXPECT_EQ(shared->node(), FakePortal::kNode);
        const int remote = shared->takeRemote();
        EXPECT_GE(::fcntl(remote, F_GETFD), 0);
        ::close(remote);
        EXPECT_EQ(shared->takeRemote(), -1);
        EXPECT_TRUE(portal.closed().empty());
    }
    ASSERT_EQ(portal.asked().size(), 1U);
    auto options = portal.asked().front();
    EXPECT_EQ(options["types"], "2");
    EXPECT_EQ(options["cursor_mode"], "2");
    EXPECT_EQ(options["persist_mode"], "1");
    // What was chosen isn't shared any longer than it is recorded.
    EXPECT_TRUE(waitUntil([&] { return portal.closed().size() == 1; }));
    EXPECT_THAT(portal.closed(), ElementsAre(HasSubstr("/session/")));
}

TEST_F(DesktopPortalTest, AsksAgainForWhatWasChosenOnceItIsNotShared) {
    FakePortal portal(m_bus);
    {
        const auto first = DesktopPortal::share(SourceKind::Screen, m_running.get_token());
        ASSERT_TRUE(first.ok()) << first.error().detail;
        // A second one beside the first may be another screen.
        const auto second = DesktopPortal::share(SourceKind::Screen, m_running.get_token());
        ASSERT_TRUE(second.ok());
    }
    const auto again = DesktopPortal::share(SourceKind::Screen, m_running.get_token());
    ASSERT_TRUE(again.ok());
    const auto asked = portal.asked();
    ASSERT_EQ(asked.size(), 3U);
    EXPECT_THAT(asked[0], Not(testing::Contains(Key("restore_token"))));
    EXPECT_THAT(asked[1], Not(testing::Contains(Key("restore_token"))));
    EXPECT_EQ(asked[2].at("restore_token"), "token1");
}

TEST_F(DesktopPortalTest, IsDeniedWhereThePersonDeclinesAndAsksOnce) {
    FakePortal portal(m_bus);
    portal.answer(FakePortal::Answer::Decline);
    const auto declined = failureOf(DesktopPortal::share(SourceKind::Screen, m_running.get_token()));
    EXPECT_EQ(declined.code, ErrorCode::Denied);
    EXPECT_THAT(declined.detail, HasSubstr("declined"));
    EXPECT_EQ(portal.asked().size(), 1U);
    // The same capture, looking again for what it lost.
    EXPECT_EQ(failureOf(DesktopPortal::share(SourceKind::Screen, m_running.get_token())).code,
              ErrorCode::Denied);
    EXPECT_EQ(portal.asked().size(), 1U);
    // Another one, that the person has begun.
    const std::stop_source another;
    portal.answer(FakePortal::Answer::Share);
    EXPECT_TRUE(DesktopPortal::share(SourceKind::Screen, another.get_token()).ok());
    EXPECT_EQ(portal.asked().size(), 2U);
}

TEST_F(DesktopPortalTest, TellsThatTheSharingWasEndedOnTheDesktop) {
    FakePortal portal(m_bus);
    {
        auto shared = DesktopPortal::share(SourceKind::Screen, m_running.get_token());
        ASSERT_TRUE(shared.ok()) << shared.error().detail;
        portal.endSharing();
        const Error why = shared->whyGone();
        EXPECT_EQ(why.code, ErrorCode::Denied);
        EXPECT_THAT(why.detail, HasSubstr("ended on the desktop"));
    }
    EXPECT_EQ(failureOf(DesktopPortal::share(SourceKind::Screen, m_running.get_token())).code,
              ErrorCode::Denied);
    // Asked anew, the person chooses anew.
    const std::stop_source another;
    ASSERT_TRUE(DesktopPortal::share(SourceKind::Screen, another.get_token()).ok());
    EXPECT_THAT(portal.asked().back(), Not(testing::Contains(Key("restore_token"))));
}

TEST_F(DesktopPortalTest, TellsThatTheScreenIsGoneWhereNobodyEndedIt) {
    FakePortal portal(m_bus);
    auto shared = DesktopPortal::share(SourceKind::Screen, m_running.get_token());
    ASSERT_TRUE(shared.ok()) << shared.error().detail;
    EXPECT_EQ(shared->whyGone().code, ErrorCode::DeviceLost);
}

TEST_F(DesktopPortalTest, StopsWhileTheQuestionStandsAndTakesItAway) {
    FakePortal portal(m_bus);
    portal.answer(FakePortal::Answer::Silence);
    std::promise<ErrorCode> ended;
    auto result = ended.get_future();
    std::jthread asking([&](const std::stop_token& stop) {
        ended.set_value(failureOf(DesktopPortal::share(SourceKind::Screen, stop)).code);
    });
    ASSERT_TRUE(waitUntil([&] { return portal.asked().size() == 1; }));
    asking.request_stop();
    ASSERT_EQ(result.wait_for(std::chrono::seconds(10)), std::future_status::ready);
    EXPECT_EQ(result.get(), ErrorCode::Cancelled);
    EXPECT_TRUE(waitUntil([&] { return portal.closed().size() == 2; }));
    EXPECT_THAT(portal.closed(), ElementsAre(HasSubstr("/request/"), HasSubstr("/session/")));
}

TEST_F(DesktopPortalTest, AsksOneQuestionAtATime) {
    FakePortal portal(m_bus);
    portal.answer(FakePortal::Answer::Silence);
    std::promise<ErrorCode> first;
    std::promise<ErrorCode> second;
    auto firstEnded = first.get_future();
    auto secondEnded = second.get_future();
    std::jthread asking([&](const std::stop_token& stop) {
        first.set_value(failureOf(DesktopPortal::share(SourceKind::Screen, stop)).code);
    });
    ASSERT_TRUE(waitUntil([&] { return portal.asked().size() == 1; }));
    std::jthread waiting([&](const std::stop_token& stop) {
        second.set_value(failureOf(DesktopPortal::share(SourceKind::Window, stop)).code);
    });
    EXPECT_EQ(secondEnded.wait_for(std::chrono::milliseconds(200)), std::future_status::timeout);
    EXPECT_EQ(portal.asked().size(), 1U);
    asking.request_stop();
    EXPECT_EQ(firstEnded.get(), ErrorCode::Cancelled);
    // Now it is the other's turn.
    EXPECT_TRUE(waitUntil([&] { return portal.asked().size() == 2; }));
    waiting.request_stop();
    EXPECT_EQ(secondEnded.get(), ErrorCode::Cancelled);
}

TEST_F(DesktopPortalTest, IsUnsupportedWithoutAPortal) {
    const auto none = failureOf(DesktopPortal::share(SourceKind::Screen, m_running.get_token()));
    EXPECT_EQ(none.code, ErrorCode::Unsupported);
    EXPECT_THAT(none.detail, HasSubstr("the screen"));
    EXPECT_TRUE(DesktopPortal::offers().empty());
}

TEST_F(DesktopPortalTest, IsUnsupportedWithoutABus) {
    ::setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all", 1);
    EXPECT_EQ(failureOf(DesktopPortal::share(SourceKind::Screen, m_running.get_token())).code,
              ErrorCode::Unsupported);
    EXPECT_TRUE(DesktopPortal::offers().empty());
}

TEST_F(DesktopPortalTest, SaysWhatADesktopDoesNotShare) {
    const FakePortal portal(m_bus, 1);
    const auto window = failureOf(DesktopPortal::share(SourceKind::Window, m_running.get_token()));
    EXPECT_EQ(window.code, ErrorCode::Unsupported);
    EXPECT_THAT(window.detail, HasSubstr("single windows"));
    EXPECT_THAT(DesktopPortal::offers(), ElementsAre(SourceKind::Screen));
}

} // namespace mockingbird::recorder
