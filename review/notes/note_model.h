// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/review_store.h"
#include "review/notes/mark.h"

#include <QAbstractListModel>
#include <vector>

namespace mockingbird::review {

/// A note as the list shows it.
struct NoteRow {
    catalog::Note note;
    QString criterion; ///< its name; empty where it is tied to none
    QString part;      ///< "Part 2", where the session has several
    std::size_t criterionIndex = 0;
    std::size_t authorIndex = 0; ///< 0 is the acting person
    bool editable = false;       ///< the acting person's own, in a draft

    [[nodiscard]] Mark mark() const;
    bool operator==(const NoteRow& other) const;
};

/// The session's notes in the order of time. One inserted or removed note keeps everything else in its place.
class NoteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { TimeRole = Qt::UserRole, AuthorRole, CriterionRole, PartRole, EditableRole, CurrentRole };

    explicit NoteModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void setRows(std::vector<NoteRow> rows);
    [[nodiscard]] const std::vector<NoteRow>& rows() const { return m_rows; }
    [[nodiscard]] const NoteRow& row(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(catalog::NoteId id) const; ///< invalid where there is none such

    /// The note that playback is at; null for none.
    void setCurrent(catalog::NoteId id);
    [[nodiscard]] catalog::NoteId current() const { return m_current; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    /// The person wrote another text for a note; the row changes when the catalog has it.
    void rewritten(catalog::NoteId id, const QString& text);

private:
    std::vector<NoteRow> m_rows;
    catalog::NoteId m_current;
};

} // namespace mockingbird::review
