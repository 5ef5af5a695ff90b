// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/sign_in/idle_clock.h"

#include <QObject>
#include <QTimer>

class QWidget;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::studio {

class App;
class Dialogs;

/// Who comes and goes at this computer: signing out with nothing left behind, being signed out after idle
/// time or when one's passphrase was reset, and the dialogs about passphrases. GUI thread.
class SigningIn : public QObject {
    Q_OBJECT

public:
    SigningIn(App& app, Dialogs& dialogs, QWidget& window, ui::Banner& warning);

    /// Once no dialog is open and no recording runs. `reason` is shown to whoever comes next.
    void signOut(const QString& reason = {});
    /// While one runs nobody is signed out; who is to be, is then.
    void setRecording(bool recording);
    /// Whether people sign in, or who has, may have changed.
    void refresh();
    /// `recoveryCode`, where there is one, is shown first.
    void openSecurity(const QString& recoveryCode = {});
    void openPassphrase();

    /// What whoever comes next is told; asked once.
    [[nodiscard]] QString takeReason();
    [[nodiscard]] IdleClock& idleClock() { return m_idle; }

signals:
    /// Now: what is half typed goes into the catalog, and everything shown goes.
    void leaving();
    void signOutRequested(); ///< by the person, from the menu
    void settingsChanged();  ///< signing in was turned on or off here

private:
    void leave();
    void warn(int secondsLeft);

    App& m_app;
    Dialogs& m_dialogs;
    QWidget& m_window;
    ui::Banner& m_warning;
    IdleClock m_idle;
    QTimer m_again; ///< until the dialogs are closed
    bool m_recording = false;
    bool m_wanted = false;
    QString m_reason;
};

} // namespace mockingbird::studio
