// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/kit_difference.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

namespace mockingbird::catalog {

namespace {

using What = KitChange::What;
using Part = KitChange::Part;

/// Empty where there is none.
std::string numberText(std::optional<double> value) {
    if (!value)
        return {};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%g", *value);
    return text.data();
}

std::string linesOf(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += (text.empty() ? "" : "\n") + line;
    return text;
}

/// Where the changes of one part go.
class PartChanges {
public:
    PartChanges(std::vector<KitChange>& changes, Part part, std::string subject = {},
                std::optional<int> number = {})
        : m_changes(changes), m_part(part), m_subject(std::move(subject)), m_number(number) {}

    void prose(KitField field, const std::string& before, const std::string& after) {
        if (before != after)
            add(What::Changed, field, before, after).words = wordDifference(before, after);
    }
    void value(KitField field, const std::string& before, const std::string& after) {
        if (before != after)
            add(What::Changed, field, before, after);
    }
    void value(KitField field, int before, int after) {
        value(field, std::to_string(before), std::to_string(after));
    }
    KitChange& add(What what, KitField field, const std::string& before, const std::string& after) {
        m_changes.push_back({what, m_part, field, m_subject, m_number, before, after, {}});
        return m_changes.back();
    }

private:
    std::vector<KitChange>& m_changes;
    Part m_part;
    std::string m_subject;
    std::optional<int> m_number;
};

template <class T>
std::optional<std::size_t> placeOf(const std::vector<T>& items, const T& wanted) {
    for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i].id == wanted.id)
            return i;
    return std::nullopt;
}

/// The places in `after` of what changed its order: all that stayed but for the longest run that rises.
template <class T>
std::set<std::size_t> movedIn(const std::vector<T>& before, const std::vector<T>& after) {
    struct Stayed {
        std::size_t was;
        std::size_t is;
        int length = 1; ///< of the longest rising run that ends here
        std::optional<std::size_t> link;
    };
    std::vector<Stayed> stayed;
    for (std::size_t i = 0; i < after.size(); ++i)
        if (const auto was = placeOf(before, after[i]))
            stayed.push_back({*was, i, 1, {}});
    std::set<std::size_t> moved;
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < stayed.size(); ++i) {
        moved.insert(stayed[i].is);
        for (std::size_t k = 0; k < i; ++k)
            if (stayed[k].was < stayed[i].was && stayed[k].length + 1 > stayed[i].length) {
                stayed[i].length = stayed[k].length + 1;
                stayed[i].link = k;
            }
        if (!best || stayed[i].length > stayed[*best].length)
            best = i;
    }
    for (; best; best = stayed[*best].link)
        moved.erase(stayed[*best].is);
    return moved;
}

void compareHeads(const Kit& before, const Kit& after, std::vector<KitChange>& changes) {
    PartChanges head(changes, Part::Kit);
    head.prose(KitField::Name, before.name, after.name);
    head.prose(KitField::Position, before.position, after.position);
    head.prose(KitField::Classification, before.classification, after.classification);
    head.prose(KitField::RubricName, before.rubric.name, after.rubric.name);

    const TimingProfile& old = before.profile;
    const TimingProfile& now = after.profile;
    PartChanges profile(changes, Part::Profile);
    profile.prose(KitField::ProfileName, old.name, now.name);
    profile.value(KitField::ReadingSeconds, old.readingSeconds, now.readingSeconds);
    profile.value(KitField::AnswerSeconds, old.answerSeconds, now.answerSeconds);
    profile.value(KitField::TotalMinutes, old.totalMinutes, now.totalMinutes);
    profile.value(KitField::TimesUp, std::string(name(old.timesUp)), std::string(name(now.timesUp)));
    profile.value(KitField::Scale, old.scale, now.scale);
    profile.value(KitField::PassLine, numberText(old.passLinePercent), numberText(now.passLinePercent));
    profile.value(KitField::AgreementMargin, old.agreementMargin, now.agreementMargin);
    profile.value(KitField::ScoreBy, std::string(name(old.scoring)), std::string(name(now.scoring)));
    profile.value(KitField::SelfReviewFirst, old.selfReviewFirst ? "true" : "false",
                  now.selfReviewFirst ? "true" : "false");
}

void compareQuestion(const Question& before, const Question& after, PartChanges& changes) {
    changes.prose(KitField::Text, before.text, after.text);
    changes.prose(KitField::Competency, before.competency, after.competency);
    changes.prose(KitField::Probes, linesOf(before.probes), linesOf(after.probes));
    changes.prose(KitField::StrongAnswer, before.strongAnswer, after.strongAnswer);
    changes.value(KitField::Seconds, before.seconds, after.seconds);
}

