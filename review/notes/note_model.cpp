// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_model.h"

#include "common/ui/text.h"
#include "review/timeline/time_text.h"

#include <algorithm>
#include <utility>

namespace mockingbird::review {

namespace {

/// With more lines than this both leaving and coming, such as by a filter, the list is as good as another
/// one.
constexpr std::ptrdiff_t kMostMoved = 64;

bool sameWords(const catalog::Reply& one, const catalog::Reply& other) {
    return one.text == other.text && one.authorName == other.authorName && one.author == other.author;
}

} // namespace

std::vector<NoteModel::Line> NoteModel::linesOf(const std::vector<NoteRow>& rows) const {
    std::vector<Line> lines;
    lines.reserve(rows.size());
    const bool all = m_filter.empty();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!all && !m_filter.accepts(rows[i]))
            continue;
        lines.push_back({rows[i].note.id.uuid(), i, -1});
        int place = 0;
        for (const catalog::Reply& reply : rows[i].replies)
            lines.push_back({reply.id.uuid(), i, place++});
    }
    return lines;
}

void NoteModel::show(std::vector<NoteRow> rows) {
    std::vector<Line> lines = linesOf(rows);
    const auto same = [](const Line& a, const Line& b) {
        return a.id == b.id && (a.reply < 0) == (b.reply < 0);
    };
    // What stays in front of and behind all that differs; it keeps its place.
    const auto front = std::ranges::mismatch(m_lines, lines, same).in1 - m_lines.begin();
    const auto most = static_cast<std::ptrdiff_t>(std::min(m_lines.size(), lines.size())) - front;
    std::ptrdiff_t back = 0;
    while (back < most && same(*(m_lines.end() - 1 - back), *(lines.end() - 1 - back)))
        ++back;
    const auto gone = static_cast<std::ptrdiff_t>(m_lines.size()) - front - back;
    const auto come = static_cast<std::ptrdiff_t>(lines.size()) - front - back;

    std::vector<int> changed;
    const auto compare = [&](const Line& was, const Line& is, std::ptrdiff_t place) {
        const NoteRow& before = m_rows[was.row];
        const NoteRow& now = rows[is.row];
        const bool looksSame = is.reply < 0 ? before.looksLike(now)
                                            : sameWords(before.replies[static_cast<std::size_t>(was.reply)],
                                                        now.replies[static_cast<std::size_t>(is.reply)]);
        if (!looksSame)
            changed.push_back(static_cast<int>(place));
    };
    for (std::ptrdiff_t i = 0; i < front; ++i)
        compare(m_lines[static_cast<std::size_t>(i)], lines[static_cast<std::size_t>(i)], i);
    for (std::ptrdiff_t i = back; i > 0; --i)
        compare(*(m_lines.end() - i), *(lines.end() - i), static_cast<std::ptrdiff_t>(lines.size()) - i);

    const auto count = std::ranges::count_if(lines, [](const Line& line) { return line.reply < 0; });
    const auto take = [&] {
        m_rows = std::move(rows);
        m_lines = std::move(lines);
        m_shownNotes = static_cast<int>(count);
    };
    if (gone > 0 && come > 0 && gone + come > kMostMoved) {
        beginResetModel();
        take();
        endResetModel();
        return;
    }
    if (gone > 0) {
        beginRemoveRows({}, static_cast<int>(front), static_cast<int>(front + gone - 1));
        m_lines.erase(m_lines.begin() + front, m_lines.begin() + front + gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, static_cast<int>(front), static_cast<int>(front + come - 1));
        take();
        endInsertRows();
    } else {
        take();
    }
    for (const int place : changed)
        emit dataChanged(index(place), index(place));
}

void NoteModel::setRows(std::vector<NoteRow> rows) {
    show(std::move(rows));
}

void NoteModel::putRow(NoteRow row) {
    const auto sameNote = [&row](const NoteRow& each) { return each.note.id == row.note.id; };
    const auto sameRecording = [&row](const NoteRow& each) {
        return each.note.recording == row.note.recording;
    };
    const auto placeIn = [&](std::vector<NoteRow>& rows) {
        auto place = std::ranges::find_if(rows, sameRecording);
        while (place != rows.end() && sameRecording(*place) && place->note.at <= row.note.at)
            ++place;
        return place;
    };
    if (std::ranges::none_of(m_rows, sameNote)) {
        insertRow(placeIn(m_rows), std::move(row));
        return;
    }
    std::vector<NoteRow> rows = m_rows;
    std::erase_if(rows, sameNote);
    const auto place = placeIn(rows);
    rows.insert(place, std::move(row));
    show(std::move(rows));
}

