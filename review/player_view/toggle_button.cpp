// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/player_view/toggle_button.h"

#include "common/ui/icons.h"
#include "common/ui/theme.h"

#include <QPainter>

namespace mockingbird::review {

ToggleButton::ToggleButton(const char* icon, const QString& name, const QString& key, QWidget* parent)
    : QToolButton(parent) {
    setIcon(ui::icon(icon));
    setIconSize(QSize(ui::px(20), ui::px(20)));
    setCheckable(true);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the page
    setAccessibleName(name);
    setToolTip(key.isEmpty() ? name : tr("%1 (%2)").arg(name, key));
}

void ToggleButton::paintEvent(QPaintEvent* event) {
    QToolButton::paintEvent(event);
    if (!isChecked())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isEnabled() ? ui::colors().accent : ui::colors().controlBorder);
    const double height = ui::px(3);
    const double inset = ui::px(6);
    const QRectF bar(inset, this->height() - height - 1, width() - 2 * inset, height);
    painter.drawRoundedRect(bar, height / 2, height / 2);
}

} // namespace mockingbird::review
