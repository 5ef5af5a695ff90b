// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/kit_check.h"

#include "common/catalog/case_fold.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace mockingbird::catalog {

namespace {

using Findings = std::vector<KitFinding>;

void checkQuestions(const Kit& kit, Findings& findings) {
    if (kit.questions.empty())
        findings.push_back({KitFault::NoQuestions, {}, {}, {}});
    std::set<QuestionId> known;
    for (std::size_t i = 0; i < kit.questions.size(); ++i) {
        const Question& question = kit.questions[i];
        if (trimmed(question.text).empty())
            findings.push_back({KitFault::QuestionWithoutText, i, {}, {}});
        if (question.seconds < 0)
            findings.push_back({KitFault::SecondsNegative, i, {}, {}});
        if (!question.id.isNull() && !known.insert(question.id).second)
            findings.push_back({KitFault::QuestionTwice, i, {}, {}});
    }
}

void checkLevels(const Criterion& criterion, std::size_t i, Findings& findings) {
    const std::size_t count = criterion.levels.size();
    if (count < kFewestLevels)
        findings.push_back({KitFault::TooFewLevels, {}, i, {}});
    if (count > kMostLevels)
        findings.push_back({KitFault::TooManyLevels, {}, i, {}});
    std::set<int> numbers;
    for (std::size_t k = 0; k < count; ++k) {
        if (!numbers.insert(criterion.levels[k].level).second)
            findings.push_back({KitFault::LevelTwice, {}, i, k});
        if (trimmed(criterion.levels[k].label).empty())
            findings.push_back({KitFault::LabelMissing, {}, i, k});
        if (trimmed(criterion.levels[k].anchor).empty())
            findings.push_back({KitFault::AnchorMissing, {}, i, k});
    }
}

void checkCriteria(const Kit& kit, Findings& findings) {
    const auto& criteria = kit.rubric.criteria;
    if (criteria.empty())
        findings.push_back({KitFault::NoCriteria, {}, {}, {}});
    std::set<CriterionId> ids;
    std::set<std::string> names;
    double sum = 0;
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        const Criterion& criterion = criteria[i];
        const std::string name = foldCase(trimmed(criterion.name));
        if (name.empty())
            findings.push_back({KitFault::CriterionWithoutName, {}, i, {}});
        else if (!names.insert(name).second)
            findings.push_back({KitFault::CriterionNameTwice, {}, i, {}});
        if (!std::isfinite(criterion.weight) || criterion.weight < 0)
            findings.push_back({KitFault::WeightUnfit, {}, i, {}});
        else
            sum += criterion.weight;
        if (!criterion.id.isNull() && !ids.insert(criterion.id).second)
            findings.push_back({KitFault::CriterionTwice, {}, i, {}});
        checkLevels(criterion, i, findings);
    }
    if (!criteria.empty() && sum <= 0)
        findings.push_back({KitFault::NoWeight, {}, 0, {}});
}

void checkProfile(const Kit& kit, Findings& findings) {
    const TimingProfile& profile = kit.profile;
    if (profile.readingSeconds < 0 || profile.answerSeconds < 0 || profile.totalMinutes < 0 ||
        profile.agreementMargin < 0)
        findings.push_back({KitFault::TimeNegative, {}, {}, {}});
    if (profile.scale < kFewestLevels || profile.scale > kMostLevels)
        findings.push_back({KitFault::ScaleUnfit, {}, {}, {}});
    if (profile.passLinePercent && !(*profile.passLinePercent >= 0 && *profile.passLinePercent <= 100))
        findings.push_back({KitFault::PassLineUnfit, {}, {}, {}});
    long long wanted = 0;
    for (const Question& question : kit.questions)
        wanted += profile.readingSeconds + (question.seconds > 0 ? question.seconds : profile.answerSeconds);
    if (profile.totalMinutes > 0 && wanted > 60LL * profile.totalMinutes)
        findings.push_back({KitFault::TimeTooShort, {}, {}, {}});
}

std::string whichCriterion(const KitFinding& finding, const Kit& kit) {
    const Criterion& criterion = kit.rubric.criteria.at(*finding.criterion);
    return criterion.name.empty() ? "criterion " + std::to_string(*finding.criterion + 1)
                                  : "\"" + criterion.name + "\"";
}

std::string whichLevel(const KitFinding& finding, const Kit& kit) {
    return "level " +
           std::to_string(kit.rubric.criteria.at(*finding.criterion).levels.at(*finding.level).level) +
           " of " + whichCriterion(finding, kit);
}

std::string whichQuestion(const KitFinding& finding) {
    return "question " + std::to_string(*finding.question + 1);
}

} // namespace

bool blocks(KitFault fault) {
    return fault < KitFault::AnchorMissing;
}

std::vector<KitFinding> findingsOf(const Kit& kit) {
    Findings findings;
    if (trimmed(kit.name).empty())
        findings.push_back({KitFault::NoName, {}, {}, {}});
    checkQuestions(kit, findings);
    checkCriteria(kit, findings);
    checkProfile(kit, findings);
    return findings;
}

std::string describe(const KitFinding& finding, const Kit& kit) {
    switch (finding.fault) {
    case KitFault::NoName:
        return "a kit needs a name";
    case KitFault::NoQuestions:
        return "a kit needs at least one question";
    case KitFault::NoCriteria:
        return "a kit's rubric needs at least one criterion";
    case KitFault::QuestionWithoutText:
        return whichQuestion(finding) + " needs a text";
    case KitFault::SecondsNegative:
        return whichQuestion(finding) + ": a time to answer can't be negative";
    case KitFault::QuestionTwice:
        return whichQuestion(finding) + " has the same id as an earlier one";
    case KitFault::CriterionWithoutName:
        return whichCriterion(finding, kit) + " needs a name";
    case KitFault::CriterionNameTwice:
        return "two criteria are called " + whichCriterion(finding, kit);
    case KitFault::WeightUnfit:
        return "the weight of " + whichCriterion(finding, kit) + " can't be negative";
    case KitFault::NoWeight:
        return "at least one criterion needs a weight above 0";
    case KitFault::TooFewLevels:
        return whichCriterion(finding, kit) + " needs at least two levels";
    case KitFault::TooManyLevels:
        return whichCriterion(finding, kit) + " has more than ten levels";
    case KitFault::LevelTwice:
        return whichCriterion(finding, kit) + " has the level " +
               std::to_string(kit.rubric.criteria.at(*finding.criterion).levels.at(*finding.level).level) +
               " twice";
    case KitFault::CriterionTwice:
        return whichCriterion(finding, kit) + " has the same id as an earlier one";
    case KitFault::TimeNegative:
        return "the times and the margin of a profile can't be negative";
    case KitFault::ScaleUnfit:
        return "a scale has two to ten levels";
    case KitFault::PassLineUnfit:
        return "a pass line is between 0 and 100 %";
    case KitFault::AnchorMissing:
        return whichLevel(finding, kit) + " says nothing of what one sees and hears";
    case KitFault::LabelMissing:
        return whichLevel(finding, kit) + " has no word";
    case KitFault::TimeTooShort:
        return "the questions together take longer than the whole interview";
    }
    return {};
}

} // namespace mockingbird::catalog
