// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/notes/note_row.h"

#include <QStringList>
#include <QWidget>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QMenu;
class QPushButton;
class QToolButton;

namespace mockingbird::review {

/// What can be done with the selected note: the first things as buttons, everything in a menu, which is the
/// list's context menu too. Only what this person may do is there.
class NoteActionPanel : public QWidget {
    Q_OBJECT

public:
    explicit NoteActionPanel(QWidget* parent = nullptr);

    void setCriteria(const std::vector<std::pair<catalog::CriterionId, QString>>& criteria);
    void setQuestions(const std::vector<std::pair<catalog::QuestionId, QString>>& questions);
    void setTags(const QStringList& tags);
    /// The selected note, or `reply` to it where that is selected; hidden without one. `editable` is whether
    /// its text is this person's to change.
    void showNote(const NoteRow* row, const catalog::Reply* reply, bool editable);
    /// As the menu stands for the note shown; filled when it opens.
    [[nodiscard]] QMenu* menu() const { return m_menu; }

    [[nodiscard]] QPushButton* replyButton() const { return m_reply; }
    [[nodiscard]] QPushButton* understoodButton() const { return m_understood; }
    [[nodiscard]] QPushButton* audienceButton() const { return m_audience; }
    [[nodiscard]] QToolButton* moreButton() const { return m_more; }

    /// What the button does; nothing where the note is not this person's to change.
    void toggleAudience();
    void toggleUnderstood();

signals:
    void replyRequested();
    void editRequested();
    void removalRequested();
    void understoodToggled(bool understood);
    void changed(const mockingbird::catalog::Note& note);

private:
    void fillMenu();
    void addChoices(QMenu& menu);
    void change(const std::function<void(catalog::Note&)>& how);

    std::vector<std::pair<catalog::CriterionId, QString>> m_criteria;
    std::vector<std::pair<catalog::QuestionId, QString>> m_questions;
    QStringList m_tags;
    std::optional<NoteRow> m_row;
    bool m_isReply = false;
    bool m_editable = false;
    QMenu* m_menu;
    QPushButton* m_reply;
    QPushButton* m_understood;
    QPushButton* m_audience;
    QToolButton* m_more;
};

} // namespace mockingbird::review
