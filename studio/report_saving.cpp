// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/report_saving.h"

#include "common/ui/banner.h"
#include "common/ui/text.h"
#include "studio/app.h"
#include "studio/dialogs.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace mockingbird::studio {

ReportSaving::ReportSaving(App& app, Dialogs& dialogs, ui::Banner& banner, QObject* parent)
    : QObject(parent), m_app(app), m_dialogs(dialogs), m_banner(banner) {
    connect(&m_job, &ReportJob::failed, this, [this](const Error& error) {
        if (m_shown)
            m_banner.showError(error);
    });
    connect(&m_job, &ReportJob::written, this, [this](const QString& file) {
        if (!m_shown)
            return;
        m_banner.showMessage(ui::Tone::Success,
                             tr("The report is saved as %1.").arg(QFileInfo(file).fileName()), tr("Open it"),
                             [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
    });
}

void ReportSaving::save(catalog::SessionId id, QWidget* from) {
    const auto session = m_app.catalog()->sessions().byId(id);
    if (!session) {
        m_banner.showError(session.error());
        return;
    }
    QString name = tr("%1, attempt %2.pdf").arg(ui::toQString(session->menteeName)).arg(session->attempt);
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    const Dialogs::ReportChoice choice = m_dialogs.chooseReportFile(from, name);
    if (choice.file.isEmpty())
        return;
    m_shown = true;
    m_banner.showMessage(ui::Tone::Info, tr("The report is being written ..."));
    m_job.start({m_app.catalog()->folder(), m_app.catalog()->actor(), id,
                 choice.own ? review::ReportCopy::Own : review::ReportCopy::Mentee,
                 choice.file.toStdString()});
}

} // namespace mockingbird::studio
