// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/review_settings_dialog.h"

#include "common/ui/buttons.h"
#include "common/ui/theme.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

namespace mockingbird::review {

namespace {

std::chrono::milliseconds milliseconds(const QDoubleSpinBox& box) {
    return std::chrono::milliseconds(std::llround(box.value() * 1000));
}

QDoubleSpinBox* secondsBox(std::chrono::milliseconds value, QWidget* parent) {
    auto* box = new QDoubleSpinBox(parent);
    box->setDecimals(1);
    box->setSingleStep(0.1);
    box->setRange(0, static_cast<double>(ReviewSettings::kLongest.count()) / 1000);
    box->setSuffix(QObject::tr(" seconds"));
    box->setValue(static_cast<double>(value.count()) / 1000);
    return box;
}

} // namespace

ReviewSettingsDialog::ReviewSettingsDialog(QWidget* parent)
    : QDialog(parent), m_reaction(secondsBox(ReviewSettings::load().reactionTime, this)),
      m_leadIn(secondsBox(ReviewSettings::load().leadIn, this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("How you review"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(ui::px(ui::kLarge));
    form->setVerticalSpacing(ui::px(ui::kSmall));
    form->addRow(tr("&Reaction time"), m_reaction);
    form->addRow(
        ui::mutedLabel(tr("A note begun while the recording plays is for what was shown this long before."),
                       ui::TextStyle::Small, this));
    form->addRow(tr("&Lead-in"), m_leadIn);
    form->addRow(
        ui::mutedLabel(tr("A note begins to play this long before its moment."), ui::TextStyle::Small, this));
    auto* close = ui::button(tr("Close"), nullptr, this);
    auto* layout = new QVBoxLayout(this);
    const int margin = ui::px(ui::kLarge);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    layout->addLayout(form);
    layout->addWidget(close, 0, Qt::AlignRight);
    setMinimumWidth(ui::px(420));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_reaction, &QDoubleSpinBox::valueChanged, this, &ReviewSettingsDialog::apply);
    connect(m_leadIn, &QDoubleSpinBox::valueChanged, this, &ReviewSettingsDialog::apply);
}

void ReviewSettingsDialog::apply() {
    const ReviewSettings settings{milliseconds(*m_reaction), milliseconds(*m_leadIn)};
    settings.save();
    emit settingsChanged(settings);
}

} // namespace mockingbird::review
