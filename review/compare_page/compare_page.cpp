// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/compare_page.h"

#include "common/base/whole_file.h"
#include "common/catalog/catalog.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/empty_state.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/compare_page/comparison_delegate.h"
#include "review/compare_page/comparison_model.h"
#include "review/compare_page/plot_contents.h"
#include "review/plot/plot_view.h"
#include "review/report/comparison_csv.h"
#include "review/report/comparison_html.h"
#include "review/report/pdf/pdf_report.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace mockingbird::review {

namespace {

constexpr char kMenteeKey[] = "compare/mentee";
constexpr char kKitKey[] = "compare/kit";

QString askForAFile(QWidget* parent, const QString& suggested) {
    return QFileDialog::getSaveFileName(parent, ComparePage::tr("Export the comparison"), suggested,
                                        ComparePage::tr("Web page (*.html);;PDF (*.pdf);;Table (*.csv)"));
}

/// In the format that the file's name ends with.
Result<std::string> bytesOf(const Comparison& comparison, const QString& file) {
    if (file.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive))
        return comparisonCsv(comparison);
    if (file.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive))
        return comparisonPdf(comparison);
    return comparisonHtml(comparison);
}

template <class SomeId>
QString text(SomeId id) {
    return QString::fromStdString(id.toString());
}

} // namespace

ComparePage::ComparePage(catalog::Catalog& catalog, QWidget* parent)
    : ui::Page(parent), m_catalog(catalog), m_mentees(new QComboBox(this)), m_kits(new QComboBox(this)),
      m_export(ui::button(tr("Export…"), nullptr, this)), m_banner(new ui::Banner(this)),
      m_notice(new ui::Banner(this)), m_empty(new ui::EmptyState("compare", {}, {}, this)),
      m_content(new QWidget(this)), m_model(new ComparisonModel(this)), m_table(new QTableView(this)),
      m_legend(ui::mutedLabel({}, ui::TextStyle::Body, this)), m_plotHost(new QWidget(this)),
      m_plotGrid(new QGridLayout(m_plotHost)) {
    m_mentees->setObjectName("mentee");
    m_mentees->setAccessibleName(tr("Mentee"));
    m_kits->setObjectName("kit");
    m_kits->setAccessibleName(tr("Kit"));
    m_mentees->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_kits->setSizeAdjustPolicy(QComboBox::AdjustToContents);
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
    m_chooseFile = askForAFile;
    m_export->setToolTip(tr("Saves the comparison as a web page, a PDF or a table"));
    connect(m_export, &QPushButton::clicked, this, &ComparePage::exportComparison);
    buildLayout();

    connect(m_mentees, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        fillKits();
        remember();
    });
    connect(m_kits, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        showComparison();
        remember();
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const auto session = m_model->sessionAt(index))
            emit openSession(*session);
    });
    refresh();
}

void ComparePage::buildLayout() {
    auto* choices = new QHBoxLayout;
    choices->setSpacing(ui::px(ui::kMedium));
    choices->addWidget(ui::label(tr("Compare"), ui::TextStyle::Title, this));
    choices->addStretch();
    choices->addWidget(m_mentees);
    choices->addWidget(m_kits);
    choices->addWidget(m_export);

    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, ui::px(ui::kSmall), 0);
    column->setSpacing(ui::px(ui::kMedium));
    column->addWidget(m_notice);
    column->addWidget(m_table);
    column->addWidget(m_legend);
    column->addWidget(m_plotHost);
    column->addStretch();
    m_plotHost->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_plotGrid->setContentsMargins(0, 0, 0, 0);
    m_plotGrid->setSpacing(ui::px(ui::kMedium));
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);

    auto* layout = new QVBoxLayout(this);
    const int margin = ui::px(ui::kLarge);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(ui::px(ui::kMedium));
    layout->addLayout(choices);
    layout->addWidget(m_banner);
    layout->addWidget(m_empty, 1);
    layout->addWidget(scroll, 1);
}

void ComparePage::refresh() {
    const Result<void> filled = fillMentees();
    if (filled.ok())
        fillKits();
    else
        m_banner->showError(filled.error());
}

void ComparePage::entered() {
    (m_mentees->count() > 0 ? static_cast<QWidget*>(m_table) : this)->setFocus();
}

Result<void> ComparePage::fillMentees() {
    const catalog::PersonId actor = m_catalog.actor();
    bool onlyOwn = false;
    if (!actor.isNull())
        onlyOwn = TRY(m_catalog.people().byId(actor)).roles == std::set<catalog::Role>{catalog::Role::Mentee};
    std::vector<std::pair<QString, QString>> mentees; // name, id
    for (const catalog::MenteeHead& mentee : TRY(m_catalog.sessions().mentees()))
        if (!onlyOwn || mentee.id == actor)
            mentees.emplace_back(ui::toQString(mentee.name), text(mentee.id));
    QString wanted = m_mentees->currentData().toString();
    if (wanted.isEmpty())
        wanted = QSettings().value(kMenteeKey).toString();
    if (wanted.isEmpty() && !mentees.empty()) {
        const auto newest = TRY(m_catalog.sessions().page(
            onlyOwn ? catalog::SessionFilter{.mentee = actor} : catalog::SessionFilter{}, 1));
        if (!newest.empty())
            wanted = text(newest.front().mentee);
    }
    std::ranges::sort(mentees);
    m_filling = true;
    m_mentees->clear();
    for (const auto& [name, id] : mentees)
        m_mentees->addItem(name, id);
    m_mentees->setCurrentIndex(std::max(0, m_mentees->findData(wanted)));
    m_filling = false;
    return {};
}

