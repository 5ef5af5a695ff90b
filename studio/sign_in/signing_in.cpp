// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sign_in/signing_in.h"

#include "common/catalog/sign_in_store.h"
#include "common/ui/banner.h"
#include "studio/app.h"
#include "studio/sign_in/forget_person.h"
#include "studio/sign_in/passphrase_dialog.h"
#include "studio/sign_in/security_dialog.h"

#include <QApplication>
#include <utility>

namespace mockingbird::studio {

namespace {

constexpr int kAgainMs = 20;

} // namespace

SigningIn::SigningIn(App& app, Dialogs& dialogs, QWidget& window, ui::Banner& warning)
    : QObject(&window), m_app(app), m_dialogs(dialogs), m_window(window), m_warning(warning), m_idle(this) {
    m_again.setInterval(kAgainMs);
    m_warning.setDismissable(false);
    connect(&m_again, &QTimer::timeout, this, &SigningIn::leave);
    connect(&m_idle, &IdleClock::warned, this, &SigningIn::warn);
    connect(&m_idle, &IdleClock::touched, this, [this] { m_warning.dismiss(); });
    connect(&m_idle, &IdleClock::expired, this,
            [this] { signOut(tr("You were signed out because nobody was there for a while.")); });
    connect(&m_app, &App::signInLost, this, [this] {
        signOut(tr("You were signed out: signing in was turned on or off, or your passphrase was reset."));
    });
}

void SigningIn::signOut(const QString& reason) {
    m_reason = reason;
    m_wanted = true;
    leave();
}

void SigningIn::leave() {
    if (!m_wanted || m_recording) {
        m_again.stop();
        return;
    }
    if (!closeDialogs(m_window)) {
        m_again.start();
        return;
    }
    m_again.stop();
    m_wanted = false;
    m_idle.stop();
    m_warning.dismiss();
    emit leaving();
    m_app.signOut();
    forgetPerson();
    refresh();
}

void SigningIn::setRecording(bool recording) {
    m_recording = recording;
    m_idle.setHeld(recording);
    if (!recording && m_wanted)
        m_again.start(); // not from within what ends the recording
}

void SigningIn::refresh() {
    if (m_app.isSignedIn())
        m_idle.start(std::chrono::minutes(m_app.idleMinutes()));
    else
        m_idle.stop();
}

void SigningIn::warn(int secondsLeft) {
    m_warning.showMessage(ui::Tone::Warning,
                          tr("Nobody seems to be there. You are signed out in %n second(s); move the mouse "
                             "or press a key to stay.",
                             nullptr, secondsLeft),
                          tr("Stay signed in"), [this] { m_idle.touch(); });
}

void SigningIn::openSecurity(const QString& recoveryCode) {
    auto* dialog = new SecurityDialog(m_app, m_dialogs, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SecurityDialog::settingsChanged, this, [this] {
        refresh();
        emit settingsChanged();
    });
    if (!recoveryCode.isEmpty())
        dialog->showRecoveryCode(recoveryCode);
    dialog->open();
}

void SigningIn::openPassphrase() {
    auto* dialog = new PassphraseDialog(*m_app.catalog(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PassphraseDialog::changed, &m_warning,
            [this] { m_warning.showMessage(ui::Tone::Success, tr("Your passphrase is changed.")); });
    dialog->open();
}

QString SigningIn::takeReason() {
    return std::exchange(m_reason, {});
}

} // namespace mockingbird::studio
