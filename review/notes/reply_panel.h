// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"
#include "review/notes/reply_drafts.h"

#include <QFrame>
#include <QString>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace mockingbird::review {

/// Where a reply to a note is written: Enter keeps it, Shift+Enter is a new line, Escape puts it away. What
/// was typed for a note waits for it while another is answered.
class ReplyPanel : public QFrame {
    Q_OBJECT

public:
    explicit ReplyPanel(QWidget* parent = nullptr);

    /// `what` says which note it is, such as its time.
    void open(catalog::NoteId note, const QString& what);
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] catalog::NoteId note() const { return m_note; }
    /// What waits to be kept, for this note or another.
    [[nodiscard]] bool holdsText() const;
    /// All of it.
    [[nodiscard]] ReplyDrafts drafts() const;
    /// What waits from now on.
    void restore(ReplyDrafts drafts);
    /// Forgets everything that was typed: another session is shown.
    void forget();
    void close();

    [[nodiscard]] QPlainTextEdit* field() const { return m_field; }
    [[nodiscard]] QPushButton* keepButton() const { return m_keep; }
    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }

signals:
    void written(mockingbird::catalog::NoteId note, const QString& text);
    void draftsChanged();
    void closed(); ///< the keyboard goes back to the list

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void keep();
    void putAway();
    void fitHeight();

    catalog::NoteId m_note;
    ReplyDrafts m_waiting;
    QLabel* m_label;
    QPlainTextEdit* m_field;
    QPushButton* m_keep;
    QPushButton* m_cancel;
};

} // namespace mockingbird::review