void compareLevels(const Criterion& before, const Criterion& after, std::vector<KitChange>& changes) {
    const auto same = [](const Criterion& criterion, int number) -> const Level* {
        const auto found = std::find_if(criterion.levels.begin(), criterion.levels.end(),
                                        [number](const Level& level) { return level.level == number; });
        return found == criterion.levels.end() ? nullptr : &*found;
    };
    for (const Level& level : after.levels) {
        PartChanges part(changes, Part::Level, after.name, level.level);
        const Level* old = same(before, level.level);
        if (old == nullptr) {
            part.add(What::Added, KitField::Whole, {}, level.label);
            continue;
        }
        part.prose(KitField::Label, old->label, level.label);
        part.prose(KitField::Anchor, old->anchor, level.anchor);
        part.value(KitField::Points, numberText(old->points), numberText(level.points));
    }
    for (const Level& level : before.levels)
        if (same(after, level.level) == nullptr)
            PartChanges(changes, Part::Level, after.name, level.level)
                .add(What::Removed, KitField::Whole, level.label, {});
}

void compareCriterion(const Criterion& before, const Criterion& after, PartChanges& part,
                      std::vector<KitChange>& changes) {
    part.prose(KitField::Name, before.name, after.name);
    part.prose(KitField::Description, before.description, after.description);
    part.value(KitField::Weight, numberText(before.weight), numberText(after.weight));
    part.value(KitField::PointsAreRanges, before.pointsAreRanges ? "true" : "false",
               after.pointsAreRanges ? "true" : "false");
    compareLevels(before, after, changes);
}

/// What a list of questions or criteria has come to. `compare` looks into one that stayed.
template <class T, class Compare>
void compareLists(const std::vector<T>& before, const std::vector<T>& after, Part kind, std::string T::*words,
                  std::vector<KitChange>& changes, const Compare& compare) {
    const std::set<std::size_t> moved = movedIn(before, after);
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto was = placeOf(before, after[i]);
        PartChanges part(changes, kind, after[i].*words, static_cast<int>(i + 1));
        if (!was) {
            part.add(What::Added, KitField::Whole, {}, after[i].*words);
            continue;
        }
        if (moved.contains(i))
            part.add(What::Moved, KitField::Whole, std::to_string(*was + 1), std::to_string(i + 1));
        compare(before[*was], after[i], part);
    }
    for (std::size_t i = 0; i < before.size(); ++i)
        if (!placeOf(after, before[i]))
            PartChanges(changes, kind, before[i].*words, static_cast<int>(i + 1))
                .add(What::Removed, KitField::Whole, before[i].*words, {});
}

} // namespace

std::string_view name(KitField field) {
    static constexpr std::array<std::string_view, 26> kNames = {"whole",          "name",
                                                                "position",       "classification",
                                                                "profile_name",   "reading_seconds",
                                                                "answer_seconds", "total_minutes",
                                                                "times_up",       "scale",
                                                                "pass_line",      "agreement_margin",
                                                                "score_by",       "self_review_first",
                                                                "text",           "competency",
                                                                "probes",         "strong_answer",
                                                                "seconds",        "rubric_name",
                                                                "description",    "weight",
                                                                "label",          "anchor",
                                                                "points",         "points_are_ranges"};
    return kNames.at(static_cast<std::size_t>(field));
}

std::string_view name(KitChange::What what) {
    static constexpr std::array<std::string_view, 4> kNames = {"added", "removed", "changed", "moved"};
    return kNames.at(static_cast<std::size_t>(what));
}

std::string_view name(KitChange::Part part) {
    static constexpr std::array<std::string_view, 5> kNames = {"kit", "profile", "question", "criterion",
                                                               "level"};
    return kNames.at(static_cast<std::size_t>(part));
}

std::vector<KitChange> changesBetween(const Kit& before, const Kit& after) {
    std::vector<KitChange> changes;
    compareHeads(before, after, changes);
    compareLists(before.questions, after.questions, Part::Question, &Question::text, changes,
                 compareQuestion);
    compareLists(before.rubric.criteria, after.rubric.criteria, Part::Criterion, &Criterion::name, changes,
                 [&](const Criterion& old, const Criterion& now, PartChanges& part) {
                     compareCriterion(old, now, part, changes);
                 });
    return changes;
}

} // namespace mockingbird::catalog
