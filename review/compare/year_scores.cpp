// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/year_scores.h"

#include "common/catalog/catalog.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace mockingbird::review {

namespace {

constexpr std::size_t kMostHardItems = 10;
constexpr std::size_t kFewestRaters = 5;
/// Coefficients are told to a hundredth: more digits would say more of single scores than of raters.
constexpr double kHundred = 100;

/// How often each level of a criterion was given, and by whose attempts it is carried.
struct Levels {
    int lowest = 1;
    std::vector<int> counts;
    std::vector<PeopleSet> carriedBy;

    Levels() = default;
    explicit Levels(const catalog::Criterion& criterion) {
        if (criterion.levels.empty())
            return;
        lowest = criterion.levels.front().level;
        const auto size = static_cast<std::size_t>(criterion.levels.back().level - lowest) + 1;
        counts.resize(size);
        carriedBy.resize(size);
    }
    void add(int level, std::size_t mentee) {
        if (level < lowest || level >= lowest + static_cast<int>(counts.size()))
            return;
        const auto place = static_cast<std::size_t>(level - lowest);
        ++counts[place];
        carriedBy[place].insert(mentee);
    }
    [[nodiscard]] std::vector<LevelRange> merged() const { return mergedLevels(lowest, counts, carriedBy); }
    [[nodiscard]] int highest() const { return lowest + static_cast<int>(counts.size()) - 1; }
};

int countOf(const std::vector<LevelRange>& ranges) {
    int count = 0;
    for (const LevelRange& range : ranges)
        count += range.count;
    return count;
}

/// The mean as if each level were its range's middle.
std::optional<double> meanOf(const std::vector<LevelRange>& ranges) {
    double sum = 0;
    for (const LevelRange& range : ranges)
        sum += range.count * (range.from + range.to) / 2.0;
    const int count = countOf(ranges);
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

double rounded(double value) {
    return std::round(value * kHundred) / kHundred;
}

/// What the raters of one unit gave: one criterion of one session, or of one of its questions.
using Unit = std::vector<std::pair<catalog::PersonId, int>>;

std::optional<Agreement> alphaOf(const std::vector<const Unit*>& units) {
    std::size_t most = 0;
    for (const Unit* unit : units)
        most = std::max(most, unit->size());
    // Whose a rating is plays no part, so the first of each unit is the first row's.
    Ratings ratings(most, std::vector<std::optional<int>>(units.size()));
    for (std::size_t place = 0; place < units.size(); ++place)
        for (std::size_t row = 0; row < units[place]->size(); ++row)
            ratings[row][place] = (*units[place])[row].second;
    auto alpha = krippendorffAlphaOrdinal(ratings);
    if (alpha)
        alpha->value = rounded(alpha->value);
    return alpha;
}

/// The sample standard deviation of how far raters lie from their co-raters, over raters.
std::optional<double> severitySpreadOf(const std::vector<const Unit*>& units) {
    std::map<catalog::PersonId, std::pair<double, int>> apart;
    for (const Unit* unit : units) {
        if (unit->size() < 2)
            continue;
        const double sum = std::accumulate(unit->begin(), unit->end(), 0.0,
                                           [](double all, const auto& given) { return all + given.second; });
        for (const auto& [rater, level] : *unit) {
            auto& [difference, count] = apart[rater];
            difference += level - (sum - level) / static_cast<double>(unit->size() - 1);
            ++count;
        }
    }
    if (apart.size() < kFewestRaters)
        return std::nullopt;
    std::vector<double> severities;
    for (const auto& [rater, each] : apart)
        severities.push_back(each.first / each.second);
    const auto n = static_cast<double>(severities.size());
    const double mean = std::accumulate(severities.begin(), severities.end(), 0.0) / n;
    double squares = 0;
    for (const double severity : severities)
        squares += (severity - mean) * (severity - mean);
    return rounded(std::sqrt(squares / (n - 1)));
}

} // namespace

struct YearScores::Rubric {
    struct UnitKey {
        catalog::SessionId session;
        catalog::CriterionId criterion;
        catalog::QuestionId question;
        auto operator<=>(const UnitKey&) const = default;
    };
    catalog::Kit kit; ///< the newest version that the year's sessions were held with
    std::map<catalog::CriterionId, Levels> given;
    std::map<catalog::CriterionId, Levels> agreed;
    std::map<catalog::QuestionId, std::map<catalog::CriterionId, Levels>> ofQuestions;
    std::map<catalog::QuestionId, std::string> questions; ///< their words, of whichever version had them
    std::map<UnitKey, Unit> units;
    PeopleSet mentees; ///< whose attempts were scored

