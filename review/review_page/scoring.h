// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/review_store.h"
#include "review/rubric/criterion_card.h"

#include <QObject>
#include <optional>

namespace mockingbird::review {

class ConsensusPanel;
class NoteReading;
class RecordingPanel;
class ReviewModel;
class RubricPanel;
class ScoreSteps;

/// How levels are given and agreed on: the rubric and the consensus panel show the model's scores, and what
/// was chosen on them becomes a step, with the moment shown as its evidence.
class Scoring : public QObject {
    Q_OBJECT

public:
    Scoring(RubricPanel& rubric, ConsensusPanel& consensus, RecordingPanel& recording, NoteReading& notes,
            ReviewModel& model, ScoreSteps& steps, QObject* parent);

    void showScores();
    void showConsensus();
    /// The moment shown, or the note one is at, carries the score.
    void addMoment(catalog::CriterionId criterion, const std::optional<catalog::QuestionId>& question);
    /// Whether there is anything to agree on or to be compared with.
    [[nodiscard]] bool consensusThere() const;
    /// Follows playback: the question at the moment shown, and what evidence given now would be.
    void follow();

signals:
    /// What evidence given now would be is another than before.
    void offerChanged(const mockingbird::review::EvidenceOffer& offer);

private:
    [[nodiscard]] bool setsAgreed() const;
    [[nodiscard]] EvidenceOffer offer() const;
    [[nodiscard]] EvidenceText textOf(const catalog::Evidence& evidence) const;

    RubricPanel& m_rubric;
    ConsensusPanel& m_consensus;
    RecordingPanel& m_recording;
    NoteReading& m_notes;
    ReviewModel& m_model;
    ScoreSteps& m_steps;
};

} // namespace mockingbird::review
