// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "review/compare/question_attempts.h"

#include <QListWidget>
#include <optional>

namespace mockingbird::review {

/// The levels that an answer was given and the notes on it, one below the other. Keys that play and step are
/// left to whatever it lies in. GUI thread.
class AnswerList : public QListWidget {
    Q_OBJECT

public:
    explicit AnswerList(QWidget* parent = nullptr);

    void showAttempt(const QuestionAttempt& attempt);
    /// Of the recording: that of a note, or of what carries a level.
    [[nodiscard]] static std::optional<MediaTime> momentOf(const QListWidgetItem& item);

    /// No more than it needs: it takes what room there is.
    [[nodiscard]] QSize sizeHint() const override { return {minimumSizeHint().width(), minimumHeight()}; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addHeading(const QString& text);
    void addRow(const QString& text, std::optional<MediaTime> moment);
};

} // namespace mockingbird::review
