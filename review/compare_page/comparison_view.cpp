// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/comparison_view.h"

#include "common/catalog/catalog.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/empty_state.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/compare_page/comparison_delegate.h"
#include "review/compare_page/comparison_model.h"
#include "review/report/pdf/sheet_pdf.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

ComparisonView::ComparisonView(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_export(ui::button(tr("Export the table…"), nullptr, this)),
      m_banner(new ui::Banner(this)), m_notice(new ui::Banner(this)),
      m_empty(new ui::EmptyState("compare", {}, {}, this)), m_model(new ComparisonModel(this)),
      m_table(new QTableView(this)) {
    m_notice->setDismissable(false);
    m_table->setObjectName("comparison");
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ComparisonDelegate(m_table));
    m_table->setAccessibleName(tr("Criteria by attempt"));
    m_table->setAccessibleDescription(tr("Enter opens the attempt in Review."));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    // The focused cell shows where the keyboard is; a ring around all of it would be cut by the headers.
    m_table->setStyleSheet("QTableView { border: none; border-radius: 0; background: transparent; }");
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the page scrolls, the table is shown whole
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setHighlightSections(false);
    m_export->setToolTip(tr("Saves the comparison as a web page, a PDF or a table"));
    connect(m_export, &QPushButton::clicked, this, &ComparisonView::exportComparison);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const auto session = m_model->sessionAt(index))
            emit openSession(*session);
    });
    layOut();
}

void ComparisonView::layOut() {
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_export);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kMedium));
    column->addWidget(m_banner);
    column->addWidget(m_notice);
    column->addWidget(m_empty);
    column->addWidget(m_table);
    column->addLayout(buttons);
    column->addStretch();
}

void ComparisonView::show(catalog::PersonId mentee, catalog::KitId kit) {
    auto comparison = compareAttempts(m_catalog, mentee, kit);
    if (!comparison.ok()) {
        m_banner->showError(comparison.error());
        showEmpty({});
        m_table->hide();
        m_notice->dismiss();
        m_export->hide();
        return;
    }
    m_banner->dismiss();
    const bool scored = std::ranges::any_of(comparison->criteria, [](const ComparedCriterion& criterion) {
        return std::ranges::any_of(criterion.cells,
                                   [](const ComparisonCell& cell) { return cell.mean.has_value(); });
    });
    if (!scored) {
        showEmpty(tr("No scores yet for %1 at this kit. Open an attempt in Review and score it.")
                      .arg(ui::toQString(comparison->mentee.name)));
        return;
    }
    showEmpty({});
    showNotice(*comparison);
    m_model->setComparison(std::move(comparison).value());
    m_table->setCurrentIndex(m_model->index(0, 0));
    fitTable();
}

void ComparisonView::showEmpty(const QString& sentence) {
    m_emptyText = sentence;
    m_empty->setSentence(sentence);
    m_empty->setVisible(!sentence.isEmpty());
    m_table->setVisible(sentence.isEmpty());
    m_export->setVisible(sentence.isEmpty());
    if (!sentence.isEmpty())
        m_notice->dismiss();
}

void ComparisonView::showNotice(const Comparison& comparison) {
    QStringList notices;
    if (comparison.attempts.size() == 1)
        notices << tr("One attempt so far: changes show from the second one on.");
    if (std::ranges::any_of(comparison.attempts, &Attempt::rubricDiffers))
        notices << tr(
            "Some attempts were held with another version of the rubric. They are shown apart, and no change "
            "is counted across versions.");
    if (comparison.mixesKits())
        notices << tr("The attempts were held with different versions of the kit: other questions or times. "
                      "What was scored is the same where changes are shown.");
    if (std::ranges::any_of(comparison.attempts, &Attempt::hasDrafts))
        notices << tr("Scores marked \"draft\" can still change.");
    if (notices.isEmpty())
        m_notice->dismiss();
    else
        m_notice->showMessage(ui::Tone::Info, notices.join(QStringLiteral(" ")));
}

void ComparisonView::fitTable() {
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, std::max(m_table->columnWidth(column), ui::px(180)));
    m_table->resizeRowsToContents();
    int height = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += m_table->rowHeight(row);
    const int columns = m_table->horizontalHeader()->length() + m_table->verticalHeader()->sizeHint().width();
    if (columns > width())
        height += m_table->horizontalScrollBar()->sizeHint().height();
    m_table->setMaximumWidth(columns + 2 * m_table->frameWidth());
    m_table->setFixedHeight(height);
}

void ComparisonView::exportComparison() {
    const Comparison& comparison = m_model->comparison();
    exportReport(this, *m_banner, m_chooseFile,
                 ui::toQString(comparison.mentee.name) + QStringLiteral(".html"),
                 [&](ReportFormat format) -> Result<std::string> {
                     auto progress = TRY(progressOf(m_catalog, comparison.mentee.id));
                     measureDelivery(m_catalog, progress, comparison.kit.id);
                     return comparisonReport(comparison, progress, format);
                 });
}

void ComparisonView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitTable();
}

} // namespace mockingbird::review
