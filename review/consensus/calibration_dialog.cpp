// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/consensus/calibration_dialog.h"

#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace mockingbird::review {

CalibrationDialog::CalibrationDialog(const CalibrationChoice& choice, QWidget* parent) : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Calibration"));
    auto* column = new QVBoxLayout(this);
    const int margin = ui::px(ui::kLarge);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(ui::label(choice.session, ui::TextStyle::Heading, this));
    if (choice.running)
        buildEnd(choice, column);
    else
        buildBegin(choice, column);
    setMinimumWidth(ui::px(420));
}

void CalibrationDialog::showEvent(QShowEvent* event) {
    // Qt gives a window two thirds of the screen at most, and wrapped words would be cut at large text.
    setMinimumHeight(layout()->totalHeightForWidth(width()));
    QDialog::showEvent(event);
}

void CalibrationDialog::buildBegin(const CalibrationChoice& choice, QVBoxLayout* column) {
    column->addWidget(ui::label(
        tr("Mentors rate this session on their own, before a cohort starts. When they seal, they see "
           "how they differ from the levels that you write down. Their reviews never open to each "
           "other, and the mentee does not see them."),
        ui::TextStyle::Body, this));
    m_title = new QLineEdit(choice.session, this);
    m_title->setAccessibleName(tr("Title"));
    m_title->selectAll();
    m_cohort = new QComboBox(this);
    m_cohort->setAccessibleName(tr("For whom"));
    m_cohort->addItem(tr("Everybody"));
    for (const auto& cohort : choice.cohorts)
        m_cohort->addItem(cohort.second);
    const auto field = [&](const QString& name, QWidget* widget) {
        auto* label = ui::label(name, ui::TextStyle::Strong, this);
        label->setBuddy(widget);
        column->addWidget(label);
        column->addWidget(widget);
    };
    field(tr("Title"), m_title);
    field(tr("For whom"), m_cohort);
    m_begin = ui::primaryButton(tr("Begin the calibration"), nullptr, this);
    m_begin->setDefault(true);
    auto* cancel = ui::button(tr("Cancel"), nullptr, this);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_begin);
    column->addSpacing(ui::px(ui::kSmall));
    column->addLayout(row);
    const auto showWhetherPossible = [this] { m_begin->setEnabled(!m_title->text().trimmed().isEmpty()); };
    showWhetherPossible();
    connect(m_title, &QLineEdit::textChanged, this, showWhetherPossible);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_begin, &QPushButton::clicked, this, [this, cohorts = choice.cohorts] {
        const int index = m_cohort->currentIndex() - 1; // the first entry is everybody
        emit beginRequested(m_title->text().trimmed(),
                            index < 0 ? catalog::CohortId() : cohorts[static_cast<std::size_t>(index)].first);
        accept();
    });
    m_title->setFocus();
}

void CalibrationDialog::buildEnd(const CalibrationChoice& choice, QVBoxLayout* column) {
    QString whom = tr("everybody");
    for (const auto& [id, name] : choice.cohorts)
        if (id == choice.running->cohort)
            whom = name;
    column->addWidget(
        ui::label(tr("It is the calibration \"%1\", for %2.").arg(ui::toQString(choice.running->title), whom),
                  ui::TextStyle::Body, this));
    column->addWidget(
        ui::label(tr("Ended, it is an ordinary session again. What was rated and agreed stays, and "
                     "its reviews open as those of any session do."),
                  ui::TextStyle::Body, this));
    m_end = ui::primaryButton(tr("End the calibration"), nullptr, this);
    auto* cancel = ui::button(tr("Leave it running"), nullptr, this);
    cancel->setDefault(true);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_end);
    column->addSpacing(ui::px(ui::kSmall));
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_end, &QPushButton::clicked, this, [this, id = choice.running->id] {
        emit endRequested(id);
        accept();
    });
}

} // namespace mockingbird::review
