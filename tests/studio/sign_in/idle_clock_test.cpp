// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sign_in/idle_clock.h"

#include <QCoreApplication>
#include <QEvent>
#include <gtest/gtest.h>
#include <vector>

namespace mockingbird::studio {

class IdleClockTest : public testing::Test {
protected:
    IdleClockTest() {
        QObject::connect(&m_idle, &IdleClock::warned, [this](int left) { m_warnings.push_back(left); });
        QObject::connect(&m_idle, &IdleClock::expired, [this] { ++m_expired; });
        QObject::connect(&m_idle, &IdleClock::touched, [this] { ++m_touched; });
    }
    void pass(std::chrono::seconds time) {
        m_now += time;
        m_idle.tick();
    }

    int m_argumentCount = 0;
    QCoreApplication m_application{m_argumentCount, nullptr};
    std::chrono::milliseconds m_now{0};
    IdleClock m_idle{[this] { return m_now; }};
    std::vector<int> m_warnings;
    int m_expired = 0;
    int m_touched = 0;
};

using std::chrono::minutes;
using std::chrono::seconds;

TEST_F(IdleClockTest, WarnsInTheLastMinuteAndThenSaysThatTheTimeIsOver) {
    m_idle.start(minutes(10));
    pass(minutes(9) - seconds(1));
    EXPECT_TRUE(m_warnings.empty());
    pass(seconds(1));
    pass(seconds(30));
    EXPECT_EQ(m_warnings, (std::vector<int>{60, 30}));
    EXPECT_EQ(m_expired, 0);
    pass(seconds(30));
    EXPECT_EQ(m_expired, 1);
}

TEST_F(IdleClockTest, AKeyBeginsTheTimeAnew) {
    m_idle.start(minutes(10));
    pass(minutes(9) + seconds(30));
    QObject watched;
    QEvent key(QEvent::KeyPress);
    QCoreApplication::sendEvent(&watched, &key);
    EXPECT_EQ(m_touched, 1);
    pass(minutes(8));
    EXPECT_EQ(m_expired, 0);
    pass(minutes(2));
    EXPECT_EQ(m_expired, 1);
}

TEST_F(IdleClockTest, NeverEndsWhileItIsHeldAndBeginsAnewAfterIt) {
    m_idle.start(minutes(10));
    m_idle.setHeld(true);
    pass(minutes(90));
    EXPECT_EQ(m_expired, 0);
    EXPECT_TRUE(m_warnings.empty());
    m_idle.setHeld(false);
    pass(minutes(8));
    EXPECT_TRUE(m_warnings.empty());
    pass(minutes(2));
    EXPECT_EQ(m_expired, 1);
}

TEST_F(IdleClockTest, OfASingleMinuteHalfIsQuietAndZeroIsNever) {
    m_idle.start(minutes(1));
    pass(seconds(29));
    EXPECT_TRUE(m_warnings.empty());
    pass(seconds(1));
    EXPECT_EQ(m_warnings, (std::vector<int>{30}));
    m_idle.start(minutes(0));
    pass(minutes(1000));
    EXPECT_EQ(m_expired, 0);
}

} // namespace mockingbird::studio
