// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/people_file/people_filter.h"

#include <QAbstractListModel>
#include <vector>

namespace mockingbird::studio {

/// People as a list that can be narrowed: two lines each, who they are and what they do.
class PeopleModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<PersonEntry> entries);
    void setFilter(const PeopleFilter& filter);
    [[nodiscard]] const PeopleFilter& filter() const { return m_filter; }
    [[nodiscard]] const std::vector<PersonEntry>& entries() const {
        return m_entries;
    } ///< also who isn't shown
    [[nodiscard]] const catalog::Person& person(int row) const;
    /// -1 where they aren't shown.
    [[nodiscard]] int find(catalog::PersonId person) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<PersonEntry> m_entries;
    std::vector<std::size_t> m_shown; ///< places in m_entries
    PeopleFilter m_filter;
};

} // namespace mockingbird::studio
