// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/export_file.h"

#include "common/base/whole_file.h"
#include "common/ui/banner.h"
#include "review/report/pdf/report_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace mockingbird::review {

QString askForReportFile(QWidget* parent, const QString& suggested) {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return QFileDialog::getSaveFileName(
        parent, QCoreApplication::translate("export_file", "Export"), folder.filePath(suggested),
        QCoreApplication::translate("export_file", "Web page (*.html);;PDF (*.pdf);;Table (*.csv)"));
}

void exportReport(QWidget* parent, ui::Banner& banner, const ChooseFile& chooseFile, const QString& suggested,
                  const std::function<Result<std::string>(ReportFormat)>& bytes) {
    QString name = suggested;
    QString file = chooseFile(parent, name.replace(u'/', u'-'));
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += QStringLiteral(".html");
    const auto written = [&]() -> Result<void> {
        const ReportFormat format = TRY(reportFormatOf(file.toStdString()));
        return writeWholeFile(file.toStdString(), TRY(bytes(format)));
    }();
    if (written.ok())
        banner.showMessage(ui::Tone::Success,
                           QCoreApplication::translate("export_file", "It is saved as %1.").arg(file));
    else
        banner.showError(written.error());
}

} // namespace mockingbird::review
