// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/comparison_plot.h"

#include "review/report/html_text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>

namespace mockingbird::review {

namespace {

constexpr double kWidth = 880;
constexpr double kLeft = 210; ///< for the criteria's names
constexpr double kRight = 40;
constexpr double kTop = 34; ///< for the levels' numbers
constexpr double kLane = 26;
constexpr double kRowGap = 16;
constexpr double kRadius = 10;

std::string number(double value) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    return text.data();
}

/// Writes SVG elements with the ink's colours.
class Drawing {
public:
    explicit Drawing(const PlotInk& ink) : m_ink(ink) {}

    void line(double x1, double y1, double x2, double y2, const std::string& color, double thickness,
              const std::string& dashes = {}) {
        m_text += "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) +
                  "\" y2=\"" + number(y2) + "\" stroke=\"" + color + "\" stroke-width=\"" +
                  number(thickness) + "\" stroke-linecap=\"round\"" +
                  (dashes.empty() ? "" : " stroke-dasharray=\"" + dashes + "\"") + "/>\n";
    }
    void disc(double x, double y, bool filled) {
        m_text += "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(kRadius) +
                  "\" fill=\"" + (filled ? m_ink.accent : m_ink.paper) + "\" stroke=\"" + m_ink.accent +
                  "\" stroke-width=\"2\"/>\n";
    }
    void text(double x, double y, const std::string& words, const std::string& color, double size,
              const std::string& anchor, bool strong = false) {
        m_text += "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" fill=\"" + color +
                  "\" font-size=\"" + number(size) + "\" text-anchor=\"" + anchor + "\"" +
                  (strong ? " font-weight=\"600\"" : "") + ">" + html(words) + "</text>\n";
    }
    [[nodiscard]] const std::string& svg() const { return m_text; }

private:
    PlotInk m_ink;
    std::string m_text;
};

struct Scale {
    int lowest = std::numeric_limits<int>::max();
    int highest = std::numeric_limits<int>::min();

    [[nodiscard]] double x(double level) const {
        const double span = std::max(highest - lowest, 1);
        return kLeft + (level - lowest) / span * (kWidth - kLeft - kRight);
    }
};

Scale scaleOf(const Comparison& comparison) {
    Scale scale;
    for (const ComparedCriterion& compared : comparison.criteria) {
        for (const catalog::Level& level : compared.criterion.levels) {
            scale.lowest = std::min(scale.lowest, level.level);
            scale.highest = std::max(scale.highest, level.level);
        }
        // An attempt of another version of the rubric may have had more of them.
        for (const ComparisonCell& cell : compared.cells) {
            for (const RaterScore& score : cell.scores) {
                scale.lowest = std::min(scale.lowest, static_cast<int>(score.level));
                scale.highest = std::max(scale.highest, static_cast<int>(score.level));
            }
        }
    }
    return scale;
}

double rowHeight(const ComparedCriterion& compared) {
    return kLane * static_cast<double>(std::max<std::size_t>(compared.cells.size(), 1)) + kRowGap;
}

void drawRow(Drawing& drawing, const PlotInk& ink, const Scale& scale, const ComparedCriterion& compared,
             const Comparison& comparison, double top) {
    const double middle = top + rowHeight(compared) / 2;
    drawing.text(0, middle + 5, compared.criterion.name, ink.text, 15, "start", true);
    const auto laneOf = [&](std::size_t lane) {
        return top + kRowGap / 2 + kLane * (static_cast<double>(lane) + 0.5);
    };
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < compared.cells.size(); ++i) {
        if (!compared.cells[i].mean)
            continue;
        if (last && compared.cells[i].sincePrevious)
            drawing.line(scale.x(*compared.cells[*last].mean), laneOf(*last),
                         scale.x(*compared.cells[i].mean), laneOf(i), ink.soft, 1.5, "2 4");
        last = i;
    }
    for (std::size_t i = 0; i < compared.cells.size(); ++i) {
        const ComparisonCell& cell = compared.cells[i];
        const double y = laneOf(i);
        if (!cell.mean)
            continue;
        if (cell.lowest && cell.highest && *cell.lowest < *cell.highest)
            drawing.line(scale.x(*cell.lowest), y, scale.x(*cell.highest), y, ink.accent, 4);
        const bool newest = last == i;
        drawing.disc(scale.x(*cell.mean), y, newest);
        drawing.text(scale.x(*cell.mean), y + 4, std::to_string(comparison.attempts[i].number),
                     newest ? ink.onAccent : ink.text, 12, "middle", true);
    }
}

} // namespace

PlotInk pageInk() {
    return {"var(--ink)", "var(--soft)", "var(--line)", "var(--accent)", "var(--paper)", "var(--paper)"};
}

PlotInk paperInk() {
    return {"#1c2430", "#566173", "#dfe3e8", "#1f5f8b", "#ffffff", "#ffffff"};
}

std::string comparisonPlot(const Comparison& comparison, const PlotInk& ink) {
    const bool anything = std::ranges::any_of(comparison.criteria, [](const ComparedCriterion& compared) {
        return std::ranges::any_of(compared.cells, [](const auto& cell) { return cell.mean.has_value(); });
    });
    if (!anything)
        return {};
    const Scale scale = scaleOf(comparison);
    double height = kTop;
    for (const ComparedCriterion& compared : comparison.criteria)
        height += rowHeight(compared);

    Drawing drawing(ink);
    for (int level = scale.lowest; level <= scale.highest; ++level) {
        drawing.line(scale.x(level), kTop - 6, scale.x(level), height, ink.grid, 1);
        drawing.text(scale.x(level), 16, std::to_string(level), ink.soft, 13, "middle");
    }
    drawing.text(0, 16, "Level", ink.soft, 13, "start");
    double top = kTop;
    for (const ComparedCriterion& compared : comparison.criteria) {
        drawing.line(0, top, kWidth, top, ink.grid, 1);
        drawRow(drawing, ink, scale, compared, comparison, top);
        top += rowHeight(compared);
    }
    return "<svg class=\"plot\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(kWidth) + " " +
           number(height + 1) +
           "\" role=\"img\" aria-label=\"The mean level of each attempt, criterion by criterion; "
           "the table below has the numbers\">\n" +
           drawing.svg() + "</svg>\n";
}

} // namespace mockingbird::review
