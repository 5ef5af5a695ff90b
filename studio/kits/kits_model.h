// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_draft_store.h"
#include "common/catalog/kit_store.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>
#include <vector>

namespace mockingbird::studio {

/// One's drafts, then the kits by name. Heads alone: what a kit holds is read when it is shown.
class KitsModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    enum Role { IdRole = Qt::UserRole, DraftRole, RetiredRole, ClassificationRole, WordsRole };

    /// Nothing happens where they are the same as before, so that lists keep their place.
    void show(std::vector<catalog::KitDraftHead> drafts, std::vector<catalog::KitHead> kits);
    [[nodiscard]] QStringList classifications() const; ///< those there are, by name

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        QString id;
        QString name;
        QString detail;
        QString classification;
        QString words; ///< in which is searched
        bool draft = false;
        bool retired = false;
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> m_rows;
};

/// The kits that hold every word searched for, of one classification, retired ones where they are asked for.
class KitsFilterModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setSearch(const QString& search);
    void setClassification(const QString& classification); ///< empty: all
    void setRetiredShown(bool shown);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_search;
    QString m_classification;
    bool m_retired = false;
};

} // namespace mockingbird::studio
