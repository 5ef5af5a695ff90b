// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people/pair_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/people/labelled_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDate>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::Role;

/// A choice among many people: typing any part of a name finds them.
QComboBox* personChoice(const char* objectName) {
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(objectName));
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    return box;
}

void fillRole(QComboBox* box, const std::vector<catalog::Person>& people, Role role, const QString& first) {
    const QSignalBlocker quiet(box);
    const QVariant chosen = box->currentData();
    box->clear();
    box->addItem(first, QString());
    for (const catalog::Person& person : people)
        if (person.roles.contains(role))
            box->addItem(ui::toQString(person.name), ui::toQString(person.id.toString()));
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

/// What is typed counts where it is somebody's name.
catalog::PersonId personIn(const QComboBox* box) {
    const int typed = box->findText(box->currentText(), Qt::MatchFixedString);
    return catalog::PersonId::parse(box->itemData(std::max(0, typed)).toString().toStdString()).valueOr({});
}

/// Also somebody who has lost the role since.
void choosePerson(QComboBox* box, catalog::PersonId person, const QString& name) {
    const QString id = person.isNull() ? QString() : ui::toQString(person.toString());
    int place = box->findData(id);
    if (place < 0) {
        box->addItem(name, id);
        place = box->count() - 1;
    }
    box->setCurrentIndex(place);
}

std::string today() {
    return QDate::currentDate().toString(Qt::ISODate).toStdString();
}

} // namespace

PairPanel::PairPanel(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_table(new QTableWidget),
      m_showEnded(new QCheckBox(tr("Also pairs that have ended"))),
      m_empty(ui::mutedLabel(tr("No pair yet. Choose a mentee and a mentor below."))),
      m_heading(ui::label({}, ui::TextStyle::Strong)), m_mentee(personChoice("pairMentee")),
      m_mentor(personChoice("pairMentor")), m_liaison(personChoice("pairLiaison")), m_on(new QLineEdit),
      m_reason(new QLineEdit), m_reasonCell(labelled(tr("Why it changes"), m_reason)),
      m_add(ui::button(tr("Add pair"), "plus")), m_change(ui::button(tr("Change mentor or liaison"))),
      m_end(ui::quietButton(tr("End pair"))), m_another(ui::quietButton(tr("Another pair"), "plus")),
      m_history(new QListWidget) {
    layOut();
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &PairPanel::showChosen);
    connect(m_showEnded, &QCheckBox::toggled, this, &PairPanel::fillTable);
    connect(m_add, &QPushButton::clicked, this, &PairPanel::add);
    connect(m_change, &QPushButton::clicked, this, &PairPanel::change);
    connect(m_end, &QPushButton::clicked, this, &PairPanel::end);
    connect(m_another, &QPushButton::clicked, this, [this] {
        m_table->clearSelection();
        m_mentee->setFocus();
    });
}

void PairPanel::layOut() {
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Mentee"), tr("Mentor"), tr("Liaison"), tr("Time")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(ui::px(36));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(ui::px(150));
    m_table->setAccessibleName(tr("Pairs"));
    m_table->setObjectName(QStringLiteral("pairs"));
    m_history->setAccessibleName(tr("Who accompanied them"));
    m_history->setObjectName(QStringLiteral("pairHistory"));
    m_history->setWordWrap(true);
    m_history->setFixedHeight(ui::px(96));
    m_on->setObjectName(QStringLiteral("pairOn"));
    m_reason->setObjectName(QStringLiteral("pairReason"));
    m_add->setObjectName(QStringLiteral("addPair"));
    m_change->setObjectName(QStringLiteral("changePair"));
    m_end->setObjectName(QStringLiteral("endPair"));

    auto* form = new ui::Card;
    auto* head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_another);
    auto* people = new QGridLayout;
    people->setSpacing(ui::px(ui::kSmall));
    people->addWidget(labelled(tr("Mentee"), m_mentee), 0, 0);
    people->addWidget(labelled(tr("Mentor"), m_mentor), 0, 1);
    people->addWidget(labelled(tr("Liaison"), m_liaison), 0, 2);
    people->addWidget(labelled(tr("From"), m_on), 1, 0);
    people->addWidget(m_reasonCell, 1, 1, 1, 2);
    for (int at = 0; at < 3; ++at)
        people->setColumnStretch(at, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_change);
    buttons->addStretch();
    buttons->addWidget(m_end);
    form->body()->addLayout(head);
    form->body()->addLayout(people);
    form->body()->addLayout(buttons);
    form->body()->addWidget(m_history);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kMedium));
    column->addWidget(m_table, 1);
    column->addWidget(m_empty);
    column->addWidget(m_showEnded);
    column->addWidget(form);
}