void ComparePage::fillKits() {
    const QString wanted =
        m_kits->count() > 0 ? m_kits->currentData().toString() : QSettings().value(kKitKey).toString();
    m_filling = true;
    m_kits->clear();
    const auto mentee = catalog::PersonId::parse(m_mentees->currentData().toString().toStdString());
    if (mentee.ok()) {
        const auto kits = kitsOf(m_catalog, *mentee);
        if (kits.ok())
            for (const catalog::Kit& kit : *kits)
                m_kits->addItem(ui::toQString(kit.name), text(kit.id));
        else
            m_banner->showError(kits.error());
    }
    m_kits->setCurrentIndex(std::max(0, m_kits->findData(wanted)));
    m_filling = false;
    showComparison();
}

void ComparePage::choose(catalog::PersonId mentee, catalog::KitId kit) {
    m_mentees->setCurrentIndex(std::max(0, m_mentees->findData(text(mentee))));
    m_kits->setCurrentIndex(std::max(0, m_kits->findData(text(kit))));
}

void ComparePage::remember() const {
    QSettings settings;
    settings.setValue(kMenteeKey, m_mentees->currentData());
    settings.setValue(kKitKey, m_kits->currentData());
}

void ComparePage::exportComparison() {
    const Comparison& comparison = m_model->comparison();
    const QString name = ui::toQString(comparison.mentee.name).replace(u'/', u'-');
    QString file = m_chooseFile(this, name + QStringLiteral(".html"));
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += QStringLiteral(".html");
    const auto written = [&]() -> Result<void> {
        const std::string bytes = TRY(bytesOf(comparison, file));
        return writeWholeFile(file.toStdString(), bytes);
    }();
    if (written.ok())
        m_banner->showMessage(ui::Tone::Success, tr("The comparison is in %1.").arg(file));
    else
        m_banner->showError(written.error());
}

void ComparePage::showComparison() {
    const auto mentee = catalog::PersonId::parse(m_mentees->currentData().toString().toStdString());
    const auto kit = catalog::KitId::parse(m_kits->currentData().toString().toStdString());
    const bool there = mentee.ok() && kit.ok();
    m_mentees->setVisible(there);
    m_kits->setVisible(there);
    if (!there) {
        showEmpty(
            tr("Nothing to compare yet. After a first recorded and scored attempt it shows here, and with a "
               "second one what has changed."));
        return;
    }
    auto comparison = compareAttempts(m_catalog, *mentee, *kit);
    if (!comparison.ok()) {
        m_banner->showError(comparison.error());
        showEmpty({});
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
    m_content->show();
    showNotice(*comparison);
    showPlots(*comparison);
    m_model->setComparison(std::move(comparison).value());
    m_table->setCurrentIndex(m_model->index(0, 0));
    fitTable();
}

void ComparePage::showEmpty(const QString& sentence) {
    m_emptyText = sentence;
    m_empty->setSentence(sentence);
    m_empty->setVisible(!sentence.isEmpty());
    m_export->setVisible(sentence.isEmpty());
    m_content->setVisible(false);
    if (QWidget* scroll = m_content->parentWidget()->parentWidget())
        scroll->setVisible(sentence.isEmpty());
}

QString ComparePage::emptyText() const {
    return m_emptyText;
}

void ComparePage::showNotice(const Comparison& comparison) {
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

void ComparePage::showPlots(const Comparison& comparison) {
    for (PlotView* plot : m_plots)
        delete plot;
    m_plots.clear();
    for (PlotContent& content : plotContents(comparison))
        m_plots.push_back(new PlotView(std::move(content), m_plotHost));
    arrangePlots();

    QStringList legend{tr("● mean of the raters")};
    static const std::array<QString, 4> shapes{QStringLiteral("■"), QStringLiteral("◆"), QStringLiteral("▲"),
                                               QStringLiteral("★")};
    const std::vector<std::string> raters = plotRaters(comparison);
    for (std::size_t i = 0; i < raters.size() && raters.size() > 1; ++i)
        legend << tr("%1 %2").arg(shapes[i % shapes.size()], ui::toQString(raters[i]));
    m_legend->setText(legend.join(QStringLiteral("     ")));
    m_legend->setVisible(raters.size() > 1);
}

void ComparePage::arrangePlots() {
    if (m_plots.empty())
        return;
    const int columns = std::clamp(contentWidth() / ui::px(320), 1, 4);
    while (QLayoutItem* item = m_plotGrid->takeAt(0))
        delete item; // the widgets stay the host's
    for (int column = 0; column < 4; ++column)
        m_plotGrid->setColumnStretch(column, column < columns ? 1 : 0);
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        m_plotGrid->addWidget(m_plots[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
        m_plots[i]->setFixedHeight(ui::px(250));
        m_plots[i]->show();
    }
}

void ComparePage::fitTable() {
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, std::max(m_table->columnWidth(column), ui::px(180)));
    m_table->resizeRowsToContents();
    int height = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += m_table->rowHeight(row);
    const int columns = m_table->horizontalHeader()->length() + m_table->verticalHeader()->sizeHint().width();
    if (columns > contentWidth())
        height += m_table->horizontalScrollBar()->sizeHint().height();
    m_table->setMaximumWidth(columns + 2 * m_table->frameWidth());
    m_table->setFixedHeight(height);
}

/// By the page's width: the content itself gets its own only later.
int ComparePage::contentWidth() const {
    return width() - 3 * ui::px(ui::kLarge);
}

void ComparePage::resizeEvent(QResizeEvent* event) {
    ui::Page::resizeEvent(event);
    fitTable();
    arrangePlots();
}

} // namespace mockingbird::review
