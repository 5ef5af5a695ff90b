// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/catalog/catalog.h"
#include "common/catalog/session_store.h"

#include <QAbstractTableModel>
#include <QString>
#include <vector>

namespace mockingbird::studio {

/// The sessions as a table, newest first, read from the catalog a page at a time as far as somebody looks.
class LibraryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Mentee, Kit, Attempt, Date, Mode, Length, State, Reviews, ColumnCount };

    explicit LibraryModel(catalog::Catalog& catalog, QObject* parent = nullptr);

    struct Row {
        catalog::Session session;
        MediaTime length;
        QString state;
        QString reviews;
    };
    /// Reads them anew: as many as there were, up to a limit, so that the place in the list stays.
    Result<void> load(const catalog::SessionFilter& filter);
    [[nodiscard]] const Row& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    /// -1 where it isn't among those read so far.
    [[nodiscard]] int find(catalog::SessionId session) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    void failed(const mockingbird::Error& error); ///< a further page could not be read

private:
    /// The next `limit` rows after those there are.
    [[nodiscard]] Result<std::vector<Row>> next(const std::vector<Row>& after, int limit) const;

    catalog::Catalog& m_catalog;
    catalog::SessionFilter m_filter;
    bool m_all = true; ///< whether the last one is read
    std::vector<Row> m_rows;
};

/// What the table says of a session, read from its recordings and reviews.
[[nodiscard]] Result<LibraryModel::Row> libraryRow(catalog::Catalog& catalog,
                                                   const catalog::Session& session);

} // namespace mockingbird::studio
