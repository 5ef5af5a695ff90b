// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/quarter_model.h"

#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QFont>

namespace mockingbird::review {

void QuarterModel::setRows(std::vector<catalog::QuarterRow> rows, WallTime now) {
    beginResetModel();
    m_rows = std::move(rows);
    m_now = now;
    endResetModel();
}

const catalog::QuarterRow* QuarterModel::rowAt(const QModelIndex& index) const {
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= m_rows.size())
        return nullptr;
    return &m_rows[static_cast<std::size_t>(index.row())];
}

catalog::SessionId QuarterModel::sessionAt(const QModelIndex& index) const {
    const catalog::QuarterRow* row = rowAt(index);
    if (row == nullptr)
        return {};
    switch (index.column()) {
    case Owed:
        return row->oldestOwedSession;
    case Unopened:
        return row->oldestUnopenedSession;
    case Commitments:
        return row->oldestOpenCommitmentSession;
    default:
        return {};
    }
}

int QuarterModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int QuarterModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant QuarterModel::textAt(const catalog::QuarterRow& row, int column) const {
    switch (column) {
    case Mentee:
        return ui::toQString(row.menteeName);
    case Branch:
        return ui::toQString(row.branch);
    case Mentor:
        return ui::toQString(row.mentorName);
    case Sessions:
        return row.sessions;
    case Owed:
        if (row.outstanding == 0)
            return tr("none");
        if (row.overdue == 0)
            return tr("%1").arg(row.outstanding);
        return tr("%1, overdue: %2, since %3")
            .arg(row.outstanding)
            .arg(row.overdue)
            .arg(row.oldestOwed ? ui::dateAndTime(*row.oldestOwed).section(u',', 0, 0) : QString());
    case Unopened:
        return row.unopened == 0 ? tr("none unseen") : tr("%1 unseen").arg(row.unopened);
    case Commitments:
        return row.openCommitments == 0 ? tr("none open") : tr("%1 open").arg(row.openCommitments);
    default:
        return row.outcomes;
    }
}

QVariant QuarterModel::keyAt(const catalog::QuarterRow& row, int column) const {
    switch (column) {
    case Owed:
        return row.overdue * 1000 + row.outstanding;
    case Unopened:
        return row.unopened;
    case Commitments:
        return row.openCommitments;
    default:
        return textAt(row, column);
    }
}

QVariant QuarterModel::data(const QModelIndex& index, int role) const {
    const catalog::QuarterRow* row = rowAt(index);
    if (row == nullptr)
        return {};
    const bool link = !sessionAt(index).isNull();
    switch (role) {
    case Qt::DisplayRole:
        return textAt(*row, index.column());
    case SortRole:
        return keyAt(*row, index.column());
    case LinkRole:
        return link;
    case Qt::ToolTipRole:
        return link ? tr("Opens the session") : tr("Opens the pair's quarter");
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                textAt(*row, index.column()).toString());
    case Qt::FontRole: {
        QFont font = ui::font(index.column() == Mentee || (index.column() == Owed && row->overdue > 0)
                                  ? ui::TextStyle::Strong
                                  : ui::TextStyle::Body);
        font.setUnderline(link);
        return font;
    }
    case Qt::ForegroundRole:
        return link ? QVariant(ui::colors().accent) : QVariant();
    default:
        return {};
    }
}

QVariant QuarterModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Mentee:
        return tr("Mentee");
    case Branch:
        return tr("Branch");
    case Mentor:
        return tr("Mentor");
    case Sessions:
        return tr("Sessions");
    case Owed:
        return tr("Reviews owed");
    case Unopened:
        return tr("Feedback");
    case Commitments:
        return tr("Commitments");
    default:
        return tr("Outcomes");
    }
}

} // namespace mockingbird::review
