// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ui/page.h"

class QProgressBar;
class QPushButton;

namespace mockingbird::studio {

/// In place of everything, while a large catalog of an older version is brought up to date: what happens, how
/// far it is, and a way to leave it for later.
class UpgradePage : public ui::Page {
    Q_OBJECT

public:
    explicit UpgradePage(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Mockingbird"); }
    void refresh() override {}
    void begin();
    void showProgress(int permille);
    [[nodiscard]] QProgressBar* bar() const { return m_bar; }
    [[nodiscard]] QPushButton* stopButton() const { return m_stop; }

signals:
    void stopped();

private:
    QProgressBar* m_bar;
    QPushButton* m_stop;
};

} // namespace mockingbird::studio
