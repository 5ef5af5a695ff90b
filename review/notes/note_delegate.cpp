// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_delegate.h"

#include "common/ui/theme.h"
#include "review/notes/note_model.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr int kMark = 12;

int headHeight() {
    return QFontMetrics(ui::font(ui::TextStyle::Strong)).height();
}

int viewWidth(const QStyleOptionViewItem& option) {
    // The option's rectangle has no width while the view asks for sizes.
    const auto* view = qobject_cast<const QListView*>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

QRect inner(const QRect& rect) {
    return rect.adjusted(ui::px(ui::kMedium), ui::px(ui::kSmall), -ui::px(ui::kMedium), -ui::px(ui::kSmall));
}

int textIndent() {
    return ui::px(kMark) + ui::px(ui::kSmall);
}

} // namespace

void NoteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const auto* model = qobject_cast<const NoteModel*>(index.model());
    if (!model)
        return;
    const ui::Colors& colors = ui::colors();
    const NoteRow& row = model->row(index);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool current = index.data(NoteModel::CurrentRole).toBool();

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(option.rect).adjusted(2.5, 1.5, -2.5, -1.5);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? colors.accentSoft : colors.raised);
        painter->drawRoundedRect(ground, ui::kRadius, ui::kRadius);
    }
    if (selected && option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colors.focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(ground, ui::kRadius, ui::kRadius);
    }
    if (current) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.accent);
        painter->drawRoundedRect(QRectF(ground.left(), ground.top() + 4, 4, ground.height() - 8), 2, 2);
    }

    const QColor strong = selected ? colors.onAccentSoft : colors.text;
    const QColor weak = selected ? colors.onAccentSoft : colors.muted;
    const QRect area = inner(option.rect);
    const int head = headHeight();
    drawMark(*painter,
             QRectF(area.left(), area.top() + (head - ui::px(kMark)) / 2.0, ui::px(kMark), ui::px(kMark)),
             row.mark());

    const QFont strongFont = ui::font(ui::TextStyle::Strong);
    const QFont smallFont = ui::font(ui::TextStyle::Small);
    QRect line(area.left() + textIndent(), area.top(), area.width() - textIndent(), head);
    const QString time = index.data(NoteModel::TimeRole).toString();
    painter->setFont(strongFont);
    painter->setPen(strong);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, time);
    const int timeWidth = QFontMetrics(strongFont).horizontalAdvance(time) + ui::px(ui::kMedium);

    QStringList about;
    for (const int role : {NoteModel::PartRole, NoteModel::CriterionRole, NoteModel::AuthorRole}) {
        if (const QString text = index.data(role).toString(); !text.isEmpty())
            about << text;
    }
    painter->setFont(smallFont);
    painter->setPen(weak);
    line.setLeft(line.left() + timeWidth);
    painter->drawText(
        line, Qt::AlignVCenter | Qt::AlignRight,
        QFontMetrics(smallFont).elidedText(about.join(QStringLiteral(" · ")), Qt::ElideRight, line.width()));

    painter->setFont(ui::font(ui::TextStyle::Body));
    painter->setPen(strong);
    painter->drawText(QRect(area.left() + textIndent(), area.top() + head + ui::px(2),
                            area.width() - textIndent(), area.height() - head - ui::px(2)),
                      Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                      index.data(Qt::DisplayRole).toString());
    painter->restore();
}

QSize NoteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int width = viewWidth(option);
    const int textWidth = std::max(ui::px(80), width - 2 * ui::px(ui::kMedium) - textIndent());
    const QFontMetrics metrics(ui::font(ui::TextStyle::Body));
    const QRect text = metrics.boundingRect(QRect(0, 0, textWidth, 100'000), Qt::AlignLeft | Qt::TextWordWrap,
                                            index.data(Qt::DisplayRole).toString());
    return {width, headHeight() + ui::px(2) + text.height() + 2 * ui::px(ui::kSmall)};
}

QWidget* NoteDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const {
    auto* editor = new QPlainTextEdit(parent);
    editor->setAccessibleName(tr("Text of the note"));
    editor->setTabChangesFocus(true);
    return editor;
}

void NoteDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    auto* field = qobject_cast<QPlainTextEdit*>(editor);
    field->setPlainText(index.data(Qt::EditRole).toString());
    field->moveCursor(QTextCursor::End);
}

void NoteDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    model->setData(index, qobject_cast<QPlainTextEdit*>(editor)->toPlainText(), Qt::EditRole);
}

void NoteDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex&) const {
    QRect place =
        option.rect.adjusted(ui::px(ui::kTight), headHeight() + ui::px(ui::kTight), -ui::px(ui::kTight), 0);
    place.setHeight(std::max(place.height(), ui::px(64)));
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
