// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/progress_sections.h"

#include "review/report/day_text.h"
#include "review/report/number_text.h"
#include "review/report/quarter_text.h"

#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

constexpr double kNothing = 0.005; ///< what is rounded away

int numberOf(const PersonProgress& progress, const ProgressGroup& group, std::size_t attempt) {
    return progress.attempts.at(group.attempts.at(attempt)).session.attempt;
}

SheetSection changeSection(const PersonProgress& progress, const ProgressGroup& group) {
    SheetSection section{.title = "What has changed"};
    bool ofOthers = false;
    for (const CriterionProgress& criterion : group.criteria) {
        const auto last = criterion.lastLevel();
        if (!last || !criterion.sinceFirst.at(*last))
            continue;
        const ChangeSince& first = *criterion.sinceFirst[*last];
        std::string text = certaintyText(first.change, numberOf(progress, group, first.attempt));
        const auto& previous = criterion.sincePrevious.at(*last);
        if (previous && previous->attempt != first.attempt)
            text += "\n" + certaintyText(previous->change, numberOf(progress, group, previous->attempt));
        section.table.rows.push_back({criterion.criterion.name, text});
        ofOthers = ofOthers || criterion.spreadOfOthers;
    }
    if (section.table.rows.empty())
        return section;
    section.table.heading = {"Criterion", "Change in levels"};
    section.note =
        "Several raters of one attempt seldom give the same levels. A change is more than they differ "
        "where their differences alone would bring about one as large in at most 1 of 20 cases.";
    if (ofOthers)
        section.note +=
            " As few of these attempts were rated by two, other attempts at this kit tell how far "
            "raters lie apart.";
    return section;
}

SheetSection deliverySection(const PersonProgress& progress, const ProgressGroup& group) {
    SheetSection section{.title = "Delivery"};
    for (const std::size_t place : group.attempts) {
        const ProgressAttempt& attempt = progress.attempts.at(place);
        const Delivery& delivery = attempt.delivery;
        if (!delivery.meanAnswer && !delivery.talkShare && !delivery.pausesPerMinute)
            continue;
        section.table.rows.push_back(
            {"Attempt " + std::to_string(attempt.session.attempt) + ", " + dayText(attempt.session.startedAt),
             delivery.meanAnswer ? delivery.meanAnswer->toShortString() : "not known",
             delivery.talkShare ? std::to_string(std::lround(100 * *delivery.talkShare)) + " %" : "not known",
             delivery.pausesPerMinute ? numberText(*delivery.pausesPerMinute) : "not known"});
    }
    if (!section.table.rows.empty())
        section.table.heading = {"Attempt", "An answer, on average", "Of the talking", "Pauses a minute"};
    return section;
}

SheetSection confidenceSection(const PersonProgress& progress, const ProgressGroup& group) {
    SheetSection section{.title = "Confidence"};
    const auto level = [](const std::optional<int>& one) {
        return one ? std::to_string(*one) + " of 10" : std::string("not said");
    };
    for (const std::size_t place : group.attempts) {
        const ProgressAttempt& attempt = progress.attempts.at(place);
        if (attempt.confidenceBefore || attempt.confidenceAfter)
            section.table.rows.push_back({"Attempt " + std::to_string(attempt.session.attempt) + ", " +
                                              dayText(attempt.session.startedAt),
                                          level(attempt.confidenceBefore), level(attempt.confidenceAfter)});
    }
    if (!section.table.rows.empty())
        section.table.heading = {"Attempt", "Before", "After"};
    return section;
}

std::string fateText(const CommitmentProgress& commitment) {
    return commitment.fate == CommitmentFate::NoAttemptSince ? "no attempt since"
                                                             : closingText(commitment.taken);
}

SheetSection commitmentSection(const PersonProgress& progress) {
    SheetSection section{.title = "Commitments"};
    for (const CommitmentProgress& commitment : progress.commitments)
        section.table.rows.push_back(
            {commitment.taken.commitment.text, dayText(commitment.taken.heldAt), fateText(commitment)});
    if (!section.table.rows.empty())
        section.table.heading = {"Commitment", "Taken along from", "What came of it"};
    return section;
}

} // namespace

std::string certaintyText(const Change& change, int sinceAttempt) {
    const std::string head = changeText(change.by) + " since attempt " + std::to_string(sinceAttempt);
    if (change.verdict == ChangeVerdict::NotKnown)
        return head + "; what that is worth isn\u2019t known, for too few attempts were rated by two.";
    const std::string margin = head + ", give or take " + numberText(change.margin.value_or(0));
    if (change.verdict == ChangeVerdict::BeyondRaters)
        return margin + ": more than raters of one attempt differ.";
    return std::abs(change.by) < kNothing
               ? margin + "."
               : margin + ": raters of one attempt differ as much, so it may be nothing.";
}

std::vector<SheetSection> progressSections(const PersonProgress& progress, catalog::KitId kit) {
    std::vector<SheetSection> sections;
    // The first of the kit's is that of its newest attempt.
    if (const auto group =
            std::ranges::find(progress.groups, kit, [](const ProgressGroup& one) { return one.kit.id; });
        group != progress.groups.end())
        sections = {changeSection(progress, *group), deliverySection(progress, *group),
                    confidenceSection(progress, *group)};
    sections.push_back(commitmentSection(progress));
    std::erase_if(sections, [](const SheetSection& section) { return section.table.rows.empty(); });
    return sections;
}

} // namespace mockingbird::review
