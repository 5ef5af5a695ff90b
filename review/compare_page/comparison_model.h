// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/comparison.h"

#include <QAbstractTableModel>
#include <optional>

namespace mockingbird::review {

/// A comparison as a table: a row for each criterion and one for the total, a column for each attempt, and,
/// from two attempts on, one for the change from the first to the last.
class ComparisonModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { ChangeRole = Qt::UserRole, RatersRole, TotalRole };

    explicit ComparisonModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setComparison(Comparison comparison);
    [[nodiscard]] const Comparison& comparison() const { return m_comparison; }
    /// None for the column of the change.
    [[nodiscard]] std::optional<catalog::SessionId> sessionAt(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool isTotal(int row) const;
    [[nodiscard]] bool isOverall(int column) const;
    [[nodiscard]] QVariant totalAt(std::size_t attempt, int role) const;
    [[nodiscard]] QVariant overallAt(int row, int role) const;
    [[nodiscard]] QVariant cellAt(const ComparisonCell& cell, int role) const;
    [[nodiscard]] QVariant attemptHeader(const Attempt& attempt, int role) const;

    Comparison m_comparison;
};

} // namespace mockingbird::review
