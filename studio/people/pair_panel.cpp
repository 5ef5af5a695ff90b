// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people/pair_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::Role;

QString nameOf(const std::vector<catalog::Person>& people, catalog::PersonId id) {
    const auto found =
        std::find_if(people.begin(), people.end(), [&](const auto& one) { return one.id == id; });
    return found == people.end() ? QStringLiteral("–") : ui::toQString(found->name);
}

void fillPeople(QComboBox* box, const std::vector<catalog::Person>& people, Role role,
                const QString& none = {}) {
    const QVariant chosen = box->currentData();
    box->clear();
    if (!none.isEmpty())
        box->addItem(none, QString());
    for (const catalog::Person& person : people) {
        if (person.roles.contains(role))
            box->addItem(ui::toQString(person.name), ui::toQString(person.id.toString()));
    }
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

template <class IdType>
IdType idOf(const QComboBox* box) {
    return IdType::parse(box->currentData().toString().toStdString()).valueOr({});
}

QVBoxLayout* field(const QString& name, QWidget* widget) {
    auto* column = new QVBoxLayout;
    column->setSpacing(ui::px(ui::kTight));
    auto* words = ui::mutedLabel(name, ui::TextStyle::Small);
    words->setBuddy(widget);
    widget->setAccessibleName(name);
    column->addWidget(words);
    column->addWidget(widget);
    return column;
}

} // namespace

PairPanel::PairPanel(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_cohortName(new QLineEdit), m_starts(new QDateEdit),
      m_ends(new QDateEdit), m_cohort(new QComboBox), m_mentee(new QComboBox), m_mentor(new QComboBox),
      m_liaison(new QComboBox), m_add(ui::button(tr("Add pair"), "plus")), m_table(new QTableWidget) {
    m_cohortName->setPlaceholderText(tr("such as 2026 / 27"));
    const QDate today = QDate::currentDate();
    m_starts->setDate(today);
    m_ends->setDate(today.addYears(1));
    for (QDateEdit* date : {m_starts, m_ends}) {
        date->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        date->setButtonSymbols(QAbstractSpinBox::NoButtons);
    }
    auto* addCohortButton = ui::button(tr("Add cohort"), "plus");
    auto* cohort = new ui::Card(tr("A year's cohort"));
    auto* cohortRow = new QHBoxLayout;
    cohortRow->addLayout(field(tr("Name"), m_cohortName), 2);
    cohortRow->addLayout(field(tr("Starts"), m_starts), 1);
    cohortRow->addLayout(field(tr("Ends"), m_ends), 1);
    cohortRow->addWidget(addCohortButton, 0, Qt::AlignBottom);
    cohort->body()->addLayout(cohortRow);

    auto* pair = new ui::Card(tr("A pair, with the liaison who accompanies it"));
    auto* pairRow = new QHBoxLayout;
    pairRow->addLayout(field(tr("Cohort"), m_cohort), 1);
    pairRow->addLayout(field(tr("Mentee"), m_mentee), 1);
    pairRow->addLayout(field(tr("Mentor"), m_mentor), 1);
    pairRow->addLayout(field(tr("Liaison"), m_liaison), 1);
    pairRow->addWidget(m_add, 0, Qt::AlignBottom);
    pair->body()->addLayout(pairRow);

    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Cohort"), tr("Mentee"), tr("Mentor"), tr("Liaison")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(ui::px(40));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(ui::px(160));
    m_table->setAccessibleName(tr("Pairs"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, ui::px(ui::kMedium), 0, 0);
    column->setSpacing(ui::px(ui::kMedium));
    column->addWidget(m_table, 1);
    column->addWidget(pair);
    column->addWidget(cohort);
    connect(addCohortButton, &QPushButton::clicked, this, &PairPanel::addCohort);
    connect(m_cohortName, &QLineEdit::returnPressed, this, &PairPanel::addCohort);
    connect(m_add, &QPushButton::clicked, this, &PairPanel::addPair);
}

void PairPanel::refresh() {
    const auto people = m_catalog.people().all().valueOr({});
    const auto cohorts = m_catalog.people().cohorts().valueOr({});
    const auto pairs = m_catalog.people().pairs().valueOr({});
    const QVariant chosen = m_cohort->currentData();
    m_cohort->clear();
    for (const catalog::Cohort& one : cohorts)
        m_cohort->addItem(ui::toQString(one.name), ui::toQString(one.id.toString()));
    m_cohort->setCurrentIndex(std::max(0, m_cohort->findData(chosen)));
    fillPeople(m_mentee, people, Role::Mentee);
    fillPeople(m_mentor, people, Role::Mentor);
    fillPeople(m_liaison, people, Role::Liaison, tr("Nobody"));
    m_add->setEnabled(m_cohort->count() > 0 && m_mentee->count() > 0 && m_mentor->count() > 0);
    m_add->setToolTip(m_cohort->count() > 0 ? QString() : tr("Add a cohort first."));

    m_table->setRowCount(static_cast<int>(pairs.size()));
    int row = 0;
    for (const catalog::Pair& pair : pairs) {
        const auto cohort = std::find_if(cohorts.begin(), cohorts.end(),
                                         [&](const catalog::Cohort& one) { return one.id == pair.cohort; });
        const QStringList cells{cohort == cohorts.end() ? QString() : ui::toQString(cohort->name),
                                nameOf(people, pair.mentee), nameOf(people, pair.mentor),
                                nameOf(people, pair.liaison)};
        for (int cell = 0; cell < cells.size(); ++cell)
            m_table->setItem(row, cell, new QTableWidgetItem(cells[cell]));
        ++row;
    }
}

void PairPanel::addCohort() {
    const QString name = m_cohortName->text().trimmed();
    if (name.isEmpty()) {
        m_cohortName->setFocus();
        return;
    }
    const auto added =
        m_catalog.people().addCohort(name.toStdString(), m_starts->date().toString(Qt::ISODate).toStdString(),
                                     m_ends->date().toString(Qt::ISODate).toStdString());
    if (!added) {
        emit failed(added.error());
        return;
    }
    m_cohortName->clear();
    refresh();
    m_cohort->setCurrentIndex(m_cohort->findData(ui::toQString(added->id.toString())));
}

void PairPanel::addPair() {
    const auto added =
        m_catalog.people().addPair(idOf<catalog::CohortId>(m_cohort), idOf<catalog::PersonId>(m_mentee),
                                   idOf<catalog::PersonId>(m_mentor), idOf<catalog::PersonId>(m_liaison));
    if (!added) {
        emit failed(added.error());
        return;
    }
    refresh();
}

} // namespace mockingbird::studio
