// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/upgrade_page.h"

#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {

constexpr int kWhole = 1000;

} // namespace

UpgradePage::UpgradePage(QWidget* parent)
    : ui::Page(parent), m_bar(new QProgressBar), m_stop(ui::quietButton(tr("Stop, and leave it as it was"))) {
    m_bar->setRange(0, kWhole);
    m_bar->setAccessibleName(tr("How far it is"));
    m_stop->setObjectName(QStringLiteral("stopUpgrade"));
    auto* heading = ui::label(tr("The catalog is brought up to date"), ui::TextStyle::Title);
    heading->setWordWrap(true);
    auto* words =
        ui::label(tr("This version of Mockingbird keeps it in another order. A copy of it as it was is "
                     "put beside it first; nothing is lost if the machine stops meanwhile."),
                  ui::TextStyle::Body);
    words->setWordWrap(true);
    auto* card = new ui::Card;
    card->setMaximumWidth(ui::px(620));
    card->body()->addWidget(heading);
    card->body()->addWidget(words);
    card->body()->addWidget(m_bar);
    card->body()->addWidget(m_stop, 0, Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(card, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        emit stopped();
    });
}

void UpgradePage::begin() {
    m_bar->setValue(0);
    m_stop->setEnabled(true);
    m_stop->setFocus();
}

void UpgradePage::showProgress(int permille) {
    m_bar->setValue(permille);
}

} // namespace mockingbird::studio
