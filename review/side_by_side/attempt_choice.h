// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"
#include "review/compare/question_attempts.h"

#include <QWidget>
#include <vector>

class QCheckBox;

namespace mockingbird::review {

/// Which of the attempts at a question are shown: one to four of them. GUI
/// thread.
class AttemptChoice : public QWidget {
    Q_OBJECT

public:
    explicit AttemptChoice(QWidget* parent = nullptr);

    /// Those without a recording can't be chosen, and say so.
    void setSessions(const std::vector<QuestionSession>& sessions);
    /// In the order of the attempts; those that aren't offered are passed over.
    void choose(const std::vector<catalog::SessionId>& chosen);
    [[nodiscard]] std::vector<catalog::Session> chosen() const;
    [[nodiscard]] const std::vector<QCheckBox*>& boxes() const { return m_boxes; }

signals:
    void changed(); ///< by the person

private:
    void showBounds();

    std::vector<QuestionSession> m_sessions;
    std::vector<QCheckBox*> m_boxes; ///< one a session
};

} // namespace mockingbird::review