/// Without the copy of all rows that show() compares with.
void NoteModel::insertRow(std::vector<NoteRow>::iterator place, NoteRow row) {
    const auto number = static_cast<std::size_t>(place - m_rows.begin());
    const bool shown = m_filter.empty() || m_filter.accepts(row);
    const auto line =
        std::ranges::partition_point(m_lines, [number](const Line& each) { return each.row < number; });
    const auto first = static_cast<int>(line - m_lines.begin());
    if (shown)
        beginInsertRows({}, first, first + static_cast<int>(row.replies.size()));
    m_rows.insert(place, std::move(row));
    m_lines = linesOf(m_rows);
    if (shown) {
        ++m_shownNotes;
        endInsertRows();
    }
}

void NoteModel::removeRow(catalog::NoteId id) {
    std::vector<NoteRow> rows = m_rows;
    std::erase_if(rows, [id](const NoteRow& each) { return each.note.id == id; });
    show(std::move(rows));
}

void NoteModel::setActor(catalog::PersonId actor) {
    m_actor = actor;
}

void NoteModel::setFilter(const NoteFilter& filter) {
    if (filter == m_filter)
        return;
    m_filter = filter;
    show(m_rows);
}

const NoteModel::Line& NoteModel::line(const QModelIndex& index) const {
    return m_lines.at(static_cast<std::size_t>(index.row()));
}

const NoteRow& NoteModel::row(const QModelIndex& index) const {
    return m_rows.at(line(index).row);
}

const catalog::Reply* NoteModel::reply(const QModelIndex& index) const {
    const Line& at = line(index);
    return at.reply < 0 ? nullptr : &m_rows.at(at.row).replies.at(static_cast<std::size_t>(at.reply));
}

QModelIndex NoteModel::indexOf(catalog::NoteId id) const {
    const auto found = std::ranges::find_if(
        m_lines, [id](const Line& each) { return each.reply < 0 && each.id == id.uuid(); });
    return found == m_lines.end() ? QModelIndex() : index(static_cast<int>(found - m_lines.begin()));
}

QModelIndex NoteModel::indexOf(catalog::ReplyId id) const {
    const auto found = std::ranges::find_if(
        m_lines, [id](const Line& each) { return each.reply >= 0 && each.id == id.uuid(); });
    return found == m_lines.end() ? QModelIndex() : index(static_cast<int>(found - m_lines.begin()));
}

void NoteModel::setCurrent(catalog::NoteId id) {
    if (id == m_current)
        return;
    const QModelIndex before = indexOf(m_current);
    m_current = id;
    emit currentMoved(before, indexOf(id));
}

std::size_t NoteModel::contentOf(const QModelIndex& index) const {
    const std::hash<std::string> hash;
    if (const catalog::Reply* answer = reply(index))
        return hash(answer->text);
    const catalog::Note& note = row(index).note;
    return hash(note.text) * 2 + (note.tags.empty() && !note.understood ? 0 : 1);
}

int NoteModel::height(const QModelIndex& index, int width) const {
    const auto found = m_heights.find(line(index).id);
    if (found == m_heights.end() || found->second.width != width || found->second.content != contentOf(index))
        return -1;
    return found->second.height;
}

void NoteModel::setHeight(const QModelIndex& index, int width, int height) const {
    m_heights[line(index).id] = {width, height, contentOf(index)};
}

void NoteModel::forgetHeights() {
    m_heights.clear();
}

int NoteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant NoteModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const NoteRow& found = row(index);
    const catalog::Reply* answer = reply(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return ui::toQString(answer ? answer->text : found.note.text);
    case Qt::AccessibleTextRole:
        if (answer)
            return tr("Reply by %1: %2").arg(ui::toQString(answer->authorName), ui::toQString(answer->text));
        return found.spoken();
    case TimeRole:
        return answer ? ui::dateAndTime(answer->madeAt) : momentText(found.note.at, found.note.until);
    case AuthorRole:
        return ui::toQString(answer ? answer->authorName : found.note.authorName);
    case CriterionRole:
        return found.criterion;
    case PartRole:
        return found.part;
    case EditableRole:
        return answer ? !m_actor.isNull() && answer->author == m_actor : found.editable;
    case CurrentRole:
        return !answer && found.note.id == m_current;
    case ReplyRole:
        return answer != nullptr;
    default:
        return {};
    }
}

bool NoteModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid() || !data(index, EditableRole).toBool())
        return false;
    const QString text = value.toString().trimmed();
    if (text.isEmpty() || text == data(index, Qt::EditRole).toString())
        return true;
    if (const catalog::Reply* answer = reply(index))
        emit replyRewritten(answer->id, text);
    else
        emit rewritten(row(index).note.id, text);
    return true;
}

Qt::ItemFlags NoteModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (index.isValid() && data(index, EditableRole).toBool())
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace mockingbird::review
