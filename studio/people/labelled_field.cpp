// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people/labelled_field.h"

#include "common/ui/theme.h"

#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

namespace mockingbird::studio {

QWidget* labelled(const QString& name, QWidget* field) {
    auto* cell = new QWidget;
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kTight));
    auto* words = ui::mutedLabel(name, ui::TextStyle::Small);
    words->setBuddy(field);
    field->setAccessibleName(name);
    column->addWidget(words);
    column->addWidget(field);
    return cell;
}

} // namespace mockingbird::studio
