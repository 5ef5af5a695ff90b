// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/outcomes_panel.h"

#include "common/catalog/access_store.h"
#include "common/catalog/catalog.h"
#include "common/catalog/programme.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/report/quarter_text.h"

#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

OutcomesPanel::OutcomesPanel(catalog::Catalog& catalog, QWidget* parent)
    : ui::Card(tr("Outcomes"), parent), m_catalog(catalog), m_banner(new ui::Banner(this)),
      m_empty(ui::mutedLabel(tr("Nothing is entered yet."), ui::TextStyle::Body, this)),
      m_list(new QListWidget(this)), m_form(new QWidget(this)), m_kind(new QComboBox(m_form)),
      m_day(new QDateEdit(QDate::currentDate(), m_form)), m_text(new QLineEdit(m_form)),
      m_save(ui::button(tr("Add outcome"), "plus", m_form)), m_another(ui::quietButton(tr("A new one"))),
      m_remove(ui::quietButton(tr("Remove"), "trash")) {
    m_list->setObjectName(QStringLiteral("outcomes"));
    m_list->setAccessibleName(tr("Outcomes"));
    m_list->setWordWrap(true);
    for (const catalog::OutcomeKind kind : catalog::kOutcomeKinds)
        m_kind->addItem(ui::toQString(outcomeKindText(kind)), static_cast<int>(kind));
    m_kind->setAccessibleName(tr("What it was"));
    m_day->setAccessibleName(tr("When it was"));
    m_day->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    m_day->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_day->setCalendarPopup(true);
    m_text->setAccessibleName(tr("For what, where; may be empty"));
    m_text->setPlaceholderText(tr("For what, where"));
    m_text->setMaxLength(static_cast<int>(catalog::OutcomeStore::kLongestText / 4)); // letters of four bytes
    connect(m_list, &QListWidget::currentRowChanged, this, &OutcomesPanel::showChosen);
    connect(m_save, &QPushButton::clicked, this, &OutcomesPanel::save);
    connect(m_text, &QLineEdit::returnPressed, this, &OutcomesPanel::save);
    connect(m_another, &QPushButton::clicked, this, [this] {
        startAnew();
        m_kind->setFocus();
    });
    connect(m_remove, &QPushButton::clicked, this, &OutcomesPanel::remove);
    layOut();
    startAnew();
}

void OutcomesPanel::layOut() {
    auto* fields = new QGridLayout;
    fields->setSpacing(ui::px(ui::kSmall));
    fields->addWidget(m_kind, 0, 0);
    fields->addWidget(m_day, 0, 1);
    fields->addWidget(m_text, 1, 0, 1, 2);
    fields->setColumnStretch(0, 1);
    fields->setColumnStretch(1, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_another);
    buttons->addStretch();
    buttons->addWidget(m_remove);
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(ui::px(ui::kSmall));
    form->addLayout(fields);
    form->addLayout(buttons);
    body()->addWidget(m_banner);
    body()->addWidget(m_empty);
    body()->addWidget(m_list);
    body()->addWidget(m_form);
    body()->addStretch();
}

void OutcomesPanel::show(catalog::PersonId person) {
    const bool another = person != m_person;
    m_person = person;
    setVisible(!person.isNull());
    if (person.isNull())
        return;
    if (another) {
        m_banner->dismiss();
        startAnew();
    }
    const auto read = catalog::Programme(m_catalog).outcomes().ofPerson(person);
    m_outcomes = read.valueOr({});
    if (!read.ok())
        m_banner->showError(read.error());
    m_form->setVisible(
        m_catalog.access().may(catalog::Action::Make, catalog::Thing::Outcome, person).valueOr(false));
    fillList();
}

void OutcomesPanel::fillList() {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int chosen = -1;
    for (const catalog::Outcome& outcome : m_outcomes) {
        if (m_edited == outcome.id)
            chosen = m_list->count();
        m_list->addItem(ui::toQString(outcomeLine(outcome)));
        m_list->item(m_list->count() - 1)
            ->setToolTip(outcome.authorName.empty()
                             ? QString()
                             : tr("Entered by %1").arg(ui::toQString(outcome.authorName)));
    }
    m_list->setCurrentRow(chosen);
    m_list->setVisible(!m_outcomes.empty());
    m_empty->setVisible(m_outcomes.empty());
    constexpr int kMostRows = 5;
    const int rows = std::clamp(m_list->count(), 1, kMostRows);
    m_list->setFixedHeight(rows * ui::px(38) + ui::px(8));
    if (m_edited && chosen < 0)
        startAnew();
}

void OutcomesPanel::showChosen() {
    const int row = m_list->currentRow();
    if (row < 0 || static_cast<std::size_t>(row) >= m_outcomes.size())
        return;
    const catalog::Outcome& outcome = m_outcomes[static_cast<std::size_t>(row)];
    m_edited = outcome.id;
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(outcome.kind)));
    m_day->setDate(QDate::fromString(ui::toQString(outcome.on), Qt::ISODate));
    m_text->setText(ui::toQString(outcome.text));
    m_save->setText(tr("Save the change"));
    m_another->show();
    m_remove->show();
}

void OutcomesPanel::startAnew() {
    m_edited.reset();
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentRow(-1);
    m_kind->setCurrentIndex(0);
    m_day->setDate(QDate::currentDate());
    m_text->clear();
    m_save->setText(tr("Add outcome"));
    m_another->hide();
    m_remove->hide();
}

void OutcomesPanel::save() {
    catalog::Outcome outcome;
    outcome.person = m_person;
    outcome.kind = static_cast<catalog::OutcomeKind>(m_kind->currentData().toInt());
    outcome.on = m_day->date().toString(Qt::ISODate).toStdString();
    outcome.text = m_text->text().trimmed().toStdString();
    if (m_edited)
        outcome.id = *m_edited;
    const auto kept = m_edited ? catalog::Programme(m_catalog).outcomes().change(outcome)
                               : catalog::Programme(m_catalog).outcomes().add(outcome);
    if (!kept.ok()) {
        m_banner->showError(kept.error());
        return;
    }
    m_banner->dismiss();
    startAnew();
    show(m_person);
    emit changed();
}

void OutcomesPanel::remove() {
    if (!m_edited)
        return;
    const catalog::OutcomeId id = *m_edited;
    if (const auto removed = catalog::Programme(m_catalog).outcomes().remove(id); !removed.ok()) {
        m_banner->showError(removed.error());
        return;
    }
    startAnew();
    show(m_person);
    m_banner->showMessage(ui::Tone::Success, tr("The outcome is removed."), tr("Undo"), [this, id] {
        if (const auto back = catalog::Programme(m_catalog).outcomes().restore(id); !back.ok())
            m_banner->showError(back.error());
        else
            m_banner->dismiss();
        show(m_person);
        emit changed();
    });
    emit changed();
}

} // namespace mockingbird::review
