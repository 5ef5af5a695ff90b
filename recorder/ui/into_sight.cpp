// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/into_sight.h"

#include <QCoreApplication>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <functional>

namespace mockingbird::recorder {

namespace {

void onceLaidOut(QWidget* widget, const std::function<void(QScrollArea&)>& scroll) {
    QTimer::singleShot(0, widget, [widget, scroll] {
        // A widget that was just put there has its place only after these, and so has what lies around it.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        for (QWidget* above = widget->parentWidget(); above != nullptr; above = above->parentWidget()) {
            if (auto* area = qobject_cast<QScrollArea*>(above))
                scroll(*area);
        }
    });
}

} // namespace

void scrollIntoSight(QWidget* widget) {
    onceLaidOut(widget, [widget](QScrollArea& area) { area.ensureWidgetVisible(widget); });
}

void scrollToTopAround(QWidget* widget) {
    onceLaidOut(widget, [](QScrollArea& area) { area.verticalScrollBar()->setValue(0); });
}

void bringIntoSight(QWidget* widget) {
    widget->setFocus();
    scrollIntoSight(widget);
}

} // namespace mockingbird::recorder
