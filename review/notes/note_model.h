// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/notes/note_filter.h"
#include "review/notes/note_row.h"

#include <QAbstractListModel>
#include <optional>
#include <unordered_map>
#include <vector>

namespace mockingbird::review {

/// The session's notes in the order given, each followed by its replies, as lines of a list; a filter leaves
/// some out. What changes between two sets of rows moves alone: everything else keeps its place.
class NoteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TimeRole = Qt::UserRole,
        AuthorRole,
        CriterionRole,
        PartRole,
        EditableRole,
        CurrentRole,
        ReplyRole ///< whether the line is a reply
    };

    explicit NoteModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void setRows(std::vector<NoteRow> rows);
    /// One note that was added or changed, where the caller knows that nothing else is: cheaper with
    /// thousands of them. It goes before the first row that is later.
    void putRow(NoteRow row);
    void removeRow(catalog::NoteId id);
    /// Whose replies may be rewritten and removed.
    void setActor(catalog::PersonId actor);
    void setFilter(const NoteFilter& filter);
    [[nodiscard]] const NoteFilter& filter() const { return m_filter; }

    [[nodiscard]] const std::vector<NoteRow>& rows() const { return m_rows; } ///< also those left out
    [[nodiscard]] int shownNotes() const { return m_shownNotes; }
    /// The note that the line is or answers.
    [[nodiscard]] const NoteRow& row(const QModelIndex& index) const;
    /// The reply that the line is; nullptr for a note.
    [[nodiscard]] const catalog::Reply* reply(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(catalog::NoteId id) const; ///< invalid where there is none such
    [[nodiscard]] QModelIndex indexOf(catalog::ReplyId id) const;

    /// The note that playback is at; null for none.
    void setCurrent(catalog::NoteId id);
    [[nodiscard]] catalog::NoteId current() const { return m_current; }

    /// What a delegate measured for the line; -1 where it changed since, or was measured at another width.
    [[nodiscard]] int height(const QModelIndex& index, int width) const;
    void setHeight(const QModelIndex& index, int width, int height) const;
    void forgetHeights();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    /// The person wrote another text; the row changes when the catalog has it.
    void rewritten(mockingbird::catalog::NoteId id, const QString& text);
    void replyRewritten(mockingbird::catalog::ReplyId id, const QString& text);
    /// The mark of the note that playback is at is to be drawn anew; nothing changes its size.
    void currentMoved(const QModelIndex& before, const QModelIndex& now);

private:
    struct Line {
        Uuid7 id; ///< the note's or the reply's
        std::size_t row = 0;
        int reply = -1; ///< its place among the note's; -1 for the note itself
    };
    /// Also of lines that a filter leaves out: they come back.
    struct Height {
        int width = -1;
        int height = -1;
        std::size_t content = 0; ///< of what it was measured
    };
    [[nodiscard]] std::vector<Line> linesOf(const std::vector<NoteRow>& rows) const;
    void show(std::vector<NoteRow> rows);
    void insertRow(std::vector<NoteRow>::iterator place, NoteRow row);
    [[nodiscard]] const Line& line(const QModelIndex& index) const;
    [[nodiscard]] std::size_t contentOf(const QModelIndex& index) const;

    std::vector<NoteRow> m_rows;
    std::vector<Line> m_lines;
    mutable std::unordered_map<Uuid7, Height> m_heights;
    NoteFilter m_filter;
    int m_shownNotes = 0;
    catalog::PersonId m_actor;
    catalog::NoteId m_current;
};

} // namespace mockingbird::review
