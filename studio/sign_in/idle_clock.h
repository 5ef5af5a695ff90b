// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>

namespace mockingbird::studio {

/// Tells how long nobody has touched keyboard or mouse: a minute before the time is over it warns, then it
/// says so. Held while a recording runs; the time begins anew after it. GUI thread.
class IdleClock : public QObject {
    Q_OBJECT

public:
    using Now = std::function<std::chrono::milliseconds()>;

    explicit IdleClock(QObject* parent = nullptr);
    /// A steady clock; tests bring their own and call tick().
    explicit IdleClock(Now now, QObject* parent = nullptr);

    /// From now on; 0 for never.
    void start(std::chrono::minutes limit);
    void stop();
    void setHeld(bool held);
    /// As if a key had been pressed.
    void touch();
    /// Looks at the clock; it does so each second by itself.
    void tick();

signals:
    void warned(int secondsLeft); ///< each second of the last minute
    void touched();               ///< somebody is there again, after a warning
    void expired();               ///< again each second, until it is stopped or touched

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Now m_now;
    QTimer m_timer;
    std::chrono::milliseconds m_limit{0};
    std::chrono::milliseconds m_last{0};
    bool m_held = false;
    bool m_warned = false;
};

} // namespace mockingbird::studio
