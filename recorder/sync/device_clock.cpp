// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/device_clock.h"

#include <cmath>

namespace mockingbird::recorder {

namespace {

/// No device holds a frame back for longer, nor stamps it further ahead, unless its clock is another one.
constexpr double kOldest = 3e6;
constexpr double kNewest = -0.1e6;
/// An age that differs by more from the usual one is a clock that was set.
constexpr double kStep = 0.5e6;
/// Between two frames the wall clock moves against the steady one by less, unless it is set.
constexpr double kSet = 0.02e6;
constexpr double kSmoothing = 0.05;

bool plausible(double age) {
    return age < kOldest && age > kNewest;
}

} // namespace

SteadyTime DeviceClock::captured(std::optional<std::int64_t> stamp, std::int64_t wall, SteadyTime arrival) {
    const auto byAge = [&](double age) {
        return arrival - std::chrono::microseconds(static_cast<std::int64_t>(std::lround(age)));
    };
    if (!stamp)
        return byAge(m_usualAge);

    const auto steady =
        std::chrono::duration_cast<std::chrono::microseconds>(arrival.time_since_epoch()).count();
    const auto wallAge = static_cast<double>(wall - *stamp);
    const auto steadyAge = static_cast<double>(steady - *stamp);
    if (m_basis == Basis::Unknown) {
        m_basis = plausible(wallAge) ? Basis::Wall : plausible(steadyAge) ? Basis::Steady : Basis::Arrival;
        m_wallAhead = static_cast<double>(wall - steady);
        m_usualAge = m_basis == Basis::Wall ? wallAge : m_basis == Basis::Steady ? steadyAge : 0;
    }
    if (m_basis == Basis::Arrival)
        return arrival;

    // Stamps that are smoothed follow a clock that was set only over seconds.
    const auto wallAhead = static_cast<double>(wall - steady);
    if (m_basis == Basis::Wall && std::abs(wallAhead - m_wallAhead) > kSet)
        m_wallWasSet = true;
    m_wallAhead = wallAhead;

    const double age = m_basis == Basis::Wall ? wallAge : steadyAge;
    if (m_wallWasSet && std::abs(age - m_usualAge) > kSet)
        return byAge(m_usualAge);
    m_wallWasSet = false;
    if (!plausible(age) || std::abs(age - m_usualAge) > kStep)
        return byAge(m_usualAge);
    m_usualAge += kSmoothing * (age - m_usualAge);
    return byAge(age);
}

} // namespace mockingbird::recorder
