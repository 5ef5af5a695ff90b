// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/quarter_store.h"

#include <QAbstractTableModel>
#include <vector>

namespace mockingbird::review {

/// A quarter's pairs: a row each, and what waits in it. A cell that speaks of a session leads to it.
class QuarterModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Mentee, Branch, Mentor, Sessions, Owed, Unopened, Commitments, Outcomes, kColumns };
    enum Role { SortRole = Qt::UserRole, LinkRole };

    explicit QuarterModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setRows(std::vector<catalog::QuarterRow> rows, WallTime now);
    [[nodiscard]] const std::vector<catalog::QuarterRow>& rows() const { return m_rows; }
    [[nodiscard]] const catalog::QuarterRow* rowAt(const QModelIndex& index) const;
    /// Where a cell leads; null for one that opens the pair.
    [[nodiscard]] catalog::SessionId sessionAt(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant textAt(const catalog::QuarterRow& row, int column) const;
    [[nodiscard]] QVariant keyAt(const catalog::QuarterRow& row, int column) const;

    std::vector<catalog::QuarterRow> m_rows;
    WallTime m_now;
};

} // namespace mockingbird::review
