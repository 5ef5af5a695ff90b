// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/tags/answer_tags.h"

#include <algorithm>
#include <array>

namespace mockingbird::review {

namespace {

constexpr std::array<std::string_view, 4> kStarTags{"situation", "task", "action", kResultTag};

} // namespace

std::optional<catalog::QuestionId> questionOf(const catalog::Note& note,
                                              const std::vector<catalog::Segment>& segments) {
    if (note.question)
        return note.question;
    const auto found = std::ranges::find_if(segments, [&note](const catalog::Segment& segment) {
        return segment.recording == note.recording && segment.start <= note.at &&
               (!segment.end || note.at < *segment.end);
    });
    return found == segments.end() ? std::nullopt : std::optional(found->question);
}

std::vector<AnswerTags> answerTags(const catalog::Kit& kit, const std::vector<catalog::Segment>& segments,
                                   const std::vector<catalog::Note>& notes) {
    std::map<catalog::QuestionId, AnswerTags> asked;
    for (const catalog::Segment& segment : segments)
        asked[segment.question].question = segment.question;
    for (const catalog::Note& note : notes) {
        const auto question = questionOf(note, segments);
        const auto answer = question ? asked.find(*question) : asked.end();
        if (answer == asked.end())
            continue;
        for (const std::string& tag : note.tags)
            ++answer->second.counts[tag];
    }
    std::vector<AnswerTags> answers;
    int number = 0;
    for (const catalog::Question& question : kit.questions) {
        ++number;
        const auto answer = asked.find(question.id);
        if (answer == asked.end())
            continue;
        answer->second.number = number;
        answers.push_back(std::move(answer->second));
    }
    return answers;
}

std::vector<int> answersWithout(std::string_view tag, const std::vector<AnswerTags>& answers) {
    std::vector<int> numbers;
    for (const AnswerTags& answer : answers) {
        const auto has = [&answer](std::string_view name) {
            const auto found = answer.counts.find(std::string(name));
            return found != answer.counts.end() && found->second > 0;
        };
        const bool begun = std::ranges::any_of(
            kStarTags, [&](std::string_view other) { return other != tag && has(other); });
        if (begun && !has(tag))
            numbers.push_back(answer.number);
    }
    return numbers;
}

} // namespace mockingbird::review
