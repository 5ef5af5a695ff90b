// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/dropped_files.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>
#include <algorithm>

namespace mockingbird::studio {

namespace {

QString firstFile(const QMimeData* carried, const QStringList& endings) {
    if (carried == nullptr)
        return {};
    for (const QUrl& url : carried->urls()) {
        const QString file = url.toLocalFile();
        if (std::ranges::any_of(
                endings, [&](const QString& ending) { return file.endsWith(ending, Qt::CaseInsensitive); }))
            return file;
    }
    return {};
}

} // namespace

DroppedFiles::DroppedFiles(QWidget& onto, QStringList endings)
    : QObject(&onto), m_endings(std::move(endings)) {
    onto.setAcceptDrops(true);
    onto.installEventFilter(this);
}

bool DroppedFiles::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto* drop = static_cast<QDropEvent*>(event); // the events of dragging are of its kind
    const QString file = firstFile(drop->mimeData(), m_endings);
    if (file.isEmpty())
        return QObject::eventFilter(watched, event);
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (type == QEvent::Drop)
        emit dropped(file);
    return true;
}

} // namespace mockingbird::studio
