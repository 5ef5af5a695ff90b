// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/rubric/criterion_card.h"

#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace mockingbird::review {

class QuestionBar;

/// A kit's rubric to score by: a card for each criterion, and the total as it forms. Where the kit scores
/// each question, the questions stand above and the cards are the chosen one's. Alt+E adds the moment shown
/// to the unfolded card's score, from anywhere in the window while the panel is in sight.
class RubricPanel : public QWidget {
    Q_OBJECT

public:
    using OptionalQuestion = std::optional<mockingbird::catalog::QuestionId>;
    using Standing = std::function<CriterionStanding(catalog::CriterionId, OptionalQuestion)>;

    explicit RubricPanel(QWidget* parent = nullptr);

    /// Builds the cards anew where the kit is another one than before.
    void setKit(const catalog::Kit& kit);
    /// The question at the moment shown, which the panel follows unless the person chose one; nullopt between
    /// questions. Of no effect where the whole session is scored.
    void setQuestionShown(OptionalQuestion question);
    /// What adding a moment would add now. May be called at every step of playback.
    void setOffer(const EvidenceOffer& offer);
    /// Shows what stands. `standing` is kept and asked again when another question is chosen.
    void showStandings(Standing standing);
    /// Unfolds the criterion, of that question, and moves the keyboard to it.
    void goTo(catalog::CriterionId criterion, OptionalQuestion question);
    /// Moves the keyboard to the unfolded criterion, where 1 to 5 choose a level; to the first where all are
    /// folded.
    void takeKeyboard();

    /// The question whose cards are shown; none where the whole session is scored.
    [[nodiscard]] OptionalQuestion question() const;
    [[nodiscard]] const std::vector<CriterionCard*>& cards() const { return m_cards; }
    [[nodiscard]] QuestionBar& questionBar() const { return *m_questions; }
    [[nodiscard]] QString totalText() const;

signals:
    void levelChosen(mockingbird::catalog::CriterionId criterion,
                     const std::optional<mockingbird::catalog::QuestionId>& question, int level);
    void cleared(mockingbird::catalog::CriterionId criterion,
                 const std::optional<mockingbird::catalog::QuestionId>& question);
    void momentAdded(mockingbird::catalog::CriterionId criterion,
                     const std::optional<mockingbird::catalog::QuestionId>& question);
    void evidenceRemoved(mockingbird::catalog::CriterionId criterion,
                         const std::optional<mockingbird::catalog::QuestionId>& question,
                         const mockingbird::catalog::Evidence& evidence);
    void jumpRequested(const mockingbird::catalog::Evidence& evidence);

private:
    void buildCards();
    void refresh();
    void unfold(CriterionCard* card);
    void unfoldFirstOpen();
    void showTotal();
    [[nodiscard]] CriterionCard* unfolded() const;

    catalog::Kit m_kit;
    Standing m_standing;
    EvidenceOffer m_offer;
    bool m_unfoldedOnce = false;
    QuestionBar* m_questions;
    QLabel* m_total;
    QScrollArea* m_scroll;
    QVBoxLayout* m_column;
    std::vector<CriterionCard*> m_cards;
};

} // namespace mockingbird::review
