// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/pair_quarter.h"

#include <string>
#include <string_view>

namespace mockingbird::review {

/// Whether people are written by their names, or as "the mentee" and "a rater".
enum class Naming { ByRole, ByName };

/// The words of a pair's quarter: the page says what the report says.

/// `October to December 2026`.
[[nodiscard]] std::string quarterText(const catalog::Quarter& quarter);
/// `Maya Okafor`, or `the mentee`; `Aisha Rahman`, or `the mentor` where it is theirs, else `a rater`.
[[nodiscard]] std::string menteeText(const PairQuarter& quarter, Naming naming);
[[nodiscard]] std::string raterText(const PairQuarter& quarter, const std::string& name, Naming naming);
/// What to talk about, in a sentence.
[[nodiscard]] std::string talkingText(const PairQuarter& quarter, const TalkingPoint& point, Naming naming);
/// `16 days`, of which today is the last; `1 day`.
[[nodiscard]] std::string daysBetween(WallTime from, WallTime until);
/// `Applied`, `Promoted`: an outcome's kind.
[[nodiscard]] std::string outcomeKindText(catalog::OutcomeKind kind);
/// `Library Assistant, attempt 2`.
[[nodiscard]] std::string attemptText(const catalog::Session& session);
/// What came of a commitment: `open`, or `kept on 3 October 2026, at 1:02`.
[[nodiscard]] std::string closingText(const catalog::TakenAlong& taken);
/// How a review that is owed stands: `a draft is begun; overdue`.
[[nodiscard]] std::string owedText(const catalog::OutstandingReview& review);

// One line of the page and of the report for each thing.
[[nodiscard]] std::string sessionLine(const QuarterSession& held);
[[nodiscard]] std::string owedLine(const PairQuarter& quarter, const catalog::OutstandingReview& review,
                                   Naming naming);
[[nodiscard]] std::string feedbackLine(const catalog::Feedback& feedback);
[[nodiscard]] std::string confidenceLine(const catalog::SessionConfidence& said);
[[nodiscard]] std::string outcomeLine(const catalog::Outcome& outcome);
[[nodiscard]] std::string appointmentLine(const catalog::Appointment& appointment);

} // namespace mockingbird::review
