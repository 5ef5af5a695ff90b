// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"
#include "common/base/media_time.h"
#include "review/compare/question_attempts.h"

#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;
class QToolButton;

namespace mockingbird::review {

class AnswerList;
class StepPicture;
class ToggleButton;

/// One attempt of those side by side: its picture, whether its sound is heard, how it is aligned, and below
/// what it was given and what was noted. GUI thread.
class AnswerColumn : public QWidget {
    Q_OBJECT

public:
    /// How wide it is: Narrow beside more than one other.
    enum class Room { Wide, Narrow };

    /// `number` is the key that lets it be heard.
    AnswerColumn(QuestionAttempt attempt, int number, Room room, QWidget* parent = nullptr);

    /// Another reading of the same attempt.
    void setAttempt(QuestionAttempt attempt);
    [[nodiscard]] const QuestionAttempt& attempt() const { return m_attempt; }
    void setHeard(bool heard);
    /// The moment of the recording that is aligned with the others.
    void setStart(MediaTime start);
    [[nodiscard]] MediaTime start() const { return m_start; }
    /// Why it isn't shown, or not any further.
    void setFailure(const std::optional<Error>& failure);
    [[nodiscard]] QString failureText() const;

    [[nodiscard]] StepPicture* picture() const { return m_picture; }
    [[nodiscard]] ToggleButton* hearButton() const { return m_hear; }
    [[nodiscard]] QPushButton* openButton() const { return m_open; }
    [[nodiscard]] AnswerList* list() const { return m_list; }
    [[nodiscard]] QString alignmentText() const;

signals:
    void hearRequested();
    void nudgedByFrames(int frames);
    void nudged(mockingbird::MediaTime by);
    void startRequested(mockingbird::MediaTime start); ///< as it was marked
    void momentActivated(mockingbird::MediaTime at);   ///< a moment of the recording
    void openRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildLayout();
    [[nodiscard]] QToolButton* nudgeButton(const QString& text, const char* icon, const QString& name);
    void showAlignment();

    const Room m_room;
    QuestionAttempt m_attempt;
    MediaTime m_start;
    QLabel* m_heading;
    QPushButton* m_open;
    StepPicture* m_picture;
    QLabel* m_failure;
    ToggleButton* m_hear;
    QLabel* m_alignment;
    QPushButton* m_reset;
    AnswerList* m_list;
};

} // namespace mockingbird::review
