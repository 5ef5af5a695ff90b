// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/parts_view.h"

#include "studio/prep/wrapping_delegate.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <algorithm>

namespace mockingbird::studio {

namespace {
constexpr int kId = Qt::UserRole;
} // namespace

PartsView::PartsView(const QString& name, QWidget* parent) : QListWidget(parent) {
    setAccessibleName(name);
    setToolTip(
        tr("Drag to order, or Alt+Up and Alt+Down. Enter: its fields. Ctrl+D: a copy. Delete: remove."));
    setWordWrap(true);
    setResizeMode(QListView::Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new WrappingDelegate(this));
    setDragDropMode(QAbstractItemView::InternalMove);
    setDragDropOverwriteMode(false);
    connect(this, &QListWidget::currentRowChanged, this, [this] {
        if (!m_filling)
            emit chosen();
    });
}

void PartsView::setParts(const std::vector<Part>& parts) {
    const QString before = currentId();
    int row = std::max(0, currentRow());
    m_filling = true;
    while (count() > static_cast<int>(parts.size()))
        delete takeItem(count() - 1);
    while (count() < static_cast<int>(parts.size()))
        addItem(QString());
    for (int i = 0; i < count(); ++i) {
        const Part& part = parts[static_cast<std::size_t>(i)];
        const QString mark = part.note.isEmpty() ? QString() : tr("! ");
        const QString text = tr("%1%2. %3").arg(mark).arg(i + 1).arg(part.text);
        QListWidgetItem* shown = item(i);
        if (shown->text() != text)
            shown->setText(text);
        shown->setData(kId, part.id);
        shown->setToolTip(part.note);
        if (part.id == before)
            row = i;
    }
    setCurrentRow(std::min(row, count() - 1));
    m_filling = false;
    if (currentId() != before)
        emit chosen();
}

QString PartsView::currentId() const {
    const QListWidgetItem* now = currentItem();
    return now == nullptr ? QString() : now->data(kId).toString();
}

void PartsView::choose(const QString& id) {
    for (int i = 0; i < count(); ++i)
        if (item(i)->data(kId).toString() == id)
            setCurrentRow(i);
}

void PartsView::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (currentItem() != nullptr && enter && event->modifiers() == Qt::NoModifier)
        emit openRequested();
    else if (currentItem() != nullptr && event->key() == Qt::Key_Delete)
        emit removeRequested();
    else if (currentItem() != nullptr && event->key() == Qt::Key_D &&
             event->modifiers() == Qt::ControlModifier)
        emit duplicateRequested();
    else
        QListWidget::keyPressEvent(event);
}

void PartsView::dropEvent(QDropEvent* event) {
    const QListWidgetItem* over = itemAt(event->position().toPoint());
    int to = over == nullptr ? count() : row(over);
    if (over != nullptr && event->position().y() > visualItemRect(over).center().y())
        ++to;
    if (to > currentRow())
        --to; // it is taken out before it is put there
    // Told as a copy: after a move the view would remove the row that the model has moved by then.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setState(QAbstractItemView::NoState);
    const QString id = currentId();
    // After the drag has ended: the rows change under it.
    QMetaObject::invokeMethod(
        this, [this, id, to] { emit moveRequested(id, to); }, Qt::QueuedConnection);
}

} // namespace mockingbird::studio
