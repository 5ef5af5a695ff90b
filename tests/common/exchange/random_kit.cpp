// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/exchange/random_kit.h"

#include <array>

namespace mockingbird::exchange::test {

using namespace catalog;

std::string RandomKit::text(std::size_t mostParts) {
    static constexpr std::array kParts{
        "Why", " us?", ",",          "\"",     "\n",         "\r\n", "=1+1",   "'", "@",       "-", "\t",
        ";",   "|",    "Tom\u00E1s", "\u597D", "\U0001F600", " ",    "\u00A0", "1", "Level 2", "#", "{}"};
    std::string made;
    for (int count = upTo(static_cast<int>(mostParts)); count > 0; --count)
        made += kParts[static_cast<std::size_t>(upTo(static_cast<int>(kParts.size()) - 1))];
    return made;
}

std::string RandomKit::name() {
    return "N" + std::to_string(upTo(999)) + text(3);
}

Question RandomKit::question() {
    Question made;
    made.id = QuestionId::make();
    made.text = text(4) + "Why?";
    made.competency = text(2);
    made.strongAnswer = text(5);
    made.seconds = upTo(2) == 0 ? 0 : upTo(600);
    for (int count = upTo(3); count > 0; --count)
        made.probes.push_back(text(3) + "?");
    return made;
}

Rubric RandomKit::rubric() {
    Rubric made;
    made.id = RubricId::make();
    made.name = name();
    for (int count = 1 + upTo(3); count > 0; --count) {
        Criterion criterion;
        criterion.id = CriterionId::make();
        criterion.name = name();
        criterion.description = text(4);
        criterion.weight = std::array{1.0, 0.5, 2.0, 1.0 / 3.0, 0.0, 1.25}[static_cast<std::size_t>(upTo(5))];
        criterion.pointsAreRanges = upTo(3) == 0;
        const int first = upTo(2);
        const bool points = upTo(3) == 0;
        const int levels = 2 + upTo(8);
        for (int i = 0; i < levels; ++i) {
            Level& level = criterion.levels.emplace_back();
            level.level = first + i;
            level.label = upTo(3) == 0 ? std::string() : text(2);
            level.anchor = text(4);
            if (points)
                level.points = i * i * 0.25;
        }
        made.criteria.push_back(std::move(criterion));
    }
    return made;
}

Kit RandomKit::make() {
    Kit made;
    made.id = KitId::make();
    made.name = name();
    made.position = text(3);
    made.classification = text(2);
    made.profile.name = text(2);
    made.profile.readingSeconds = upTo(60);
    made.profile.answerSeconds = upTo(300);
    made.profile.totalMinutes = upTo(60);
    if (upTo(1) == 0)
        made.profile.passLinePercent = upTo(100);
    made.profile.agreementMargin = upTo(3);
    made.profile.scoring = upTo(1) == 0 ? ScoringScope::Session : ScoringScope::Question;
    made.profile.selfReviewFirst = upTo(1) == 0;
    for (int count = 1 + upTo(4); count > 0; --count)
        made.questions.push_back(question());
    made.rubric = rubric();
    return made;
}

} // namespace mockingbird::exchange::test
