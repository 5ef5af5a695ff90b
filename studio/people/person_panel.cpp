// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people/person_panel.h"

#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {

using catalog::Role;

constexpr int kMostExtraTime = 200;
constexpr int kExtraTimeStep = 5;

QString roleText(Role role) {
    switch (role) {
    case Role::Mentee:
        return QObject::tr("Mentee");
    case Role::Mentor:
        return QObject::tr("Mentor");
    case Role::Liaison:
        return QObject::tr("Liaison");
    case Role::Coordinator:
        return QObject::tr("Coordinator");
    }
    return {};
}

} // namespace

PersonPanel::PersonPanel(QWidget* parent)
    : ui::Card({}, parent), m_name(new QLineEdit), m_classification(new QLineEdit), m_branch(new QLineEdit),
      m_extraTime(new QSpinBox), m_largerText(new QCheckBox(tr("Larger text of the questions"))),
      m_note(ui::mutedLabel(tr("There is no Save button: what you type is kept."), ui::TextStyle::Small)) {
    m_name->setObjectName(QStringLiteral("personName"));
    m_name->setAccessibleName(tr("Name"));
    m_classification->setAccessibleName(tr("Classification"));
    m_classification->setPlaceholderText(tr("such as Library Assistant"));
    m_branch->setAccessibleName(tr("Branch"));
    auto* boxes = new QGridLayout;
    boxes->setHorizontalSpacing(ui::px(ui::kLarge));
    boxes->setVerticalSpacing(0);
    boxes->setColumnStretch(1, 1);
    for (const Role role : {Role::Mentee, Role::Mentor, Role::Liaison, Role::Coordinator}) {
        auto* box = new QCheckBox(roleText(role));
        box->setObjectName(ui::toQString(std::string(catalog::name(role))));
        m_roles.emplace(role, box);
        const int place = boxes->count();
        boxes->addWidget(box, place / 2, place % 2, Qt::AlignLeft);
        connect(box, &QCheckBox::toggled, this, &PersonPanel::give);
    }
    auto* roles = new QVBoxLayout;
    roles->setSpacing(ui::px(ui::kTight));
    roles->addLayout(boxes);
    auto* about =
        ui::mutedLabel(tr("Mentees record interviews, mentors review them, liaisons accompany pairs for a "
                          "year, coordinators set people, pairs and cohorts up."),
                       ui::TextStyle::Small);
    about->setWordWrap(true);
    roles->addWidget(about);
    m_extraTime->setObjectName(QStringLiteral("extraTime"));
    m_extraTime->setAccessibleName(tr("Extra time in per cent"));
    m_extraTime->setRange(0, kMostExtraTime);
    m_extraTime->setSingleStep(kExtraTimeStep);
    m_extraTime->setSuffix(tr(" % extra time"));
    m_extraTime->setSpecialValueText(tr("No extra time"));
    m_extraTime->setToolTip(tr("For reading, answering and the whole interview"));
    m_extraTime->setMinimumWidth(ui::px(170));
    m_largerText->setObjectName(QStringLiteral("largerText"));
    auto* accommodations = new QVBoxLayout;
    accommodations->setSpacing(ui::px(ui::kTight));
    accommodations->addWidget(m_extraTime, 0, Qt::AlignLeft);
    accommodations->addWidget(m_largerText);
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setHorizontalSpacing(ui::px(ui::kLarge));
    form->setVerticalSpacing(ui::px(ui::kMedium));
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("Roles"), roles);
    form->addRow(tr("&Classification"), m_classification);
    form->addRow(tr("&Branch"), m_branch);
    form->addRow(tr("When recorded"), accommodations);
    body()->addLayout(form);
    body()->addWidget(m_note);
    body()->addStretch();
    for (QLineEdit* field : {m_name, m_classification, m_branch})
        connect(field, &QLineEdit::editingFinished, this, &PersonPanel::give);
    connect(m_extraTime, &QSpinBox::editingFinished, this, &PersonPanel::give);
    connect(m_largerText, &QCheckBox::toggled, this, &PersonPanel::give);
}

void PersonPanel::showPerson(const catalog::Person& person) {
    m_person = person;
    // A field that is being typed in keeps what is there: the catalog's news must not take the cursor.
    if (!m_name->hasFocus() || !m_name->isModified())
        m_name->setText(ui::toQString(person.name));
    if (!m_classification->hasFocus() || !m_classification->isModified())
        m_classification->setText(ui::toQString(person.classification));
    if (!m_branch->hasFocus() || !m_branch->isModified())
        m_branch->setText(ui::toQString(person.branch));
    if (!m_extraTime->hasFocus())
        m_extraTime->setValue(person.accommodations.extraTimePercent);
    {
        const QSignalBlocker quiet(m_largerText);
        m_largerText->setChecked(person.accommodations.largerText);
    }
    for (const auto& [role, box] : m_roles) {
        const QSignalBlocker quiet(box);
        box->setChecked(person.roles.contains(role));
    }
}

void PersonPanel::editName() {
    m_name->setFocus();
    m_name->selectAll();
}

void PersonPanel::give() {
    catalog::Person changed = m_person;
    const std::string name = m_name->text().trimmed().toStdString();
    if (!name.empty())
        changed.name = name;
    changed.classification = m_classification->text().trimmed().toStdString();
    changed.branch = m_branch->text().trimmed().toStdString();
    changed.roles.clear();
    for (const auto& [role, box] : m_roles) {
        if (box->isChecked())
            changed.roles.insert(role);
    }
    changed.accommodations = {m_extraTime->value(), m_largerText->isChecked()};
    const bool same = changed.name == m_person.name && changed.roles == m_person.roles &&
                      changed.classification == m_person.classification &&
                      changed.branch == m_person.branch && changed.accommodations == m_person.accommodations;
    if (!same && !m_person.id.isNull())
        emit edited(changed);
}

} // namespace mockingbird::studio
