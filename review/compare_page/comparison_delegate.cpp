// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/comparison_delegate.h"

#include "common/ui/theme.h"
#include "review/compare_page/comparison_model.h"

#include <QPainter>
#include <algorithm>

namespace mockingbird::review {

namespace {

struct CellTexts {
    QString value;
    QString change;
    QString raters;

    explicit CellTexts(const QModelIndex& index)
        : value(index.data(Qt::DisplayRole).toString()),
          change(index.data(ComparisonModel::ChangeRole).toString()),
          raters(index.data(ComparisonModel::RatersRole).toString()) {}
};

} // namespace

void ComparisonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
    const ui::Colors& colors = ui::colors();
    const CellTexts texts(index);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (selected)
        painter->fillRect(option.rect, colors.accentSoft);
    else
        painter->fillRect(option.rect,
                          index.data(ComparisonModel::TotalRole).toBool() ? colors.raised : colors.surface);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colors.focus, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    const QRect inside = option.rect.adjusted(ui::px(ui::kMedium), ui::px(ui::kSmall), -ui::px(ui::kSmall),
                                              -ui::px(ui::kSmall));
    const QFont strong = ui::font(ui::TextStyle::Strong);
    const QFont small = ui::font(ui::TextStyle::Small);
    const int line = QFontMetrics(strong).height();
    const int smallLine = QFontMetrics(small).height();
    const int height = texts.raters.isEmpty() ? line : line + smallLine;
    const int top = inside.top() + std::max(0, (inside.height() - height) / 2);

    painter->setFont(strong);
    painter->setPen(selected ? colors.onAccentSoft : colors.text);
    painter->drawText(QRect(inside.left(), top, inside.width(), line), Qt::AlignVCenter, texts.value);
    if (!texts.change.isEmpty()) {
        const int left =
            inside.left() + QFontMetrics(strong).horizontalAdvance(texts.value) + ui::px(ui::kMedium);
        painter->setFont(ui::font(ui::TextStyle::Body));
        painter->drawText(QRect(left, top, inside.right() - left, line), Qt::AlignVCenter, texts.change);
    }
    painter->setFont(small);
    painter->setPen(selected ? colors.onAccentSoft : colors.muted);
    painter->drawText(QRect(inside.left(), top + line, inside.width(), smallLine), Qt::AlignVCenter,
                      QFontMetrics(small).elidedText(texts.raters, Qt::ElideRight, inside.width()));
    painter->restore();
}

QSize ComparisonDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const CellTexts texts(index);
    const QFontMetrics strong(ui::font(ui::TextStyle::Strong));
    const QFontMetrics small(ui::font(ui::TextStyle::Small));
    int width = strong.horizontalAdvance(texts.value);
    if (!texts.change.isEmpty())
        width += ui::px(ui::kMedium) + strong.horizontalAdvance(texts.change);
    width = std::max(width, small.horizontalAdvance(texts.raters));
    return {width + ui::px(ui::kMedium) + ui::px(ui::kSmall) + 2,
            strong.height() + small.height() + 2 * ui::px(ui::kSmall)};
}

} // namespace mockingbird::review
