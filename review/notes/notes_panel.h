// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/review_store.h"
#include "review/notes/note_model.h"

#include <QWidget>
#include <optional>
#include <vector>

class QListView;

namespace mockingbird::ui {
class EmptyState;
}

namespace mockingbird::review {

/// The list of the session's notes. A click or Enter goes to a note's moment; F2 or a double click edits
/// one's own, Delete removes it.
class NotesPanel : public QWidget {
    Q_OBJECT

public:
    explicit NotesPanel(QWidget* parent = nullptr);

    void setRows(std::vector<NoteRow> rows);
    [[nodiscard]] NoteModel& model() { return *m_model; }
    [[nodiscard]] QListView* list() const { return m_list; }

    [[nodiscard]] std::optional<catalog::Note> selected() const;
    /// Selects it and scrolls to it, without going to its moment.
    void select(catalog::NoteId id);
    void clearSelection();

signals:
    void jumpRequested(catalog::NoteId id);
    void rewritten(catalog::NoteId id, const QString& text);
    void removalRequested(catalog::NoteId id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    NoteModel* m_model;
    QListView* m_list;
    ui::EmptyState* m_empty;
};

} // namespace mockingbird::review
