// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ui/card.h"

#include <QStringList>

class QLabel;
class QPushButton;

namespace mockingbird::recorder {

/// What became of the recording, once it is filed, and what to do next. GUI thread.
class FiledPanel : public ui::Card {
    Q_OBJECT

public:
    explicit FiledPanel(QWidget* parent = nullptr);

    struct Outcome {
        QString heading;       ///< such as "It is kept."
        QString what;          ///< whose attempt, and how long it is
        QStringList incidents; ///< what happened while recording, a sentence each
        bool canGoOn = false;  ///< it ended before the interview did
    };
    void show(const Outcome& outcome);
    [[nodiscard]] QString text() const; ///< all that it says

signals:
    void reviewClicked();
    void goOnClicked(); ///< continue in a second part
    void anotherClicked();

private:
    QLabel* m_heading;
    QLabel* m_what;
    QLabel* m_incidents;
    QPushButton* m_review;
    QPushButton* m_goOn;
};

} // namespace mockingbird::recorder
