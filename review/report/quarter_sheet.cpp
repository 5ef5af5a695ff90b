// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/quarter_sheet.h"

#include "review/report/day_text.h"

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

/// A section of half the width: a line for each thing, or what is said where there is none.
SheetSection linesSection(std::string title, std::vector<std::string> lines, std::string_view none) {
    SheetSection section{.title = std::move(title), .lines = std::move(lines), .half = true};
    if (section.lines.empty())
        section.lines.emplace_back(none);
    return section;
}

SheetSection sessionSection(const PairQuarter& quarter) {
    std::vector<std::string> lines;
    for (const QuarterSession& held : quarter.sessions)
        lines.push_back(sessionLine(held));
    return linesSection("Sessions held", std::move(lines), "None this quarter.");
}

SheetSection owedSection(const PairQuarter& quarter, Naming naming) {
    std::vector<std::string> lines;
    for (const catalog::OutstandingReview& review : quarter.outstanding)
        lines.push_back(owedLine(quarter, review, naming));
    return linesSection("Reviews owed", std::move(lines), "None.");
}

SheetSection feedbackSection(const PairQuarter& quarter) {
    std::vector<std::string> lines;
    for (const catalog::Feedback& feedback : quarter.feedback)
        lines.push_back(feedbackLine(feedback));
    return linesSection("Feedback", std::move(lines), "None was opened.");
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
    std::vector<std::string> lines;
    for (const catalog::SessionConfidence& said : quarter.confidence)
        lines.push_back(confidenceLine(said));
    return linesSection("Confidence", std::move(lines),
                        quarter.confidenceShared ? std::string("Nothing was said about it this quarter.")
                                                 : "It isn\u2019t shared: " + menteeText(quarter, naming) +
                                                       " keeps it to themselves.");
}

SheetSection outcomeSection(const PairQuarter& quarter) {
    std::vector<std::string> lines;
    for (const catalog::Outcome& outcome : quarter.outcomes)
        lines.push_back(outcomeLine(outcome));
    return linesSection("Outcomes", std::move(lines), "None this quarter.");
}

SheetSection aheadSection(const PairQuarter& quarter) {
    std::vector<std::string> lines;
    for (const catalog::Appointment& appointment : quarter.appointments)
        lines.push_back(appointmentLine(appointment));
    return linesSection("Ahead", std::move(lines), "No appointment is made yet.");
}

} // namespace

ReportSheet quarterSheet(const PairQuarter& quarter, Naming naming) {
    ReportSheet sheet;
    sheet.eyebrow = "Practice interviews \u00B7 a pair\u2019s quarter";
    sheet.title = naming == Naming::ByName ? quarter.mentee.name : "A mentee\u2019s quarter";
    sheet.lead = quarterText(quarter.quarter) + " \u00B7 " + quarter.cohort.name;
    sheet.notice = "Practice record, not an examination record. For a talk of the pair with their liaison.";
    sheet.facts = factsOf(quarter, naming);
    sheet.sections = {talkSection(quarter, naming),
                      sessionSection(quarter),
                      owedSection(quarter, naming),
                      feedbackSection(quarter),
                      confidenceSection(quarter, naming),
                      commitmentSection(quarter),
                      outcomeSection(quarter),
                      aheadSection(quarter)};
    sheet.footer =
        "Sessions, outcomes and confidence are of the quarter; what is owed, not looked at and open "
        "is so as of " +
        dayText(quarter.now) +
        ", of all sessions until the quarter\u2019s end. Of outcomes nothing is said of why.";
    if (naming == Naming::ByRole)
        sheet.footer += " Names are left out; what people wrote themselves may hold some.";
    return sheet;
}

} // namespace mockingbird::review
