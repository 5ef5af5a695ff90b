// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/notes/note_draft.h"

#include <QWidget>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace mockingbird::review {

/// The field under the player in which a note is written. Its first character fixes the note's time; Enter
/// keeps it, Shift+Enter is a new line, Escape discards.
class NoteEntry : public QWidget {
    Q_OBJECT

public:
    struct Moment {
        catalog::RecordingId recording;
        MediaTime time;
    };

    /// `now` tells the moment that the player shows.
    explicit NoteEntry(std::function<Moment()> now, QWidget* parent = nullptr);

    void setCriteria(const std::vector<std::pair<catalog::CriterionId, QString>>& criteria);
    /// Why nothing can be written, shown in the field's place; empty where it can.
    void setRefusal(const QString& reason);
    [[nodiscard]] bool writable() const;

    /// The key that began the typing elsewhere on the page: into the field with it, and the focus too.
    void startWith(const QString& text);
    /// The range's ends, by the moment shown now; also before there is text.
    void markStart();
    void markEnd();

    /// What is being written; none without text.
    [[nodiscard]] std::optional<NoteDraft> draft() const;
    void restore(const NoteDraft& draft);
    void clear();
    [[nodiscard]] QPlainTextEdit* field() const { return m_field; }
    [[nodiscard]] QComboBox* criterionChoice() const { return m_criterion; }
    /// What the label above the field says, such as "Note at 0:12.3".
    [[nodiscard]] QString momentLabel() const;

signals:
    void begun();        ///< its first character is there, and its moment fixed
    void draftChanged(); ///< text, range or criterion
    void kept();         ///< Enter on a note with text
    void discarded();    ///< Escape; what was written can still be asked for
    void left();         ///< Escape or Enter without text: the person wants out of the field

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void textChanged();
    void keep();
    void discard();
    void showMoment();
    void fitHeight();

    std::function<Moment()> m_now;
    std::optional<Moment> m_start;
    std::optional<MediaTime> m_end;
    bool m_begun = false;
    bool m_restoring = false;
    QString m_refusal;
    QLabel* m_label;
    QComboBox* m_criterion;
    QPlainTextEdit* m_field;
    QPushButton* m_startButton;
    QPushButton* m_endButton;
    QPushButton* m_keep;
};

} // namespace mockingbird::review
