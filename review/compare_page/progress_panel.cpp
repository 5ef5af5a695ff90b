// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/progress_panel.h"

#include "common/ui/page_column.h"
#include "common/ui/theme.h"
#include "review/compare_page/comparison_view.h"
#include "review/compare_page/outcomes_panel.h"
#include "review/progress_view/progress_view.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace mockingbird::review {

ProgressPanel::ProgressPanel(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_head(new QHBoxLayout), m_parts(new QTabBar(this)), m_stack(new QStackedWidget(this)),
      m_progress(new ProgressView(catalog)), m_comparison(new ComparisonView(catalog)),
      m_outcomes(new OutcomesPanel(catalog)) {
    m_parts->setAccessibleName(tr("What is shown of the mentee"));
    m_parts->setDrawBase(false);
    m_parts->setExpanding(false);
    m_parts->addTab(tr("Over time"));
    m_parts->addTab(tr("Every score"));
    m_parts->addTab(tr("Outcomes"));
    connect(m_parts, &QTabBar::currentChanged, this, [this](int part) {
        m_stack->setCurrentIndex(part);
        read();
    });
    connect(m_progress, &ProgressView::openSession, this, &ProgressPanel::openSession);
    connect(m_progress, &ProgressView::kitChanged, this, &ProgressPanel::kitChanged);
    connect(m_comparison, &ComparisonView::openSession, this,
            [this](catalog::SessionId session) { emit openSession(session, std::nullopt); });
    layOut();
}

void ProgressPanel::layOut() {
    auto* outcomes = new QWidget;
    auto* place = new QVBoxLayout(outcomes);
    place->setContentsMargins(0, 0, ui::px(ui::kSmall), 0);
    place->addWidget(m_outcomes);
    place->addStretch();
    m_outcomes->setMaximumWidth(ui::px(720));
    m_stack->addWidget(m_progress);
    m_stack->addWidget(ui::scrolled(m_comparison));
    m_stack->addWidget(ui::scrolled(outcomes));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addLayout(m_head);
    m_head->addWidget(m_parts, 1);
    column->addWidget(m_stack, 1);
}

void ProgressPanel::setChoice(QWidget* choice) {
    m_head->addWidget(choice);
}

void ProgressPanel::show(catalog::PersonId mentee) {
    m_mentee = mentee;
    read();
}

void ProgressPanel::read() {
    m_progress->show(m_mentee); // which knows the kit
    switch (static_cast<Part>(m_parts->currentIndex())) {
    case Part::OverTime:
        break;
    case Part::EveryScore:
        m_comparison->show(m_mentee, m_progress->kit());
        break;
    case Part::Outcomes:
        m_outcomes->show(m_mentee);
        break;
    }
}

void ProgressPanel::showPart(Part part) {
    m_parts->setCurrentIndex(static_cast<int>(part));
}

void ProgressPanel::chooseKit(catalog::KitId kit) {
    m_progress->chooseKit(kit);
    read();
}

catalog::KitId ProgressPanel::kit() const {
    return m_progress->kit();
}

} // namespace mockingbird::review
