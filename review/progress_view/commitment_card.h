// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/ui/card.h"
#include "review/compare/progress.h"

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;

namespace mockingbird::review {

/// What a mentee took along, and whether a later attempt kept it, with the moment that shows it. Whoever may
/// say so says it here; what they say is handed on, and nothing changes until it is shown anew. GUI thread.
class CommitmentCard : public ui::Card {
    Q_OBJECT

public:
    enum class Saying { NotAllowed, Allowed };

    explicit CommitmentCard(QWidget* parent = nullptr);

    void show(const PersonProgress& progress, Saying saying);
    using QWidget::show;
    /// More than the newest few.
    void showAll();
    /// Begins to say that it was kept; nothing for one without a later attempt.
    void beginClosing(catalog::CommitmentId id);
    [[nodiscard]] QComboBox* attemptChoice() const { return m_attempt; } ///< of the one that is being closed
    [[nodiscard]] QLineEdit* momentEdit() const { return m_moment; }
    /// What is wrong with the moment that was typed; empty where nothing is.
    [[nodiscard]] QString fault() const;
    void saveClosing();

signals:
    void openSession(mockingbird::catalog::SessionId session, std::optional<mockingbird::MediaTime> at);
    void closeRequested(mockingbird::catalog::CommitmentId id, mockingbird::catalog::SessionId session,
                        std::optional<mockingbird::MediaTime> at);
    void reopenRequested(mockingbird::catalog::CommitmentId id);

private:
    void rebuild();
    void addRow(const CommitmentProgress& commitment);
    void addState(QVBoxLayout& row, const CommitmentProgress& commitment);
    void addForm(QVBoxLayout& row, const CommitmentProgress& commitment);

    std::vector<CommitmentProgress> m_commitments;
    std::vector<catalog::Session> m_sessions; ///< the attempts, the newest first
    Saying m_saying = Saying::NotAllowed;
    catalog::PersonId m_mentee;
    bool m_all = false;
    catalog::CommitmentId m_closing; ///< null while none is being closed
    QWidget* m_rows = nullptr;
    QComboBox* m_attempt = nullptr;
    QLineEdit* m_moment = nullptr;
    QLabel* m_fault = nullptr;
};

} // namespace mockingbird::review
