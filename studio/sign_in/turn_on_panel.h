// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <string>

class QPushButton;
class QSpinBox;

namespace mockingbird::studio {

class NewPassphrasePanel;

/// What signing in means and doesn't, and the passphrase of the coordinator who turns it on. GUI thread.
class TurnOnPanel : public QWidget {
    Q_OBJECT

public:
    explicit TurnOnPanel(QWidget* parent = nullptr);

    [[nodiscard]] std::string passphrase() const;
    [[nodiscard]] int idleMinutes() const;
    void clear();
    void setBusy(bool busy);

signals:
    void turnOnRequested();
    void trouble(const QString& sentence);

private:
    void submit();

    NewPassphrasePanel* m_new;
    QSpinBox* m_idle;
    QPushButton* m_turnOn;
};

/// Minutes after which a person is signed out; 0 is never.
[[nodiscard]] QSpinBox* idleField(QWidget* parent);

} // namespace mockingbird::studio
