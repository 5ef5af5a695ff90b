// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/empty_state.h"

#include "common/ui/buttons.h"
#include "common/ui/icons.h"
#include "common/ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mockingbird::ui {

EmptyState::EmptyState(const char* iconName, const QString& sentence, const QString& actionText,
                       QWidget* parent)
    : QWidget(parent), m_iconName(iconName), m_icon(new QLabel(this)),
      m_sentence(mutedLabel(sentence, TextStyle::Body, this)),
      m_action(primaryButton(actionText, nullptr, this)) {
    m_icon->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setMinimumWidth(px(280));
    m_sentence->setMaximumWidth(px(440));
    m_action->setVisible(!actionText.isEmpty());
    auto* column = new QVBoxLayout(this);
    column->setSpacing(px(kMedium));
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    // Not aligned: an aligned label is given the height of its one line in the whole width.
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_sentence, 1000);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    paintIcon();
}

void EmptyState::setSentence(const QString& sentence) {
    m_sentence->setText(sentence);
}

void EmptyState::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
}

void EmptyState::paintIcon() {
    m_icon->setPixmap(iconPixmap(m_iconName, px(44), colors().controlBorder, devicePixelRatioF()));
}

} // namespace mockingbird::ui
