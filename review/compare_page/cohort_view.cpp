// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/cohort_view.h"

#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"
#include "common/catalog/programme.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/empty_state.h"
#include "common/ui/page_column.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/compare_page/cohort_plots.h"
#include "review/plot/plot_view.h"
#include "review/report/cohort_sheet.h"
#include "review/report/pdf/sheet_pdf.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr char kCohortKey[] = "compare/cohort";
constexpr int kWhole = 1000;

QString raterLines(const CohortYear& year) {
    QStringList lines;
    for (const RatersYear& raters : year.raters)
        lines << CohortView::tr("%1. Agreement: %2. Strictness: %3.")
                     .arg(ui::toQString(kitText(year, raters.kit, raters.kitName, raters.rubricVersion)),
                          ui::toQString(alphaText(raters.alpha)),
                          ui::toQString(severityText(raters.severitySpread)));
    if (lines.isEmpty())
        lines << CohortView::tr("Too few sessions were rated by two raters to tell how they agreed.");
    if (year.kitsLeftOut)
        lines << CohortView::tr("Kits that too few practised with are left out.");
    return lines.join(u'\n');
}

} // namespace

CohortView::CohortView(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_cohorts(new QComboBox(this)), m_years(new QComboBox(this)),
      m_export(ui::button(tr("Export…"), nullptr, this)), m_banner(new ui::Banner(this)),
      m_counting(ui::mutedLabel(tr("The year is being counted …"), ui::TextStyle::Body, this)),
      m_progress(new QProgressBar(this)), m_cancel(ui::quietButton(tr("Stop"), nullptr, this)),
      m_empty(new ui::EmptyState("people", {}, {}, this)), m_content(new QWidget(this)),
      m_facts(ui::label({}, ui::TextStyle::Body, m_content)),
      m_raters(ui::label({}, ui::TextStyle::Body, m_content)), m_column(new QVBoxLayout(m_content)) {
    m_cohorts->setAccessibleName(tr("Cohort"));
    m_years->setAccessibleName(tr("Year"));
    m_cohorts->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_years->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_progress->setRange(0, kWhole);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("How far the year is counted"));
    m_export->setToolTip(tr("Saves the year as a web page, a PDF or a table; it names nobody"));
    connect(m_cohorts, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        QSettings().setValue(QLatin1String(kCohortKey), m_cohorts->currentData());
        fillYears();
        count();
    });
    connect(m_years, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            count();
    });
    connect(m_export, &QPushButton::clicked, this, &CohortView::exportYear);
    connect(m_cancel, &QPushButton::clicked, &m_job, &CohortYearJob::cancel);
    connect(&m_job, &CohortYearJob::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_job, &CohortYearJob::counted, this, [this](const CohortYear& year) {
        showCounting(false);
        show(year);
    });
    connect(&m_job, &CohortYearJob::failed, this, [this](const Error& error) {
        showCounting(false);
        m_countedRevision = -1;
        if (error.code == ErrorCode::Cancelled)
            m_banner->showMessage(ui::Tone::Info, tr("Counting was stopped."), tr("Count again"),
                                  [this] { count(); });
        else
            m_banner->showError(error);
    });
    layOut();
    showCounting(false);
    showEmpty({});
    m_content->hide();
    m_export->setEnabled(false);
}

void CohortView::layOut() {
    auto* choices = new QHBoxLayout;
    choices->setSpacing(ui::px(ui::kSmall));
    choices->addWidget(m_cohorts);
    choices->addWidget(m_years);
    choices->addStretch();
    choices->addWidget(m_export);
    auto* counting = new QHBoxLayout;
    counting->setSpacing(ui::px(ui::kMedium));
    counting->addWidget(m_counting);
    counting->addWidget(m_progress, 1);
    counting->addWidget(m_cancel);

    auto* guard =
        ui::mutedLabel(QString::fromUtf8(kWithheldNote.data(), static_cast<qsizetype>(kWithheldNote.size())),
                       ui::TextStyle::Body, m_content);
    m_column->setContentsMargins(0, 0, ui::px(ui::kSmall), 0);
    m_column->setSpacing(ui::px(ui::kMedium));
    m_column->addWidget(m_facts);
    m_column->addWidget(guard);
    m_column->addWidget(ui::label(tr("How raters agreed"), ui::TextStyle::Heading, m_content));
    m_column->addWidget(m_raters);
    m_column->addStretch();
    auto* scroll = ui::scrolled(m_content);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addLayout(choices);
    column->addWidget(m_banner);
    column->addLayout(counting);
    column->addWidget(m_empty, 1);
    column->addWidget(scroll, 1);
}

