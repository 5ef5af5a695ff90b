// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/card.h"

#include "common/ui/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace mockingbird::ui {

Card::Card(const QString& heading, QWidget* parent) : QFrame(parent), m_body(new QVBoxLayout(this)) {
    setProperty("card", true);
    m_body->setContentsMargins(px(kLarge), px(kLarge), px(kLarge), px(kLarge));
    m_body->setSpacing(px(kMedium));
    if (!heading.isEmpty())
        m_body->addWidget(label(heading, TextStyle::Heading));
}

} // namespace mockingbird::ui
