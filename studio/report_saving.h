// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"
#include "studio/report_job.h"

#include <QObject>

class QWidget;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::studio {

class App;
class Dialogs;

/// Saves a session's report where the person says, and says when it is there. GUI thread.
class ReportSaving : public QObject {
    Q_OBJECT

public:
    ReportSaving(App& app, Dialogs& dialogs, ui::Banner& banner, QObject* parent = nullptr);

    void save(catalog::SessionId session, QWidget* from);
    /// One under way is written, but no word of it is shown any more: the person has left.
    void forget() { m_shown = false; }

private:
    App& m_app;
    Dialogs& m_dialogs;
    ui::Banner& m_banner;
    ReportJob m_job;
    bool m_shown = true;
};

} // namespace mockingbird::studio
