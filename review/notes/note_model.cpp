// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_model.h"

#include "common/ui/text.h"
#include "review/timeline/time_text.h"

#include <algorithm>

namespace mockingbird::review {

Mark NoteRow::mark() const {
    return {note.criterion ? markColor(criterionIndex) : plainMarkColor(), markShape(authorIndex)};
}

bool NoteRow::operator==(const NoteRow& other) const {
    return note.id == other.note.id && note.text == other.note.text && note.at == other.note.at &&
           note.until == other.note.until && note.criterion == other.note.criterion && part == other.part &&
           criterion == other.criterion && editable == other.editable && authorIndex == other.authorIndex;
}

void NoteModel::setRows(std::vector<NoteRow> rows) {
    const auto sameId = [](const NoteRow& a, const NoteRow& b) { return a.note.id == b.note.id; };
    // Where the two lists first differ; behind it one row more or one row less is a plain insertion or
    // removal.
    const auto [was, is] = std::mismatch(m_rows.begin(), m_rows.end(), rows.begin(), rows.end(), sameId);
    const auto place = static_cast<int>(is - rows.begin());
    if (rows.size() == m_rows.size() + 1 && std::equal(was, m_rows.end(), is + 1, rows.end(), sameId)) {
        beginInsertRows({}, place, place);
        m_rows.insert(was, *is);
        endInsertRows();
    } else if (rows.size() + 1 == m_rows.size() &&
               std::equal(was + 1, m_rows.end(), is, rows.end(), sameId)) {
        beginRemoveRows({}, place, place);
        m_rows.erase(was);
        endRemoveRows();
    } else if (was != m_rows.end() || is != rows.end()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (m_rows[i] == rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        const QModelIndex changed = index(static_cast<int>(i));
        emit dataChanged(changed, changed);
    }
}

const NoteRow& NoteModel::row(const QModelIndex& index) const {
    return m_rows.at(static_cast<std::size_t>(index.row()));
}

QModelIndex NoteModel::indexOf(catalog::NoteId id) const {
    const auto found = std::ranges::find(m_rows, id, [](const NoteRow& row) { return row.note.id; });
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

void NoteModel::setCurrent(catalog::NoteId id) {
    if (id == m_current)
        return;
    const QModelIndex before = indexOf(m_current);
    m_current = id;
    for (const QModelIndex& changed : {before, indexOf(id)}) {
        if (changed.isValid())
            emit dataChanged(changed, changed, {CurrentRole});
    }
}

int NoteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant NoteModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const NoteRow& found = row(index);
    const QString text = ui::toQString(found.note.text);
    const QString author = ui::toQString(found.note.authorName);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text;
    case Qt::AccessibleTextRole: {
        QStringList parts{tr("At %1").arg(spokenTime(found.note.at)), text, author};
        if (!found.criterion.isEmpty())
            parts << found.criterion;
        if (!found.part.isEmpty())
            parts << found.part;
        return parts.join(QStringLiteral(", "));
    }
    case TimeRole:
        return momentText(found.note.at, found.note.until);
    case AuthorRole:
        return author;
    case CriterionRole:
        return found.criterion;
    case PartRole:
        return found.part;
    case EditableRole:
        return found.editable;
    case CurrentRole:
        return found.note.id == m_current;
    default:
        return {};
    }
}

bool NoteModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid() || !row(index).editable)
        return false;
    const QString text = value.toString().trimmed();
    if (!text.isEmpty() && text != ui::toQString(row(index).note.text))
        emit rewritten(row(index).note.id, text);
    return true;
}

Qt::ItemFlags NoteModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (index.isValid() && row(index).editable)
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace mockingbird::review
