// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/canvas_rubric.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

namespace mockingbird::exchange {

namespace {

using catalog::Criterion;
using catalog::CriterionId;
using catalog::Level;
using catalog::Rubric;
using nlohmann::json;

constexpr std::string_view kOwnColumn = "Mockingbird";
constexpr double kMostPoints = 1e12;
// Canvas keeps two decimals.
constexpr double kSamePoints = 0.005;

struct Rating {
    std::string name;
    std::string description;
    double points = 0;
};

/// As Canvas reads points: with a comma or a point before the decimals.
std::optional<double> pointsFrom(std::string text) {
    std::erase(text, ' ');
    std::ranges::replace(text, ',', '.');
    if (text.starts_with('+'))
        text.erase(0, 1);
    double points = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), points);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || !std::isfinite(points) ||
        std::abs(points) > kMostPoints)
        return std::nullopt;
    return points;
}

std::string pointsText(double points) {
    std::array<char, 400> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(),
                                            std::round(points * 100) / 100, std::chars_format::fixed, 2);
    std::string written(text.data(), error == std::errc() ? end : text.data());
    while (written.ends_with('0'))
        written.pop_back();
    if (written.ends_with('.'))
        written.pop_back();
    return written == "-0" ? "0" : written;
}

bool near(double a, double b) {
    return std::abs(a - b) < kSamePoints;
}

/// The points that Canvas is told for a level.
double pointsOf(const Criterion& criterion, const Level& level) {
    return level.points.value_or(criterion.weight * level.level);
}

std::string unnamed(int level) {
    return "Level " + std::to_string(level);
}

/// Levels and weight for ratings that are put in rising order of points.
void giveLevels(Criterion& criterion, const std::vector<Rating>& rising) {
    const auto count = static_cast<int>(rising.size());
    // From 0 where the lowest has no points, else from 1.
    const int first = rising.front().points == 0 ? 0 : 1;
    const int highest = first + count - 1;
    const double weight = rising.back().points / highest;
    bool even = weight > 0;
    for (int i = 0; even && i < count; ++i)
        even = std::abs(rising[static_cast<std::size_t>(i)].points - weight * (first + i)) < 1e-9;
    criterion.weight = even ? weight : std::max(rising.back().points, 0.0) / count;
    for (int i = 0; i < count; ++i) {
        const Rating& rating = rising[static_cast<std::size_t>(i)];
        Level& level = criterion.levels.emplace_back();
        level.level = even ? first + i : i + 1;
        level.label = rating.name;
        level.anchor = rating.description;
        if (!even)
            level.points = rating.points;
    }
}

/// What Canvas has no place for, as JSON.
std::string ownCell(const Rubric& rubric, const Criterion& criterion) {
    json levels = json::array();
    json unlabelled = json::array();
    json points = json::array();
    for (const Level& level : criterion.levels) {
        levels.push_back(level.level);
        points.push_back(level.points ? json(*level.points) : json(nullptr));
        if (level.label.empty())
            unlabelled.push_back(level.level);
    }
    json own = {{"weight", criterion.weight}, {"levels", std::move(levels)}, {"points", std::move(points)}};
    if (!unlabelled.empty())
        own["unlabelled"] = std::move(unlabelled);
    if (!criterion.id.isNull())
        own["criterion"] = criterion.id.toString();
    if (!rubric.id.isNull())
        own["rubric"] = rubric.id.toString();
    return own.dump(-1, ' ', false, json::error_handler_t::replace);
}

template <class IdType>
IdType idIn(const json& own, const char* key) {
    const auto found = own.find(key);
    if (found == own.end() || !found->is_string())
        return {};
    return IdType::parse(found->template get_ref<const std::string&>()).valueOr(IdType{});
}

