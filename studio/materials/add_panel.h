// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ui/card.h"

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace mockingbird::studio {

/// What is under way while materials are added: the address of a link being typed, or how far copying files
/// has come. Hidden while there is nothing. GUI thread.
class AddPanel : public ui::Card {
    Q_OBJECT

public:
    explicit AddPanel(QWidget* parent = nullptr);

    void askLink();
    void showProgress(int percent, const QString& file);
    void close();

signals:
    void linkGiven(const QString& address, const QString& title);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void give();

    QWidget* m_linkFields;
    QLineEdit* m_address;
    QLineEdit* m_title;
    QPushButton* m_add;
    QWidget* m_copying;
    QLabel* m_file;
    QProgressBar* m_progress;
};

} // namespace mockingbird::studio
