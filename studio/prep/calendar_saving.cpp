// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/calendar_saving.h"

#include "common/base/whole_file.h"
#include "common/catalog/catalog.h"
#include "common/ui/banner.h"
#include "studio/dialogs.h"
#include "studio/prep/own_calendar.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace mockingbird::studio {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("CalendarSaving", text);
}

} // namespace

void saveCalendar(catalog::Catalog& catalog, Dialogs& dialogs, ui::Banner& banner, QWidget* from) {
    const auto calendar = ownCalendar(catalog, catalog.actor(), WallTime::now());
    if (!calendar) {
        banner.showError(calendar.error());
        return;
    }
    const QString file = dialogs.chooseCalendarFile(from, tr("Interviews.ics"));
    if (file.isEmpty())
        return;
    if (const auto written = writeWholeFile(file.toStdString(), calendar->text); !written) {
        banner.showError(written.error());
        return;
    }
    banner.showMessage(ui::Tone::Success,
                       tr("Saved as %1. Open it in your calendar; after a change save and open it again.")
                           .arg(QFileInfo(file).fileName()),
                       tr("Open it"), [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
}

} // namespace mockingbird::studio
