// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/compare_documents.h"

#include "review/report/cohort_sheet.h"
#include "studio/cli/json_documents.h"

namespace mockingbird::studio {

namespace {

using nlohmann::json;
using review::Naming;

template <class T>
json orNull(const std::optional<T>& value) {
    return value ? json(*value) : json(nullptr);
}

json timeOrNull(const std::optional<WallTime>& time) {
    return time ? json(time->toIso()) : json(nullptr);
}

json changeDocument(const std::optional<review::ChangeSince>& since) {
    if (!since)
        return nullptr;
    return {{"by", since->change.by},
            {"verdict", name(since->change.verdict)},
            {"margin", orNull(since->change.margin)}};
}

json groupDocument(const review::PersonProgress& progress, const review::ProgressGroup& group) {
    json criteria = json::array();
    for (const review::CriterionProgress& criterion : group.criteria) {
        json attempts = json::array();
        for (std::size_t i = 0; i < criterion.cells.size(); ++i)
            attempts.push_back({{"session", progress.attempts.at(group.attempts.at(i)).session.id.toString()},
                                {"mean", orNull(criterion.cells[i].mean)},
                                {"agreed", orNull(criterion.cells[i].agreed)},
                                {"lowest", orNull(criterion.cells[i].lowest)},
                                {"highest", orNull(criterion.cells[i].highest)},
                                {"since_first", changeDocument(criterion.sinceFirst.at(i))},
                                {"since_previous", changeDocument(criterion.sincePrevious.at(i))}});
        criteria.push_back({{"id", criterion.criterion.id.toString()},
                            {"name", criterion.criterion.name},
                            {"attempts", std::move(attempts)}});
    }
    return {{"kit", reference(group.kit.id, group.kit.name)},
            {"rubric_version", group.kit.rubric.version},
            {"criteria", std::move(criteria)}};
}

/// What is not known of it is null.
json deliveryDocument(const review::Delivery& delivery) {
    return {{"mean_answer", delivery.meanAnswer ? json(delivery.meanAnswer->seconds()) : json(nullptr)},
            {"talk_share", orNull(delivery.talkShare)},
            {"pauses_per_minute", orNull(delivery.pausesPerMinute)}};
}

json commitmentDocument(const review::CommitmentProgress& commitment) {
    const catalog::TakenAlong& taken = commitment.taken;
    const bool shown = taken.closing && taken.closing->moment;
    return {{"id", taken.commitment.id.toString()},
            {"text", taken.commitment.text},
            {"from", taken.session.toString()},
            {"fate", name(commitment.fate)},
            {"kept_in", taken.closing ? json(taken.closing->session.toString()) : json(nullptr)},
            {"at", shown ? json(taken.closing->moment->at.seconds()) : json(nullptr)}};
}

/// Withheld in a report that names nobody.
json sessionOf(const catalog::SessionId& session, Naming naming) {
    return naming == Naming::ByName && !session.isNull() ? json(session.toString()) : json(nullptr);
}

std::string_view talkingName(review::TalkingPointKind kind) {
    using Kind = review::TalkingPointKind;
    switch (kind) {
    case Kind::NothingPracticed:
        return "nothing-practised";
    case Kind::ReviewOverdue:
        return "review-overdue";
    case Kind::SelfReviewAwaited:
        return "self-review-awaited";
    case Kind::FeedbackUnopened:
        return "feedback-not-looked-at";
    case Kind::CommitmentOpen:
        return "commitment-open";
    case Kind::CommitmentKept:
        return "commitment-kept";
    case Kind::ConfidenceFell:
        return "confidence-fell";
    case Kind::ConfidenceRose:
        return "confidence-rose";
    case Kind::OutcomeReached:
        return "outcome-reached";
    case Kind::InterviewAhead:
        return "interview-ahead";
    case Kind::NothingAhead:
        break;
    }
    return "nothing-ahead";
}

json takenAlongDocument(const catalog::TakenAlong& taken, Naming naming) {
    json document = {{"text", taken.commitment.text},
                     {"from_day", catalog::localDayOf(taken.heldAt)},
                     {"session", sessionOf(taken.session, naming)},
                     {"kept_in", nullptr},
                     {"kept_day", nullptr},
                     {"at", nullptr}};
    if (taken.closing) {
        document["kept_in"] = sessionOf(taken.closing->session, naming);
        document["kept_day"] = catalog::localDayOf(taken.closing->heldAt);
        if (taken.closing->moment)
            document["at"] = taken.closing->moment->at.seconds();
    }
    return document;
}

json talkDocument(const review::PairQuarter& quarter, Naming naming) {
    json talk = json::array();
    for (const review::TalkingPoint& point : quarter.talkingPoints())
        talk.push_back({{"kind", talkingName(point.kind)},
                        {"text", review::talkingText(quarter, point, naming)},
                        {"session", sessionOf(point.session, naming)},
                        {"at", point.moment ? json(point.moment->at.seconds()) : json(nullptr)}});
    return talk;
}

json personOrNull(const catalog::Person& person, Naming naming) {
    return naming == Naming::ByName ? reference(person.id, person.name) : json(nullptr);
}

json levelsDocument(const std::vector<review::LevelRange>& levels) {
    if (levels.empty())
        return nullptr;
    json document = json::array();
    for (const review::LevelRange& range : levels)
        document.push_back({{"from", range.from}, {"to", range.to}, {"count", range.count}});
    return document;
}

json participationDocument(const review::Participation& part) {
    const auto& ranges = review::attemptRanges();
    json groups = json::array();
    for (std::size_t row = 0; row < part.groups.size(); ++row) {
        json counts = json::array();
        for (const review::GuardedCount& count : part.mentees.cells.at(row))
            counts.push_back(orNull(count));
        groups.push_back({{"group", part.groups[row]},
                          {"mentees", std::move(counts)},
                          {"total", orNull(part.mentees.rowTotals.at(row))}});
    }
    json names = json::array();
    for (const review::AttemptRange& range : ranges)
        names.push_back(review::rangeText(range));
    const std::string_view by = part.grouping == review::Grouping::Classification ? "classification"
                                : part.grouping == review::Grouping::Branch       ? "branch"
                                                                                  : "employment";
    return {{"by", by}, {"attempts", std::move(names)}, {"groups", std::move(groups)}};
}

json kitOf(const catalog::KitId& id, const std::string& name, int rubricVersion) {
    json kit = reference(id, name);
    kit["rubric_version"] = rubricVersion;
    return kit;
}

json outcomesDocument(const review::CohortYear& year) {
    json outcomes = json::array();
    for (const review::OutcomesYear& outcome : year.outcomes) {
        json quarters = json::array();
        for (const review::GuardedCount& count : outcome.mentees)
            quarters.push_back(orNull(count));
        outcomes.push_back({{"kind", catalog::name(outcome.kind)},
                            {"by_quarter", std::move(quarters)},
                            {"total", orNull(outcome.total)},
                            {"median_attempts_before", orNull(outcome.medianAttemptsBefore)}});
    }
    return outcomes;
}

} // namespace

json progressDocument(const review::PersonProgress& progress) {
    json attempts = json::array();
    for (const review::ProgressAttempt& attempt : progress.attempts)
        attempts.push_back({{"session", attempt.session.id.toString()},
                            {"kit", reference(attempt.session.kit, attempt.session.kitName)},
                            {"rubric_version", attempt.rubricVersion},
                            {"attempt", attempt.session.attempt},
                            {"held_at", attempt.session.startedAt.toIso()},
                            {"percent", orNull(attempt.percent)},
                            {"confidence_before", orNull(attempt.confidenceBefore)},
                            {"confidence_after", orNull(attempt.confidenceAfter)},
                            {"delivery", deliveryDocument(attempt.delivery)}});
    json groups = json::array();
    for (const review::ProgressGroup& group : progress.groups)
        groups.push_back(groupDocument(progress, group));
    json commitments = json::array();
    for (const review::CommitmentProgress& taken : progress.commitments)
        commitments.push_back(commitmentDocument(taken));
    return {{"attempts", std::move(attempts)},
            {"groups", std::move(groups)},
            {"commitments", std::move(commitments)}};
}

json quarterRowDocument(const catalog::QuarterRow& row) {
    return {{"id", row.pair.toString()},
            {"cohort", reference(row.cohort, row.cohortName)},
            {"mentee", reference(row.mentee, row.menteeName)},
            {"branch", row.branch},
            {"mentor", row.mentorName},
            {"liaison", row.liaisonName},
            {"sessions", row.sessions},
            {"last_session", timeOrNull(row.lastSession)},
            {"reviews_owed", row.outstanding},
            {"reviews_overdue", row.overdue},
            {"owed_since", timeOrNull(row.oldestOwed)},
            {"owed_session", sessionOf(row.oldestOwedSession, Naming::ByName)},
            {"feedback_not_looked_at", row.unopened},
            {"commitments_open", row.openCommitments},
            {"outcomes", row.outcomes}};
}

json pairQuarterDocument(const review::PairQuarter& quarter, Naming naming) {
    json sessions = json::array();
    for (const review::QuarterSession& held : quarter.sessions)
        sessions.push_back({{"id", sessionOf(held.session.id, naming)},
                            {"kit", held.session.kitName},
                            {"attempt", held.session.attempt},
                            {"mode", catalog::name(held.session.mode)},
                            {"day", catalog::localDayOf(held.session.startedAt)},
                            {"reviews_owed", held.outstanding}});
    json owed = json::array();
    for (const catalog::OutstandingReview& review : quarter.outstanding)
        owed.push_back({{"session", sessionOf(review.session, naming)},
                        {"rater", review::raterText(quarter, review.raterName, naming)},
                        {"since", catalog::localDayOf(review.heldAt)},
                        {"begun", review.begun},
                        {"own", review.ofMentee},
                        {"overdue", review.overdue}});
    json feedback = json::array();
    for (const catalog::Feedback& one : quarter.feedback)
        feedback.push_back(
            {{"session", sessionOf(one.session, naming)},
             {"held", catalog::localDayOf(one.heldAt)},
             {"reviews", one.reviews},
             {"opened", catalog::localDayOf(one.openedAt)},
             {"looked_at", one.seenAt ? json(catalog::localDayOf(*one.seenAt)) : json(nullptr)},
             {"notes", one.notes},
             {"understood", one.understood},
             {"replies", one.replies}});
    json open = json::array();
    for (const catalog::TakenAlong& taken : quarter.openCommitments)
        open.push_back(takenAlongDocument(taken, naming));
    json kept = json::array();
    for (const catalog::TakenAlong& taken : quarter.closedCommitments)
        kept.push_back(takenAlongDocument(taken, naming));
    json confidence = json::array();
    for (const catalog::SessionConfidence& said : quarter.confidence)
        confidence.push_back({{"session", sessionOf(said.session, naming)},
                              {"day", catalog::localDayOf(said.startedAt)},
                              {"before", said.before ? json(said.before->level) : json(nullptr)},
                              {"after", said.after ? json(said.after->level) : json(nullptr)}});
    json outcomes = json::array();
    for (const catalog::Outcome& outcome : quarter.outcomes)
        outcomes.push_back(
            {{"kind", catalog::name(outcome.kind)}, {"on", outcome.on}, {"text", outcome.text}});
    json ahead = json::array();
    for (const catalog::Appointment& appointment : quarter.appointments)
        ahead.push_back({{"kind", catalog::name(appointment.kind)},
                         {"at", appointment.at.toIso()},
                         {"kit", appointment.kitName}});
    return {{"pair", naming == Naming::ByName ? json(quarter.pair.id.toString()) : json(nullptr)},
            {"quarter", quarter.quarter.name()},
            {"cohort", quarter.cohort.name},
            {"mentee", personOrNull(quarter.mentee, naming)},
            {"mentor", personOrNull(quarter.mentor, naming)},
            {"liaison", quarter.liaison ? personOrNull(*quarter.liaison, naming) : json(nullptr)},
            {"totals",
             {{"sessions", quarter.sessions.size()},
              {"reviews_owed", quarter.outstanding.size()},
              {"reviews_overdue", quarter.overdue()},
              {"feedback_not_looked_at", quarter.unopened()},
              {"commitments_open", quarter.openCommitments.size()},
              {"outcomes", quarter.outcomes.size()}}},
            {"talk_about", talkDocument(quarter, naming)},
            {"sessions", std::move(sessions)},
            {"reviews_owed", std::move(owed)},
            {"feedback", std::move(feedback)},
            {"commitments_open", std::move(open)},
            {"commitments_kept", std::move(kept)},
            {"confidence_shared", quarter.confidenceShared},
            {"confidence", std::move(confidence)},
            {"outcomes", std::move(outcomes)},
            {"appointments", std::move(ahead)}};
}

json cohortYearDocument(const review::CohortYear& year) {
    json document = {{"cohort", reference(year.cohort.id, year.cohort.name)},
                     {"year", year.year},
                     {"mentees", orNull(year.mentees)},
                     {"fewer_than_five", !year.mentees.has_value()}};
    if (!review::tooFewText(year).empty())
        return document;
    json attempts = json::array();
    const auto& ranges = review::attemptRanges();
    for (std::size_t i = 0; i < ranges.size() && i < year.attempts.counts.size(); ++i)
        attempts.push_back(
            {{"attempts", review::rangeText(ranges[i])}, {"mentees", orNull(year.attempts.counts[i])}});
    document["attempts"] = std::move(attempts);
    document["participation"] = json::array();
    for (const review::Participation& part : year.participation)
        document["participation"].push_back(participationDocument(part));
    document["criteria"] = json::array();
    for (const review::CriterionYear& criterion : year.criteria)
        document["criteria"].push_back(
            {{"kit", kitOf(criterion.kit, criterion.kitName, criterion.rubricVersion)},
             {"id", criterion.criterion.toString()},
             {"name", criterion.name},
             {"given", levelsDocument(criterion.given)},
             {"mean", orNull(criterion.mean)},
             {"agreed", levelsDocument(criterion.agreed)}});
    document["hardest"] = json::array();
    for (const review::HardItem& item : year.hardest)
        document["hardest"].push_back({{"kit", kitOf(item.kit, item.kitName, item.rubricVersion)},
                                       {"kind", item.isQuestion ? "question" : "criterion"},
                                       {"text", item.text},
                                       {"percent", item.percent},
                                       {"scores", item.scores}});
    document["raters"] = json::array();
    for (const review::RatersYear& raters : year.raters)
        document["raters"].push_back(
            {{"kit", kitOf(raters.kit, raters.kitName, raters.rubricVersion)},
             {"alpha",
              raters.alpha ? json{{"value", raters.alpha->value}, {"n", raters.alpha->n}} : json(nullptr)},
             {"strictness_spread", orNull(raters.severitySpread)}});
    document["outcomes"] = outcomesDocument(year);
    return document;
}

} // namespace mockingbird::studio
