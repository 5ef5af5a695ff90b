// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/rubric/criterion_card.h"

#include <QWidget>
#include <functional>
#include <vector>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace mockingbird::review {

/// A rubric to score by: a card for each criterion, and the total as it forms.
class RubricPanel : public QWidget {
    Q_OBJECT

public:
    explicit RubricPanel(QWidget* parent = nullptr);

    /// Builds the cards anew where the rubric is another one than before.
    void setRubric(const catalog::Rubric& rubric, std::optional<double> passLinePercent);
    /// Asks for every criterion's standing.
    void showStandings(const std::function<CriterionStanding(catalog::CriterionId)>& standing);
    [[nodiscard]] const std::vector<CriterionCard*>& cards() const { return m_cards; }
    [[nodiscard]] QString totalText() const;

signals:
    void levelChosen(catalog::CriterionId criterion, int level);
    void cleared(catalog::CriterionId criterion);
    void momentAdded(catalog::CriterionId criterion);
    void jumpRequested(const catalog::Evidence& evidence);
    void evidenceRemoved(catalog::CriterionId criterion, const catalog::Evidence& evidence);

private:
    void unfold(CriterionCard* card);
    void showTotal();

    catalog::Rubric m_rubric;
    std::optional<double> m_passLine;
    bool m_unfoldedOnce = false;
    QLabel* m_total;
    QScrollArea* m_scroll;
    QVBoxLayout* m_column;
    std::vector<CriterionCard*> m_cards;
};

} // namespace mockingbird::review
