// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people/people_import_panel.h"

#include "common/base/whole_file.h"
#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/people/plan_model.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {

using Kind = PlannedRow::Kind;

int number(const PeoplePlan& plan, Kind kind) {
    return static_cast<int>(plan.count(kind));
}

} // namespace

PeopleImportPanel::PeopleImportPanel(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_model(new PlanModel(this)), m_table(new QTableView),
      m_summary(ui::label({}, ui::TextStyle::Body)), m_notes(ui::mutedLabel({}, ui::TextStyle::Small)),
      m_import(ui::primaryButton(tr("Import"), "check")) {
    m_import->setObjectName(QStringLiteral("importPeopleNow"));
    m_summary->setObjectName(QStringLiteral("importSummary"));
    auto* cancel = ui::button(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelImport"));
    m_table->setModel(m_model);
    m_table->setObjectName(QStringLiteral("importPreview"));
    m_table->setAccessibleName(tr("What the import will do"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(ui::px(36));
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(PlanModel::Line, ui::px(56));
    m_table->setColumnWidth(PlanModel::Name, ui::px(200));
    m_table->setColumnWidth(PlanModel::WillBe, ui::px(120));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_import);
    buttons->addWidget(cancel);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kMedium));
    column->addWidget(m_summary);
    column->addWidget(m_notes);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    connect(m_import, &QPushButton::clicked, this, &PeopleImportPanel::import);
    connect(cancel, &QPushButton::clicked, this, &PeopleImportPanel::cancelled);
}

Result<void> PeopleImportPanel::open(const QString& file) {
    m_bytes = TRY(readWholeFile(file.toStdString()));
    m_name = QFileInfo(file).fileName().toStdString();
    TRY(plan());
    m_import->setFocus();
    return {};
}

void PeopleImportPanel::refresh() {
    if (const auto planned = plan(); !planned)
        emit failed(planned.error());
}

Result<void> PeopleImportPanel::plan() {
    const PeopleSnapshot snapshot = TRY(snapshotForImport(m_catalog));
    if (snapshot.revision == m_model->plan().revision && !m_bytes.empty() && isVisible())
        return {};
    m_model->setPlan(TRY(planPeople(m_bytes, snapshot)));
    const PeoplePlan& plan = m_model->plan();
    m_summary->setText(
        tr("%1: %2 people will be added, %3 changed, %4 stay as they are, %5 rows are refused. "
           "Nothing is changed yet.")
            .arg(ui::toQString(m_name))
            .arg(number(plan, Kind::Added))
            .arg(number(plan, Kind::Changed))
            .arg(number(plan, Kind::Unchanged))
            .arg(number(plan, Kind::Refused)));
    QStringList notes;
    QStringList cohorts;
    for (const catalog::Cohort& cohort : plan.cohorts)
        cohorts << ui::toQString(cohort.name);
    if (!cohorts.isEmpty())
        notes << tr("New cohorts: %1.").arg(cohorts.join(QStringLiteral(", ")));
    QStringList ignored;
    for (const std::string& heading : plan.ignored)
        ignored << ui::toQString(heading);
    if (!ignored.isEmpty())
        notes << tr("Columns that aren't taken: %1.").arg(ignored.join(QStringLiteral(", ")));
    if (plan.encoding != exchange::TextEncoding::Utf8)
        notes << tr("Read as %1.").arg(QString::fromStdString(std::string(exchange::name(plan.encoding))));
    m_notes->setText(notes.join(QLatin1Char(' ')));
    m_notes->setVisible(!notes.isEmpty());
    m_import->setEnabled(plan.doesSomething());
    m_import->setToolTip(plan.doesSomething() ? QString() : tr("There is nothing to import."));
    return {};
}

void PeopleImportPanel::import() {
    const PeoplePlan& plan = m_model->plan();
    const auto done = applyPlan(m_catalog, plan, m_name);
    if (!done) {
        emit failed(done.error());
        refresh();
        return;
    }
    const QString sentence = tr("%1: %2 added, %3 changed, %4 rows refused.")
                                 .arg(ui::toQString(m_name))
                                 .arg(number(plan, Kind::Added))
                                 .arg(number(plan, Kind::Changed))
                                 .arg(number(plan, Kind::Refused));
    m_model->setPlan({});
    m_bytes.clear();
    emit imported(*done, sentence);
}

} // namespace mockingbird::studio
