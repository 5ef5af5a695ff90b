// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace mockingbird::recorder {

class Countdown;
class TakePanel;

/// The page's lower edge, always in sight: Record with what is still missing, then the countdown, then what
/// is at hand while recording. GUI thread.
class RecordBar : public QFrame {
    Q_OBJECT

public:
    explicit RecordBar(QWidget* parent = nullptr);

    /// Locked while a sentence says what is missing; where it lies further up on the page, a button leads
    /// there.
    enum class Place { Elsewhere, OnThePage };
    void showMissing(const QString& sentence, Place place);
    void showRoom(const QString& sentence);
    void showStart();
    void showTake();
    /// The same height at any width: else the page around it scrolls as a whole, and the bar out of sight.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] Countdown& countdown() const { return *m_countdown; }
    [[nodiscard]] TakePanel& take() const { return *m_take; }

signals:
    void recordClicked(); ///< the countdown runs
    void showMissingClicked();
    void countedDown();
    void countdownCancelled();

private:
    void begin();
    void present(QWidget* page);

    QStackedWidget* m_stack;
    QPushButton* m_record;
    QLabel* m_hint;
    QPushButton* m_showMissing;
    QLabel* m_room;
    QWidget* m_start;
    Countdown* m_countdown;
    TakePanel* m_take;
};

} // namespace mockingbird::recorder
