// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/agreement/review_balance.h"

#include "review/tags/answer_tags.h"
#include "review/tags/tag_set.h"

#include <algorithm>
#include <set>

namespace mockingbird::review {

namespace {

std::size_t tagged(const std::vector<catalog::Note>& notes, std::string_view tag) {
    return static_cast<std::size_t>(std::ranges::count_if(notes, [&](const catalog::Note& note) {
        return std::ranges::find(note.tags, tag) != note.tags.end();
    }));
}

/// The note that the evidence names; nullptr where it names none, or one that was taken back.
const catalog::Note* noteOf(const catalog::Evidence& evidence, const std::vector<catalog::Note>& notes) {
    if (!evidence.note)
        return nullptr;
    const auto found = std::ranges::find(notes, *evidence.note, &catalog::Note::id);
    return found != notes.end() ? &*found : nullptr;
}

bool restsOnSomething(const catalog::Score& score, const std::vector<catalog::Note>& notes) {
    return std::ranges::any_of(score.evidence, [&](const catalog::Evidence& evidence) {
        return !evidence.note || noteOf(evidence, notes) != nullptr;
    });
}

bool isExtreme(const catalog::Criterion& criterion, int level) {
    return !criterion.levels.empty() &&
           (level == criterion.levels.front().level || level == criterion.levels.back().level);
}

} // namespace

ReviewBalance balanceOf(const catalog::Kit& kit, const std::vector<catalog::Segment>& segments,
                        const std::vector<catalog::Note>& notes, const std::vector<catalog::Score>& scores) {
    ReviewBalance balance;
    balance.strengths = tagged(notes, kStrengthTag);
    balance.growth = tagged(notes, kGrowthTag);

    // A note speaks of a criterion where it is tied to it, and where it carries a score of it.
    std::set<catalog::CriterionId> noted;
    std::set<catalog::CriterionId> scored;
    for (const catalog::Note& note : notes)
        if (note.criterion)
            noted.insert(*note.criterion);
    for (const catalog::Score& score : scores) {
        scored.insert(score.criterion);
        if (std::ranges::any_of(score.evidence,
                                [&](const auto& evidence) { return noteOf(evidence, notes) != nullptr; }))
            noted.insert(score.criterion);
        const catalog::Criterion* criterion = kit.rubric.criterion(score.criterion);
        if (criterion != nullptr && isExtreme(*criterion, score.level) && !restsOnSomething(score, notes))
            balance.extremesWithoutEvidence.push_back(score);
    }
    for (const catalog::Criterion& criterion : kit.rubric.criteria) {
        if (!noted.contains(criterion.id))
            balance.criteriaWithoutNote.push_back(criterion.id);
        if (!scored.contains(criterion.id))
            balance.criteriaWithoutScore.push_back(criterion.id);
    }

    std::set<catalog::QuestionId> spokenOf;
    for (const catalog::Note& note : notes)
        if (const auto question = questionOf(note, segments))
            spokenOf.insert(*question);
    for (const catalog::Question& question : kit.questions) {
        const bool asked =
            std::ranges::find(segments, question.id, &catalog::Segment::question) != segments.end();
        if (asked && !spokenOf.contains(question.id))
            balance.questionsWithoutNote.push_back(question.id);
    }
    return balance;
}

} // namespace mockingbird::review
