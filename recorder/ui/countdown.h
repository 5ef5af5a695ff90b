// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace mockingbird::recorder {

/// Three, two, one: the moment to sit up before the recording begins. Escape or Cancel goes back.
class Countdown : public QWidget {
    Q_OBJECT

public:
    explicit Countdown(QWidget* parent = nullptr);

    /// Counts from so many seconds; ends at once where there are none.
    void start(int seconds);
    void cancel(); ///< no-op where nothing counts
    [[nodiscard]] bool running() const { return m_tick.isActive(); }

signals:
    void ended();
    void cancelled();

private:
    void showLeft();

    QTimer m_tick;
    int m_left = 0;
    QLabel* m_number;
    QPushButton* m_cancel;
};

/// The person's setting in seconds; 3 where there is none.
[[nodiscard]] int countdownSeconds();

} // namespace mockingbird::recorder
