// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/prep_page.h"

#include "common/catalog/people_store.h"
#include "common/ui/banner.h"
#include "common/ui/theme.h"
#include "studio/kits/kits_panel.h"
#include "studio/materials/materials_panel.h"
#include "studio/materials/reader_panel.h"
#include "studio/prep/mentees_panel.h"
#include "studio/prep/preparation_panel.h"

#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

PrepPage::PrepPage(catalog::Catalog& catalog, Dialogs& dialogs, QWidget* parent)
    : ui::Page(parent), m_catalog(catalog), m_banner(new ui::Banner), m_tabs(new QTabWidget(this)),
      m_preparation(new PreparationPanel(catalog)), m_mentees(new MenteesPanel(catalog)),
      m_kits(new KitsPanel(catalog, new ReaderPanel(catalog))),
      m_materials(new MaterialsPanel(catalog, dialogs)) {
    m_tabs->setObjectName(QStringLiteral("prepareTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_preparation, tr("My preparation"));
    m_tabs->addTab(m_kits, tr("Kits"));
    m_tabs->addTab(m_materials, tr("Materials"));
    m_tabs->addTab(m_mentees, tr("Mentees"));

    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(ui::px(ui::kPageMargin), ui::px(ui::kLarge), ui::px(ui::kPageMargin),
                             ui::px(ui::kLarge));
    page->setSpacing(ui::px(ui::kSmall));
    page->addWidget(m_banner);
    page->addWidget(m_tabs, 1);

    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        leaveShown();
        refreshShown();
    });
    connect(m_preparation, &PreparationPanel::failed, m_banner, &ui::Banner::showError);
    connect(m_preparation, &PreparationPanel::recordRequested, this, &PrepPage::recordRequested);
    connect(m_preparation, &PreparationPanel::practiceRequested, this, &PrepPage::practiceRequested);
    connect(m_preparation, &PreparationPanel::calendarRequested, this, &PrepPage::calendarRequested);
    connect(m_preparation, &PreparationPanel::materialRequested, this,
            [this](catalog::MaterialId material) { showMaterial(material); });
    connect(m_mentees, &MenteesPanel::failed, m_banner, &ui::Banner::showError);
    connect(m_mentees, &MenteesPanel::calendarRequested, this, &PrepPage::calendarRequested);
    connect(m_kits, &KitsPanel::recordRequested, this, &PrepPage::recordRequested);
}

void PrepPage::refresh() {
    const auto person = m_catalog.people().byId(m_catalog.actor());
    const bool mentee = person.ok() && person->roles.contains(catalog::Role::Mentee);
    const bool accompanies =
        person.ok() && std::any_of(person->roles.begin(), person->roles.end(),
                                   [](catalog::Role role) { return role != catalog::Role::Mentee; });
    {
        const QSignalBlocker once(m_tabs); // a tab that goes shows another, which is read below
        const QWidget* shown = m_tabs->currentWidget();
        if ((shown == m_preparation && !mentee) || (shown == m_mentees && !accompanies))
            m_tabs->setCurrentWidget(m_kits);
        m_tabs->setTabVisible(m_tabs->indexOf(m_preparation), mentee);
        m_tabs->setTabVisible(m_tabs->indexOf(m_mentees), accompanies);
    }
    refreshShown();
}

void PrepPage::refreshShown() {
    if (m_tabs->currentWidget() == m_kits)
        m_kits->refresh();
    else if (m_tabs->currentWidget() == m_materials)
        m_materials->refresh();
    else if (m_tabs->currentWidget() == m_mentees)
        m_mentees->refresh();
    else
        m_preparation->refresh();
}

void PrepPage::leaveShown() {
    m_preparation->flush();
    m_kits->left();
    m_materials->left();
}

void PrepPage::left() {
    leaveShown();
}

void PrepPage::showAhead() {
    if (m_tabs->isTabVisible(m_tabs->indexOf(m_preparation))) {
        m_tabs->setCurrentWidget(m_preparation);
        m_preparation->showOverview();
    } else {
        m_tabs->setCurrentWidget(m_mentees);
    }
}

void PrepPage::showMaterial(catalog::MaterialId material, int page) {
    m_tabs->setCurrentWidget(m_materials);
    m_materials->showMaterial(material, page);
}

} // namespace mockingbird::studio
