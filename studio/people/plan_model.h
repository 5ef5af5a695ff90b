// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/people_file/people_plan.h"

#include <QAbstractTableModel>
#include <QString>

namespace mockingbird::studio {

/// What an import will do, a row for each row of the file.
class PlanModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Line, Name, WillBe, What, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setPlan(PeoplePlan plan);
    [[nodiscard]] const PeoplePlan& plan() const { return m_plan; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    PeoplePlan m_plan;
};

} // namespace mockingbird::studio
