// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sign_in/security_dialog.h"

#include "common/catalog/sign_in_store.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/app.h"
#include "studio/dialogs.h"
#include "studio/sign_in/code_view.h"
#include "studio/sign_in/passphrases_panel.h"
#include "studio/sign_in/turn_on_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mockingbird::studio {

SecurityDialog::SecurityDialog(App& app, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent), m_app(app), m_dialogs(dialogs), m_banner(new ui::Banner),
      m_state(ui::label({}, ui::TextStyle::Heading)), m_stack(new QStackedWidget), m_off(new TurnOnPanel),
      m_on(new PassphrasesPanel), m_code(new CodeView), m_close(ui::button(tr("Close"))) {
    setWindowTitle(tr("Signing in"));
    m_close->setAutoDefault(false);
    m_close->setObjectName(QStringLiteral("closeSecurity"));
    m_stack->addWidget(m_off);
    m_stack->addWidget(m_on);
    auto* inside = new QWidget;
    auto* body = new QVBoxLayout(inside);
    body->setContentsMargins(0, 0, ui::px(ui::kSmall), 0);
    body->setSpacing(ui::px(ui::kMedium));
    body->addWidget(m_code);
    body->addWidget(m_stack, 1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(ui::px(ui::kLarge), ui::px(ui::kLarge), ui::px(ui::kMedium),
                               ui::px(ui::kLarge));
    column->setSpacing(ui::px(ui::kMedium));
    column->addWidget(m_state);
    column->addWidget(m_banner);
    column->addWidget(scroll, 1);
    column->addWidget(m_close, 0, Qt::AlignRight);
    setMinimumWidth(ui::px(400));
    resize(std::min(ui::px(540), 1100), std::min(ui::px(620), 680));

    connect(m_off, &TurnOnPanel::turnOnRequested, this, &SecurityDialog::turnOn);
    connect(m_off, &TurnOnPanel::trouble, this,
            [this](const QString& why) { m_banner->showMessage(ui::Tone::Warning, why); });
    connect(m_on, &PassphrasesPanel::codeRequested, this, &SecurityDialog::giveCode);
    connect(m_on, &PassphrasesPanel::recoveryCodeRequested, this, &SecurityDialog::makeRecoveryCode);
    connect(m_on, &PassphrasesPanel::turnOffRequested, this, &SecurityDialog::turnOff);
    connect(m_on, &PassphrasesPanel::idleChosen, this, [this](int minutes) {
        if (const auto set = m_app.catalog()->signIn().setIdleMinutes(minutes); !set)
            m_banner->showError(set.error());
        else
            emit settingsChanged();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    refresh();
}

SecurityDialog::~SecurityDialog() {
    m_app.setChangingSignIn(false);
}

QString SecurityDialog::shownCode() const {
    return m_code->code();
}

void SecurityDialog::refresh() {
    const auto settings = m_app.catalog()->signIn().settings();
    const bool on = settings.valueOr({}).on;
    m_state->setText(on ? tr("People sign in to this catalog") : tr("Nobody has to sign in"));
    m_stack->setCurrentWidget(on ? static_cast<QWidget*>(m_on) : m_off);
    if (!on)
        return;
    m_on->setIdleMinutes(settings->idleMinutes);
    const auto people = m_app.catalog()->signIn().everybody();
    if (people)
        m_on->showPeople(*people, m_app.catalog()->actor());
    else
        m_banner->showError(people.error());
}

void SecurityDialog::run(SignInJob::Work work, SignInJob::Then then) {
    if (m_job.isBusy())
        return;
    m_banner->showMessage(ui::Tone::Neutral, tr("One moment ..."));
    m_off->setBusy(true);
    m_on->setBusy(true);
    m_app.setChangingSignIn(true);
    m_job.start(m_app.catalog()->folder(), m_app.catalog()->actor(), std::move(work),
                [this, then = std::move(then)](const Result<SignInJob::Answer>& answer) {
                    m_app.setChangingSignIn(false);
                    m_off->setBusy(false);
                    m_on->setBusy(false);
                    m_on->clearOwn();
                    m_banner->dismiss();
                    if (!answer) {
                        m_banner->showError(answer.error());
                        return;
                    }
                    m_off->clear();
                    m_code->clear();
                    then(answer);
                    refresh();
                });
}

void SecurityDialog::turnOn() {
    run(
        [passphrase = m_off->passphrase(),
         minutes = m_off->idleMinutes()](catalog::SignInStore& store) -> Result<SignInJob::Answer> {
            return SignInJob::Answer{{}, TRY(store.turnOn(passphrase, minutes))};
        },
        [this](const Result<SignInJob::Answer>& answer) {
            showRecoveryCode(ui::toQString(answer->code));
            emit settingsChanged();
        });
}

void SecurityDialog::showRecoveryCode(const QString& code) {
    m_code->showCode(
        tr("Your recovery code. Write it down now and lock it away:"), code,
        tr("Should you forget your passphrase, this code alone lets you in again. It is not shown a "
           "second time, and serves once."));
    refresh();
}

void SecurityDialog::makeRecoveryCode() {
    run(
        [passphrase = m_on->ownPassphrase()](catalog::SignInStore& store) -> Result<SignInJob::Answer> {
            return SignInJob::Answer{{}, TRY(store.newRecoveryCode(passphrase))};
        },
        [this](const Result<SignInJob::Answer>& answer) { showRecoveryCode(ui::toQString(answer->code)); });
}

void SecurityDialog::turnOff() {
    run(
        [passphrase = m_on->ownPassphrase()](catalog::SignInStore& store) -> Result<SignInJob::Answer> {
            TRY(store.turnOff(passphrase));
            return SignInJob::Answer{};
        },
        [this](const Result<SignInJob::Answer>&) {
            m_banner->showMessage(ui::Tone::Success,
                                  tr("Nobody has to sign in any more. Passphrases are kept for "
                                     "when you turn it on again."));
            emit settingsChanged();
        });
}

void SecurityDialog::giveCode(catalog::PersonId person, bool hadOne) {
    const auto who = m_app.catalog()->people().byId(person);
    if (!who) {
        m_banner->showError(who.error());
        return;
    }
    const QString name = ui::toQString(who->name);
    if (hadOne &&
        !m_dialogs.confirm(this, tr("Reset the passphrase of %1?").arg(name),
                           tr("The one they have doesn't hold any more. They choose another with the "
                              "code you give them. It stands in the log that you did this."),
                           tr("Reset it"), tr("Leave it")))
        return;
    m_banner->dismiss();
    const auto code = m_app.catalog()->signIn().giveCode(person);
    if (!code) {
        m_banner->showError(code.error());
        return;
    }
    m_code->showCode(tr("The code for %1:").arg(name), ui::toQString(*code),
                     tr("Hand it to them yourself. It serves once, within 14 days."));
    refresh();
}

} // namespace mockingbird::studio