/// A criterion as this program's own column tells it; none where that doesn't fit the ratings any more.
std::optional<Criterion> fromOwn(const json& own, const Criterion& read, const std::vector<Rating>& rising) {
    const auto list = [&](const char* key) {
        const auto found = own.find(key);
        return found != own.end() && found->is_array() && found->size() == rising.size() ? &*found : nullptr;
    };
    const json* levels = list("levels");
    const json* points = list("points");
    const auto weight = own.find("weight");
    if (!levels || !points || weight == own.end() || !weight->is_number())
        return std::nullopt;
    Criterion criterion = read;
    criterion.levels.clear();
    criterion.weight = weight->get<double>();
    if (!(criterion.weight >= 0 && criterion.weight <= kMostPoints))
        return std::nullopt;
    for (std::size_t i = 0; i < rising.size(); ++i) {
        if (!(*levels)[i].is_number_integer() || (!(*points)[i].is_null() && !(*points)[i].is_number()))
            return std::nullopt;
        const auto number = (*levels)[i].get<std::int64_t>();
        if (std::abs(static_cast<double>(number)) > kMostPoints)
            return std::nullopt;
        Level& level = criterion.levels.emplace_back();
        level.level = static_cast<int>(number);
        level.label = rising[i].name;
        level.anchor = rising[i].description;
        if ((*points)[i].is_number())
            level.points = (*points)[i].get<double>();
        const double told = pointsOf(criterion, level);
        if (!near(std::round(told * 100) / 100, rising[i].points) ||
            (i > 0 && criterion.levels[i - 1].level >= level.level))
            return std::nullopt;
    }
    if (const auto without = own.find("unlabelled"); without != own.end() && without->is_array())
        for (Level& level : criterion.levels)
            if (level.label == unnamed(level.level) &&
                std::ranges::find(*without, json(level.level)) != without->end())
                level.label.clear();
    return criterion;
}

/// Reads a table's rows into rubrics, and remarks on them.
class CanvasReader {
public:
    explicit CanvasReader(const CsvDocument& table)
        : m_table(table), m_heading(table.heading()), m_rubric(m_heading.column({"rubric name"})),
          m_criterion(m_heading.column({"criteria name"})),
          m_description(m_heading.column({"criteria description"})),
          m_range(m_heading.column({"criteria enable range"})), m_own(m_heading.column({kOwnColumn})),
          m_names(m_heading.columns({"rating name"})),
          m_descriptions(m_heading.columns({"rating description"})),
          m_points(m_heading.columns({"rating points"})) {}

    Result<CanvasRubrics> read() {
        if (!m_rubric || !m_criterion || m_names.empty() || m_points.size() != m_names.size())
            return fail(m_table.heading(),
                        "the heading is not that of rubrics from Canvas, which begins \"Rubric "
                        "Name,Criteria Name,Criteria Description,Criteria Enable Range\" and "
                        "goes on with \"Rating Name,Rating Description,Rating Points\" for "
                        "each rating");
        for (const CsvRow& row : m_table.records()) {
            if (std::ranges::all_of(row.cells, [](const auto& cell) { return cell.empty(); }))
                continue;
            Rubric& rubric = *TRY(rubricOf(row));
            if (rubric.criteria.size() == kMostCriteria)
                return fail(row, "\"" + rubric.name + "\" has more than " + std::to_string(kMostCriteria) +
                                     " criteria");
            rubric.criteria.push_back(TRY(criterion(row, rubric)));
        }
        if (m_read.rubrics.empty())
            return Error{ErrorCode::InvalidArgument, "the table has no rubrics below its heading", 0};
        return std::move(m_read);
    }

private:
    static Error fail(const CsvRow& row, const std::string& what) {
        return {ErrorCode::InvalidArgument, "line " + std::to_string(row.line) + ": " + what, 0};
    }
    void remark(const CsvRow& row, std::string text) {
        m_read.remarks.push_back({row.line, std::move(text)});
    }

