// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/buttons.h"

#include "common/ui/icons.h"
#include "common/ui/theme.h"

#include <QPushButton>
#include <QToolButton>

namespace mockingbird::ui {

namespace {

QPushButton* make(const QString& text, const char* iconName, QColor Colors::*ink, const char* kind,
                  QWidget* parent) {
    auto* made = new QPushButton(text, parent);
    if (kind != nullptr)
        made->setProperty("kind", kind);
    if (iconName != nullptr)
        made->setIcon(icon(iconName, ink));
    made->setIconSize(QSize(px(18), px(18)));
    made->setAutoDefault(false);
    made->setCursor(Qt::PointingHandCursor);
    return made;
}

} // namespace

QPushButton* primaryButton(const QString& text, const char* iconName, QWidget* parent) {
    return make(text, iconName, &Colors::onAccent, "primary", parent);
}

QPushButton* button(const QString& text, const char* iconName, QWidget* parent) {
    return make(text, iconName, &Colors::text, nullptr, parent);
}

QPushButton* quietButton(const QString& text, const char* iconName, QWidget* parent) {
    return make(text, iconName, &Colors::accent, "quiet", parent);
}

QPushButton* recordButton(const QString& text, const char* iconName, QWidget* parent) {
    return make(text, iconName, &Colors::onDanger, "record", parent);
}

QToolButton* iconButton(const QString& name, const char* iconName, QWidget* parent) {
    auto* made = new QToolButton(parent);
    made->setIcon(icon(iconName));
    made->setIconSize(QSize(px(18), px(18)));
    made->setAccessibleName(name);
    made->setToolTip(name);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

} // namespace mockingbird::ui