void PairPanel::showCohort(const catalog::Cohort& cohort) {
    if (cohort.id != m_cohort.id)
        m_table->clearSelection();
    m_cohort = cohort;
    auto people = m_catalog.people().all().valueOr({});
    const bool same =
        std::equal(people.begin(), people.end(), m_people.begin(), m_people.end(),
                   [](const catalog::Person& one, const catalog::Person& other) {
                       return one.id == other.id && one.name == other.name && one.roles == other.roles;
                   });
    if (!same || m_mentee->count() == 0) {
        m_people = std::move(people);
        fillPeople();
    }
    fillTable();
}

void PairPanel::fillPeople() {
    fillRole(m_mentee, m_people, Role::Mentee, tr("Choose"));
    fillRole(m_mentor, m_people, Role::Mentor, tr("Choose"));
    fillRole(m_liaison, m_people, Role::Liaison, tr("Nobody"));
}

QString PairPanel::nameOf(catalog::PersonId person) const {
    if (person.isNull())
        return tr("nobody");
    const auto found = std::find_if(m_people.begin(), m_people.end(),
                                    [&](const catalog::Person& one) { return one.id == person; });
    if (found != m_people.end())
        return ui::toQString(found->name);
    const auto removed = m_catalog.people().byId(person);
    return removed ? ui::toQString(removed->name) : QString();
}

const catalog::Pair* PairPanel::chosen() const {
    const auto rows = m_table->selectionModel()->selectedRows();
    const auto row = rows.isEmpty() ? m_pairs.size() : static_cast<std::size_t>(rows.constFirst().row());
    return row < m_pairs.size() ? &m_pairs[row] : nullptr;
}

void PairPanel::fillTable() {
    const catalog::PairId before = chosen() == nullptr ? catalog::PairId{} : chosen()->id;
    m_pairs = m_catalog.people().allPairs().valueOr({});
    std::erase_if(m_pairs, [&](const catalog::Pair& one) { return one.cohort != m_cohort.id; });
    const auto all = m_pairs.size();
    if (!m_showEnded->isChecked() && m_cohort.endedOn.empty())
        std::erase_if(m_pairs, [](const catalog::Pair& one) { return !one.endedOn.empty(); });
    const bool someEnded = all > m_pairs.size() || (m_showEnded->isChecked() && m_cohort.endedOn.empty());
    {
        const QSignalBlocker quiet(m_table);
        m_table->clearSelection();
        m_table->setRowCount(static_cast<int>(m_pairs.size()));
        for (std::size_t row = 0; row < m_pairs.size(); ++row) {
            const catalog::Pair& pair = m_pairs[row];
            const QStringList cells{
                nameOf(pair.mentee), nameOf(pair.mentor),
                pair.liaison.isNull() ? QStringLiteral("–") : nameOf(pair.liaison),
                pair.endedOn.empty()
                    ? tr("since %1").arg(ui::toQString(pair.startedOn))
                    : tr("%1 to %2").arg(ui::toQString(pair.startedOn), ui::toQString(pair.endedOn))};
            for (int cell = 0; cell < cells.size(); ++cell)
                m_table->setItem(static_cast<int>(row), cell, new QTableWidgetItem(cells[cell]));
            if (pair.id == before)
                m_table->selectRow(static_cast<int>(row));
        }
    }
    m_showEnded->setVisible(someEnded);
    m_table->setVisible(!m_pairs.empty());
    m_empty->setVisible(m_pairs.empty());
    showChosen();
}

