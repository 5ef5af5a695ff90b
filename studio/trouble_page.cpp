// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/trouble_page.h"

#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/error_text.h"
#include "common/ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mockingbird::studio {

TroublePage::TroublePage(QWidget* parent)
    : ui::Page(parent), m_heading(ui::label({}, ui::TextStyle::Title)),
      m_sentence(ui::label({}, ui::TextStyle::Body)), m_folder(ui::mutedLabel({}, ui::TextStyle::Small)),
      m_again(ui::primaryButton(tr("Try again"))) {
    auto* another = ui::button(tr("Open another catalog"));
    auto* leave = ui::quietButton(tr("Quit"));
    m_heading->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("troubleSentence"));
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* card = new ui::Card;
    card->setMaximumWidth(ui::px(620));
    card->body()->addWidget(m_heading);
    card->body()->addWidget(m_sentence);
    card->body()->addWidget(m_folder);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, ui::px(ui::kMedium), 0, 0);
    row->addWidget(m_again);
    row->addWidget(another);
    row->addStretch();
    row->addWidget(leave);
    card->body()->addLayout(row);
    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(card, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_again, &QPushButton::clicked, this, &TroublePage::tryAgain);
    connect(another, &QPushButton::clicked, this, &TroublePage::openAnother);
    connect(leave, &QPushButton::clicked, this, &TroublePage::quit);
}

void TroublePage::showTrouble(const Error& error, const QString& folder) {
    m_heading->setText(error.code == ErrorCode::NewerCatalog ? tr("This catalog needs a newer Mockingbird")
                                                             : tr("The catalog can't be opened"));
    m_sentence->setText(ui::sentence(error));
    m_folder->setText(tr("Its folder: %1").arg(folder));
    m_again->setFocus();
}

QString TroublePage::text() const {
    return m_sentence->text();
}

} // namespace mockingbird::studio
