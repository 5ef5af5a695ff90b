// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/wrapping_delegate.h"

#include "common/ui/theme.h"

#include <QAbstractScrollArea>
#include <algorithm>

namespace mockingbird::studio {

namespace {
constexpr int kMostMeasured = 20'000; // a window that is drawn larger has many widths
constexpr int kRowSides = 26; // the padding and margin that the style sheet puts left and right of a row
} // namespace

QSize WrappingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QAbstractScrollArea*>(option.widget);
    if (view == nullptr)
        return QStyledItemDelegate::sizeHint(option, index);
    // Without a rectangle the style measures one long line, and with the view's it forgets what is beside the
    // text.
    QStyleOptionViewItem narrow(option);
    narrow.rect = QRect(0, 0, std::max(1, view->viewport()->width() - ui::px(kRowSides)), ui::px(400));
    if (narrow.font != m_font || m_heights.size() > kMostMeasured) {
        m_heights.clear();
        m_font = narrow.font;
    }
    int& height = m_heights[{index.data(Qt::DisplayRole).toString(),
                             {narrow.rect.width(), index.flags().testFlag(Qt::ItemIsEnabled)}}];
    if (height == 0)
        height = QStyledItemDelegate::sizeHint(narrow, index).height();
    return {1, height}; // the view makes it as wide as itself
}

void WrappingDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.flags().testFlag(Qt::ItemIsEnabled))
        return;
    option->font = ui::font(ui::TextStyle::Small);
    option->fontMetrics = QFontMetrics(option->font);
    option->palette.setColor(QPalette::Text, ui::colors().muted);
}

} // namespace mockingbird::studio
