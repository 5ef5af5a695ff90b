// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/join_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/theme.h"
#include "recorder/ui/person_picker.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace mockingbird::recorder {

JoinPanel::JoinPanel(QWidget* parent)
    : QWidget(parent), m_open(ui::quietButton(tr("Somebody &joins ..."), "people")), m_form(new QWidget),
      m_person(new PersonPicker(tr("Who joins"))), m_observes(new QRadioButton(tr("Observes"))) {
    m_open->setObjectName(QStringLiteral("somebodyJoins"));
    m_open->setCheckable(true);
    m_person->setObjectName(QStringLiteral("joiner"));
    auto* asks = new QRadioButton(tr("Asks"));
    m_observes->setChecked(true);
    auto* seats = new QHBoxLayout;
    seats->addWidget(m_observes);
    seats->addWidget(asks);
    seats->addStretch();
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(ui::px(ui::kSmall));
    form->addLayout(seats);
    form->addWidget(m_person);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(m_open, 0, Qt::AlignLeft);
    column->addWidget(m_form);
    m_form->hide();
    connect(m_open, &QPushButton::toggled, this, [this](bool on) {
        m_form->setVisible(on);
        emit foldedChanged(on);
    });
    connect(m_person, &PersonPicker::picked, this, &JoinPanel::picked);
    connect(m_person, &PersonPicker::named, this, &JoinPanel::named);
}

void JoinPanel::setPeople(const std::vector<catalog::Person>& people) {
    m_person->setPeople(people);
}

void JoinPanel::fold() {
    m_open->setChecked(false);
}

bool JoinPanel::unfolded() const {
    return m_open->isChecked();
}

catalog::Seat JoinPanel::seat() const {
    return m_observes->isChecked() ? catalog::Seat::Observer : catalog::Seat::Panel;
}

} // namespace mockingbird::recorder
