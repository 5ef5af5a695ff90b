// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_delegate.h"

#include "common/ui/theme.h"
#include "review/notes/note_model.h"
#include "review/notes/note_painting.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <algorithm>

namespace mockingbird::review {

namespace {

int viewWidth(const QStyleOptionViewItem& option) {
    // The option's rectangle has no width while the view asks for sizes.
    const auto* view = qobject_cast<const QListView*>(option.widget);
    if (!view)
        return option.rect.width();
    // As if the scroll bar were there: thousands of texts aren't wrapped anew when it comes and goes.
    const QScrollBar* bar = view->verticalScrollBar();
    return view->viewport()->width() - (bar->isVisibleTo(view) ? 0 : bar->sizeHint().width());
}

} // namespace

void NoteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const auto* model = qobject_cast<const NoteModel*>(index.model());
    if (!model)
        return;
    if (const catalog::Reply* reply = model->reply(index))
        paintReplyLine(*painter, option, *reply);
    else
        paintNoteLine(*painter, option, model->row(index),
                      index.data(NoteModel::CurrentRole).toBool() ? LineState::Current : LineState::Plain);
}

QSize NoteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int width = viewWidth(option);
    const auto* model = qobject_cast<const NoteModel*>(index.model());
    if (!model)
        return {width, 0};
    // Wrapping the text of thousands of lines takes a quarter of a second; a view asks for all of them again
    // whenever one comes or goes.
    int height = model->height(index, width);
    if (height < 0) {
        const catalog::Reply* reply = model->reply(index);
        height = reply ? replyLineHeight(*reply, width) : noteLineHeight(model->row(index), width);
        model->setHeight(index, width, height);
    }
    return {width, height};
}

QWidget* NoteDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                    const QModelIndex& index) const {
    auto* editor = new QPlainTextEdit(parent);
    editor->setAccessibleName(index.data(NoteModel::ReplyRole).toBool() ? tr("Text of the reply")
                                                                        : tr("Text of the note"));
    editor->setTabChangesFocus(true);
    return editor;
}

void NoteDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    auto* field = qobject_cast<QPlainTextEdit*>(editor);
    const QString text = index.data(Qt::EditRole).toString();
    // A view hands the text over again at each change of the model; what is being typed stays.
    if (field->property("text given").toString() == text && !text.isNull())
        return;
    field->setProperty("text given", text);
    field->setPlainText(text);
    field->moveCursor(QTextCursor::End);
}

void NoteDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    model->setData(index, qobject_cast<QPlainTextEdit*>(editor)->toPlainText(), Qt::EditRole);
}

void NoteDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const {
    const bool reply = index.data(NoteModel::ReplyRole).toBool();
    const QRect text = reply ? replyTextRect(option.rect) : noteTextRect(option.rect);
    QRect place(reply ? text.left() - ui::px(ui::kTight) : option.rect.left() + ui::px(ui::kTight),
                text.top(), 0, std::max(option.rect.bottom() - text.top(), ui::px(64)));
    place.setRight(option.rect.right() - ui::px(ui::kTight));
    if (const QWidget* viewport = editor->parentWidget(); viewport && place.bottom() > viewport->height())
        place.moveBottom(viewport->height());
    editor->setGeometry(place);
}

bool NoteDelegate::eventFilter(QObject* editor, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (key->modifiers().testFlag(Qt::ShiftModifier))
                return false;
            emit commitData(qobject_cast<QWidget*>(editor));
            emit closeEditor(qobject_cast<QWidget*>(editor));
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(editor, event);
}

} // namespace mockingbird::review
