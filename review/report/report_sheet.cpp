// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/report_sheet.h"

#include "review/report/html_text.h"
#include "review/report/page_frame.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace mockingbird::review {

namespace {

constexpr double kBarsWidth = 880;
constexpr double kBarsLeft = 230; ///< for what each bar is of
constexpr double kBarHeight = 26;
constexpr double kBarStep = 38;
constexpr double kWordWidth = 8; ///< about what a letter takes
/// How much of the accent the parts before the last one have, so that plain words can be read on each; the
/// last one has all of it.
constexpr double kPalest = 0.12;
constexpr double kDeepest = 0.48;

std::string tenth(double value) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    return text.data();
}

std::string barText(double x, double y, const std::string& words, const std::string& color,
                    std::string_view anchor) {
    return "<text x=\"" + tenth(x) + "\" y=\"" + tenth(y) + "\" fill=\"" + color +
           "\" font-size=\"13\" text-anchor=\"" + std::string(anchor) + "\">" + html(words) + "</text>\n";
}

std::string partsOf(const ShareBar& bar, double top, const PlotInk& ink) {
    double sum = 0;
    for (const auto& [name, count] : bar.parts)
        sum += count;
    if (sum == 0)
        return barText(kBarsLeft, top + 18, "nothing", ink.soft, "start");
    std::string out;
    double x = kBarsLeft;
    const double last = static_cast<double>(std::max<std::size_t>(bar.parts.size(), 2) - 1);
    for (std::size_t i = 0; i < bar.parts.size(); ++i) {
        const auto& [name, count] = bar.parts[i];
        const double width = count / sum * (kBarsWidth - kBarsLeft);
        if (width <= 0)
            continue;
        const bool whole = i + 1 == bar.parts.size() && i > 0;
        const double depth = whole ? 1 : kPalest + (kDeepest - kPalest) * static_cast<double>(i) / last;
        out += "<rect x=\"" + tenth(x + 1) + "\" y=\"" + tenth(top) + "\" width=\"" +
               tenth(std::max(width - 2, 1.0)) + "\" height=\"" + tenth(kBarHeight) + "\" fill=\"" +
               ink.accent + "\" fill-opacity=\"" + std::to_string(depth) + "\"/>\n";
        const std::string words =
            name + ": " + std::to_string(static_cast<int>(100.0 * count / sum + 0.5)) + " %";
        const std::string color = whole ? ink.onAccent : ink.text;
        if (width > kWordWidth * static_cast<double>(words.size()))
            out += barText(x + width / 2, top + 18, words, color, "middle");
        else if (width > kWordWidth * static_cast<double>(name.size() + 1))
            out += barText(x + width / 2, top + 18, name, color, "middle");
        x += width;
    }
    return out;
}

std::string cellsOf(const SheetTable& table) {
    std::string out = "<div class=\"scroll\"><table>\n<thead><tr>";
    for (const std::string& heading : table.heading)
        out += "<th scope=\"col\">" + html(heading) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            out += i == 0 ? "<th scope=\"row\">" + htmlLines(row[i]) + "</th>"
                          : "<td>" + htmlLines(row[i]) + "</td>";
        out += "</tr>\n";
    }
    return out + "</tbody>\n</table></div>\n";
}

} // namespace

std::string sectionHtml(const SheetSection& section) {
    std::string out = "<h2>" + html(section.title) + "</h2>\n";
    for (const std::string& line : section.lines)
        out += "<p>" + htmlLines(line) + "</p>\n";
    if (!section.points.empty()) {
        out += "<ol class=\"along\">\n";
        for (const std::string& point : section.points)
            out += "<li>" + htmlLines(point) + "</li>\n";
        out += "</ol>\n";
    }
    out += shareBars(section.bars, pageInk());
    if (!section.table.rows.empty())
        out += cellsOf(section.table);
    if (!section.note.empty())
        out += "<p class=\"small\">" + htmlLines(section.note) + "</p>\n";
    return out;
}

std::string sheetHtml(const ReportSheet& sheet) {
    std::string body = "<header>\n<p class=\"eyebrow\">" + html(sheet.eyebrow) + "</p>\n<h1>" +
                       html(sheet.title) + "</h1>\n<p class=\"lead\">" + html(sheet.lead) +
                       "</p>\n<dl class=\"facts\">\n";
    for (const auto& [name, value] : sheet.facts)
        body += "<div><dt>" + html(name) + "</dt><dd>" + html(value) + "</dd></div>\n";
    body += "</dl>\n<p class=\"practice\">" + html(sheet.notice) + "</p>\n</header>\n";
    for (std::size_t i = 0; i < sheet.sections.size(); ++i) {
        if (sheet.sections[i].half && i + 1 < sheet.sections.size() && sheet.sections[i + 1].half) {
            body += "<div class=\"columns\">\n<section>\n" + sectionHtml(sheet.sections[i]) +
                    "</section>\n<section>\n" + sectionHtml(sheet.sections[i + 1]) + "</section>\n</div>\n";
            ++i;
        } else {
            body += sectionHtml(sheet.sections[i]);
        }
    }
    body += "<footer><p>" + html(sheet.footer) + "</p></footer>\n";
    return htmlPage(sheet.title + ": " + sheet.lead, body);
}

std::string shareBars(const std::vector<ShareBar>& bars, const PlotInk& ink) {
    if (std::ranges::all_of(bars, [](const ShareBar& bar) { return bar.parts.empty(); }))
        return {};
    std::string drawn;
    double top = 4;
    for (const ShareBar& bar : bars) {
        drawn += barText(0, top + 18, bar.label, ink.text, "start") + partsOf(bar, top, ink);
        top += kBarStep;
    }
    return "<svg class=\"plot\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + tenth(kBarsWidth) +
           " " + tenth(top) + "\" role=\"img\" aria-label=\"Shares; the table below has the numbers\">\n" +
           drawn + "</svg>\n";
}

} // namespace mockingbird::review
