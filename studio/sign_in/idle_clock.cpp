// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sign_in/idle_clock.h"

#include <QCoreApplication>
#include <QEvent>
#include <utility>

namespace mockingbird::studio {

namespace {

constexpr std::chrono::milliseconds kWarning{60'000};
constexpr std::chrono::milliseconds kLook{1000};

std::chrono::milliseconds steadyNow() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace

IdleClock::IdleClock(QObject* parent) : IdleClock(steadyNow, parent) {}

IdleClock::IdleClock(Now now, QObject* parent) : QObject(parent), m_now(std::move(now)) {
    connect(&m_timer, &QTimer::timeout, this, &IdleClock::tick);
}

void IdleClock::start(std::chrono::minutes limit) {
    stop();
    m_limit = limit;
    m_last = m_now();
    if (limit.count() <= 0)
        return;
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start(kLook);
}

void IdleClock::stop() {
    QCoreApplication::instance()->removeEventFilter(this);
    m_timer.stop();
    m_limit = std::chrono::milliseconds{0};
    touch();
}

void IdleClock::setHeld(bool held) {
    if (held == m_held)
        return;
    m_held = held;
    touch();
}

void IdleClock::touch() {
    m_last = m_now();
    if (std::exchange(m_warned, false))
        emit touched();
}

void IdleClock::tick() {
    if (m_held || m_limit.count() <= 0)
        return;
    const auto left = m_limit - (m_now() - m_last);
    if (left.count() <= 0) {
        emit expired();
        return;
    }
    // Of a single minute the first half is quiet.
    if (left > std::min(kWarning, m_limit / 2))
        return;
    m_warned = true;
    emit warned(static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()));
}

bool IdleClock::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        touch();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace mockingbird::studio
