// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>
#include <chrono>

namespace mockingbird::test {

/// Whether `condition()` came true before the deadline, with the event loop running until then.
template <class Condition>
[[nodiscard]] bool waitFor(Condition&& condition,
                           std::chrono::milliseconds deadline = std::chrono::seconds(30)) {
    const QDeadlineTimer end(deadline);
    while (!condition()) {
        if (end.hasExpired())
            return condition();
        QEventLoop loop;
        QTimer::singleShot(std::chrono::milliseconds(10), &loop, &QEventLoop::quit);
        loop.exec();
    }
    return true;
}

} // namespace mockingbird::test
