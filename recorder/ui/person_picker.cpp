// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/person_picker.h"

#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>

namespace mockingbird::recorder {

PersonPicker::PersonPicker(const QString& label, QWidget* parent)
    : QWidget(parent), m_field(new QComboBox), m_add(ui::button(tr("Add"), "plus")) {
    m_field->setObjectName(QStringLiteral("personName"));
    m_field->setEditable(true);
    setFocusProxy(m_field);
    m_field->setInsertPolicy(QComboBox::NoInsert);
    m_field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_field->setMinimumContentsLength(12);
    m_field->setAccessibleName(label);
    m_field->lineEdit()->setAccessibleName(label);
    m_field->lineEdit()->setPlaceholderText(label);
    m_field->lineEdit()->setMaxLength(200);
    m_field->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_field->completer()->setFilterMode(Qt::MatchContains);
    m_add->setObjectName(QStringLiteral("addPerson"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kSmall));
    row->addWidget(m_field, 1);
    row->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, &PersonPicker::add);
    connect(m_field->lineEdit(), &QLineEdit::returnPressed, this, &PersonPicker::add);
    connect(m_field, &QComboBox::editTextChanged, this, &PersonPicker::showAction);
    showAction();
}

void PersonPicker::setPeople(const std::vector<catalog::Person>& people) {
    m_people = people;
    const QString typed = text();
    {
        const QSignalBlocker quiet(m_field);
        m_field->clear();
        for (const catalog::Person& person : people)
            m_field->addItem(ui::toQString(person.name));
        m_field->setCurrentIndex(-1);
        m_field->setEditText(typed);
    }
    showAction();
}

void PersonPicker::setText(const QString& text) {
    m_field->setEditText(text);
}

QString PersonPicker::text() const {
    return m_field->currentText().simplified();
}

void PersonPicker::add() {
    const QString name = text();
    if (name.isEmpty())
        return;
    const auto known = std::find_if(m_people.begin(), m_people.end(), [&](const catalog::Person& person) {
        return ui::toQString(person.name).compare(name, Qt::CaseInsensitive) == 0;
    });
    m_field->setCurrentIndex(-1);
    m_field->clearEditText();
    if (known != m_people.end())
        emit picked(catalog::PersonId(known->id)); // a copy: a slot may set other people
    else
        emit named(name);
}

void PersonPicker::showAction() {
    m_add->setEnabled(!text().isEmpty());
}

} // namespace mockingbird::recorder
