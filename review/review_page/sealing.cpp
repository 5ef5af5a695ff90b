// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/sealing.h"

#include "common/catalog/catalog.h"
#include "common/ui/text.h"
#include "review/agreement/review_balance.h"
#include "review/review_page/recording_panel.h"
#include "review/review_page/review_clock.h"
#include "review/review_page/review_model.h"
#include "review/review_page/scoring.h"
#include "review/review_page/summary_panel.h"

#include <algorithm>
#include <chrono>

namespace mockingbird::review {

Sealing::Sealing(SummaryPanel& summary, RecordingPanel& recording, Scoring& scoring, ReviewModel& model,
                 const ReviewClock& clock, QObject* parent)
    : QObject(parent), m_summary(summary), m_recording(recording), m_model(model), m_clock(clock) {
    connect(&summary, &SummaryPanel::summaryWritten, this,
            [this](const QString& text) { m_model.setSummary(text.toStdString()); });
    connect(&summary, &SummaryPanel::commitmentsWritten, this, [this](const QStringList& texts) {
        std::vector<std::string> commitments;
        for (const QString& text : texts)
            commitments.push_back(text.toStdString());
        m_model.setCommitments(commitments);
    });
    connect(&summary, &SummaryPanel::openRequested, &model, &ReviewModel::openReviews);
    connect(&summary, &SummaryPanel::sealRequested, this, &Sealing::sealWanted);
    connect(&summary, &SummaryPanel::momentAdded, &scoring, &Scoring::addMoment);
    connect(&summary, &SummaryPanel::scoreRequested, this, &Sealing::scoreRequested);
    connect(&summary, &SummaryPanel::questionRequested, this, &Sealing::goToQuestion);
    connect(&scoring, &Scoring::offerChanged, &summary, &SummaryPanel::setOffer);
    connect(&clock, &ReviewClock::minutePassed, this, &Sealing::show);
}

QString Sealing::stateText() const {
    const ReviewedSession& now = m_model.now();
    if (!now.own || !now.own->sealedAt)
        return {};
    return tr("Sealed on %1. It can be read, and no longer changed.")
        .arg(ui::dateAndTime(*now.own->sealedAt));
}

RoundStanding Sealing::standing() const {
    const ReviewedSession& now = m_model.now();
    const catalog::ReviewRound& round = now.round;
    const auto rates = [&round](catalog::PersonId person) {
        return std::ranges::find(round.raters, person) != round.raters.end();
    };
    RoundStanding standing;
    standing.viewer = m_model.viewerIsMentee()                     ? RoundStanding::Viewer::Mentee
                      : rates(now.viewer.id) || m_model.editable() ? RoundStanding::Viewer::Rater
                                                                   : RoundStanding::Viewer::Onlooker;
    for (const catalog::PersonId person : round.awaited()) {
        if (person == now.viewer.id)
            continue;
        const auto known = m_model.catalog().people().byId(person);
        if (known.ok())
            standing.awaited.push_back(known->name);
    }
    standing.ownSealed = now.own && now.own->state != catalog::ReviewState::Draft;
    standing.opened = std::ranges::any_of(round.reviews, [&](const catalog::Review& review) {
        return review.rater != now.viewer.id && review.state == catalog::ReviewState::Opened;
    });
    standing.selfReviewFirst = round.selfReviewFirst;
    standing.selfReviewAwaited = round.selfReviewAwaited();
    standing.calibration = round.calibration;
    standing.coordinated = round.coordinated;
    standing.mayOpen = std::ranges::any_of(
        round.reviews, [&](const catalog::Review& review) { return round.mayOpen(now.viewer, review); });
    return standing;
}

BalanceContent Sealing::balance() const {
    const ReviewedSession& now = m_model.now();
    std::vector<catalog::Note> notes;
    std::ranges::copy_if(now.notes, std::back_inserter(notes),
                         [&](const catalog::Note& note) { return now.isOwn(note); });
    std::vector<catalog::Score> scores;
    std::ranges::copy_if(now.scores, std::back_inserter(scores),
                         [&](const catalog::Score& score) { return now.own && score.review == now.own->id; });
    BalanceContent content;
    content.kit = now.kit;
    content.balance = balanceOf(now.kit, now.segments, notes, scores);
    content.spent = std::chrono::floor<std::chrono::minutes>(m_clock.spent());
    return content;
}

void Sealing::show() {
    if (!m_model.isOpen())
        return;
    const ReviewedSession& now = m_model.now();
    SummaryContent content;
    content.editable = m_model.editable();
    content.commitments = now.commitments;
    content.state = stateText();
    content.mentee = ui::toQString(now.session.menteeName);
    if (now.goal)
        content.goal = ui::toQString(now.goal->text);
    for (const catalog::Commitment& commitment : now.lastCommitments)
        content.tookAlong.push_back(commitment.text);
    content.round = standing();
    if (content.editable)
        content.balance = balance();
    if (now.own)
        content.summary = ui::toQString(now.own->summary);
    content.notes = static_cast<std::size_t>(
        std::ranges::count_if(now.notes, [&](const catalog::Note& note) { return now.isOwn(note); }));
    content.reportable = now.own || !now.others.empty();
    QStringList others;
    for (const catalog::Review& review : now.others)
        if (!review.summary.empty())
            others << tr("%1: %2").arg(ui::toQString(review.raterName), ui::toQString(review.summary));
    content.others = others.join(QStringLiteral("\n\n"));
    m_summary.showContent(content);
}

void Sealing::goToQuestion(catalog::QuestionId question) {
    const auto& segments = m_model.now().segments;
    const auto asked = std::ranges::find(segments, question, &catalog::Segment::question);
    if (asked != segments.end())
        m_recording.goTo(asked->recording, asked->start);
}

} // namespace mockingbird::review
