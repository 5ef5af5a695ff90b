// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/comparison_model.h"

#include "common/ui/text.h"
#include "review/compare_page/comparison_text.h"

#include <cmath>

namespace mockingbird::review {

void ComparisonModel::setComparison(Comparison comparison) {
    beginResetModel();
    m_comparison = std::move(comparison);
    endResetModel();
}

std::optional<catalog::SessionId> ComparisonModel::sessionAt(const QModelIndex& index) const {
    if (!index.isValid() || isOverall(index.column()))
        return std::nullopt;
    return m_comparison.attempts.at(static_cast<std::size_t>(index.column())).session;
}

int ComparisonModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() || m_comparison.attempts.empty())
        return 0;
    return static_cast<int>(m_comparison.criteria.size()) + 1;
}

int ComparisonModel::columnCount(const QModelIndex& parent) const {
    if (parent.isValid())
        return 0;
    const auto attempts = static_cast<int>(m_comparison.attempts.size());
    return attempts > 1 ? attempts + 1 : attempts;
}

bool ComparisonModel::isTotal(int row) const {
    return row == static_cast<int>(m_comparison.criteria.size());
}

bool ComparisonModel::isOverall(int column) const {
    return column == static_cast<int>(m_comparison.attempts.size());
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    if (role == TotalRole)
        return isTotal(index.row()) || isOverall(index.column());
    if (isOverall(index.column()))
        return overallAt(index.row(), role);
    const auto attempt = static_cast<std::size_t>(index.column());
    if (isTotal(index.row()))
        return totalAt(attempt, role);
    return cellAt(m_comparison.criteria.at(static_cast<std::size_t>(index.row())).cells.at(attempt), role);
}

QVariant ComparisonModel::cellAt(const ComparisonCell& cell, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return cell.mean ? levelText(*cell.mean) : QStringLiteral("–");
    case ChangeRole:
        return cell.sincePrevious ? changeText(*cell.sincePrevious) : QString();
    case RatersRole:
        return ratersText(cell);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return cellSentence(cell);
    default:
        return {};
    }
}

QVariant ComparisonModel::totalAt(std::size_t attempt, int role) const {
    const auto& total = m_comparison.attempts.at(attempt).total;
    switch (role) {
    case Qt::DisplayRole:
        return total ? tr("%1 %").arg(total->percent, 0, 'f', 0) : QStringLiteral("–");
    case ChangeRole:
        return total && total->sincePrevious
                   ? tr("%1 points").arg(changeText(std::round(*total->sincePrevious)))
                   : QString();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return total ? tr("%1 percent of the highest levels, by weight").arg(total->percent, 0, 'f', 0)
                     : tr("No total: not every criterion has a score");
    default:
        return {};
    }
}

QVariant ComparisonModel::overallAt(int row, int role) const {
    std::optional<double> change;
    if (isTotal(row)) {
        if (const auto& total = m_comparison.attempts.back().total; total && total->sinceFirst)
            change = std::round(*total->sinceFirst);
    } else {
        change = m_comparison.criteria.at(static_cast<std::size_t>(row)).cells.back().sinceFirst;
    }
    switch (role) {
    case Qt::DisplayRole:
        if (!change)
            return QStringLiteral("–");
        return isTotal(row) ? tr("%1 points").arg(changeText(*change)) : changeText(*change);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return change ? tr("%1 since the first attempt").arg(spokenChange(*change))
                      : tr("The first and the last attempt can't be compared here");
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal) {
        if (isOverall(section))
            return role == Qt::DisplayRole ? QVariant(tr("Since\nthe first")) : QVariant();
        return attemptHeader(m_comparison.attempts.at(static_cast<std::size_t>(section)), role);
    }
    if (isTotal(section))
        return role == Qt::DisplayRole ? QVariant(tr("Total")) : QVariant();
    const catalog::Criterion& criterion =
        m_comparison.criteria.at(static_cast<std::size_t>(section)).criterion;
    switch (role) {
    case Qt::DisplayRole:
        return ui::toQString(criterion.name);
    case Qt::ToolTipRole:
        return ui::toQString(criterion.description);
    default:
        return {};
    }
}

QVariant ComparisonModel::attemptHeader(const Attempt& attempt, int role) const {
    switch (role) {
    case Qt::DisplayRole: {
        QString text = tr("Attempt %1\n%2").arg(attempt.number).arg(ui::longDate(attempt.heldAt));
        if (attempt.rubricDiffers)
            text += tr("\nother rubric version");
        else if (attempt.kitDiffers)
            text += tr("\nkit version %1").arg(attempt.kitVersion);
        return text;
    }
    case Qt::ToolTipRole:
        return attempt.rubricDiffers ? tr("Held with version %1 of the rubric: its levels can't be compared "
                                          "with the newer version's")
                                           .arg(attempt.rubricVersion)
               : attempt.kitDiffers ? tr("Held with version %1 of the kit: other questions or times than "
                                         "now, the same rubric")
                                          .arg(attempt.kitVersion)
                                    : tr("Enter or a double click opens the attempt in Review");
    default:
        return {};
    }
}

} // namespace mockingbird::review
