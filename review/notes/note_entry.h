// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/notes/note_draft.h"

#include <QWidget>
#include <chrono>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace mockingbird::review {

class DiscardPanel;
class NoteChipsPanel;

/// The field under the player in which a note is written. Its first character fixes the note's time; Enter
/// keeps it, Shift+Enter is a new line, Escape discards, and asks first where there is something to lose.
/// While it is written Alt+I and Alt+O make a range, Alt+P makes it private or shared, Alt+D asks for a
/// drawing.
class NoteEntry : public QWidget {
    Q_OBJECT

public:
    struct Moment {
        catalog::RecordingId recording;
        MediaTime time;
        bool playing = false;
        double speed = 1.0;
        MediaTime earliest = {}; ///< where the loop begins that is being played
    };

    /// `now` tells the moment that the player shows.
    explicit NoteEntry(std::function<Moment()> now, QWidget* parent = nullptr);

    void setCriteria(const std::vector<std::pair<catalog::CriterionId, QString>>& criteria);
    /// Such as `2 Tell us about a time ...`. Without a choice, a note is about the question its moment lies
    /// in.
    void setQuestions(const std::vector<std::pair<catalog::QuestionId, QString>>& questions);
    /// How long a person takes from what they saw to the first key: a note begun while the recording plays
    /// lies that much before the moment shown (times the speed), never before the start nor the loop's.
    void setReactionTime(std::chrono::milliseconds time);
    /// Why nothing can be written, shown in the field's place; empty where it can.
    void setRefusal(const QString& reason);
    [[nodiscard]] bool writable() const;

    /// Where there is little room: nothing but the field's first line, as long as nothing is being written.
    void setCompact(bool compact);

    /// The key that began the typing elsewhere on the page: into the field with it, and the focus too.
    void startWith(const QString& text);
    /// The moment at which a note begun now would lie; for a tag that makes a note of its own, too.
    [[nodiscard]] Moment noteMoment() const;
    /// The range's ends, by the moment shown now; also before there is text.
    void markStart();
    void markEnd();
    /// A range of the recording shown; also before there is text.
    void setRange(MediaTime start, MediaTime end);
    /// On the note being written; begins one where there is none. Each tag once.
    void addTag(const QString& name);
    void removeTag(const QString& name);
    /// What was drawn for it; an empty one takes it away. Begins a note where there is none.
    void setDrawing(const catalog::Drawing& drawing);
    void setAudience(catalog::NoteAudience audience);
    void toggleAudience();

    /// What is being written; none while there is neither text nor tag nor drawing.
    [[nodiscard]] std::optional<NoteDraft> draft() const;
    void restore(const NoteDraft& draft);
    void clear();
    [[nodiscard]] QPlainTextEdit* field() const { return m_field; }
    [[nodiscard]] QComboBox* criterionChoice() const { return m_criterion; }
    [[nodiscard]] QComboBox* questionChoice() const { return m_question; }
    [[nodiscard]] QPushButton* audienceButton() const { return m_audienceButton; }
    [[nodiscard]] QPushButton* drawButton() const { return m_drawButton; }
    [[nodiscard]] NoteChipsPanel* chips() const { return m_chips; }
    /// The question whether to discard; seen only while it is asked.
    [[nodiscard]] DiscardPanel* discardQuestion() const { return m_discard; }
    /// What the label above the field says, such as "Note at 0:12.3".
    [[nodiscard]] QString momentLabel() const;

signals:
    void begun();            ///< its first character, tag or drawing is there, and its moment fixed
    void draftChanged();     ///< any part of it
    void kept();             ///< Enter on a note that isn't empty
    void discarded();        ///< the person said so; what was written can still be asked for
    void left();             ///< Escape or Enter without a note: the person wants out of the field
    void drawingRequested(); ///< they want to draw on the frame shown

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLayout();
    void connectParts();
    void textChanged();
    void contentChanged();
    bool fieldKey(int key, Qt::KeyboardModifiers modifiers);
    bool answerDiscard(int key);
    void keep();
    void askToDiscard();
    void goOnWriting();
    void discard();
    void showMoment();
    void showAudience();
    void fitHeight();
    void showTools();
    [[nodiscard]] bool resting() const;
    [[nodiscard]] bool hasContent() const;

    std::function<Moment()> m_now;
    std::chrono::milliseconds m_reaction{0};
    std::optional<Moment> m_start;
    std::optional<MediaTime> m_end;
    catalog::NoteAudience m_audience = catalog::NoteAudience::Shared;
    QStringList m_tags;
    catalog::Drawing m_drawing;
    bool m_begun = false;
    bool m_restoring = false;
    bool m_compact = false;
    QString m_refusal;
    QWidget* m_tools;   ///< above the field
    QWidget* m_buttons; ///< beside it
    QLabel* m_label;
    QComboBox* m_question;
    QComboBox* m_criterion;
    QPlainTextEdit* m_field;
    QPushButton* m_startButton;
    QPushButton* m_endButton;
    QPushButton* m_drawButton;
    QPushButton* m_audienceButton;
    QPushButton* m_keep;
    NoteChipsPanel* m_chips;
    DiscardPanel* m_discard;
};

} // namespace mockingbird::review
