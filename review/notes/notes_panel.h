// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/review_store.h"
#include "review/notes/note_model.h"

#include <QWidget>
#include <optional>
#include <utility>
#include <vector>

class QListView;

namespace mockingbird::ui {
class EmptyState;
}

namespace mockingbird::review {

class NoteActionPanel;
class NoteFilterPanel;
class ReplyPanel;

/// The list of the session's notes with their replies, a way to find some among many, and what can be done
/// with the selected one. In the list a click or Enter goes to a note's moment, F2 or a double click edits
/// one's own, Delete removes it, Alt+R replies, Alt+U marks it as understood, Alt+P makes it private or
/// shared; Ctrl+Shift+F finds.
class NotesPanel : public QWidget {
    Q_OBJECT

public:
    explicit NotesPanel(QWidget* parent = nullptr);

    void setRows(std::vector<NoteRow> rows);
    /// One that was added or changed, and one that is gone: see NoteModel.
    void putRow(NoteRow row);
    void removeRow(catalog::NoteId id);
    /// What a note can be tied to, for the menus.
    void setCriteria(const std::vector<std::pair<catalog::CriterionId, QString>>& criteria);
    void setQuestions(const std::vector<std::pair<catalog::QuestionId, QString>>& questions);
    /// The tags that are offered besides those that notes have already.
    void setTags(const QStringList& tags);
    /// Whose replies may be rewritten and removed.
    void setActor(catalog::PersonId actor);

    [[nodiscard]] NoteModel& model() { return *m_model; }
    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] NoteFilterPanel& filter() const { return *m_filter; }
    [[nodiscard]] NoteActionPanel& actions() const { return *m_actions; }
    [[nodiscard]] ReplyPanel& replyField() const { return *m_reply; }

    /// The note that is selected, or whose reply is.
    [[nodiscard]] std::optional<catalog::Note> selected() const;
    /// Selects it and scrolls to it, without going to its moment. A filter that hides it is cleared.
    void select(catalog::NoteId id);
    void clearSelection();

    // What the keys and buttons do with the selected note; nothing where that may not be.
    void find();
    void replyToSelected();
    void toggleUnderstood();
    void toggleAudience();
    void editSelected();
    void removeSelected();

signals:
    void jumpRequested(mockingbird::catalog::NoteId id);
    void rewritten(mockingbird::catalog::NoteId id, const QString& text);
    void removalRequested(mockingbird::catalog::NoteId id);
    /// Another criterion, question, audience or other tags; everything else as it was.
    void changed(const mockingbird::catalog::Note& note);
    void replyWritten(mockingbird::catalog::NoteId id, const QString& text);
    void replyRewritten(mockingbird::catalog::ReplyId id, const QString& text);
    void replyRemoved(mockingbird::catalog::ReplyId id);
    void understoodToggled(mockingbird::catalog::NoteId id, bool understood);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildLayout();
    void connectParts();
    void rowsChanged();
    void showSelection();
    bool listKey(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] const NoteRow* selectedRow() const;

    NoteModel* m_model;
    NoteFilterPanel* m_filter;
    QListView* m_list;
    ui::EmptyState* m_empty;
    NoteActionPanel* m_actions;
    ReplyPanel* m_reply;
};

} // namespace mockingbird::review
