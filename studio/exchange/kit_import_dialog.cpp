// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/kit_import_dialog.h"

#include "common/catalog/kit_store.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {

/// Reads as a list and wraps; its rows can be gone through from the keyboard.
QListWidget* readingList(const QString& name, const QString& objectName) {
    auto* list = new QListWidget;
    list->setObjectName(objectName);
    list->setAccessibleName(name);
    list->setWordWrap(true);
    list->setResizeMode(QListView::Adjust);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setUniformItemSizes(false);
    list->setSpacing(ui::px(2));
    return list;
}

QString fileName(const std::filesystem::path& file) {
    return ui::toQString(file.filename().string());
}

} // namespace

KitImportDialog::KitImportDialog(catalog::Catalog& catalog, std::filesystem::path file, QWidget* parent)
    : QDialog(parent), m_catalog(catalog), m_path(std::move(file)), m_job(catalog.folder(), catalog.actor()),
      m_what(ui::label({}, ui::TextStyle::Body)), m_banner(new ui::Banner),
      m_targetLabel(ui::label(tr("Where it goes"), ui::TextStyle::Strong)), m_target(new QComboBox),
      m_steps(readingList(tr("What will happen"), QStringLiteral("importSteps"))),
      m_remarksLabel(ui::label({}, ui::TextStyle::Strong)),
      m_remarks(readingList(tr("What is taken otherwise"), QStringLiteral("importRemarks"))),
      m_progress(new QProgressBar), m_import(ui::primaryButton(tr("Import"))),
      m_cancel(ui::button(tr("Cancel"))) {
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("kitImport"));
    setWindowTitle(tr("Import into kits"));
    m_banner->setDismissable(false);
    m_import->setObjectName(QStringLiteral("importKitNow"));
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("How far it is"));
    auto* column = new QVBoxLayout(this);
    const int margin = ui::px(ui::kLarge);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(ui::px(ui::kMedium));
    auto* heading = ui::label(fileName(m_path), ui::TextStyle::Heading);
    heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long name doesn't widen the dialog
    heading->setToolTip(heading->text());
    column->addWidget(heading);
    column->addWidget(m_what);
    column->addWidget(m_banner);
    m_plan = planSide();
    column->addWidget(m_plan, 1);
    column->addWidget(m_progress);
    column->addWidget(buttonRow());
    connect(&m_job, &KitExchangeJob::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_job, &KitExchangeJob::wasRead, this, &KitImportDialog::showRead);
    connect(&m_job, &KitExchangeJob::failed, this, &KitImportDialog::showFailure);
    connect(&m_job, &KitExchangeJob::imported, this, [this](const exchange::ImportOutcome& outcome) {
        emit imported(outcome);
        accept();
    });
    connect(m_target, &QComboBox::currentIndexChanged, this, &KitImportDialog::showPlan);
    connect(m_import, &QPushButton::clicked, this, &KitImportDialog::import);
    connect(m_cancel, &QPushButton::clicked, this, &KitImportDialog::reject);
    showWorking(tr("The file is being read."));
    m_job.read(m_path);
}

QWidget* KitImportDialog::planSide() {
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    m_target->setObjectName(QStringLiteral("importTarget"));
    m_target->setAccessibleName(tr("Where it goes"));
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_targetLabel->setBuddy(m_target);
    auto* steps = ui::label(tr("What will happen"), ui::TextStyle::Strong);
    steps->setBuddy(m_steps);
    m_remarksLabel->setBuddy(m_remarks);
    column->addWidget(m_targetLabel);
    column->addWidget(m_target);
    column->addWidget(steps);
    column->addWidget(m_steps, 3);
    column->addWidget(m_remarksLabel);
    column->addWidget(m_remarks, 2);
    return side;
}

QWidget* KitImportDialog::buttonRow() {
    auto* whole = new QWidget;
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_import);
    m_import->setDefault(true);
    return whole;
}

void KitImportDialog::showEvent(QShowEvent* event) {
    // As large as the lists need it, and never larger than the screen.
    const QSize room = screen()->availableSize();
    resize(std::min(ui::px(620), room.width() - ui::px(40)),
           std::min(ui::px(560), room.height() - ui::px(60)));
    QDialog::showEvent(event);
}

void KitImportDialog::showWorking(const QString& what) {
    m_what->setText(what);
    m_plan->hide();
    m_banner->dismiss();
    m_progress->setRange(0, 100);
    m_progress->setValue(0);
    m_progress->show();
    m_import->setEnabled(false);
    m_cancel->setText(tr("Cancel"));
}

