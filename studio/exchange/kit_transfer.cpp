// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/kit_transfer.h"

#include "common/catalog/kit_store.h"
#include "common/ui/banner.h"
#include "common/ui/text.h"
#include "studio/app.h"
#include "studio/dialogs.h"
#include "studio/exchange/dropped_files.h"
#include "studio/exchange/kit_import_dialog.h"
#include "studio/kits/kits_panel.h"

#include <QFileInfo>
#include <QWidget>

namespace mockingbird::studio {

KitTransfer::KitTransfer(App& app, Dialogs& dialogs, ui::Banner& banner, QObject* parent)
    : QObject(parent), m_app(app), m_dialogs(dialogs), m_banner(banner) {}

void KitTransfer::serve(KitsPanel& panel) {
    connect(&panel, &KitsPanel::importRequested, this, [this, &panel] { importFile({}, &panel); });
    connect(&panel, &KitsPanel::exportRequested, this,
            [this, &panel](catalog::KitId kit) { exportKit(kit, &panel); });
    connect(this, &KitTransfer::draftMade, &panel,
            [&panel](catalog::KitDraftId draft) { panel.openDraft(draft); });
    connect(this, &KitTransfer::kitTaken, &panel, &KitsPanel::showKit);
    auto* files = new DroppedFiles(panel, {QStringLiteral(".mbkit"), QStringLiteral(".csv"),
                                           QStringLiteral(".txt"), QStringLiteral(".json")});
    connect(files, &DroppedFiles::dropped, this,
            [this, &panel](const QString& file) { importFile(file, &panel); });
}

void KitTransfer::importFile(const QString& named, QWidget* from) {
    if (m_app.catalog() == nullptr)
        return;
    const QString file = named.isEmpty() ? m_dialogs.chooseKitFile(from) : named;
    if (file.isEmpty())
        return;
    auto* dialog = new KitImportDialog(*m_app.catalog(), file.toStdString(), from);
    connect(dialog, &KitImportDialog::imported, this, &KitTransfer::tell);
    connect(&m_app, &App::catalogAboutToChange, dialog, [dialog] { delete dialog; });
    dialog->open();
}

void KitTransfer::tell(const exchange::ImportOutcome& outcome) {
    const auto drafts = static_cast<int>(outcome.drafts.size());
    if (drafts > 0) {
        m_banner.showMessage(ui::Tone::Success,
                             drafts == 1
                                 ? tr("It is in a draft now, which only you see until it is published.")
                                 : tr("There are %1 new drafts, which only you see.").arg(drafts));
        if (drafts == 1)
            emit draftMade(outcome.drafts.front());
        return;
    }
    if (outcome.kits.empty() || outcome.plan.steps.empty())
        return;
    m_banner.showMessage(ui::Tone::Success,
                         tr("Imported. %1").arg(ui::toQString(outcome.plan.steps.front().text)));
    emit kitTaken(outcome.kits.front());
}

void KitTransfer::exportKit(catalog::KitId id, QWidget* from) {
    catalog::Catalog* const catalog = m_app.catalog();
    if (catalog == nullptr || (m_writing && m_writing->running()))
        return;
    const auto kit = catalog->kits().byId(id);
    if (!kit.ok()) {
        m_banner.showError(kit.error());
        return;
    }
    const QString file = m_dialogs.chooseKitExport(
        from, ui::toQString(exchange::suggestedFileName(*kit, exchange::ExportForm::Bundle)));
    if (file.isEmpty())
        return;
    const auto form = exchange::exportFormOf(file.toStdString());
    if (!form.ok()) {
        m_banner.showError(form.error());
        return;
    }
    m_writing = std::make_unique<KitExchangeJob>(catalog->folder(), catalog->actor());
    KitExchangeJob* const job = m_writing.get();
    const QString name = QFileInfo(file).fileName();
    m_banner.showMessage(ui::Tone::Info, tr("%1 is being written ...").arg(name), tr("Stop"),
                         [job] { job->cancel(); });
    connect(job, &KitExchangeJob::failed, this, [this](const Error& error) {
        if (error.code == ErrorCode::Cancelled)
            m_banner.showMessage(ui::Tone::Info, tr("Stopped; no file was written."));
        else
            m_banner.showError(error);
    });
    connect(job, &KitExchangeJob::written, this, [this, name](const std::vector<exchange::Remark>& remarks) {
        QString text = tr("The kit is saved as %1.").arg(name);
        for (const exchange::Remark& remark : remarks)
            text += QLatin1Char(' ') + ui::toQString(toString(remark));
        m_banner.showMessage(ui::Tone::Success, text);
    });
    connect(&m_app, &App::catalogAboutToChange, job, [this] { m_writing.reset(); });
    m_writing->write(id, file.toStdString(), *form);
}

} // namespace mockingbird::studio
