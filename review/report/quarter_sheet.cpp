// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/quarter_sheet.h"

#include "review/report/day_text.h"
#include "review/report/number_text.h"
#include "review/report/report_content.h"

namespace mockingbird::review {

namespace {

std::string withOverdue(const PairQuarter& quarter) {
    const std::string owed = std::to_string(quarter.outstanding.size());
    return quarter.overdue() > 0 ? owed + ", " + std::to_string(quarter.overdue()) + " of them overdue"
                                 : owed;
}

std::vector<std::pair<std::string, std::string>> factsOf(const PairQuarter& quarter, Naming naming) {
    std::vector<std::pair<std::string, std::string>> facts;
    if (naming == Naming::ByName) {
        facts.emplace_back("Mentor", quarter.mentor.name);
        facts.emplace_back("Liaison", quarter.liaison ? quarter.liaison->name : "nobody");
    }
    facts.emplace_back("Sessions", std::to_string(quarter.sessions.size()));
    facts.emplace_back("Reviews owed", withOverdue(quarter));
    facts.emplace_back("Feedback not looked at", std::to_string(quarter.unopened()));
    facts.emplace_back("Commitments open", std::to_string(quarter.openCommitments.size()));
    facts.emplace_back("Outcomes", std::to_string(quarter.outcomes.size()));
    return facts;
}

SheetSection talkSection(const PairQuarter& quarter, Naming naming) {
    SheetSection section{.title = "What to talk about"};
    for (const TalkingPoint& point : quarter.talkingPoints())
        section.points.push_back(talkingText(quarter, point, naming));
    if (section.points.empty())
        section.lines.emplace_back("Nothing stands out.");
    return section;
}

SheetSection sessionSection(const PairQuarter& quarter) {
    SheetSection section{.title = "Sessions held"};
    section.table.heading = {"Session", "Held", "How", "Reviews owed"};
    for (const QuarterSession& held : quarter.sessions)
        section.table.rows.push_back({attemptText(held.session), dayText(held.session.startedAt),
                                      modeText(held.session.mode), std::to_string(held.outstanding)});
    if (section.table.rows.empty())
        section.lines.emplace_back("None this quarter.");
    return section;
}

SheetSection owedSection(const PairQuarter& quarter, Naming naming) {
    SheetSection section{.title = "Reviews owed"};
    section.table.heading = {"By", "Session of", "Owed for", ""};
    for (const catalog::OutstandingReview& review : quarter.outstanding)
        section.table.rows.push_back({raterText(quarter, review.raterName, naming), dayText(review.heldAt),
                                      daysBetween(review.heldAt, quarter.now), owedText(review)});
    if (section.table.rows.empty())
        section.lines.emplace_back("None.");
    return section;
}

SheetSection feedbackSection(const PairQuarter& quarter) {
    SheetSection section{.title = "Feedback"};
    section.table.heading = {"Session of", "Opened", "Looked at", "Notes understood", "Replies"};
    for (const catalog::Feedback& feedback : quarter.feedback)
        section.table.rows.push_back(
            {dayText(feedback.heldAt), dayText(feedback.openedAt), seenText(feedback),
             std::to_string(feedback.understood) + " of " + std::to_string(feedback.notes),
             std::to_string(feedback.replies)});
    if (section.table.rows.empty())
        section.lines.emplace_back("None was opened.");
    return section;
}

SheetSection commitmentSection(const PairQuarter& quarter) {
    SheetSection section{.title = "Commitments"};
    section.table.heading = {"Commitment", "Taken along from", "What came of it"};
    for (const auto* some : {&quarter.openCommitments, &quarter.closedCommitments})
        for (const catalog::TakenAlong& taken : *some)
            section.table.rows.push_back({taken.commitment.text, dayText(taken.heldAt), closingText(taken)});
    if (section.table.rows.empty())
        section.lines.emplace_back("None.");
    return section;
}

SheetSection confidenceSection(const PairQuarter& quarter, Naming naming) {
    SheetSection section{.title = "Confidence"};
    if (!quarter.confidenceShared) {
        section.lines.push_back("It isn\u2019t shared: " + menteeText(quarter, naming) +
                                " keeps it to themselves.");
        return section;
    }
    section.table.heading = {"Session of", "Before, 1 to 10", "After, 1 to 10"};
    for (const catalog::SessionConfidence& said : quarter.confidence)
        section.table.rows.push_back({dayText(said.startedAt),
                                      said.before ? std::to_string(said.before->level) : "not said",
                                      said.after ? std::to_string(said.after->level) : "not said"});
    if (section.table.rows.empty())
        section.lines.emplace_back("Nothing was said about it this quarter.");
    return section;
}

SheetSection outcomeSection(const PairQuarter& quarter) {
    SheetSection section{.title = "Outcomes"};
    section.table.heading = {"What", "On", ""};
    for (const catalog::Outcome& outcome : quarter.outcomes)
        section.table.rows.push_back({outcomeKindText(outcome.kind), dayText(outcome.on), outcome.text});
    if (section.table.rows.empty())
        section.lines.emplace_back("None this quarter.");
    else
        section.note = "They stand beside what was practised; nothing is said of why.";
    return section;
}

SheetSection aheadSection(const PairQuarter& quarter) {
    SheetSection section{.title = "Ahead"};
    section.table.heading = {"When", "What", "Kit"};
    for (const catalog::Appointment& appointment : quarter.appointments)
        section.table.rows.push_back(
            {dateText(appointment.at),
             appointment.kind == catalog::AppointmentKind::Real ? "an interview" : "a practice interview",
             appointment.kitName.empty() ? "not known yet" : appointment.kitName});
    if (section.table.rows.empty())
        section.lines.emplace_back("No appointment is made yet.");
    return section;
}

} // namespace

ReportSheet quarterSheet(const PairQuarter& quarter, Naming naming) {
    ReportSheet sheet;
    sheet.eyebrow = "Practice interviews \u00B7 a pair\u2019s quarter";
    sheet.title = naming == Naming::ByName ? quarter.mentee.name : "A mentee\u2019s quarter";
    sheet.lead = quarterText(quarter.quarter) + " \u00B7 " + quarter.cohort.name;
    sheet.notice = "Practice record, not an examination record. For a talk of the pair with their liaison.";
    sheet.facts = factsOf(quarter, naming);
    sheet.sections = {talkSection(quarter, naming), sessionSection(quarter),
                      owedSection(quarter, naming), feedbackSection(quarter),
                      commitmentSection(quarter),   confidenceSection(quarter, naming),
                      outcomeSection(quarter),      aheadSection(quarter)};
    sheet.footer =
        "Sessions, outcomes and confidence are of the quarter; what is owed, not looked at and open "
        "is so as of " +
        dayText(quarter.now) + ", of all sessions until the quarter\u2019s end.";
    if (naming == Naming::ByRole)
        sheet.footer += " Names are left out; what people wrote themselves may hold some.";
    return sheet;
}

} // namespace mockingbird::review
