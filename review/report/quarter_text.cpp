// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/quarter_text.h"

#include "review/report/day_text.h"
#include "review/report/number_text.h"

#include <algorithm>
#include <array>

namespace mockingbird::review {

namespace {

constexpr std::int64_t kDayMilliseconds = 24LL * 60 * 60 * 1000;

std::string sentenceStart(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

/// With its colon before the words, where there are any.
std::string quoted(const std::string& words) {
    return "\u201C" + words + "\u201D";
}

/// The session that a point speaks of, by its day, wherever the quarter knows it from.
std::string sessionDay(const PairQuarter& quarter, const TalkingPoint& point) {
    for (const QuarterSession& held : quarter.sessions)
        if (held.session.id == point.session)
            return "the session of " + dayText(held.session.startedAt);
    for (const catalog::Feedback& feedback : quarter.feedback)
        if (feedback.session == point.session)
            return "the session of " + dayText(feedback.heldAt);
    for (const catalog::OutstandingReview& review : quarter.outstanding)
        if (review.session == point.session)
            return "the session of " + dayText(review.heldAt);
    return "an earlier session";
}

std::string on(const TalkingPoint& point) {
    return point.when ? dayText(*point.when) : std::string("a day that isn\u2019t known");
}

std::string steps(int count) {
    return std::to_string(count) + (count == 1 ? " step" : " steps");
}

} // namespace

std::string quarterText(const catalog::Quarter& quarter) {
    constexpr std::array<std::string_view, 4> kMonths{"January to March", "April to June",
                                                      "July to September", "October to December"};
    const auto place = static_cast<std::size_t>(std::clamp(quarter.number, 1, 4) - 1);
    return std::string(kMonths.at(place)) + " " + std::to_string(quarter.year);
}

std::string menteeText(const PairQuarter& quarter, Naming naming) {
    return naming == Naming::ByName ? quarter.mentee.name : "the mentee";
}

std::string raterText(const PairQuarter& quarter, const std::string& name, Naming naming) {
    if (naming == Naming::ByName)
        return name;
    if (name == quarter.mentee.name)
        return "the mentee";
    return name == quarter.mentor.name ? "the mentor" : "a rater";
}

std::string talkingText(const PairQuarter& quarter, const TalkingPoint& point, Naming naming) {
    const std::string mentee = menteeText(quarter, naming);
    switch (point.kind) {
    case TalkingPointKind::NothingPracticed:
        return point.when ? "Nothing was practised this quarter; the last session was on " + on(point) + "."
                          : "Nothing has been practised yet.";
    case TalkingPointKind::ReviewOverdue:
        return "The review by " + raterText(quarter, point.subject, naming) + " of the session of " +
               on(point) + " is overdue" +
               (point.when ? ": it has been owed for " + daysBetween(*point.when, quarter.now) + "." : ".");
    case TalkingPointKind::SelfReviewAwaited:
        return sentenceStart(mentee) + "\u2019s own review of the session of " + on(point) +
               " comes first: the others open after it.";
    case TalkingPointKind::FeedbackUnopened:
        return "Feedback on " + sessionDay(quarter, point) + " was opened on " + on(point) + ", and " +
               mentee + " hasn\u2019t looked at it yet.";
    case TalkingPointKind::CommitmentOpen:
        return "Still open, from the session of " + on(point) + ": " + quoted(point.subject);
    case TalkingPointKind::CommitmentKept:
        return "Kept, as the session of " + on(point) + " shows: " + quoted(point.subject);
    case TalkingPointKind::ConfidenceFell:
        return "Confidence before the interview fell by " + steps(point.count) +
               " from the quarter\u2019s first session to its last.";
    case TalkingPointKind::ConfidenceRose:
        return "Confidence before the interview rose by " + steps(point.count) +
               " from the quarter\u2019s first session to its last.";
    case TalkingPointKind::OutcomeReached:
        return outcomeKindText(point.outcome.value_or(catalog::OutcomeKind::Applied)) + " on " + on(point) +
               (point.subject.empty() ? "." : ": " + point.subject);
    case TalkingPointKind::InterviewAhead:
        return "An interview is ahead on " + on(point) + (point.subject.empty() ? "." : ": " + point.subject);
    case TalkingPointKind::NothingAhead:
        break;
    }
    return "No appointment is made yet.";
}

std::string daysBetween(WallTime from, WallTime until) {
    const std::int64_t days =
        std::max<std::int64_t>((until.milliseconds - from.milliseconds) / kDayMilliseconds, 0);
    return std::to_string(days) + (days == 1 ? " day" : " days");
}

std::string outcomeKindText(catalog::OutcomeKind kind) {
    return sentenceStart(std::string(catalog::name(kind)));
}

std::string attemptText(const catalog::Session& session) {
    return session.kitName + ", attempt " + std::to_string(session.attempt);
}

std::string closingText(const catalog::TakenAlong& taken) {
    if (!taken.closing)
        return "open";
    return "kept in the session of " + dayText(taken.closing->heldAt) +
           (taken.closing->moment ? ", at " + taken.closing->moment->at.toShortString() : std::string());
}

std::string owedText(const catalog::OutstandingReview& review) {
    return std::string(review.ofMentee ? "the mentee\u2019s own, which comes first; " : "") +
           (review.begun ? "a draft is begun" : "not begun") + (review.overdue ? "; overdue" : "");
}

std::string sessionLine(const QuarterSession& held) {
    return dayText(held.session.startedAt) + ": " + attemptText(held.session) + ", " +
           std::string(catalog::name(held.session.mode)) +
           (held.outstanding > 0 ? "; reviews owed: " + std::to_string(held.outstanding) : std::string());
}

std::string owedLine(const PairQuarter& quarter, const catalog::OutstandingReview& review, Naming naming) {
    return sentenceStart(raterText(quarter, review.raterName, naming)) + ", for the session of " +
           dayText(review.heldAt) + ": owed for " + daysBetween(review.heldAt, quarter.now) + "; " +
           owedText(review);
}

std::string feedbackLine(const catalog::Feedback& feedback) {
    const std::string opened =
        "Session of " + dayText(feedback.heldAt) + ", opened on " + dayText(feedback.openedAt) + ": ";
    if (!feedback.seenAt)
        return opened + "not looked at yet";
    return opened + "looked at on " + dayText(*feedback.seenAt) + ", " + std::to_string(feedback.understood) +
           " of " + std::to_string(feedback.notes) +
           " notes understood, replies: " + std::to_string(feedback.replies);
}

std::string confidenceLine(const catalog::SessionConfidence& said) {
    const auto level = [](const std::optional<catalog::Confidence>& one) {
        return one ? std::to_string(one->level) + " of 10" : std::string("not said");
    };
    return "Session of " + dayText(said.startedAt) + ": before " + level(said.before) + ", after " +
           level(said.after);
}

std::string outcomeLine(const catalog::Outcome& outcome) {
    return dayText(outcome.on) + ", " + outcomeKindText(outcome.kind) +
           (outcome.text.empty() ? std::string() : ": " + outcome.text);
}

std::string appointmentLine(const catalog::Appointment& appointment) {
    return dateText(appointment.at) +
           (appointment.kind == catalog::AppointmentKind::Real ? ": an interview"
                                                               : ": a practice interview") +
           (appointment.kitName.empty() ? std::string() : ", " + appointment.kitName);
}

} // namespace mockingbird::review
