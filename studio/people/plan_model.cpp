// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people/plan_model.h"

#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

namespace mockingbird::studio {

namespace {

using Kind = PlannedRow::Kind;

QString kindText(Kind kind) {
    switch (kind) {
    case Kind::Added:
        return QObject::tr("Added");
    case Kind::Changed:
        return QObject::tr("Changed");
    case Kind::Unchanged:
        return QObject::tr("As it is");
    case Kind::Refused:
        return QObject::tr("Refused");
    }
    return {};
}

const char* kindIcon(Kind kind) {
    switch (kind) {
    case Kind::Added:
        return "plus";
    case Kind::Changed:
        return "note";
    case Kind::Unchanged:
        return "check";
    case Kind::Refused:
        return "warning";
    }
    return "check";
}

QString whatText(const PlannedRow& row) {
    QStringList parts;
    for (const PlannedChange& change : row.changes)
        parts << (change.from.empty()
                      ? QObject::tr("%1: %2").arg(ui::toQString(change.what), ui::toQString(change.to))
                      : QObject::tr("%1: %2 → %3")
                            .arg(ui::toQString(change.what), ui::toQString(change.from),
                                 ui::toQString(change.to)));
    if (!row.reason.empty())
        parts << ui::toQString(row.reason);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

void PlanModel::setPlan(PeoplePlan plan) {
    beginResetModel();
    m_plan = std::move(plan);
    endResetModel();
}

int PlanModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_plan.rows.size());
}

int PlanModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlanModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const PlannedRow& row = m_plan.rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DecorationRole && index.column() == WillBe)
        return ui::icon(kindIcon(row.kind), &ui::Colors::muted);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Line:
        return static_cast<qulonglong>(row.line);
    case Name:
        return ui::toQString(row.person.name);
    case WillBe:
        return kindText(row.kind);
    case What:
        return whatText(row);
    default:
        return {};
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line:
        return tr("Line");
    case Name:
        return tr("Name");
    case WillBe:
        return tr("Will be");
    case What:
        return tr("What");
    default:
        return {};
    }
}

} // namespace mockingbird::studio
