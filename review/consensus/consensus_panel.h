// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/consensus/consensus_content.h"

#include <QWidget>
#include <optional>
#include <vector>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace mockingbird::review {

class CalibrationTable;
class UnitCard;

/// Raters' levels side by side once all have sealed: how far they agree, the criteria that differ with both
/// sides' evidence, and the level agreed on with its reason, beside the first ones. For a calibration: how
/// the viewer differs from the agreed levels, or, for who writes those down, how everybody does.
class ConsensusPanel : public QWidget {
    Q_OBJECT

public:
    explicit ConsensusPanel(QWidget* parent = nullptr);

    /// Leaves alone what is being typed; cards stay where the scores are the same as before.
    void showContent(const ConsensusContent& content);
    /// Hands on a reason that is being typed.
    void flush();
    /// Moves the keyboard to the first differing criterion's levels, where one can be agreed on.
    void takeKeyboard();

    [[nodiscard]] const std::vector<UnitCard*>& differing() const { return m_differing; }
    /// Built when they are unfolded first.
    [[nodiscard]] const std::vector<UnitCard*>& alike() const { return m_alike; }
    [[nodiscard]] QToolButton* alikeHeader() const { return m_alikeHeader; }
    [[nodiscard]] CalibrationTable& table() const { return *m_table; }
    [[nodiscard]] QString figuresText() const;
    [[nodiscard]] QString refusalText() const;

signals:
    void jumpRequested(const mockingbird::catalog::Evidence& evidence);
    void agreed(mockingbird::catalog::CriterionId criterion,
                const std::optional<mockingbird::catalog::QuestionId>& question, int level,
                const QString& reason);
    void withdrawn(mockingbird::catalog::AgreedScoreId id);

private:
    void showFigures();
    void showCards();
    void showIn(std::vector<UnitCard*>& cards, const std::vector<ScoredUnit>& units, QVBoxLayout* column);
    UnitCard* addCard(const ScoredUnit& unit, QVBoxLayout* column);
    void foldAlike(bool folded);

    ConsensusContent m_content;
    QScrollArea* m_scroll;
    QLabel* m_refusal;
    QWidget* m_body;
    QLabel* m_heading;
    QLabel* m_figures;
    QLabel* m_meaning;
    CalibrationTable* m_table;
    QLabel* m_differingHeading;
    QVBoxLayout* m_differingColumn;
    QToolButton* m_alikeHeader;
    QWidget* m_alikeBody;
    QVBoxLayout* m_alikeColumn;
    std::vector<ScoredUnit> m_alikeUnits;
    std::vector<UnitCard*> m_differing;
    std::vector<UnitCard*> m_alike;
};

} // namespace mockingbird::review
