// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"
#include "common/ui/page.h"

class QLabel;
class QPushButton;

namespace mockingbird::studio {

/// In place of everything, where the catalog can't be opened: what happened, that nothing was touched, what
/// to do.
class TroublePage : public ui::Page {
    Q_OBJECT

public:
    explicit TroublePage(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Mockingbird"); }
    void refresh() override {}
    void showTrouble(const Error& error, const QString& folder);
    [[nodiscard]] QString text() const;

signals:
    void tryAgain();
    void openAnother();
    void quit();

private:
    QLabel* m_heading;
    QLabel* m_sentence;
    QLabel* m_folder;
    QPushButton* m_again;
};

} // namespace mockingbird::studio
