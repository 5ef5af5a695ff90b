// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/preparation_panel.h"

#include "common/ui/page_column.h"
#include "studio/prep/aim_panel.h"
#include "studio/prep/appointments_panel.h"
#include "studio/prep/checklist_panel.h"
#include "studio/prep/confidence_panel.h"
#include "studio/prep/practice_panel.h"
#include "studio/prep/stories_panel.h"
#include "studio/prep/to_read_panel.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace mockingbird::studio {

PreparationPanel::PreparationPanel(catalog::Catalog& catalog, Clock clock, QWidget* parent)
    : QWidget(parent), m_appointments(new AppointmentsPanel(catalog, AppointmentsPanel::Whose::Own, clock)),
      m_checklist(new ChecklistPanel(catalog, clock)), m_aim(new AimPanel(catalog)),
      m_confidence(new ConfidencePanel(catalog, ConfidencePanel::Ask::BeforeAndAfter, clock)),
      m_practice(new PracticePanel(catalog, clock)), m_toRead(new ToReadPanel(catalog)),
      m_stories(new StoriesPanel(catalog)), m_tabs(new QTabWidget(this)) {
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("preparationTabs"));
    auto* overview = new QWidget;
    QVBoxLayout* column = ui::pageColumn(overview, ui::kColumnWidth);
    column->addWidget(m_appointments);
    column->addWidget(m_aim);
    column->addWidget(m_confidence);
    column->addWidget(m_checklist);
    column->addWidget(m_toRead);
    column->addStretch();
    auto* practice = new QWidget;
    ui::pageColumn(practice, ui::kColumnWidth)->addWidget(m_practice, 1);
    m_tabs->addTab(overview, tr("What is ahead"));
    m_tabs->addTab(practice, tr("Practise questions"));
    m_tabs->addTab(m_stories, tr("My stories"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_tabs);

    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        flush();
        refresh();
    });
    connect(m_appointments, &AppointmentsPanel::recordRequested, this, &PreparationPanel::recordRequested);
    connect(m_appointments, &AppointmentsPanel::calendarRequested, this,
            &PreparationPanel::calendarRequested);
    connect(m_practice, &PracticePanel::recordRequested, this, &PreparationPanel::practiceRequested);
    connect(m_appointments, &AppointmentsPanel::failed, this, &PreparationPanel::failed);
    connect(m_checklist, &ChecklistPanel::failed, this, &PreparationPanel::failed);
    connect(m_aim, &AimPanel::failed, this, &PreparationPanel::failed);
    connect(m_confidence, &ConfidencePanel::failed, this, &PreparationPanel::failed);
    connect(m_practice, &PracticePanel::failed, this, &PreparationPanel::failed);
    connect(m_toRead, &ToReadPanel::failed, this, &PreparationPanel::failed);
    connect(m_toRead, &ToReadPanel::materialRequested, this, &PreparationPanel::materialRequested);
    connect(m_stories, &StoriesPanel::failed, this, &PreparationPanel::failed);
}

void PreparationPanel::refresh() {
    m_appointments->refresh();
    const auto next = m_appointments->next();
    switch (m_tabs->currentIndex()) {
    case 0:
        m_aim->refresh();
        m_confidence->refresh();
        m_checklist->refresh(next);
        m_toRead->refresh(next);
        break;
    case 1:
        m_practice->refresh();
        if (next)
            m_practice->suggestKit(next->kit);
        break;
    default:
        m_stories->refresh();
        if (next)
            m_stories->suggestKit(next->kit);
        break;
    }
}

void PreparationPanel::flush() {
    m_aim->flush();
    m_stories->flush();
}

void PreparationPanel::showOverview() {
    m_tabs->setCurrentIndex(0);
}

} // namespace mockingbird::studio
