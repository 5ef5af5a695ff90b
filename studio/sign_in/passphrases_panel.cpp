// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sign_in/passphrases_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/sign_in/new_passphrase_panel.h"
#include "studio/sign_in/turn_on_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

QString stateText(catalog::PassphraseState state) {
    switch (state) {
    case catalog::PassphraseState::None:
        return QObject::tr("no passphrase yet");
    case catalog::PassphraseState::CodeGiven:
        return QObject::tr("has a code");
    case catalog::PassphraseState::Set:
        return QObject::tr("has a passphrase");
    }
    return {};
}

} // namespace

PassphrasesPanel::PassphrasesPanel(QWidget* parent)
    : QWidget(parent), m_search(new QLineEdit), m_list(new QListWidget),
      m_give(ui::button(tr("Give a code"))), m_idle(idleField(this)),
      m_own(secretField(tr("Your own passphrase"), QStringLiteral("ownPassphrase"), this)),
      m_recovery(ui::button(tr("New recovery code"))), m_turnOff(ui::button(tr("Turn signing in off"))) {
    m_search->setPlaceholderText(tr("Search people"));
    m_search->setAccessibleName(tr("Search people"));
    m_search->setObjectName(QStringLiteral("searchPassphrases"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("passphrases"));
    m_list->setAccessibleName(tr("People and their passphrases"));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(ui::px(110));
    m_give->setObjectName(QStringLiteral("giveCode"));
    m_recovery->setObjectName(QStringLiteral("newRecoveryCode"));
    m_turnOff->setObjectName(QStringLiteral("turnOff"));
    for (QPushButton* each : {m_give, m_recovery, m_turnOff})
        each->setAutoDefault(false);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    auto* idle = new QHBoxLayout;
    auto* away = ui::label(tr("Sign out who has been away for"), ui::TextStyle::Body);
    away->setBuddy(m_idle);
    idle->addWidget(away, 1);
    idle->addWidget(m_idle);
    column->addLayout(idle);
    column->addWidget(
        ui::mutedLabel(tr("Who is new, or has forgotten theirs, gets a code from you and chooses a "
                          "passphrase with it. That you gave one is in the catalog's log."),
                       ui::TextStyle::Small));
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_give, 0, Qt::AlignLeft);
    column->addSpacing(ui::px(ui::kMedium));
    auto* above = ui::label(tr("&Your own passphrase, for what follows"), ui::TextStyle::Small);
    above->setTextFormat(Qt::AutoText);
    above->setBuddy(m_own);
    column->addWidget(above);
    column->addWidget(m_own);
    auto* row = new QHBoxLayout;
    row->addWidget(m_recovery);
    row->addWidget(m_turnOff);
    row->addStretch();
    column->addLayout(row);

    connect(m_search, &QLineEdit::textChanged, this, &PassphrasesPanel::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, &PassphrasesPanel::showChosen);
    connect(m_give, &QPushButton::clicked, this, [this] {
        if (const auto person = chosen())
            emit codeRequested(person->id, person->state == catalog::PassphraseState::Set);
    });
    connect(m_idle, &QSpinBox::editingFinished, this, [this] { emit idleChosen(m_idle->value()); });
    connect(m_recovery, &QPushButton::clicked, this, &PassphrasesPanel::recoveryCodeRequested);
    connect(m_turnOff, &QPushButton::clicked, this, &PassphrasesPanel::turnOffRequested);
}

void PassphrasesPanel::showPeople(const std::vector<catalog::SignInEntry>& people,
                                  catalog::PersonId coordinator) {
    m_people = people;
    m_coordinator = coordinator;
    fill();
}

void PassphrasesPanel::fill() {
    const auto before = chosen();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const catalog::SignInEntry& person : m_people) {
        const QString name = ui::toQString(person.name);
        if (person.id == m_coordinator || !name.contains(m_search->text().trimmed(), Qt::CaseInsensitive))
            continue;
        auto* item = new QListWidgetItem(tr("%1 - %2").arg(name, stateText(person.state)), m_list);
        item->setData(Qt::UserRole, ui::toQString(person.id.toString()));
        if (before && before->id == person.id)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0 && m_list->count() > 0)
        m_list->setCurrentRow(0);
    showChosen();
}

std::optional<catalog::SignInEntry> PassphrasesPanel::chosen() const {
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr)
        return std::nullopt;
    const QString id = item->data(Qt::UserRole).toString();
    const auto found = std::ranges::find_if(m_people, [&id](const catalog::SignInEntry& person) {
        return ui::toQString(person.id.toString()) == id;
    });
    return found == m_people.end() ? std::nullopt : std::optional(*found);
}

void PassphrasesPanel::showChosen() {
    const auto person = chosen();
    m_give->setEnabled(person.has_value());
    m_give->setText(person && person->state == catalog::PassphraseState::Set
                        ? tr("Reset the passphrase and give a code")
                    : person && person->state == catalog::PassphraseState::CodeGiven ? tr("Give another code")
                                                                                     : tr("Give a code"));
}

void PassphrasesPanel::setIdleMinutes(int minutes) {
    const QSignalBlocker quiet(m_idle);
    if (!m_idle->hasFocus())
        m_idle->setValue(minutes);
}

std::string PassphrasesPanel::ownPassphrase() const {
    return m_own->text().normalized(QString::NormalizationForm_C).toStdString();
}

void PassphrasesPanel::clearOwn() {
    m_own->clear();
}

void PassphrasesPanel::setBusy(bool busy) {
    for (QWidget* each : std::initializer_list<QWidget*>{m_recovery, m_turnOff, m_own})
        each->setEnabled(!busy);
}

} // namespace mockingbird::studio
