// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/sign_in_store.h"

#include <QWidget>
#include <optional>
#include <string>
#include <vector>

class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace mockingbird::studio {

/// Who has a passphrase, the codes for those who need one, and what takes the coordinator's own. GUI thread.
class PassphrasesPanel : public QWidget {
    Q_OBJECT

public:
    explicit PassphrasesPanel(QWidget* parent = nullptr);

    /// Keeps who is chosen and what is typed. `coordinator` is left out of the list.
    void showPeople(const std::vector<catalog::SignInEntry>& people, catalog::PersonId coordinator);
    void setIdleMinutes(int minutes);
    [[nodiscard]] std::string ownPassphrase() const;
    void clearOwn();
    void setBusy(bool busy);

signals:
    void codeRequested(mockingbird::catalog::PersonId person, bool hadOne);
    void idleChosen(int minutes);
    void recoveryCodeRequested();
    void turnOffRequested();

private:
    void fill();
    void showChosen();
    [[nodiscard]] std::optional<catalog::SignInEntry> chosen() const;

    std::vector<catalog::SignInEntry> m_people;
    catalog::PersonId m_coordinator;
    QLineEdit* m_search;
    QListWidget* m_list;
    QPushButton* m_give;
    QSpinBox* m_idle;
    QLineEdit* m_own;
    QPushButton* m_recovery;
    QPushButton* m_turnOff;
};

} // namespace mockingbird::studio
