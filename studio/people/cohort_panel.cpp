// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people/cohort_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/empty_state.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/people/labelled_field.h"
#include "studio/people/pair_panel.h"

#include <QComboBox>
#include <QDate>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

CohortPanel::CohortPanel(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_content(new QWidget),
      m_empty(new ui::EmptyState("people",
                                 tr("No cohort yet. A cohort is a year's group: its mentees, each with a "
                                    "mentor and a liaison."),
                                 tr("Add a cohort"))),
      m_choice(new QComboBox), m_name(new QLineEdit), m_starts(new QLineEdit), m_ends(new QLineEdit),
      m_end(ui::quietButton(tr("End cohort"))), m_state(ui::mutedLabel({}, ui::TextStyle::Small)),
      m_pairs(new PairPanel(catalog)) {
    m_choice->setObjectName(QStringLiteral("cohorts"));
    m_name->setObjectName(QStringLiteral("cohortName"));
    m_starts->setObjectName(QStringLiteral("cohortStarts"));
    m_ends->setObjectName(QStringLiteral("cohortEnds"));
    m_end->setObjectName(QStringLiteral("endCohort"));
    m_empty->actionButton()->setObjectName(QStringLiteral("firstCohort"));
    for (QLineEdit* day : {m_starts, m_ends})
        day->setPlaceholderText(tr("such as 2026-09-01"));
    auto* another = ui::button(tr("Add a cohort"), "plus");
    another->setObjectName(QStringLiteral("addCohort"));
    auto* card = new ui::Card;
    auto* grid = new QGridLayout;
    grid->setSpacing(ui::px(ui::kSmall));
    grid->addWidget(labelled(tr("Cohort"), m_choice), 0, 0);
    grid->addWidget(labelled(tr("Name"), m_name), 0, 1);
    grid->addWidget(labelled(tr("Starts"), m_starts), 0, 2);
    grid->addWidget(labelled(tr("Ends"), m_ends), 0, 3);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 1);
    grid->setColumnStretch(3, 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(another);
    foot->addWidget(m_state, 1);
    foot->addWidget(m_end);
    card->body()->addLayout(grid);
    card->body()->addLayout(foot);
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(ui::px(ui::kMedium));
    content->addWidget(card);
    content->addWidget(m_pairs, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, ui::px(ui::kMedium), 0, 0);
    column->addWidget(m_empty);
    column->addWidget(m_content);
    connect(m_empty, &ui::EmptyState::actionTriggered, this, &CohortPanel::add);
    connect(another, &QPushButton::clicked, this, &CohortPanel::add);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &CohortPanel::showChosen);
    for (const QLineEdit* field : {m_name, m_starts, m_ends})
        connect(field, &QLineEdit::editingFinished, this, &CohortPanel::keep);
    connect(m_end, &QPushButton::clicked, this, &CohortPanel::endOrResume);
    connect(m_pairs, &PairPanel::failed, this, &CohortPanel::failed);
    connect(m_pairs, &PairPanel::done, this, &CohortPanel::done);
}

void CohortPanel::refresh() {
    m_cohorts = m_catalog.people().cohorts().valueOr({});
    {
        const QSignalBlocker quiet(m_choice);
        const QVariant before = m_choice->currentData();
        m_choice->clear();
        for (const catalog::Cohort& one : m_cohorts)
            m_choice->addItem(one.endedOn.empty() ? ui::toQString(one.name)
                                                  : tr("%1 (ended)").arg(ui::toQString(one.name)),
                              ui::toQString(one.id.toString()));
        m_choice->setCurrentIndex(m_cohorts.empty() ? -1 : std::max(0, m_choice->findData(before)));
    }
    m_content->setVisible(!m_cohorts.empty());
    m_empty->setVisible(m_cohorts.empty());
    showChosen();
}

const catalog::Cohort* CohortPanel::chosen() const {
    const int at = m_choice->currentIndex();
    return at < 0 || at >= static_cast<int>(m_cohorts.size()) ? nullptr
                                                              : &m_cohorts[static_cast<std::size_t>(at)];
}

void CohortPanel::showChosen() {
    const catalog::Cohort* cohort = chosen();
    if (cohort == nullptr)
        return;
    const auto show = [](QLineEdit* field, const std::string& text) {
        if (!field->hasFocus() || !field->isModified())
            field->setText(ui::toQString(text));
    };
    show(m_name, cohort->name);
    show(m_starts, cohort->startsOn);
    show(m_ends, cohort->endsOn);
    const bool ended = !cohort->endedOn.empty();
    m_end->setText(ended ? tr("Let it run again") : tr("End cohort"));
    m_state->setText(ended ? tr("Ended on %1, and its pairs with it.").arg(ui::toQString(cohort->endedOn))
                           : QString());
    m_pairs->showCohort(*cohort);
}

void CohortPanel::add() {
    const QDate now = QDate::currentDate();
    const auto added = m_catalog.people().addCohort(
        tr("%1 / %2").arg(now.year()).arg((now.year() + 1) % 100, 2, 10, QLatin1Char('0')).toStdString(),
        now.toString(Qt::ISODate).toStdString(), now.addYears(1).toString(Qt::ISODate).toStdString());
    if (!added) {
        emit failed(added.error());
        return;
    }
    m_name->setModified(false);
    refresh();
    m_choice->setCurrentIndex(m_choice->findData(ui::toQString(added->id.toString())));
    m_name->setFocus();
    m_name->selectAll();
    emit done(tr("A cohort is added. Give it a name."), [this, id = added->id] {
        if (const auto removed = m_catalog.people().removeCohort(id); !removed)
            emit failed(removed.error());
        refresh();
    });
}

void CohortPanel::keep() {
    const catalog::Cohort* cohort = chosen();
    if (cohort == nullptr)
        return;
    catalog::Cohort changed = *cohort;
    if (!m_name->text().trimmed().isEmpty())
        changed.name = m_name->text().trimmed().toStdString();
    changed.startsOn = m_starts->text().trimmed().toStdString();
    changed.endsOn = m_ends->text().trimmed().toStdString();
    for (QLineEdit* field : {m_name, m_starts, m_ends})
        field->setModified(false);
    if (changed.name == cohort->name && changed.startsOn == cohort->startsOn &&
        changed.endsOn == cohort->endsOn)
        return;
    if (const auto kept = m_catalog.people().changeCohort(changed); !kept)
        emit failed(kept.error());
    refresh();
}

void CohortPanel::endOrResume() {
    const catalog::Cohort* found = chosen();
    if (found == nullptr)
        return;
    const catalog::Cohort cohort = *found;
    const bool ended = !cohort.endedOn.empty();
    const auto today = QDate::currentDate().toString(Qt::ISODate).toStdString();
    const auto done =
        ended ? m_catalog.people().resumeCohort(cohort.id) : m_catalog.people().endCohort(cohort.id, today);
    refresh();
    if (!done) {
        emit failed(done.error());
        return;
    }
    emit this->done(ended ? tr("%1 runs again.").arg(ui::toQString(cohort.name))
                          : tr("%1 has ended, and its pairs with it.").arg(ui::toQString(cohort.name)),
                    [this, cohort, ended] {
                        const auto undone = ended ? m_catalog.people().endCohort(cohort.id, cohort.endedOn)
                                                  : m_catalog.people().resumeCohort(cohort.id);
                        if (!undone)
                            emit failed(undone.error());
                        refresh();
                    });
}

} // namespace mockingbird::studio
