// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/power/sleep_inhibitor.h"

#include "tests/support/private_bus.h"
#include "tests/support/wait_until.h"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <mutex>
#include <optional>
#include <poll.h>
#include <unistd.h>
#include <vector>

namespace mockingbird::recorder {

namespace {

using test::waitUntil;

/// logind's part in this: gives out the writing ends of pipes and sees them closed at the reading ends.
class FakeLogind {
public:
    explicit FakeLogind(const test::PrivateBus& bus)
        : m_service(bus, "org.freedesktop.login1", [this](sd_bus* own) {
              sd_bus_add_object_vtable(own, nullptr, "/org/freedesktop/login1",
                                       "org.freedesktop.login1.Manager", kMethods.data(), this);
          }) {}
    ~FakeLogind() {
        for (const int lock : m_locks)
            ::close(lock);
    }

    [[nodiscard]] int held() {
        const std::lock_guard guard(m_mutex);
        int count = 0;
        for (const int lock : m_locks) {
            pollfd end{lock, 0, 0};
            count += ::poll(&end, 1, 0) == 0 ? 1 : 0;
        }
        return count;
    }
    [[nodiscard]] std::vector<std::string> asked() {
        const std::lock_guard guard(m_mutex);
        return m_asked;
    }
    void refuse() {
        const std::lock_guard guard(m_mutex);
        m_refuses = true;
    }

private:
    static int inhibit(sd_bus_message* message, void* self, sd_bus_error* error) {
        auto& logind = *static_cast<FakeLogind*>(self);
        std::array<const char*, 4> words{};
        sd_bus_message_read(message, "ssss", &words[0], &words[1], &words[2], &words[3]);
        const std::lock_guard guard(logind.m_mutex);
        if (logind.m_refuses)
            return sd_bus_error_set(error, "org.freedesktop.DBus.Error.AccessDenied", "not you");
        logind.m_asked.assign(words.begin(), words.end());
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            return -errno;
        logind.m_locks.push_back(ends[0]);
        const int result = sd_bus_reply_method_return(message, "h", ends[1]);
        ::close(ends[1]);
        return result;
    }

    static const std::array<sd_bus_vtable, 3> kMethods;
    std::mutex m_mutex; ///< guards the rest
    std::vector<int> m_locks;
    std::vector<std::string> m_asked;
    bool m_refuses = false;
    test::BusService m_service;
};

const std::array<sd_bus_vtable, 3> FakeLogind::kMethods{
    sd_bus_vtable SD_BUS_VTABLE_START(0),
    sd_bus_vtable SD_BUS_METHOD("Inhibit", "ssss", "h", FakeLogind::inhibit, SD_BUS_VTABLE_UNPRIVILEGED),
    sd_bus_vtable SD_BUS_VTABLE_END};

class SleepInhibitorTest : public testing::Test {
protected:
    void SetUp() override { ::setenv("DBUS_SYSTEM_BUS_ADDRESS", m_bus.address().c_str(), 1); }
    void TearDown() override { ::unsetenv("DBUS_SYSTEM_BUS_ADDRESS"); }
    test::PrivateBus m_bus;
};

} // namespace

TEST_F(SleepInhibitorTest, KeepsTheMachineAwakeAsLongAsItLives) {
    FakeLogind logind(m_bus);
    {
        const auto first = SleepInhibitor::hold("An interview is being recorded");
        ASSERT_TRUE(first.ok()) << first.error().detail;
        EXPECT_EQ(logind.held(), 1);
        EXPECT_EQ(logind.asked(), (std::vector<std::string>{"sleep:idle", "Mockingbird",
                                                            "An interview is being recorded", "block"}));
        const auto second = SleepInhibitor::hold("Another one");
        ASSERT_TRUE(second.ok());
        EXPECT_EQ(logind.held(), 2);
    }
    EXPECT_TRUE(waitUntil([&] { return logind.held() == 0; }));
}

TEST_F(SleepInhibitorTest, LetsGoOnceHoweverItIsMoved) {
    FakeLogind logind(m_bus);
    std::optional<SleepInhibitor> kept;
    {
        auto held = SleepInhibitor::hold("One");
        ASSERT_TRUE(held.ok());
        kept.emplace(std::move(held).value());
    }
    EXPECT_EQ(logind.held(), 1);
    auto other = SleepInhibitor::hold("Two");
    ASSERT_TRUE(other.ok());
    EXPECT_EQ(logind.held(), 2);
    *kept = std::move(other).value();
    kept.reset();
    EXPECT_TRUE(waitUntil([&] { return logind.held() <= 1; }));
}

TEST_F(SleepInhibitorTest, IsUnsupportedWithoutLogind) {
    const auto held = SleepInhibitor::hold("Nobody hears");
    ASSERT_FALSE(held.ok());
    EXPECT_EQ(held.error().code, ErrorCode::Unsupported);
}

TEST_F(SleepInhibitorTest, IsUnsupportedWhereLogindRefuses) {
    FakeLogind logind(m_bus);
    logind.refuse();
    const auto held = SleepInhibitor::hold("Please");
    ASSERT_FALSE(held.ok());
    EXPECT_EQ(held.error().code, ErrorCode::Unsupported);
    EXPECT_NE(held.error().detail.find("not you"), std::string::npos);
    EXPECT_EQ(logind.held(), 0);
}

TEST_F(SleepInhibitorTest, IsUnsupportedWithoutABus) {
    ::setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/at/all", 1);
    const auto held = SleepInhibitor::hold("Nobody hears");
    ASSERT_FALSE(held.ok());
    EXPECT_EQ(held.error().code, ErrorCode::Unsupported);
}

} // namespace mockingbird::recorder
