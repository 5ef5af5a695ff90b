// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/kits_model.h"

#include "common/ui/text.h"

#include <algorithm>

namespace mockingbird::studio {

namespace {

QString kitDetail(const catalog::KitHead& kit) {
    QStringList parts;
    if (!kit.classification.empty())
        parts << ui::toQString(kit.classification);
    parts << (kit.questions == 1 ? QObject::tr("1 question")
                                 : QObject::tr("%1 questions").arg(kit.questions));
    if (kit.totalMinutes > 0)
        parts << QObject::tr("%1 min").arg(kit.totalMinutes);
    if (kit.retired)
        parts << QObject::tr("retired");
    return parts.join(QStringLiteral(" · "));
}

} // namespace

void KitsModel::show(std::vector<catalog::KitDraftHead> drafts, std::vector<catalog::KitHead> kits) {
    std::vector<Row> rows;
    for (const catalog::KitDraftHead& draft : drafts) {
        const QString name = draft.name.empty() ? tr("A new kit") : ui::toQString(draft.name);
        rows.push_back({ui::toQString(draft.id.toString()), name,
                        draft.basedOn ? tr("Draft of its next version") : tr("Draft"), QString(), name, true,
                        false});
    }
    for (const catalog::KitHead& kit : kits) {
        const QString name = ui::toQString(kit.name);
        rows.push_back({ui::toQString(kit.id.toString()), name, kitDetail(kit),
                        ui::toQString(kit.classification),
                        name + QLatin1Char(' ') + ui::toQString(kit.position) + QLatin1Char(' ') +
                            ui::toQString(kit.classification),
                        false, kit.retired});
    }
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QStringList KitsModel::classifications() const {
    QStringList all;
    for (const Row& row : m_rows)
        if (!row.classification.isEmpty())
            all << row.classification;
    all.removeDuplicates();
    all.sort(Qt::CaseInsensitive);
    return all;
}

int KitsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant KitsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Row& row = m_rows.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return row.name + QLatin1Char('\n') + row.detail;
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(row.name, row.detail);
    case IdRole:
        return row.id;
    case DraftRole:
        return row.draft;
    case RetiredRole:
        return row.retired;
    case ClassificationRole:
        return row.classification;
    case WordsRole:
        return row.words;
    default:
        return {};
    }
}

void KitsFilterModel::setSearch(const QString& search) {
    m_search = search.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void KitsFilterModel::setClassification(const QString& classification) {
    m_classification = classification;
    invalidateFilter();
}

void KitsFilterModel::setRetiredShown(bool shown) {
    m_retired = shown;
    invalidateFilter();
}

bool KitsFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_retired && index.data(KitsModel::RetiredRole).toBool())
        return false;
    if (!m_classification.isEmpty() &&
        index.data(KitsModel::ClassificationRole).toString() != m_classification)
        return false;
    const QString words = index.data(KitsModel::WordsRole).toString();
    return std::ranges::all_of(
        m_search, [&](const QString& word) { return words.contains(word, Qt::CaseInsensitive); });
}

} // namespace mockingbird::studio
