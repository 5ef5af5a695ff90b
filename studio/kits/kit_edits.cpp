// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/kit_edits.h"

#include "common/catalog/case_fold.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace mockingbird::studio {

namespace {

using catalog::Criterion;
using catalog::ScoringScope;
using catalog::TimesUp;
using catalog::TimingProfile;

/// A line without a leading `-`, `*`, `•`, `–`, `3.`, `3)` and the blanks around.
std::string withoutBullet(std::string line) {
    line = catalog::trimmed(line);
    for (const std::string_view bullet : {"- ", "* ", "• ", "– ", "·  "})
        if (line.starts_with(bullet))
            return catalog::trimmed(line.substr(bullet.size()));
    std::size_t digits = 0;
    while (digits < line.size() && std::isdigit(static_cast<unsigned char>(line[digits])) != 0)
        ++digits;
    if (digits > 0 && digits <= 3 && digits + 1 < line.size() &&
        (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ')
        return catalog::trimmed(line.substr(digits + 1));
    return line;
}

TimingProfile preset(const char* name, int reading, int answer, int minutes, std::optional<double> passLine,
                     int margin, ScoringScope scoring, bool selfFirst, TimesUp timesUp, int scale) {
    return {name, reading, answer, minutes, passLine, margin, scoring, selfFirst, timesUp, scale};
}

} // namespace

std::vector<std::string> suggestedLabels(int levels) {
    static const std::array<std::vector<std::string>, 9> kLabels = {{
        {"Not yet", "Yes"},
        {"Not yet", "Partly", "Fully"},
        {"Not yet", "Beginning", "Sound", "Strong"},
        {"Not yet", "Beginning", "Sound", "Strong", "Outstanding"},
        {"Not yet", "Beginning", "Nearly", "Sound", "Strong", "Outstanding"},
        {"Not yet", "Beginning", "Nearly", "Sound", "Good", "Strong", "Outstanding"},
        {"Not yet", "A trace", "Beginning", "Nearly", "Sound", "Good", "Strong", "Outstanding"},
        {"Not yet", "A trace", "Beginning", "Nearly", "Sound", "Good", "Strong", "Very strong",
         "Outstanding"},
        {"Not yet", "A trace", "Beginning", "Partly", "Nearly", "Sound", "Good", "Strong", "Very strong",
         "Outstanding"},
    }};
    return kLabels.at(static_cast<std::size_t>(
        std::clamp(levels, catalog::kFewestLevels, catalog::kMostLevels) - catalog::kFewestLevels));
}

void suggestLabels(Criterion& criterion) {
    const auto labels = suggestedLabels(static_cast<int>(criterion.levels.size()));
    for (std::size_t i = 0; i < criterion.levels.size() && i < labels.size(); ++i)
        criterion.levels[i].label = labels[i];
}

void setLevelCount(Criterion& criterion, int levels) {
    levels = std::clamp(levels, catalog::kFewestLevels, catalog::kMostLevels);
    const auto before = suggestedLabels(static_cast<int>(criterion.levels.size()));
    bool suggested = true;
    for (std::size_t i = 0; i < criterion.levels.size(); ++i)
        suggested = suggested && (criterion.levels[i].label.empty() ||
                                  (i < before.size() && criterion.levels[i].label == before[i]));
    const auto labels = suggestedLabels(levels);
    while (static_cast<int>(criterion.levels.size()) > levels)
        criterion.levels.pop_back();
    while (static_cast<int>(criterion.levels.size()) < levels)
        criterion.levels.push_back({criterion.levels.empty() ? 1 : criterion.levels.back().level + 1,
                                    labels[criterion.levels.size()],
                                    {}});
    if (suggested)
        suggestLabels(criterion);
}

Criterion newCriterion(const std::string& name, int levels) {
    Criterion criterion;
    criterion.id = catalog::CriterionId::make();
    criterion.name = name;
    setLevelCount(criterion, levels);
    return criterion;
}

catalog::Question newQuestion(const std::string& text) {
    catalog::Question question;
    question.id = catalog::QuestionId::make();
    question.text = text;
    return question;
}

std::vector<std::string> cleanLines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        std::string line = withoutBullet(std::string(text.substr(0, end)));
        if (!line.empty())
            lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

double weightShare(const catalog::Rubric& rubric, std::size_t criterion) {
    double sum = 0;
    for (const Criterion& each : rubric.criteria)
        sum += each.weight;
    return sum > 0 ? 100 * rubric.criteria.at(criterion).weight / sum : 0;
}

const std::vector<TimingProfile>& profilePresets() {
    static const std::vector<TimingProfile> presets = {
        preset("Practice chat", 0, 180, 20, std::nullopt, 2, ScoringScope::Session, true, TimesUp::Silent, 3),
        preset("Structured interview", 0, 180, 30, std::nullopt, 2, ScoringScope::Question, false,
               TimesUp::Silent, 5),
        preset("Civil-service oral board", 60, 180, 30, 70.0, 1, ScoringScope::Session, false, TimesUp::Bell,
               5),
        preset("Phone screen", 0, 90, 15, std::nullopt, 1, ScoringScope::Session, false, TimesUp::Silent, 3),
        preset("Virtual panel", 30, 150, 30, std::nullopt, 2, ScoringScope::Session, false, TimesUp::Silent,
               5),
    };
    return presets;
}

int presetOf(const TimingProfile& profile) {
    const auto& presets = profilePresets();
    for (std::size_t i = 0; i < presets.size(); ++i) {
        const TimingProfile& one = presets[i];
        if (one.readingSeconds == profile.readingSeconds && one.answerSeconds == profile.answerSeconds &&
            one.totalMinutes == profile.totalMinutes && one.passLinePercent == profile.passLinePercent &&
            one.agreementMargin == profile.agreementMargin && one.scoring == profile.scoring &&
            one.selfReviewFirst == profile.selfReviewFirst && one.timesUp == profile.timesUp &&
            one.scale == profile.scale)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace mockingbird::studio