    void learn(const catalog::Kit& version) {
        if (version.version >= kit.version)
            kit = version;
        for (const catalog::Question& question : version.questions)
            questions[question.id] = question.text;
    }
    static void add(std::map<catalog::CriterionId, Levels>& levels, const catalog::Rubric& rubric,
                    catalog::CriterionId criterion, int level, std::size_t mentee) {
        const catalog::Criterion* known = rubric.criterion(criterion);
        if (known != nullptr)
            levels.try_emplace(criterion, *known).first->second.add(level, mentee);
    }
    [[nodiscard]] bool isSmall() const { return mentees.size() < static_cast<std::size_t>(kSmallestGroup); }
    void countCriteria(CohortYear& year) const;
    void countHardItems(std::vector<HardItem>& items) const;
    void countRaters(CohortYear& year) const;
    /// Those that too few were scored on, and others that would give them away.
    [[nodiscard]] std::set<catalog::QuestionId> withheldQuestions() const;
    [[nodiscard]] HardItem hardItem(bool isQuestion, const std::string& text) const {
        return {kit.id, kit.name, kit.rubric.version, isQuestion, text, 0, 0};
    }
};

YearScores::YearScores(catalog::Catalog& catalog) : m_catalog(catalog) {}
YearScores::~YearScores() = default;

Result<YearScores::Rubric*> YearScores::rubricOf(catalog::KitId id, int version) {
    auto& known = m_ofKitVersion[{id, version}];
    if (known != nullptr)
        return known;
    const catalog::Kit kit = TRY(m_catalog.kits().byId(id, version));
    auto& rubric = m_rubrics[{id, kit.rubric.id, kit.rubric.version}];
    if (!rubric)
        rubric = std::make_unique<Rubric>();
    rubric->learn(kit);
    known = rubric.get();
    return known;
}

Result<void> YearScores::addSession(const catalog::YearSession& session, std::size_t mentee) {
    m_sessions[session.session] = {TRY(rubricOf(session.kit, session.kitVersion)), mentee,
                                   session.calibrated};
    return {};
}

void YearScores::add(const catalog::YearScore& score) {
    const auto held = m_sessions.find(score.session);
    if (held == m_sessions.end() || held->second.calibrated)
        return;
    Rubric& rubric = *held->second.rubric;
    const std::size_t mentee = held->second.mentee;
    rubric.mentees.insert(mentee);
    Rubric::add(rubric.given, rubric.kit.rubric, score.criterion, score.level, mentee);
    if (!score.question.isNull())
        Rubric::add(rubric.ofQuestions[score.question], rubric.kit.rubric, score.criterion, score.level,
                    mentee);
    rubric.units[{score.session, score.criterion, score.question}].emplace_back(score.rater, score.level);
}

void YearScores::add(const catalog::YearAgreed& agreed) {
    const auto held = m_sessions.find(agreed.session);
    if (held != m_sessions.end() && !held->second.calibrated)
        Rubric::add(held->second.rubric->agreed, held->second.rubric->kit.rubric, agreed.criterion,
                    agreed.level, held->second.mentee);
}

void YearScores::Rubric::countCriteria(CohortYear& year) const {
    for (const catalog::Criterion& criterion : kit.rubric.criteria) {
        CriterionYear counted;
        counted.kit = kit.id;
        counted.kitName = kit.name;
        counted.rubricVersion = kit.rubric.version;
        counted.criterion = criterion.id;
        counted.name = criterion.name;
        const Levels scale(criterion);
        counted.lowestLevel = scale.lowest;
        counted.highestLevel = scale.highest();
        if (const auto levels = given.find(criterion.id); levels != given.end())
            counted.given = levels->second.merged();
        counted.mean = meanOf(counted.given);
        if (const auto levels = agreed.find(criterion.id); levels != agreed.end())
            counted.agreed = levels->second.merged();
        year.criteria.push_back(std::move(counted));
    }
}

std::set<catalog::QuestionId> YearScores::Rubric::withheldQuestions() const {
    std::set<catalog::QuestionId> withheld;
    PeopleSet hidden;
    std::multimap<std::size_t, catalog::QuestionId> others; // by how many carry them
    std::map<catalog::QuestionId, PeopleSet> carriers;
    for (const auto& [question, levels] : ofQuestions) {
        bool small = false;
        PeopleSet& people = carriers[question];
        for (const auto& [criterion, each] : levels) {
            small = small || each.merged().empty();
            for (const PeopleSet& carried : each.carriedBy)
                people.insert(carried.begin(), carried.end());
        }
        if (!small) {
            others.emplace(people.size(), question);
            continue;
        }
        withheld.insert(question);
        hidden.insert(people.begin(), people.end());
    }
    // What is withheld is what the criterion's scores have more than the other questions' together.
    while (!withheld.empty() && hidden.size() < static_cast<std::size_t>(kSmallestGroup) && !others.empty()) {
        const catalog::QuestionId next = others.begin()->second;
        others.erase(others.begin());
        withheld.insert(next);
        hidden.insert(carriers[next].begin(), carriers[next].end());
    }
    return withheld;
}

void YearScores::Rubric::countHardItems(std::vector<HardItem>& items) const {
    const auto add = [&](HardItem item, const std::map<catalog::CriterionId, Levels>& levels) {
        double sum = 0;
        for (const auto& [criterion, each] : levels) {
            const auto ranges = each.merged();
            const auto mean = meanOf(ranges);
            if (!mean || each.highest() == each.lowest)
                continue;
            sum += countOf(ranges) * (*mean - each.lowest) / (each.highest() - each.lowest);
            item.scores += countOf(ranges);
        }
        if (item.scores == 0)
            return;
        item.percent = 100 * sum / item.scores;
        items.push_back(std::move(item));
    };
    const auto withheld = withheldQuestions();
    for (const auto& [question, levels] : ofQuestions)
        if (const auto words = questions.find(question);
            words != questions.end() && !withheld.contains(question))
            add(hardItem(true, words->second), levels);
    if (!ofQuestions.empty())
        return;
    for (const catalog::Criterion& criterion : kit.rubric.criteria)
        if (const auto levels = given.find(criterion.id); levels != given.end())
            add(hardItem(false, criterion.name), {{criterion.id, levels->second}});
}

void YearScores::Rubric::countRaters(CohortYear& year) const {
    std::vector<const Unit*> rated;
    for (const auto& [key, unit] : units)
        rated.push_back(&unit);
    RatersYear raters{kit.id, kit.name, kit.rubric.version, alphaOf(rated), severitySpreadOf(rated)};
    if (raters.alpha || raters.severitySpread)
        year.raters.push_back(std::move(raters));
}

void YearScores::count(CohortYear& year) const {
    for (const auto& [key, rubric] : m_rubrics) {
        if (rubric->mentees.empty())
            continue;
        if (rubric->isSmall()) {
            year.kitsLeftOut = true;
            continue;
        }
        rubric->countCriteria(year);
        rubric->countHardItems(year.hardest);
        rubric->countRaters(year);
    }
    std::ranges::stable_sort(year.criteria, {}, [](const CriterionYear& criterion) {
        return std::tie(criterion.kitName, criterion.kit, criterion.rubricVersion);
    });
    std::ranges::stable_sort(year.raters, {}, [](const RatersYear& raters) {
        return std::tie(raters.kitName, raters.kit, raters.rubricVersion);
    });
    std::ranges::stable_sort(year.hardest, {}, &HardItem::percent);
    if (year.hardest.size() > kMostHardItems)
        year.hardest.resize(kMostHardItems);
}

} // namespace mockingbird::review