void KitImportDialog::showRead(const KitExchangeJob::File& file) {
    m_file = file;
    switch (file->kind) {
    case exchange::ImportKind::Kit:
        m_what->setText(tr("A whole kit. Nothing is changed until you import it."));
        break;
    case exchange::ImportKind::Rubrics:
        m_what->setText(file->rubrics.size() == 1
                            ? tr("A rubric as Canvas has it. Nothing is changed until you import it.")
                            : tr("%1 rubrics as Canvas has them. Nothing is changed until you import them.")
                                  .arg(file->rubrics.size()));
        break;
    case exchange::ImportKind::Questions:
        m_what->setText(
            file->questions.size() == 1
                ? tr("One question. Nothing is changed until you import it.")
                : tr("%1 questions. Nothing is changed until you import them.").arg(file->questions.size()));
        break;
    }
    offerTargets();
    m_progress->hide();
    m_plan->show();
    showPlan();
    m_import->setFocus();
}

void KitImportDialog::offerTargets() {
    const QSignalBlocker quiet(m_target);
    const bool choice = m_file->kind != exchange::ImportKind::Kit && m_file->rubrics.size() < 2;
    m_target->clear();
    m_target->addItem(m_file->kind == exchange::ImportKind::Rubrics ? tr("A new draft for each rubric")
                                                                    : tr("A new draft"));
    if (choice)
        for (const catalog::KitHead& kit : m_catalog.kits().heads().valueOr({}))
            m_target->addItem(tr("The next version of %1").arg(ui::toQString(kit.name)),
                              ui::toQString(kit.id.toString()));
    if (choice && m_file->kind == exchange::ImportKind::Rubrics)
        m_target->setItemText(0, tr("A new draft"));
    m_targetLabel->setVisible(choice);
    m_target->setVisible(choice);
}

exchange::ImportTarget KitImportDialog::target() const {
    return {catalog::KitId::parse(m_target->currentData().toString().toStdString()).valueOr({})};
}

void KitImportDialog::showPlan() {
    if (!m_file)
        return;
    const auto plan = planImport(m_catalog, *m_file, target());
    m_steps->clear();
    m_remarks->clear();
    if (!plan.ok()) {
        m_banner->showError(plan.error());
        m_import->setEnabled(false);
        return;
    }
    m_banner->dismiss();
    showSteps(*plan);
    m_import->setEnabled(plan->changesAnything());
    m_cancel->setText(plan->changesAnything() ? tr("Cancel") : tr("Close"));
    if (!plan->changesAnything())
        m_banner->showMessage(ui::Tone::Success,
                              tr("All of it is here already. There is nothing to import."));
}

void KitImportDialog::showSteps(const exchange::ImportPlan& plan) {
    for (const exchange::ImportStep& step : plan.steps)
        m_steps->addItem(ui::toQString(step.text));
    for (const exchange::Remark& remark : plan.remarks)
        m_remarks->addItem(ui::toQString(toString(remark)));
    m_remarksLabel->setText(plan.remarks.size() == 1 ? tr("One thing to know")
                                                     : tr("%1 things to know").arg(plan.remarks.size()));
    m_remarksLabel->setVisible(!plan.remarks.empty());
    m_remarks->setVisible(!plan.remarks.empty());
}

void KitImportDialog::showFailure(const Error& error) {
    m_progress->hide();
    if (error.code == ErrorCode::Cancelled) {
        QDialog::reject();
        return;
    }
    m_what->setText(m_file ? tr("It was not imported.") : tr("The file can't be imported."));
    m_banner->showError(error);
    m_plan->setVisible(m_file != nullptr);
    m_import->setEnabled(m_file != nullptr);
    m_cancel->setText(tr("Close"));
    m_cancel->setFocus();
}

void KitImportDialog::import() {
    if (m_job.running() || !m_file)
        return;
    showWorking(tr("It is being imported."));
    m_cancel->setFocus();
    m_job.import(m_file, target());
}

void KitImportDialog::reject() {
    if (m_job.running()) {
        m_job.cancel();
        m_cancel->setEnabled(false);
        m_what->setText(tr("Stopping ..."));
        return; // its failure closes the dialog; where it came too late, its success does
    }
    QDialog::reject();
}

} // namespace mockingbird::studio
