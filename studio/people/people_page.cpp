// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people/people_page.h"

#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/people/pair_panel.h"
#include "studio/people/person_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {

QString rolesText(const catalog::Person& person) {
    QStringList roles;
    for (const catalog::Role role : person.roles)
        roles << ui::toQString(std::string(catalog::name(role)));
    return roles.isEmpty() ? QObject::tr("no role yet") : roles.join(QStringLiteral(", "));
}

} // namespace

PeoplePage::PeoplePage(catalog::Catalog& catalog, QWidget* parent)
    : ui::Page(parent), m_catalog(catalog), m_banner(new ui::Banner), m_tabs(new QTabWidget),
      m_add(ui::primaryButton(tr("Add a person"), "plus")), m_list(new QListWidget),
      m_person(new PersonPanel), m_pairs(new PairPanel(catalog)) {
    m_add->setObjectName(QStringLiteral("addPerson"));
    m_list->setAccessibleName(tr("People"));
    m_list->setObjectName(QStringLiteral("people"));
    auto* people = new QWidget;
    auto* row = new QHBoxLayout(people);
    row->setContentsMargins(0, ui::px(ui::kMedium), 0, 0);
    row->setSpacing(ui::px(ui::kLarge));
    row->addWidget(m_list, 2);
    auto* right = new QVBoxLayout;
    right->addWidget(m_person);
    right->addStretch();
    row->addLayout(right, 3);
    m_tabs->addTab(people, tr("People"));
    m_tabs->addTab(m_pairs, tr("Cohorts and pairs"));
    m_tabs->setDocumentMode(true);

    auto* head = new QHBoxLayout;
    head->addWidget(ui::label(tr("People"), ui::TextStyle::Title), 1);
    head->addWidget(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(ui::px(ui::kPageMargin), ui::px(ui::kPageMargin), ui::px(ui::kPageMargin),
                               ui::px(ui::kLarge));
    column->setSpacing(ui::px(ui::kMedium));
    column->addLayout(head);
    column->addWidget(m_banner);
    column->addWidget(m_tabs, 1);

    connect(m_add, &QPushButton::clicked, this, &PeoplePage::add);
    connect(m_list, &QListWidget::currentRowChanged, this, &PeoplePage::showRow);
    connect(m_person, &PersonPanel::edited, this, &PeoplePage::change);
    connect(m_pairs, &PairPanel::failed, m_banner, &ui::Banner::showError);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) { m_add->setVisible(tab == 0); });
}

void PeoplePage::refresh() {
    const auto people = m_catalog.people().all();
    if (!people) {
        m_banner->showError(people.error());
        return;
    }
    m_people = *people;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const catalog::Person& person : m_people)
            m_list->addItem(tr("%1\n%2").arg(ui::toQString(person.name), rolesText(person)));
    }
    select(m_shown.isNull() && !m_people.empty() ? m_people.front().id : m_shown);
    m_pairs->refresh();
}

void PeoplePage::select(catalog::PersonId wanted) {
    for (std::size_t row = 0; row < m_people.size(); ++row) {
        if (m_people[row].id == wanted) {
            m_list->setCurrentRow(static_cast<int>(row));
            showRow(static_cast<int>(row));
        }
    }
}

void PeoplePage::showRow(int row) {
    if (row < 0)
        return;
    m_shown = m_people[static_cast<std::size_t>(row)].id;
    m_person->showPerson(m_people[static_cast<std::size_t>(row)]);
}

void PeoplePage::add() {
    const auto added = m_catalog.people().add(tr("New person").toStdString(), {catalog::Role::Mentee});
    if (!added) {
        m_banner->showError(added.error());
        return;
    }
    m_shown = added->id;
    refresh();
    m_person->editName();
}

void PeoplePage::change(const catalog::Person& person) {
    if (const auto changed = m_catalog.people().change(person); !changed) {
        m_banner->showError(changed.error());
        return;
    }
    refresh();
}

} // namespace mockingbird::studio