void PairPanel::showChosen() {
    const catalog::Pair* pair = chosen();
    const bool runs = pair != nullptr && pair->endedOn.empty();
    const bool takesPairs = m_cohort.endedOn.empty();
    m_heading->setText(pair == nullptr ? tr("A new pair in %1").arg(ui::toQString(m_cohort.name))
                       : runs          ? tr("%1 with %2").arg(nameOf(pair->mentee), nameOf(pair->mentor))
                              : tr("%1 with %2, ended").arg(nameOf(pair->mentee), nameOf(pair->mentor)));
    m_add->setVisible(pair == nullptr);
    m_add->setEnabled(takesPairs);
    m_add->setToolTip(takesPairs ? QString() : tr("The cohort has ended."));
    m_change->setVisible(runs);
    m_end->setVisible(runs);
    m_another->setVisible(pair != nullptr && takesPairs);
    m_reasonCell->setVisible(runs);
    m_mentee->setEnabled(pair == nullptr);
    m_mentor->setEnabled(pair == nullptr || runs);
    m_liaison->setEnabled(pair == nullptr || runs);
    m_on->setEnabled(pair == nullptr || runs);
    m_history->setVisible(pair != nullptr);
    if (m_on->text().isEmpty())
        m_on->setText(ui::toQString(today()));
    if (pair == nullptr)
        return;
    const auto shown = m_history->property("pair").toString();
    const QString now =
        ui::toQString(pair->id.toString() + pair->mentor.toString() +
                      (pair->liaison.isNull() ? "" : pair->liaison.toString()) + pair->endedOn);
    if (shown == now)
        return; // what is being chosen for it stays
    m_history->setProperty("pair", now);
    m_reason->clear();
    m_on->setText(ui::toQString(today()));
    choosePerson(m_mentee, pair->mentee, nameOf(pair->mentee));
    choosePerson(m_mentor, pair->mentor, nameOf(pair->mentor));
    choosePerson(m_liaison, pair->liaison, nameOf(pair->liaison));
    m_history->clear();
    for (const catalog::PairTerm& term : m_catalog.people().termsOf(pair->id).valueOr({})) {
        QString text =
            tr("%1, liaison %2 · %3")
                .arg(nameOf(term.mentor), nameOf(term.liaison),
                     term.until.empty()
                         ? tr("since %1").arg(ui::toQString(term.from))
                         : tr("%1 to %2").arg(ui::toQString(term.from), ui::toQString(term.until)));
        for (const std::string& reason : {term.reason, term.endReason})
            if (!reason.empty())
                text += QStringLiteral(" · ") + ui::toQString(reason);
        m_history->addItem(text);
    }
}

void PairPanel::tell(const QString& sentence, catalog::PairId pair) {
    fillTable();
    emit done(sentence, [this, pair] {
        if (const auto undone = m_catalog.people().revertPair(pair); !undone)
            emit failed(undone.error());
        fillTable();
    });
}

void PairPanel::add() {
    const auto mentee = personIn(m_mentee);
    const auto mentor = personIn(m_mentor);
    if (mentee.isNull() || mentor.isNull()) {
        (mentee.isNull() ? m_mentee : m_mentor)->setFocus();
        return;
    }
    const auto added = m_catalog.people().addPair(m_cohort.id, mentee, mentor, personIn(m_liaison),
                                                  m_on->text().trimmed().toStdString());
    if (!added) {
        emit failed(added.error());
        return;
    }
    m_mentee->setCurrentIndex(0);
    tell(tr("%1 and %2 are a pair now.").arg(nameOf(mentee), nameOf(mentor)), added->id);
}

void PairPanel::change() {
    const catalog::Pair* pair = chosen();
    if (pair == nullptr)
        return;
    const auto mentor = personIn(m_mentor);
    const auto changed =
        m_catalog.people().changePair(pair->id, mentor.isNull() ? pair->mentor : mentor, personIn(m_liaison),
                                      m_reason->text().toStdString(), m_on->text().trimmed().toStdString());
    if (!changed) {
        emit failed(changed.error());
        return;
    }
    tell(tr("%1 is accompanied by %2 from now on; who was before stays in the history.")
             .arg(nameOf(changed->mentee), nameOf(changed->mentor)),
         changed->id);
}

void PairPanel::end() {
    const catalog::Pair* pair = chosen();
    if (pair == nullptr)
        return;
    const catalog::Pair ended = *pair;
    if (const auto done = m_catalog.people().endPair(ended.id, m_reason->text().toStdString(),
                                                     m_on->text().trimmed().toStdString());
        !done) {
        emit failed(done.error());
        return;
    }
    tell(tr("%1 and %2 are no pair any more.").arg(nameOf(ended.mentee), nameOf(ended.mentor)), ended.id);
}

} // namespace mockingbird::studio
