// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/draft_timer.h"

#include <algorithm>

namespace mockingbird::review {

DraftTimer::DraftTimer(QObject* parent) : QObject(parent) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may come 5 % late
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_clock.saved();
        emit due();
    });
}

void DraftTimer::changed() {
    const auto now = std::chrono::steady_clock::now();
    m_clock.changed(now);
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*m_clock.due() - now);
    m_timer.start(std::max(left, std::chrono::milliseconds(0)));
}

void DraftTimer::saved() {
    m_clock.saved();
    m_timer.stop();
}

} // namespace mockingbird::review
