// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/library/library_model.h"

#include "common/catalog/recording_store.h"
#include "common/catalog/review_store.h"
#include "common/ui/text.h"

#include <algorithm>

namespace mockingbird::studio {

namespace {

constexpr int kPageRows = 50;
constexpr int kMostRowsAgain = 400; ///< at a refresh; who looked further down scrolls there again

using catalog::RecordingState;
using catalog::SessionMode;

QString modeText(SessionMode mode) {
    switch (mode) {
    case SessionMode::InPerson:
        return QObject::tr("In person");
    case SessionMode::Virtual:
        return QObject::tr("Virtual");
    case SessionMode::Solo:
        return QObject::tr("Solo");
    }
    return {};
}

QString stateText(const std::vector<catalog::Recording>& recordings) {
    const auto any = [&recordings](RecordingState state) {
        return std::any_of(recordings.begin(), recordings.end(),
                           [state](const catalog::Recording& one) { return one.state == state; });
    };
    if (recordings.empty())
        return QObject::tr("No recording");
    if (any(RecordingState::Recording))
        return QObject::tr("Recording now");
    if (any(RecordingState::Salvaged))
        return QObject::tr("Recovered");
    return any(RecordingState::Complete) ? QObject::tr("Recorded") : QObject::tr("Lost");
}

QString reviewsText(const std::vector<catalog::Review>& reviews) {
    if (reviews.empty())
        return QObject::tr("None yet");
    const auto drafts = std::count_if(reviews.begin(), reviews.end(), [](const catalog::Review& one) {
        return one.state == catalog::ReviewState::Draft;
    });
    const auto done = static_cast<qsizetype>(reviews.size()) - drafts;
    QStringList parts;
    if (done > 0)
        parts << QObject::tr("%1 sealed").arg(done);
    if (drafts > 0)
        parts << (drafts == 1 ? QObject::tr("1 draft") : QObject::tr("%1 drafts").arg(drafts));
    return parts.join(QStringLiteral(", "));
}

} // namespace

Result<LibraryModel::Row> libraryRow(catalog::Catalog& catalog, const catalog::Session& session) {
    LibraryModel::Row row{session, {}, {}, {}};
    const auto recordings = TRY(catalog.recordings().ofSession(session.id));
    for (const catalog::Recording& one : recordings)
        row.length += one.duration;
    row.state = stateText(recordings);
    row.reviews = reviewsText(TRY(catalog.reviews().ofSession(session.id)));
    return row;
}

LibraryModel::LibraryModel(catalog::Catalog& catalog, QObject* parent)
    : QAbstractTableModel(parent), m_catalog(catalog) {}

Result<std::vector<LibraryModel::Row>> LibraryModel::next(const std::vector<Row>& after, int limit) const {
    const auto place = after.empty() ? std::nullopt : std::optional(catalog::placeOf(after.back().session));
    std::vector<Row> rows;
    for (const catalog::Session& session : TRY(m_catalog.sessions().page(m_filter, limit, place)))
        rows.push_back(TRY(libraryRow(m_catalog, session)));
    return rows;
}

Result<void> LibraryModel::load(const catalog::SessionFilter& filter) {
    m_filter = filter;
    const int wanted = std::clamp(rowCount(), kPageRows, kMostRowsAgain);
    auto rows = TRY(next({}, wanted));
    beginResetModel();
    m_all = static_cast<int>(rows.size()) < wanted;
    m_rows = std::move(rows);
    endResetModel();
    return {};
}

bool LibraryModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !m_all;
}

void LibraryModel::fetchMore(const QModelIndex& parent) {
    if (parent.isValid() || m_all)
        return;
    auto rows = next(m_rows, kPageRows);
    if (!rows.ok()) {
        m_all = true; // until the next load
        emit failed(rows.error());
        return;
    }
    m_all = static_cast<int>(rows->size()) < kPageRows;
    if (rows->empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows->size()) - 1);
    m_rows.insert(m_rows.end(), rows->begin(), rows->end());
    endInsertRows();
}

int LibraryModel::find(catalog::SessionId session) const {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& one) { return one.session.id == session; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int LibraryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LibraryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::TextAlignmentRole && (index.column() == Attempt || index.column() == Length))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const Row& one = row(index.row());
    switch (index.column()) {
    case Mentee:
        return ui::toQString(one.session.menteeName);
    case Kit:
        return ui::toQString(one.session.kitName);
    case Attempt:
        return one.session.attempt;
    case Date:
        return ui::dateAndTime(one.session.startedAt);
    case Mode:
        return modeText(one.session.mode);
    case Length:
        return one.length > MediaTime() ? ui::shortTime(one.length) : QString();
    case State:
        return one.state;
    case Reviews:
        return one.reviews;
    default:
        return {};
    }
}

QVariant LibraryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Attempt || section == Length ? Qt::AlignRight : Qt::AlignLeft) |
                        Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Mentee:
        return tr("Mentee");
    case Kit:
        return tr("Kit");
    case Attempt:
        return tr("Attempt");
    case Date:
        return tr("Date");
    case Mode:
        return tr("Mode");
    case Length:
        return tr("Length");
    case State:
        return tr("Recording");
    case Reviews:
        return tr("Reviews");
    default:
        return {};
    }
}

} // namespace mockingbird::studio
