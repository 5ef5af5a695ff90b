// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "studio/exchange/kit_exchange_job.h"

#include <QObject>

class QWidget;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::studio {

class App;
class Dialogs;
class KitsPanel;

/// Takes kits in and hands them out, as the kits' panel asks for it: asks for the file, shows what will
/// happen, and says on the window's banner what came of it. GUI thread.
class KitTransfer : public QObject {
    Q_OBJECT

public:
    KitTransfer(App& app, Dialogs& dialogs, ui::Banner& banner, QObject* parent = nullptr);

    /// Does what the panel asks for, lets files be dropped onto it, and has it show what came in.
    void serve(KitsPanel& panel);
    /// Of a file that is asked for where none is named.
    void importFile(const QString& file, QWidget* from);
    void exportKit(catalog::KitId kit, QWidget* from);

signals:
    void draftMade(mockingbird::catalog::KitDraftId draft);
    void kitTaken(mockingbird::catalog::KitId kit);

private:
    void tell(const exchange::ImportOutcome& outcome);

    App& m_app;
    Dialogs& m_dialogs;
    ui::Banner& m_banner;
    std::unique_ptr<KitExchangeJob> m_writing;
};

} // namespace mockingbird::studio
