// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/setup_panel.h"

#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::recorder {

namespace {

using catalog::Person;
using catalog::Role;
using catalog::SessionMode;

template <class IdType>
IdType chosenId(const QComboBox* box) {
    const auto id = IdType::parse(box->currentData().toString().toStdString());
    return id ? *id : IdType{};
}

template <class IdType>
void choose(QComboBox* box, IdType id) {
    const int index = box->findData(ui::toQString(id.toString()));
    if (index >= 0)
        box->setCurrentIndex(index);
}

} // namespace

SetupPanel::SetupPanel(QWidget* parent)
    : QWidget(parent), m_mentee(new QComboBox), m_kit(new QComboBox), m_mode(new QButtonGroup(this)),
      m_morePanel(ui::quietButton(tr("Who asks? (optional)"))), m_panel(new QListWidget) {
    m_mentee->setObjectName(QStringLiteral("mentee"));
    m_mentee->setAccessibleName(tr("Who is interviewed"));
    m_kit->setObjectName(QStringLiteral("kit"));
    m_kit->setAccessibleName(tr("Kit"));
    m_panel->setAccessibleName(tr("Who asks"));
    m_panel->setMaximumHeight(ui::px(150));
    m_panel->hide();
    m_morePanel->setCheckable(true);
    for (QComboBox* box : {m_mentee, m_kit}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }

    auto* modes = new QHBoxLayout;
    modes->setSpacing(ui::px(ui::kSmall));
    const auto addMode = [&](const QString& text, const QString& tip, SessionMode mode) {
        auto* radio = new QRadioButton(text);
        radio->setToolTip(tip);
        m_mode->addButton(radio, static_cast<int>(mode));
        modes->addWidget(radio);
    };
    addMode(tr("In &person"), tr("Together in one room: cameras and microphones"), SessionMode::InPerson);
    addMode(tr("&Virtual"),
            tr("Over a call: the screen or its window, the system's sound and your microphone"),
            SessionMode::Virtual);
    addMode(tr("So&lo"), tr("Alone: your own camera and microphone"), SessionMode::Solo);
    modes->addStretch();
    m_mode->button(static_cast<int>(SessionMode::InPerson))->setChecked(true);

    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setHorizontalSpacing(ui::px(ui::kLarge));
    form->setVerticalSpacing(ui::px(ui::kMedium));
    form->addRow(tr("&Who"), m_mentee);
    form->addRow(tr("&Kit"), m_kit);
    form->addRow(tr("How"), modes);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addWidget(m_morePanel, 0, Qt::AlignLeft);
    column->addWidget(m_panel);

    connect(m_mentee, &QComboBox::currentIndexChanged, this, &SetupPanel::changed);
    connect(m_kit, &QComboBox::currentIndexChanged, this, &SetupPanel::changed);
    connect(m_mode, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            emit modeChanged(static_cast<SessionMode>(id));
    });
    connect(m_morePanel, &QPushButton::toggled, m_panel, &QWidget::setVisible);
}

void SetupPanel::refresh(catalog::Catalog& catalog) {
    const RecordChoice before = choice();
    const auto people = catalog.people().all().valueOr({});
    const auto kits = catalog.kits().all().valueOr({});
    {
        const QSignalBlocker quietMentee(m_mentee);
        const QSignalBlocker quietKit(m_kit);
        m_mentee->clear();
        m_kit->clear();
        m_panel->clear();
        const bool anyMentee = std::any_of(
            people.begin(), people.end(), [](const Person& one) { return one.roles.contains(Role::Mentee); });
        for (const Person& person : people) {
            if (person.roles.contains(Role::Mentee) || !anyMentee)
                m_mentee->addItem(ui::toQString(person.name), ui::toQString(person.id.toString()));
            auto* item = new QListWidgetItem(ui::toQString(person.name), m_panel);
            item->setData(Qt::UserRole, ui::toQString(person.id.toString()));
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            const bool asks =
                std::find(before.panel.begin(), before.panel.end(), person.id) != before.panel.end();
            item->setCheckState(asks ? Qt::Checked : Qt::Unchecked);
        }
        for (const catalog::Kit& kit : kits)
            m_kit->addItem(ui::toQString(kit.name), ui::toQString(kit.id.toString()));
        choose(m_mentee, before.mentee.isNull() ? catalog.actor() : before.mentee);
        choose(m_kit, before.kit);
    }
    m_morePanel->setVisible(people.size() > 1);
    const RecordChoice after = choice();
    if (after.mentee != before.mentee || after.kit != before.kit)
        emit changed();
}

void SetupPanel::setChoice(const RecordChoice& wanted) {
    choose(m_mentee, wanted.mentee);
    choose(m_kit, wanted.kit);
    m_mode->button(static_cast<int>(wanted.mode))->setChecked(true);
}

void SetupPanel::setKit(catalog::KitId kit) {
    choose(m_kit, kit);
}

RecordChoice SetupPanel::choice() const {
    RecordChoice chosen;
    chosen.mentee = chosenId<catalog::PersonId>(m_mentee);
    chosen.kit = chosenId<catalog::KitId>(m_kit);
    chosen.mode = static_cast<SessionMode>(m_mode->checkedId());
    for (int row = 0; row < m_panel->count(); ++row) {
        const QListWidgetItem* item = m_panel->item(row);
        const auto id = catalog::PersonId::parse(item->data(Qt::UserRole).toString().toStdString());
        if (item->checkState() == Qt::Checked && id)
            chosen.panel.push_back(*id);
    }
    return chosen;
}

} // namespace mockingbird::recorder
