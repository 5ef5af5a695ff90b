// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/page_column.h"

#include "common/ui/theme.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace mockingbird::ui {

QScrollArea* scrolled(QWidget* content, QWidget* parent) {
    auto* scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    // Said to have a size, or the area asks all that is in it for one: that styles each part before its time,
    // and again for every parent that it gets later.
    content->resize(content->size());
    scroll->setWidget(content);
    return scroll;
}

QVBoxLayout* pageColumn(QWidget* page, int width) {
    auto* outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* body = new QWidget;
    body->setObjectName(QStringLiteral("pageBody"));
    outer->addWidget(scrolled(body));
    auto* centred = new QHBoxLayout(body);
    centred->setContentsMargins(px(kPageMargin), px(kPageMargin), px(kPageMargin), px(kPageMargin));
    auto* column = new QWidget;
    column->setMaximumWidth(px(width));
    centred->addStretch(1);
    centred->addWidget(column, 1000);
    centred->addStretch(1);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(kLarge));
    return layout;
}

} // namespace mockingbird::ui
