// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QPushButton;

namespace mockingbird::review {

/// The question whether to discard what was written, in a row below it rather than in a window over it.
class DiscardPanel : public QFrame {
    Q_OBJECT

public:
    explicit DiscardPanel(QWidget* parent = nullptr);

    /// Shows it, and lets screen readers say it.
    void ask();
    [[nodiscard]] QPushButton* discardButton() const { return m_discard; }
    [[nodiscard]] QPushButton* goOnButton() const { return m_goOn; }

signals:
    void discardChosen();
    void goOnChosen();

private:
    QPushButton* m_discard;
    QPushButton* m_goOn;
};

} // namespace mockingbird::review
