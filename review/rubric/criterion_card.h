// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"
#include "common/catalog/review_store.h"

#include <QFrame>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace mockingbird::review {

class FlowLayout;
class LevelCard;

/// One moment of evidence in words.
struct EvidenceText {
    catalog::Evidence evidence;
    QString time;
    QString what; ///< the note's text; empty for a bare moment
};

/// What the card shows beside the criterion itself.
struct CriterionStanding {
    std::optional<catalog::Score> own;
    std::vector<EvidenceText> evidence; ///< of the own score
    std::vector<catalog::Score> others;
    bool editable = false;
};

/// A criterion with its levels to choose from, the evidence, and the other raters' levels. Folded it is one
/// line; one card at a time is unfolded. Arrow keys and the levels' digits choose.
class CriterionCard : public QFrame {
    Q_OBJECT

public:
    explicit CriterionCard(const catalog::Criterion& criterion, QWidget* parent = nullptr);

    void showStanding(const CriterionStanding& standing);
    void setFolded(bool folded);
    [[nodiscard]] bool folded() const { return m_folded; }
    [[nodiscard]] catalog::CriterionId criterion() const { return m_criterion.id; }
    [[nodiscard]] const std::vector<LevelCard*>& levels() const { return m_levels; }
    [[nodiscard]] QToolButton* header() const { return m_header; }
    [[nodiscard]] QPushButton* addMomentButton() const { return m_addMoment; }
    [[nodiscard]] std::optional<int> chosen() const;

signals:
    void unfoldRequested();
    void levelChosen(int level);
    void cleared();
    void momentAdded();
    void jumpRequested(const catalog::Evidence& evidence);
    void evidenceRemoved(const catalog::Evidence& evidence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildBody();
    void buildEvidence(const CriterionStanding& standing);
    void showOthers(const std::vector<catalog::Score>& others);
    void choose(int level);
    bool handleKey(int key);
    [[nodiscard]] QString labelOf(int level) const;

    catalog::Criterion m_criterion;
    bool m_folded = true;
    bool m_editable = false;
    QToolButton* m_header;
    QLabel* m_standing;
    QWidget* m_body;
    std::vector<LevelCard*> m_levels;
    QLabel* m_others = nullptr;
    QPushButton* m_addMoment = nullptr;
    QPushButton* m_clear = nullptr;
    FlowLayout* m_chips = nullptr;
    QWidget* m_chipHost = nullptr;
};

} // namespace mockingbird::review