    Result<Rubric*> rubricOf(const CsvRow& row) {
        const std::string& name = row.cell(m_rubric);
        if (name.empty())
            return fail(row, "the rubric's name is missing");
        const auto found = std::ranges::find(m_read.rubrics, name, &Rubric::name);
        if (found != m_read.rubrics.end())
            return &*found;
        if (m_read.rubrics.size() == kMostRubrics)
            return fail(row, "there are more than " + std::to_string(kMostRubrics) + " rubrics");
        Rubric& rubric = m_read.rubrics.emplace_back();
        rubric.name = name;
        return &rubric;
    }

    Result<std::vector<Rating>> ratings(const CsvRow& row, const std::string& criterion) {
        std::vector<Rating> ratings;
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            Rating rating;
            rating.name = row.cell(m_names[i]);
            if (i < m_descriptions.size())
                rating.description = row.cell(m_descriptions[i]);
            const std::string& points = row.cell(m_points[i]);
            if (rating.name.empty() && rating.description.empty() && points.empty())
                continue;
            const auto number = pointsFrom(points);
            if (!number)
                return fail(row, "rating " + std::to_string(i + 1) + " of \"" + criterion + "\" has " +
                                     (points.empty() ? "no points" : "\"" + points + "\" for its points"));
            rating.points = *number;
            ratings.push_back(std::move(rating));
        }
        if (ratings.empty())
            return fail(row, "\"" + criterion + "\" has no ratings");
        if (ratings.size() > kMostRatings)
            return fail(row, "\"" + criterion + "\" has " + std::to_string(ratings.size()) +
                                 " ratings; a criterion here has at most " + std::to_string(kMostRatings) +
                                 " levels");
        return ratings;
    }

    Result<Criterion> criterion(const CsvRow& row, Rubric& rubric) {
        Criterion criterion;
        criterion.name = row.cell(m_criterion);
        if (criterion.name.empty())
            return fail(row, "a criterion's name is missing in \"" + rubric.name + "\"");
        criterion.description = row.cell(m_description);
        const std::string range = headingKey(row.cell(m_range));
        criterion.pointsAreRanges = range == "true" || range == "1";
        if (!range.empty() && range != "true" && range != "1" && range != "false" && range != "0")
            remark(row, "\"" + row.cell(m_range) +
                            "\" is neither true nor false; it is taken for false, as Canvas does.");
        auto rising = TRY(ratings(row, criterion.name));
        if (!std::ranges::is_sorted(rising, std::ranges::greater{}, &Rating::points))
            remark(row,
                   "the ratings of \"" + criterion.name + "\" don't fall in points; they are put in order.");
        // The first of equals is the higher.
        std::ranges::reverse(rising);
        std::ranges::stable_sort(rising, {}, &Rating::points);
        if (rising.size() == 1)
            addLowest(rising, row, criterion.name);
        const json own = ownOf(row);
        const auto told = own.is_object() ? fromOwn(own, criterion, rising) : std::nullopt;
        if (told) {
            criterion = *told;
            criterion.id = idIn<CriterionId>(own, "criterion");
            rubric.id = rubric.id.isNull() ? idIn<catalog::RubricId>(own, "rubric") : rubric.id;
            return criterion;
        }
        if (own.is_object())
            remark(row,
                   "the points of \"" + criterion.name + "\" were changed, so its weight follows from them.");
        giveLevels(criterion, rising);
        tell(row, criterion);
        return criterion;
    }

    void addLowest(std::vector<Rating>& rising, const CsvRow& row, const std::string& criterion) {
        const double points = rising.front().points > 0 ? 0.0 : rising.front().points - 1;
        rising.insert(rising.begin(), {"Not shown", {}, points});
        remark(row, "\"" + criterion +
                        "\" has one rating and a criterion here has at least two levels; \"Not shown\" "
                        "with " +
                        pointsText(points) + " points is added below it.");
    }

    /// What the own column says; null where it says nothing, or it isn't JSON.
    [[nodiscard]] json ownOf(const CsvRow& row) const {
        const std::string& cell = row.cell(m_own);
        json own = cell.empty() ? json(nullptr) : json::parse(cell, nullptr, false);
        return own.is_discarded() ? json(nullptr) : own;
    }

    void tell(const CsvRow& row, const Criterion& criterion) {
        if (criterion.levels.front().points)
            remark(row, "the points of \"" + criterion.name +
                            "\" are no even steps, so its levels are counted from 1 to " +
                            std::to_string(criterion.levels.size()) + "; the points are kept for Canvas.");
        if (criterion.pointsAreRanges)
            remark(row, "a rating of \"" + criterion.name +
                            "\" is a range of points in Canvas and one level here; "
                            "that it is a range is kept for Canvas.");
    }

    const CsvDocument& m_table;
    CsvHeading m_heading;
    std::optional<std::size_t> m_rubric;
    std::optional<std::size_t> m_criterion;
    std::optional<std::size_t> m_description;
    std::optional<std::size_t> m_range;
    std::optional<std::size_t> m_own;
    std::vector<std::size_t> m_names;
    std::vector<std::size_t> m_descriptions;
    std::vector<std::size_t> m_points;
    CanvasRubrics m_read;
};

