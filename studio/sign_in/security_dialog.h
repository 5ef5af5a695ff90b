// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/sign_in/sign_in_job.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::studio {

class App;
class CodeView;
class Dialogs;
class PassphrasesPanel;
class TurnOnPanel;

/// Where a coordinator turns signing in on and off, gives codes and resets passphrases. GUI thread.
class SecurityDialog : public QDialog {
    Q_OBJECT

public:
    SecurityDialog(App& app, Dialogs& dialogs, QWidget* parent = nullptr);
    ~SecurityDialog() override;

    /// The recovery code that was made elsewhere, to be shown first.
    void showRecoveryCode(const QString& code);
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }
    [[nodiscard]] QString shownCode() const;

signals:
    void settingsChanged(); ///< signing in was turned on or off

private:
    void refresh();
    void turnOn();
    void turnOff();
    void makeRecoveryCode();
    void giveCode(catalog::PersonId person, bool hadOne);
    void run(SignInJob::Work work, SignInJob::Then then);

    App& m_app;
    Dialogs& m_dialogs;
    SignInJob m_job;
    ui::Banner* m_banner;
    QLabel* m_state;
    QStackedWidget* m_stack;
    TurnOnPanel* m_off;
    PassphrasesPanel* m_on;
    CodeView* m_code;
    QPushButton* m_close;
};

} // namespace mockingbird::studio
