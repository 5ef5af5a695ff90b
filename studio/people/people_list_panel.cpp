// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people/people_list_panel.h"

#include "common/ui/flow_layout.h"
#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

namespace mockingbird::studio {

namespace {

using catalog::Role;

QComboBox* choice(const QString& name, const char* objectName) {
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->setObjectName(QLatin1String(objectName));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    return box;
}

/// Entries of text and what they mean; the first filters nothing. Hidden where there is nothing to choose.
void fill(QComboBox* box, const QString& all, const std::vector<std::pair<QString, QString>>& entries) {
    const QSignalBlocker quiet(box);
    const QVariant chosen = box->currentData();
    box->clear();
    box->addItem(all, QString());
    for (const auto& [text, data] : entries)
        box->addItem(text, data);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
    box->setVisible(entries.size() > 1 || box->currentIndex() > 0);
}

std::vector<std::pair<QString, QString>> named(const std::set<std::string>& names) {
    std::vector<std::pair<QString, QString>> entries;
    for (const std::string& name : names)
        entries.emplace_back(ui::toQString(name), ui::toQString(name));
    return entries;
}

QString roleName(Role role) {
    switch (role) {
    case Role::Mentee:
        return QObject::tr("Mentees");
    case Role::Mentor:
        return QObject::tr("Mentors");
    case Role::Liaison:
        return QObject::tr("Liaisons");
    case Role::Coordinator:
        return QObject::tr("Coordinators");
    }
    return {};
}

} // namespace

PeopleListPanel::PeopleListPanel(QWidget* parent)
    : QWidget(parent), m_model(new PeopleModel(this)), m_search(new QLineEdit),
      m_role(choice(tr("Role"), "roleFilter")), m_branch(choice(tr("Branch"), "branchFilter")),
      m_classification(choice(tr("Classification"), "classificationFilter")),
      m_employment(choice(tr("Employment"), "employmentFilter")),
      m_cohort(choice(tr("Cohort"), "cohortFilter")), m_list(new QListView),
      m_count(ui::mutedLabel({}, ui::TextStyle::Small)) {
    m_search->setPlaceholderText(tr("Name, position or branch"));
    m_search->setAccessibleName(tr("Search people"));
    m_search->setObjectName(QStringLiteral("searchPeople"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(ui::icon("search", &ui::Colors::muted), QLineEdit::LeadingPosition);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("People"));
    m_list->setObjectName(QStringLiteral("people"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* filters = new ui::FlowLayout;
    filters->setContentsMargins(0, 0, 0, 0);
    filters->setSpacing(ui::px(ui::kSmall));
    for (QComboBox* box : {m_role, m_cohort, m_branch, m_classification, m_employment})
        filters->addWidget(box);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(m_search);
    column->addLayout(filters);
    column->addWidget(m_list, 1);
    column->addWidget(m_count);
    connect(m_search, &QLineEdit::textChanged, this, &PeopleListPanel::narrow);
    for (const QComboBox* box : {m_role, m_branch, m_classification, m_employment, m_cohort})
        connect(box, &QComboBox::activated, this, &PeopleListPanel::narrow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PeopleListPanel::takeCurrent);
}

void PeopleListPanel::setPeople(std::vector<PersonEntry> entries,
                                const std::vector<catalog::Cohort>& cohorts) {
    std::set<std::string> branches;
    std::set<std::string> classifications;
    std::set<std::string> employments;
    std::set<Role> roles;
    std::set<catalog::CohortId> used;
    for (const PersonEntry& entry : entries) {
        branches.insert(entry.person.branch);
        classifications.insert(entry.person.classification);
        employments.insert(entry.employment);
        roles.insert(entry.person.roles.begin(), entry.person.roles.end());
        used.insert(entry.cohorts.begin(), entry.cohorts.end());
    }
    for (auto* names : {&branches, &classifications, &employments})
        names->erase("");
    std::vector<std::pair<QString, QString>> ofRoles;
    for (const Role role : roles)
        ofRoles.emplace_back(roleName(role), ui::toQString(std::string(catalog::name(role))));
    std::vector<std::pair<QString, QString>> ofEmployments;
    for (const std::string& one : employments)
        ofEmployments.emplace_back(one == "full-time" ? tr("Full-time") : tr("Part-time"),
                                   ui::toQString(one));
    std::vector<std::pair<QString, QString>> ofCohorts;
    for (const catalog::Cohort& cohort : cohorts)
        if (used.contains(cohort.id))
            ofCohorts.emplace_back(ui::toQString(cohort.name), ui::toQString(cohort.id.toString()));
    fill(m_role, tr("All roles"), ofRoles);
    fill(m_branch, tr("All branches"), named(branches));
    fill(m_classification, tr("All positions"), named(classifications));
    fill(m_employment, tr("Any employment"), ofEmployments);
    fill(m_cohort, tr("All cohorts"), ofCohorts);
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_model->setEntries(std::move(entries));
    }
    narrow();
}

void PeopleListPanel::narrow() {
    PeopleFilter filter;
    filter.words = m_search->text().toStdString();
    if (const auto role = catalog::parseRole(m_role->currentData().toString().toStdString()))
        filter.role = *role;
    filter.branch = m_branch->currentData().toString().toStdString();
    filter.classification = m_classification->currentData().toString().toStdString();
    filter.employment = m_employment->currentData().toString().toStdString();
    if (const auto cohort = catalog::CohortId::parse(m_cohort->currentData().toString().toStdString()))
        filter.cohort = *cohort;
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_model->setFilter(filter);
    }
    restoreChoice();
    showCount();
}

void PeopleListPanel::showCount() {
    const int shown = m_model->rowCount();
    const auto all = static_cast<int>(m_model->entries().size());
    m_count->setText(shown == 1 && all == 1 ? tr("1 person")
                     : shown == all         ? tr("%1 people").arg(all)
                     : shown == 0
                         ? tr("Nobody of %1 people fits. Clear the search or choose other filters.").arg(all)
                         : tr("%1 of %2 people").arg(shown).arg(all));
}

void PeopleListPanel::restoreChoice() {
    int row = m_model->find(m_chosen);
    if (row < 0 && m_model->rowCount() > 0)
        row = 0;
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->setCurrentIndex(m_model->index(row));
    }
    m_list->viewport()->update();
    takeCurrent();
}

void PeopleListPanel::takeCurrent() {
    const QModelIndex current = m_list->currentIndex();
    m_chosen = current.isValid() ? m_model->person(current.row()).id : catalog::PersonId{};
    emit personChosen(m_chosen);
}

void PeopleListPanel::choose(catalog::PersonId person) {
    m_chosen = person;
    if (m_model->find(person) < 0) {
        const QSignalBlocker quiet(m_search);
        m_search->clear();
        for (QComboBox* box : {m_role, m_branch, m_classification, m_employment, m_cohort})
            box->setCurrentIndex(0);
        m_chosen = person;
    }
    narrow();
    m_list->scrollTo(m_list->currentIndex());
}

void PeopleListPanel::focusSearch() {
    m_search->setFocus();
    m_search->selectAll();
}

} // namespace mockingbird::studio
