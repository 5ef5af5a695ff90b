// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/quarter_view.h"

#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"
#include "common/catalog/programme.h"
#include "common/ui/banner.h"
#include "common/ui/empty_state.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/compare_page/pair_quarter_view.h"
#include "review/compare_page/quarter_model.h"
#include "review/report/quarter_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr char kQuarterCohortKey[] = "compare/quarter_cohort";
constexpr char kQuarterBranchKey[] = "compare/quarter_branch";

/// What was chosen before, or remembered where nothing was yet.
QString chosenBefore(const QComboBox* box, const char* key) {
    return box->count() > 0 ? box->currentData().toString()
                            : QSettings().value(QLatin1String(key)).toString();
}

} // namespace

QuarterView::QuarterView(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_cohorts(new QComboBox(this)), m_quarters(new QComboBox(this)),
      m_branches(new QComboBox(this)), m_overdue(new QCheckBox(tr("Only with overdue reviews"), this)),
      m_banner(new ui::Banner(this)), m_stack(new QStackedWidget(this)), m_list(new QWidget(this)),
      m_summary(ui::mutedLabel({}, ui::TextStyle::Body, m_list)),
      m_empty(new ui::EmptyState("people", {}, {}, m_list)), m_model(new QuarterModel(this)),
      m_sorted(new QSortFilterProxyModel(this)), m_table(new QTableView(m_list)),
      m_pair(new PairQuarterView(catalog, this)) {
    m_cohorts->setAccessibleName(tr("Cohort"));
    m_quarters->setAccessibleName(tr("Quarter"));
    m_branches->setAccessibleName(tr("Branch"));
    for (QComboBox* box : {m_cohorts, m_quarters, m_branches}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (m_filling)
                return;
            QSettings settings;
            settings.setValue(QLatin1String(kQuarterCohortKey), m_cohorts->currentData());
            settings.setValue(QLatin1String(kQuarterBranchKey), m_branches->currentData());
            fillTable();
        });
    }
    connect(m_overdue, &QCheckBox::toggled, this, &QuarterView::fillTable);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(QuarterModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_table->setObjectName(QStringLiteral("quarterPairs"));
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(QuarterModel::Mentee, Qt::AscendingOrder);
    m_table->setAccessibleName(tr("The quarter's pairs"));
    m_table->setAccessibleDescription(
        tr("Enter opens the pair's quarter, and on what is owed, not looked at or open its oldest session."));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setResizeContentsPrecision(0); // what is in sight: there may be thousands
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(ui::px(38));
    connect(m_table, &QTableView::clicked, this, &QuarterView::open);
    // Enter; not `activated`, which a double click is besides.
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* enter = new QShortcut(QKeySequence(key), m_table);
        enter->setContext(Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, this, [this] { open(m_table->currentIndex()); });
    }
    connect(m_pair, &PairQuarterView::back, this, &QuarterView::showList);
    connect(m_pair, &PairQuarterView::openSession, this, &QuarterView::openSession);
    connect(m_pair, &PairQuarterView::progressRequested, this, &QuarterView::progressRequested);
    connect(m_pair, &PairQuarterView::sideBySideRequested, this, &QuarterView::sideBySideRequested);
    layOut();
}

void QuarterView::layOut() {
    auto* choices = new QHBoxLayout;
    choices->setSpacing(ui::px(ui::kSmall));
    choices->addWidget(m_cohorts);
    choices->addWidget(m_quarters);
    choices->addWidget(m_branches);
    choices->addStretch();
    auto* telling = new QHBoxLayout;
    telling->setSpacing(ui::px(ui::kSmall));
    telling->addWidget(m_summary, 1);
    telling->addWidget(m_overdue);
    auto* list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(ui::px(ui::kSmall));
    list->addLayout(choices);
    list->addLayout(telling);
    list->addWidget(m_empty, 1);
    list->addWidget(m_table, 1);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_pair);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
}

void QuarterView::refresh() {
    const Shown now{m_catalog.revision(), m_catalog.actor(), catalog::localDayOf(WallTime::now())};
    if (now == m_shown)
        return;
    if (const auto filled = fillChoices(); !filled.ok()) {
        m_banner->showError(filled.error());
        return;
    }
    m_shown = now;
    fillTable();
    if (m_open)
        m_pair->show(*m_open, filter().quarter);
}

