// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/into_sight.h"

#include <QCoreApplication>
#include <QEvent>
#include <QScrollArea>
#include <QTimer>

namespace mockingbird::recorder {

void scrollIntoSight(QWidget* widget) {
    QTimer::singleShot(0, widget, [widget] {
        // A widget that was just put there has its place only after these, and so has what lies around it.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        for (QWidget* above = widget->parentWidget(); above != nullptr; above = above->parentWidget()) {
            if (auto* scroll = qobject_cast<QScrollArea*>(above))
                scroll->ensureWidgetVisible(widget);
        }
    });
}

void bringIntoSight(QWidget* widget) {
    widget->setFocus();
    scrollIntoSight(widget);
}

} // namespace mockingbird::recorder
