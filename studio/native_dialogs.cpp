// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/native_dialogs.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace mockingbird::studio {

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

QString NativeDialogs::chooseCatalogFolder(QWidget* parent) {
    return QFileDialog::getExistingDirectory(parent, QObject::tr("Choose a catalog's folder"));
}

} // namespace mockingbird::studio