void remarkOn(const Rubric& rubric, const Criterion& criterion, Exported& table) {
    bool rounded = false;
    bool formula = beginsAFormula(criterion.name) || beginsAFormula(criterion.description);
    for (const Level& level : criterion.levels) {
        const double points = pointsOf(criterion, level);
        rounded |= std::abs(points - std::round(points * 100) / 100) > 1e-9;
        formula |= beginsAFormula(level.label) || beginsAFormula(level.anchor);
    }
    if (formula)
        table.remarks.push_back({0, "A text of \"" + criterion.name +
                                        "\" begins as a formula does, so an apostrophe "
                                        "stands before it, which Canvas will show."});
    if (rounded)
        table.remarks.push_back(
            {0, "The points of \"" + criterion.name + "\" in \"" + rubric.name +
                    "\" are rounded to two decimals, as Canvas does; the exact weight is in the "
                    "last column."});
}

} // namespace

bool isCanvasTable(const CsvRow& heading) {
    const CsvHeading keys(heading);
    return keys.column({"rubric name"}) && keys.column({"criteria name"});
}

Result<CanvasRubrics> canvasRubricsFrom(const CsvDocument& table) {
    return CanvasReader(table).read();
}

Exported canvasTable(const std::vector<Rubric>& rubrics) {
    std::size_t most = 0;
    for (const Rubric& rubric : rubrics)
        for (const Criterion& criterion : rubric.criteria)
            most = std::max(most, criterion.levels.size());
    std::vector<std::string> heading{"Rubric Name", "Criteria Name", "Criteria Description",
                                     "Criteria Enable Range"};
    for (std::size_t i = 0; i < most; ++i)
        heading.insert(heading.end(), {"Rating Name", "Rating Description", "Rating Points"});
    const std::size_t own = heading.size();
    heading.emplace_back(kOwnColumn);
    CsvWriter table(CsvWriter::ByteOrderMark::Without);
    table.add(heading);
    Exported exported;
    for (const Rubric& rubric : rubrics)
        for (const Criterion& criterion : rubric.criteria) {
            std::vector<std::string> row{rubric.name, criterion.name, criterion.description,
                                         criterion.pointsAreRanges ? "true" : "false"};
            for (auto level = criterion.levels.rbegin(); level != criterion.levels.rend(); ++level)
                row.insert(row.end(), {level->label.empty() ? unnamed(level->level) : level->label,
                                       level->anchor, pointsText(pointsOf(criterion, *level))});
            row.resize(own);
            row.push_back(ownCell(rubric, criterion));
            table.add(row);
            remarkOn(rubric, criterion, exported);
        }
    exported.bytes = table.text();
    return exported;
}

} // namespace mockingbird::exchange