Result<void> QuarterView::fillChoices() {
    const auto quarters = catalog::Programme(m_catalog).quarters();
    const auto known = TRY(quarters.quarters(WallTime::now()));
    const auto cohorts = TRY(m_catalog.people().cohorts());
    const auto branches = TRY(quarters.branches());
    const QString cohort = chosenBefore(m_cohorts, kQuarterCohortKey);
    const QString branch = chosenBefore(m_branches, kQuarterBranchKey);
    const QString quarter = m_quarters->currentData().toString();
    m_filling = true;
    m_cohorts->clear();
    m_cohorts->addItem(tr("All cohorts"), QString());
    for (const catalog::Cohort& one : cohorts)
        m_cohorts->addItem(ui::toQString(one.name), ui::toQString(one.id.toString()));
    m_cohorts->setCurrentIndex(std::max(0, m_cohorts->findData(cohort)));
    m_known = known;
    m_quarters->clear();
    for (const catalog::Quarter& one : known)
        m_quarters->addItem(ui::toQString(quarterText(one)), ui::toQString(one.name()));
    m_quarters->setCurrentIndex(std::max(0, m_quarters->findData(quarter)));
    m_branches->clear();
    m_branches->addItem(tr("All branches"), QString());
    for (const std::string& one : branches)
        m_branches->addItem(ui::toQString(one), ui::toQString(one));
    m_branches->setCurrentIndex(std::max(0, m_branches->findData(branch)));
    m_branches->setVisible(!branches.empty());
    m_filling = false;
    return {};
}

catalog::QuarterFilter QuarterView::filter() const {
    catalog::QuarterFilter filter;
    const auto place = static_cast<std::size_t>(std::max(m_quarters->currentIndex(), 0));
    filter.quarter = place < m_known.size() ? m_known[place] : catalog::quarterOf(WallTime::now());
    if (const auto cohort = catalog::CohortId::parse(m_cohorts->currentData().toString().toStdString());
        cohort.ok())
        filter.cohort = *cohort;
    if (const QString branch = m_branches->currentData().toString(); !branch.isEmpty())
        filter.branch = branch.toStdString();
    return filter;
}

void QuarterView::fillTable() {
    const WallTime now = WallTime::now();
    auto read = catalog::Programme(m_catalog).quarters().list(filter(), now);
    if (!read.ok()) {
        m_banner->showError(read.error());
        return;
    }
    m_banner->dismiss();
    std::vector<catalog::QuarterRow> rows = std::move(read).value();
    const std::size_t all = rows.size();
    if (m_overdue->isChecked())
        std::erase_if(rows, [](const catalog::QuarterRow& row) { return row.overdue == 0; });
    int sessions = 0;
    int overdue = 0;
    for (const catalog::QuarterRow& row : rows) {
        sessions += row.sessions;
        overdue += row.overdue;
    }
    m_summary->setText(tr("Pairs: %1 · sessions in the quarter: %2 · reviews overdue: %3")
                           .arg(rows.size())
                           .arg(sessions)
                           .arg(overdue));
    m_emptyText = !rows.empty() ? QString()
                  : all > 0
                      ? tr("No review is overdue in what is chosen above.")
                      : tr("No pair ran in this quarter, in what is chosen above. Pairs are set up under "
                           "People.");
    m_empty->setSentence(m_emptyText);
    m_empty->setVisible(rows.empty());
    m_table->setVisible(!rows.empty());
    m_model->setRows(std::move(rows), now);
    m_table->resizeColumnsToContents();
}

QString QuarterView::summary() const {
    return m_summary->text();
}

bool QuarterView::showsPair() const {
    return m_stack->currentWidget() == m_pair;
}

void QuarterView::open(const QModelIndex& index) {
    const QModelIndex at = m_sorted->mapToSource(index);
    const catalog::QuarterRow* row = m_model->rowAt(at);
    if (row == nullptr)
        return;
    if (const catalog::SessionId session = m_model->sessionAt(at); !session.isNull())
        emit openSession(session, std::nullopt);
    else
        openPair(row->pair);
}

void QuarterView::openPair(catalog::PairId pair) {
    m_open = pair;
    m_pair->show(pair, filter().quarter);
    m_stack->setCurrentWidget(m_pair);
    m_pair->backButton()->setFocus();
}

void QuarterView::showList() {
    m_open.reset();
    m_stack->setCurrentWidget(m_list);
    fillTable();
    m_table->setFocus();
}

} // namespace mockingbird::review
