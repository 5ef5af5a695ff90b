// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/scoring.h"

#include "common/ui/text.h"
#include "review/agreement/score_difference.h"
#include "review/consensus/consensus_panel.h"
#include "review/review_page/note_reading.h"
#include "review/review_page/recording_panel.h"
#include "review/review_page/review_model.h"
#include "review/review_page/score_steps.h"
#include "review/rubric/rubric_panel.h"
#include "review/timeline/time_text.h"

#include <algorithm>

namespace mockingbird::review {

Scoring::Scoring(RubricPanel& rubric, ConsensusPanel& consensus, RecordingPanel& recording,
                 NoteReading& notes, ReviewModel& model, ScoreSteps& steps, QObject* parent)
    : QObject(parent), m_rubric(rubric), m_consensus(consensus), m_recording(recording), m_notes(notes),
      m_model(model), m_steps(steps) {
    const auto jump = [this](const catalog::Evidence& evidence) { m_notes.goTo(evidence); };
    connect(&m_rubric, &RubricPanel::levelChosen, &m_steps, &ScoreSteps::setLevel);
    connect(&m_rubric, &RubricPanel::cleared, &m_steps, &ScoreSteps::clear);
    connect(&m_rubric, &RubricPanel::momentAdded, this, &Scoring::addMoment);
    connect(&m_rubric, &RubricPanel::evidenceRemoved, &m_steps, &ScoreSteps::removeEvidence);
    connect(&m_rubric, &RubricPanel::jumpRequested, this, jump);
    connect(&m_consensus, &ConsensusPanel::jumpRequested, this, jump);
    connect(
        &m_consensus, &ConsensusPanel::agreed, this,
        [this](catalog::CriterionId criterion, const std::optional<catalog::QuestionId>& question, int level,
               const QString& reason) { m_steps.agree(criterion, question, level, reason.toStdString()); });
    connect(&m_consensus, &ConsensusPanel::withdrawn, &m_steps, &ScoreSteps::withdraw);
    connect(&m_recording, &RecordingPanel::moved, this, &Scoring::follow);
}

EvidenceText Scoring::textOf(const catalog::Evidence& evidence) const {
    EvidenceText text{evidence, ui::shortTime(evidence.at), {}};
    if (const catalog::Note* note = evidence.note ? m_model.now().note(*evidence.note) : nullptr)
        text.what = ui::toQString(note->text);
    return text;
}

void Scoring::showScores() {
    m_rubric.setKit(m_model.now().kit);
    m_rubric.showStandings(
        [this](catalog::CriterionId criterion, std::optional<catalog::QuestionId> question) {
            CriterionStanding standing;
            standing.own = m_model.ownScore(criterion, question);
            standing.others = m_model.othersScores(criterion, question);
            standing.editable = m_model.editable();
            if (standing.own)
                for (const catalog::Evidence& evidence : standing.own->evidence)
                    standing.evidence.push_back(textOf(evidence));
            return standing;
        });
    follow();
}

bool Scoring::setsAgreed() const {
    const ReviewedSession& now = m_model.now();
    return (now.calibration || now.round.mayAgree()) && now.round.mayAgree(now.viewer);
}

bool Scoring::consensusThere() const {
    const ReviewedSession& now = m_model.now();
    return now.calibration || setsAgreed() || !now.agreed.empty();
}

void Scoring::showConsensus() {
    const ReviewedSession& now = m_model.now();
    ConsensusContent content;
    content.kit = now.kit;
    // The raters', not what the mentee thinks of themselves.
    std::vector<catalog::Score> scores = now.scores;
    std::erase_if(scores, [&](const catalog::Score& score) { return score.rater == now.session.mentee; });
    content.units = scoredUnits(now.kit, scores);
    content.agreed = now.agreed;
    content.editable = setsAgreed();
    content.calibration = now.calibration.has_value();
    content.viewer = now.viewer.id;
    content.evidenceText = [this](const catalog::Evidence& evidence) { return textOf(evidence); };
    const bool rates = std::ranges::find(now.round.raters, now.viewer.id) != now.round.raters.end();
    const bool ownDraft = !now.own || now.own->state == catalog::ReviewState::Draft;
    if (content.calibration && !content.editable && (rates || !now.own) && ownDraft)
        content.refusal = tr("Rate first: when you have sealed your review, you see how you differ.");
    m_consensus.showContent(content);
}

void Scoring::addMoment(catalog::CriterionId criterion, const std::optional<catalog::QuestionId>& question) {
    m_steps.addEvidence(criterion, question, m_notes.evidenceNow());
}

EvidenceOffer Scoring::offer() const {
    if (!m_recording.playable())
        return {{}, false, false};
    const catalog::Evidence evidence = m_notes.evidenceNow();
    return {preciseTime(evidence.at), evidence.note.has_value()};
}

void Scoring::follow() {
    if (!m_model.isOpen())
        return;
    m_rubric.setQuestionShown(m_recording.questionNow());
    m_rubric.setOffer(offer());
    emit offerChanged(offer());
}

} // namespace mockingbird::review