void CohortView::refresh() {
    if (const auto filled = fillCohorts(); !filled.ok()) {
        m_banner->showError(filled.error());
        return;
    }
    fillYears();
    const QString wanted = m_cohorts->currentData().toString() + u' ' + m_years->currentData().toString();
    if (wanted != m_countedFor || m_countedRevision != m_catalog.revision())
        count();
}

Result<void> CohortView::fillCohorts() {
    const auto cohorts = TRY(m_catalog.people().cohorts());
    const QString chosen = m_cohorts->count() > 0 ? m_cohorts->currentData().toString()
                                                  : QSettings().value(QLatin1String(kCohortKey)).toString();
    m_filling = true;
    m_cohorts->clear();
    for (const catalog::Cohort& cohort : cohorts)
        m_cohorts->addItem(ui::toQString(cohort.name), ui::toQString(cohort.id.toString()));
    m_cohorts->setCurrentIndex(std::max(0, m_cohorts->findData(chosen)));
    m_filling = false;
    return {};
}

void CohortView::fillYears() {
    const QVariant chosen = m_years->currentData();
    m_filling = true;
    m_years->clear();
    if (const auto cohort = catalog::CohortId::parse(m_cohorts->currentData().toString().toStdString());
        cohort.ok()) {
        const auto years = catalog::Programme(m_catalog).cohortYears().years(*cohort, WallTime::now());
        if (!years.ok())
            m_banner->showError(years.error());
        for (const int year : years.valueOr({}))
            m_years->addItem(QString::number(year), year);
    }
    m_years->setCurrentIndex(std::max(0, m_years->findData(chosen)));
    m_filling = false;
    m_cohorts->setVisible(m_cohorts->count() > 0);
    m_years->setVisible(m_years->count() > 0);
}

void CohortView::count() {
    const auto cohort = catalog::CohortId::parse(m_cohorts->currentData().toString().toStdString());
    m_banner->dismiss();
    if (!cohort.ok() || m_years->count() == 0) {
        m_job.cancel();
        m_year.reset();
        showCounting(false);
        showEmpty(m_cohorts->count() == 0
                      ? tr("There is no cohort yet. A coordinator sets it up under People.")
                      : tr("No pair of this cohort has begun yet."));
        return;
    }
    m_countedRevision = m_catalog.revision();
    m_countedFor = m_cohorts->currentData().toString() + u' ' + m_years->currentData().toString();
    m_progress->setValue(0);
    showCounting(true);
    m_job.start({m_catalog.folder(), m_catalog.actor(), *cohort, m_years->currentData().toInt()});
}

void CohortView::show(const CohortYear& year) {
    m_year = year;
    for (PlotView* plot : m_plots)
        delete plot;
    m_plots.clear();
    const std::string few = tooFewText(year);
    showEmpty(ui::toQString(few));
    m_export->setEnabled(true);
    if (!few.empty())
        return;
    m_facts->setText(tr("%1 in %2. Mentees: %3.")
                         .arg(ui::toQString(year.cohort.name))
                         .arg(year.year)
                         .arg(ui::toQString(countText(year.mentees))));
    m_raters->setText(raterLines(year));
    int place = 2; // below the facts and what is withheld
    for (PlotContent& content : cohortPlots(year)) {
        auto* plot = new PlotView(std::move(content), m_content);
        m_column->insertWidget(place++, plot);
        m_plots.push_back(plot);
        plot->show();
    }
}

QString CohortView::facts() const {
    return m_facts->text();
}

void CohortView::showEmpty(const QString& sentence) {
    m_emptyText = sentence;
    m_empty->setSentence(sentence);
    m_empty->setVisible(!sentence.isEmpty());
    m_content->setVisible(sentence.isEmpty());
    if (QWidget* scroll = m_content->parentWidget()->parentWidget())
        scroll->setVisible(sentence.isEmpty());
}

void CohortView::showCounting(bool counting) {
    m_counting->setVisible(counting);
    m_progress->setVisible(counting);
    m_cancel->setVisible(counting);
}

void CohortView::exportYear() {
    if (!m_year)
        return;
    exportReport(this, *m_banner, m_chooseFile,
                 QStringLiteral("%1, %2.pdf").arg(ui::toQString(m_year->cohort.name)).arg(m_year->year),
                 [this](ReportFormat format) { return cohortReport(*m_year, format); });
}

} // namespace mockingbird::review
