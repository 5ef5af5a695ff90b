// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/plot/plot_content.h"

#include <QAbstractTableModel>

namespace mockingbird::review {

/// The table behind a plot: a row for each category, and beside its name a column for each series.
class PlotTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit PlotTableModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setContent(const PlotContent& content);
    /// Of the column of names, the row's value in the first series.
    [[nodiscard]] PlotPlace placeOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(PlotPlace place) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    PlotContent m_content;
};

} // namespace mockingbird::review
