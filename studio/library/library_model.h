// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/catalog/catalog.h"
#include "common/catalog/session_store.h"

#include <QAbstractTableModel>
#include <QString>
#include <vector>

namespace mockingbird::studio {

/// The sessions as a table, newest first.
class LibraryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Mentee, Kit, Attempt, Date, Mode, Length, State, Reviews, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    struct Row {
        catalog::Session session;
        MediaTime length;
        QString state;
        QString reviews;
    };
    void setRows(std::vector<Row> rows);
    [[nodiscard]] const Row& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    /// -1 where it isn't among them.
    [[nodiscard]] int find(catalog::SessionId session) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Row> m_rows;
};

/// What the table says of a session, read from its recordings and reviews.
[[nodiscard]] Result<LibraryModel::Row> libraryRow(catalog::Catalog& catalog,
                                                   const catalog::Session& session);

} // namespace mockingbird::studio
