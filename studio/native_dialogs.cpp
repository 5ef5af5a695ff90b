// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/native_dialogs.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace mockingbird::studio {

namespace {

/// The ending that a filter such as "Table (*.csv)" names, without its dot.
QString endingOf(const QString& filter) {
    return filter.section(QStringLiteral("*."), 1).section(QLatin1Char(')'), 0, 0);
}

/// Has the file's ending follow the filter, or the file that is asked about wouldn't be the one that is
/// written.
void followFilter(QFileDialog& dialog) {
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString& kind) {
        const QString ending = endingOf(kind);
        dialog.setDefaultSuffix(ending);
        const QStringList chosen = dialog.selectedFiles();
        if (!chosen.isEmpty()) {
            const QFileInfo file(chosen.front());
            dialog.selectFile(file.dir().filePath(file.baseName() + QLatin1Char('.') + ending));
        }
    });
}

} // namespace

bool NativeDialogs::confirm(QWidget* parent, const QString& question, const QString& explanation,
                            const QString& yes, const QString& no) {
    QMessageBox box(QMessageBox::Question, QStringLiteral("Mockingbird"), question, QMessageBox::NoButton,
                    parent);
    box.setInformativeText(explanation);
    const QPushButton* accept = box.addButton(yes, QMessageBox::AcceptRole);
    QPushButton* refuse = box.addButton(no, QMessageBox::RejectRole);
    box.setDefaultButton(refuse);
    box.setEscapeButton(refuse);
    box.exec();
    return box.clickedButton() == accept;
}

QStringList NativeDialogs::chooseMediaFiles(QWidget* parent) {
    return QFileDialog::getOpenFileNames(
        parent, QObject::tr("Choose recordings made elsewhere"), {},
        QObject::tr("Video and sound (*.mkv *.mp4 *.mov *.webm *.avi *.m4v *.m4a *.mp3 *.wav *.ogg *.flac);;"
                    "All files (*)"));
}

QStringList NativeDialogs::chooseMaterialFiles(QWidget* parent) {
    return QFileDialog::getOpenFileNames(
        parent, QObject::tr("Choose what is to be read"), {},
        QObject::tr(
            "Materials (*.pdf *.md *.markdown *.txt *.html *.htm *.png *.jpg *.jpeg *.gif *.bmp *.mkv "
            "*.webm *.mp4 *.m4v *.m4a *.mov *.mka *.mp3 *.ogg *.opus *.flac *.wav);;All files (*)"));
}

QString NativeDialogs::chooseKitFile(QWidget* parent) {
    return QFileDialog::getOpenFileName(
        parent, QObject::tr("Choose a kit, rubrics or questions"), {},
        QObject::tr("Kits, rubrics, questions (*.mbkit *.csv *.txt *.json);;All files (*)"));
}

QString NativeDialogs::chooseKitExport(QWidget* parent, const QString& suggestedName) {
    QFileDialog dialog(parent, QObject::tr("Save the kit"),
                       QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters({QObject::tr("The whole kit with its materials (*.mbkit)"),
                           QObject::tr("Its questions, for a spreadsheet (*.csv)"),
                           QObject::tr("Its rubric, for Canvas (*.canvas.csv)"),
                           QObject::tr("The kit without materials, for programs (*.json)")});
    dialog.setDefaultSuffix(QStringLiteral("mbkit"));
    dialog.selectFile(suggestedName);
    followFilter(dialog);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return {};
    return dialog.selectedFiles().front();
}

QString NativeDialogs::chooseCatalogFolder(QWidget* parent) {
    return QFileDialog::getExistingDirectory(parent, QObject::tr("Choose a catalog's folder"));
}

QString NativeDialogs::choosePeopleFile(QWidget* parent) {
    return QFileDialog::getOpenFileName(parent, QObject::tr("Choose a table of people"), {},
                                        QObject::tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
}

QString NativeDialogs::choosePeopleTarget(QWidget* parent, const QString& suggestedName) {
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return QFileDialog::getSaveFileName(parent, QObject::tr("Save the table of people"),
                                        documents.filePath(suggestedName), QObject::tr("Table (*.csv)"));
}

QString NativeDialogs::chooseCalendarFile(QWidget* parent, const QString& suggestedName) {
    QFileDialog dialog(parent, QObject::tr("Save for your calendar"),
                       QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                       QObject::tr("Calendar (*.ics)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("ics"));
    dialog.selectFile(suggestedName);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return {};
    return dialog.selectedFiles().front();
}

Dialogs::ReportChoice NativeDialogs::chooseReportFile(QWidget* parent, const QString& suggestedName) {
    const QString own = QObject::tr("PDF for yourself, with your private notes (*.pdf)");
    const QStringList kinds{QObject::tr("PDF to hand on (*.pdf)"),
                            QObject::tr("Web page to hand on (*.html)"),
                            QObject::tr("Table to hand on (*.csv)"), own};
    QFileDialog dialog(parent, QObject::tr("Save the report"),
                       QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters(kinds);
    dialog.setDefaultSuffix(QStringLiteral("pdf"));
    dialog.selectFile(suggestedName);
    // The ending follows the kind, or the file that is asked about wouldn't be the one that is written.
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString& kind) {
        const QString ending = kind.section(QStringLiteral("*."), 1).section(QLatin1Char(')'), 0, 0);
        dialog.setDefaultSuffix(ending);
        const QStringList chosen = dialog.selectedFiles();
        if (!chosen.isEmpty()) {
            const QFileInfo file(chosen.front());
            dialog.selectFile(file.dir().filePath(file.completeBaseName() + QLatin1Char('.') + ending));
        }
    });
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return {};
    return {dialog.selectedFiles().front(), dialog.selectedNameFilter() == own};
}

} // namespace mockingbird::studio
