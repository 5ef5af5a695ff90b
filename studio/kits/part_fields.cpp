// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/part_fields.h"

#include "common/ui/buttons.h"
#include "common/ui/page_column.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace mockingbird::studio {

QLayout* partButtons(const std::vector<PartAction>& actions, QWidget* owner) {
    auto* grid = new QGridLayout;
    grid->setSpacing(ui::px(ui::kTight));
    int place = 0;
    for (const PartAction& action : actions) {
        auto* button = ui::quietButton(action.text);
        button->setObjectName(QLatin1String(action.objectName));
        button->setToolTip(action.key);
        QObject::connect(button, &QPushButton::clicked, owner, action.run);
        grid->addWidget(button, place / 2, place % 2);
        ++place;
    }
    return grid;
}

void addLabelled(QVBoxLayout& column, const QString& text, QWidget* field, Qt::Alignment alignment) {
    auto* label = ui::label(text, ui::TextStyle::Strong);
    label->setBuddy(field->focusProxy() != nullptr ? field->focusProxy() : field);
    auto* both = new QVBoxLayout;
    both->setSpacing(ui::px(ui::kTight));
    both->addWidget(label);
    both->addWidget(field, 0, alignment);
    column.addLayout(both);
}

QWidget* scrollingBeside(QWidget* fields, QWidget* hint) {
    auto* body = new QWidget;
    body->setObjectName(QStringLiteral("pageBody"));
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(hint);
    column->addWidget(fields);
    column->addStretch();
    return ui::scrolled(body);
}

QStringList criterionNames(const catalog::Kit& kit) {
    QStringList names;
    for (const catalog::Criterion& criterion : kit.rubric.criteria)
        names << ui::toQString(criterion.name);
    return names;
}

} // namespace mockingbird::studio
