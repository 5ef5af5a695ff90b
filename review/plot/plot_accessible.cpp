// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/plot/plot_accessible.h"

#include "review/plot/plot_chart.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace mockingbird::review {

namespace {

/// The value beside the words that describe it all, and in them, as not every reader asks for a value.
class PlotInterface : public QAccessibleWidget {
public:
    explicit PlotInterface(PlotChart* plot) : QAccessibleWidget(plot, QAccessible::Chart) {}

    [[nodiscard]] QString text(QAccessible::Text what) const override {
        const QString value = static_cast<PlotChart*>(widget())->currentText();
        if (what == QAccessible::Value)
            return value;
        if (what == QAccessible::Description && !value.isEmpty())
            return value + QStringLiteral(". ") + QAccessibleWidget::text(what);
        return QAccessibleWidget::text(what);
    }
};

QAccessibleInterface* makePlotInterface(const QString&, QObject* object) {
    auto* plot = qobject_cast<PlotChart*>(object);
    return plot == nullptr ? nullptr : new PlotInterface(plot); // Qt owns it
}

} // namespace

void installPlotAccessibility() {
    static const bool installed = [] {
        QAccessible::installFactory(makePlotInterface);
        return true;
    }();
    Q_UNUSED(installed);
}

} // namespace mockingbird::review
