// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sign_in/turn_on_panel.h"

#include "common/catalog/sign_in_store.h"
#include "common/ui/buttons.h"
#include "common/ui/theme.h"
#include "studio/sign_in/new_passphrase_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace mockingbird::studio {

QSpinBox* idleField(QWidget* parent) {
    auto* field = new QSpinBox(parent);
    field->setRange(0, 480);
    field->setSuffix(QObject::tr(" min"));
    field->setSpecialValueText(QObject::tr("never"));
    field->setAccessibleName(QObject::tr("Minutes until somebody who is away is signed out"));
    field->setObjectName(QStringLiteral("idleMinutes"));
    return field;
}

TurnOnPanel::TurnOnPanel(QWidget* parent)
    : QWidget(parent), m_new(new NewPassphrasePanel), m_idle(idleField(this)),
      m_turnOn(ui::primaryButton(tr("Turn signing in on"), "lock")) {
    m_turnOn->setObjectName(QStringLiteral("turnOn"));
    m_turnOn->setAutoDefault(false);
    m_idle->setValue(catalog::SignInSettings{}.idleMinutes);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(
        ui::label(tr("Now, whoever sits at this computer can choose in the rail who they are. When "
                     "people sign in, each gives a passphrase, and finds what is theirs to find."),
                  ui::TextStyle::Body));
    column->addWidget(
        ui::mutedLabel(tr("It doesn't lock the files: who can open the catalog's folder with other "
                          "programs can read all of it."),
                       ui::TextStyle::Small));
    column->addSpacing(ui::px(ui::kSmall));
    column->addWidget(ui::label(tr("Your passphrase, as a coordinator"), ui::TextStyle::Strong));
    column->addWidget(m_new);
    column->addSpacing(ui::px(ui::kSmall));
    auto* idle = new QHBoxLayout;
    auto* words = ui::label(tr("Sign out who has been away for"), ui::TextStyle::Body);
    words->setBuddy(m_idle);
    idle->addWidget(words, 1);
    idle->addWidget(m_idle);
    column->addLayout(idle);
    column->addSpacing(ui::px(ui::kMedium));
    column->addWidget(m_turnOn, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_turnOn, &QPushButton::clicked, this, &TurnOnPanel::submit);
    connect(m_new, &NewPassphrasePanel::entered, this, &TurnOnPanel::submit);
}

std::string TurnOnPanel::passphrase() const {
    return m_new->passphrase();
}

int TurnOnPanel::idleMinutes() const {
    return m_idle->value();
}

void TurnOnPanel::clear() {
    m_new->clear();
}

void TurnOnPanel::setBusy(bool busy) {
    m_turnOn->setEnabled(!busy);
    m_new->setEnabled(!busy);
}

void TurnOnPanel::submit() {
    if (!m_turnOn->isEnabled())
        return;
    if (const QString why = m_new->trouble(); !why.isEmpty()) {
        emit trouble(why);
        m_new->first()->setFocus();
        return;
    }
    emit turnOnRequested();
}

} // namespace mockingbird::studio
