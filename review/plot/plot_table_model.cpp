// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/plot/plot_table_model.h"

#include <algorithm>

namespace mockingbird::review {

void PlotTableModel::setContent(const PlotContent& content) {
    beginResetModel();
    m_content = content;
    endResetModel();
}

PlotPlace PlotTableModel::placeOf(const QModelIndex& index) const {
    return {static_cast<std::size_t>(std::max(0, index.column() - 1)), static_cast<std::size_t>(index.row())};
}

QModelIndex PlotTableModel::indexOf(PlotPlace place) const {
    return index(static_cast<int>(place.category), static_cast<int>(place.series) + 1);
}

int PlotTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_content.categories.size());
}

int PlotTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_content.series.size()) + 1;
}

QVariant PlotTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    if (index.column() == 0)
        return role == Qt::DisplayRole ? m_content.categories[static_cast<std::size_t>(index.row())]
                                       : QVariant();
    const PlotValue* value = valueAt(m_content, placeOf(index));
    if (value == nullptr)
        return {};
    if (role == Qt::DisplayRole)
        return cellText(*value);
    if (role == Qt::ToolTipRole)
        return value->detail;
    if (role == Qt::AccessibleTextRole)
        return placeText(m_content, placeOf(index));
    return {};
}

QVariant PlotTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    if (section == 0)
        return m_content.categoryTitle;
    const auto series = static_cast<std::size_t>(section - 1);
    if (series >= m_content.series.size())
        return {};
    const QString& name = m_content.series[series].name;
    return name.isEmpty() ? m_content.title : name;
}

} // namespace mockingbird::review
