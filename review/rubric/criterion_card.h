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

namespace mockingbird::ui {
class FlowLayout;
}

namespace mockingbird::review {

class EvidencePrompt;
class LevelCard;

/// One moment of evidence in words.
struct EvidenceText {
    catalog::Evidence evidence;
    QString time;
    QString what; ///< the note's text; empty for a bare moment
};

/// What would be added as evidence now: the note one is at, or the moment shown.
struct EvidenceOffer {
    QString time;         ///< may be empty: then the button says no time
    bool note = false;    ///< the note one is at, not the bare moment
    bool possible = true; ///< false where nothing is shown that could be added
    bool operator==(const EvidenceOffer&) const = default;
};

/// What the card shows beside the criterion itself.
struct CriterionStanding {
    std::optional<catalog::Score> own;
    std::vector<EvidenceText> evidence; ///< of the own score
    std::vector<catalog::Score> others;
    bool editable = false;
};

/// A criterion with its levels to choose from, the evidence, and the other raters' levels. Folded it is one
/// line; one card at a time is unfolded. Arrow keys and the levels' digits choose. A top or bottom level that
/// rests on nothing asks for its moment right below it, and keeps asking without stopping anything.
class CriterionCard : public QFrame {
    Q_OBJECT

public:
    explicit CriterionCard(const catalog::Criterion& criterion, QWidget* parent = nullptr);

    void showStanding(const CriterionStanding& standing);
    /// Cheap where it is the same as before: it may follow playback.
    void setOffer(const EvidenceOffer& offer);
    void setFolded(bool folded);
    [[nodiscard]] bool folded() const { return m_folded; }
    [[nodiscard]] catalog::CriterionId criterion() const { return m_criterion.id; }
    [[nodiscard]] const std::vector<LevelCard*>& levels() const { return m_levels; }
    [[nodiscard]] QToolButton* header() const { return m_header; }
    /// The button that adds evidence now: the prompt's while it asks.
    [[nodiscard]] QPushButton* addMomentButton() const;
    [[nodiscard]] std::optional<int> chosen() const;
    /// The row that asks for the moment of a top or bottom level; hidden where none is asked for.
    [[nodiscard]] EvidencePrompt* prompt() const { return m_prompt; }
    /// As if its button was pressed; false where there is no score to add evidence to.
    bool addMoment();

signals:
    void unfoldRequested();
    void prompted(); ///< the row that asks for the moment appeared
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

    void showPrompt(const CriterionStanding& standing);
    void showOffer();

    catalog::Criterion m_criterion;
    EvidenceOffer m_offer;
    QString m_evidenceShown; ///< what its chips were built from
    bool m_folded = true;
    bool m_editable = false;
    QToolButton* m_header;
    QLabel* m_standing;
    QWidget* m_body;
    QVBoxLayout* m_bodyColumn = nullptr;
    std::vector<LevelCard*> m_levels;
    EvidencePrompt* m_prompt = nullptr;
    QLabel* m_others = nullptr;
    QPushButton* m_addMoment = nullptr;
    QPushButton* m_clear = nullptr;
    ui::FlowLayout* m_chips = nullptr;
    QWidget* m_chipHost = nullptr;
};

} // namespace mockingbird::review
