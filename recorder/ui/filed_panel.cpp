// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/filed_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mockingbird::recorder {

namespace {
constexpr int kMostIncidents = 6;
}

FiledPanel::FiledPanel(QWidget* parent)
    : ui::Card({}, parent), m_heading(ui::label({}, ui::TextStyle::Title)),
      m_what(ui::label({}, ui::TextStyle::Body)), m_incidents(ui::mutedLabel({})),
      m_review(ui::primaryButton(tr("&Review it now"), "review")),
      m_goOn(ui::button(tr("&Continue in a second part"), "record")) {
    auto* another = ui::quietButton(tr("Record &another interview"));
    m_heading->setObjectName(QStringLiteral("filedHeading"));
    m_heading->setWordWrap(true);
    m_review->setObjectName(QStringLiteral("reviewNow"));
    m_review->setProperty("large", true);
    m_goOn->setObjectName(QStringLiteral("goOn"));
    another->setObjectName(QStringLiteral("recordAnother"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(ui::px(ui::kMedium));
    buttons->addWidget(m_review);
    buttons->addWidget(m_goOn);
    buttons->addWidget(another);
    buttons->addStretch();
    body()->addWidget(m_heading);
    body()->addWidget(m_what);
    body()->addWidget(m_incidents);
    body()->addSpacing(ui::px(ui::kSmall));
    body()->addLayout(buttons);
    connect(m_review, &QPushButton::clicked, this, &FiledPanel::reviewClicked);
    connect(m_goOn, &QPushButton::clicked, this, &FiledPanel::goOnClicked);
    connect(another, &QPushButton::clicked, this, &FiledPanel::anotherClicked);
}

void FiledPanel::show(const Outcome& outcome) {
    m_heading->setText(outcome.heading);
    m_what->setText(outcome.what);
    QStringList told = outcome.incidents.mid(0, kMostIncidents);
    if (outcome.incidents.size() > kMostIncidents)
        told << tr("And %1 more.").arg(outcome.incidents.size() - kMostIncidents);
    m_incidents->setText(told.join(QLatin1Char('\n')));
    m_incidents->setVisible(!told.isEmpty());
    m_goOn->setVisible(outcome.canGoOn);
    m_review->setFocus();
}

QString FiledPanel::text() const {
    return QStringList{m_heading->text(), m_what->text(), m_incidents->text()}.join(QLatin1Char('\n'));
}

} // namespace mockingbird::recorder
