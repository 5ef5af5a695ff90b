// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/plot/plot_view.h"

#include "common/base/whole_file.h"
#include "common/ui/buttons.h"
#include "common/ui/error_text.h"
#include "common/ui/theme.h"
#include "review/plot/plot_chart.h"
#include "review/plot/plot_export.h"
#include "review/plot/plot_table_model.h"

#include <QAccessible>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMetaMethod>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr int kMostRowsShown = 12;

QString askWhereToExport(QWidget* parent, const QString& suggested) {
    return QFileDialog::getSaveFileName(parent, PlotView::tr("Save the plot"), suggested);
}

std::string_view viewOf(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

PlotView::PlotView(PlotContent content, QWidget* parent)
    : QFrame(parent), m_content(std::move(content)), m_chooseFile(askWhereToExport),
      m_title(ui::label({}, ui::TextStyle::Strong, this)),
      m_menu(ui::iconButton(tr("Table and export"), "more", this)), m_stack(new QStackedWidget(this)),
      m_chart(new PlotChart(m_stack)), m_model(new PlotTableModel(this)), m_table(new QTableView(m_stack)),
      m_note(ui::mutedLabel({}, ui::TextStyle::Small, this)),
      m_state(ui::mutedLabel({}, ui::TextStyle::Small, this)) {
    setProperty("card", true);
    m_title->setWordWrap(true);
    m_state->hide();
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);

    auto* head = new QHBoxLayout;
    head->setSpacing(ui::px(ui::kTight));
    head->addWidget(m_title, 1);
    head->addWidget(m_menu, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    const int margin = ui::px(ui::kSmall);
    layout->setContentsMargins(margin + 2, margin, margin, margin);
    layout->setSpacing(ui::px(ui::kTight));
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_state);

    buildMenu();
    setTabOrder(m_chart, m_table);
    setTabOrder(m_table, m_menu);
    connect(m_chart, &PlotChart::activated, this, &PlotView::activated);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        const PlotPlace place = m_model->placeOf(index);
        if (valueAt(m_content, place) != nullptr)
            emit activated(place);
    });
    auto* turn = new QShortcut(Qt::Key_T, this);
    turn->setContext(Qt::WidgetWithChildrenShortcut);
    connect(turn, &QShortcut::activated, this, [this] { setTableShown(!tableShown()); });
    showContent();
}

void PlotView::connectNotify(const QMetaMethod& signal) {
    if (signal == QMetaMethod::fromSignal(&PlotView::activated))
        m_chart->setActivatable(true);
}

void PlotView::buildMenu() {
    auto* menu = new QMenu(m_menu);
    auto* table = menu->addAction(tr("Show the table\tT"), this, [this] { setTableShown(!tableShown()); });
    connect(menu, &QMenu::aboutToShow, this, [this, table] {
        table->setText(tableShown() ? tr("Show the plot\tT") : tr("Show the table\tT"));
    });
    menu->addSeparator();
    menu->addAction(tr("Save as a picture (PNG)…"), this, [this] { exportAs(QStringLiteral(".png")); });
    menu->addAction(tr("Save as a drawing (SVG)…"), this, [this] { exportAs(QStringLiteral(".svg")); });
    menu->addAction(tr("Save as a table (CSV)…"), this, [this] { exportAs(QStringLiteral(".csv")); });
    m_menu->setMenu(menu);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; width: 0; }"));
}

void PlotView::setContent(PlotContent content) {
    m_content = std::move(content);
    m_state->hide();
    showContent();
}

void PlotView::showContent() {
    m_title->setText(m_content.title);
    m_title->setVisible(!m_content.title.isEmpty());
    m_note->setText(m_content.note);
    m_note->setVisible(!m_content.note.isEmpty());
    m_chart->setContent(m_content);
    m_model->setContent(m_content);
    m_table->setAccessibleName(tr("Table of %1").arg(m_content.title));
    m_table->setAccessibleDescription(m_content.description);
    m_menu->setAccessibleDescription(m_content.title);
    fitStack();
}

/// The table as high as its rows up to a dozen; it scrolls from there on.
void PlotView::fitStack() {
    const bool fixed = m_plotHeight > 0 && !tableShown();
    m_stack->setMinimumHeight(fixed ? m_plotHeight : 0);
    m_stack->setMaximumHeight(fixed ? m_plotHeight : QWIDGETSIZE_MAX);
    if (!tableShown()) {
        m_table->setMinimumHeight(0);
        return;
    }
    m_table->resizeColumnsToContents();
    m_table->resizeRowsToContents();
    int height = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth() + 4;
    for (int row = 0; row < std::min(m_model->rowCount(), kMostRowsShown); ++row)
        height += m_table->rowHeight(row);
    m_table->setMinimumHeight(height);
}

void PlotView::setPlotHeight(int height) {
    m_plotHeight = height;
    m_note->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::MinimumExpanding);
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    fitStack();
}

std::optional<PlotPlace> PlotView::current() const {
    return m_chart->current();
}

void PlotView::setCurrent(PlotPlace place) {
    m_chart->setCurrent(place);
    if (tableShown() && m_chart->current() == place)
        m_table->setCurrentIndex(m_model->indexOf(place));
}

QString PlotView::currentText() const {
    return m_chart->currentText();
}

void PlotView::setTableShown(bool shown) {
    if (shown == tableShown())
        return;
    const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
    m_stack->setCurrentWidget(shown ? static_cast<QWidget*>(m_table) : m_chart);
    fitStack();
    if (shown)
        m_table->setCurrentIndex(m_chart->current() ? m_model->indexOf(*m_chart->current())
                                                    : m_model->index(0, 0));
    if (hadFocus)
        m_stack->currentWidget()->setFocus();
}

bool PlotView::tableShown() const {
    return m_stack->currentWidget() == m_table;
}

Result<void> PlotView::exportTo(const QString& file) const {
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending == QStringLiteral("csv"))
        return writeWholeFile(file.toStdString(), plotCsv(m_content));
    if (ending == QStringLiteral("svg"))
        return writeWholeFile(file.toStdString(), viewOf(plotSvg(m_content)));
    if (ending == QStringLiteral("png"))
        return writeWholeFile(file.toStdString(), viewOf(plotPng(m_content)));
    return Error{ErrorCode::Unsupported, "a plot is saved as .png, .svg or .csv", 0};
}

void PlotView::exportAs(const QString& ending) {
    QString name = m_content.title.simplified();
    name.replace(u'/', u'-');
    QString file = m_chooseFile(this, (name.isEmpty() ? tr("Plot") : name) + ending);
    if (file.isEmpty())
        return;
    if (!file.endsWith(ending, Qt::CaseInsensitive))
        file += ending;
    const Result<void> written = exportTo(file);
    m_state->setText(written.ok() ? tr("Saved: %1").arg(file) : ui::sentence(written.error()));
    m_state->show();
    QAccessibleEvent alert(m_state, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace mockingbird::review
