// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QStyledItemDelegate>
#include <utility>

namespace mockingbird::studio {

/// Rows whose words wrap to the width of their list, which has no scroll bar across. A row that can't be
/// chosen is a heading, in the colour for secondary text.
class WrappingDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    /// Of rows that were measured: their words, the width, and whether a heading. A list asks for all of them
    /// at every look, twice where its scroll bar comes and goes.
    using Row = std::pair<QString, std::pair<int, bool>>;
    mutable QHash<Row, int> m_heights;
    mutable QFont m_font; ///< that they were measured in
};

} // namespace mockingbird::studio
