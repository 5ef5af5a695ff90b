// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/comparison_html.h"

#include "review/report/comparison_plot.h"
#include "review/report/html_text.h"
#include "review/report/number_text.h"
#include "review/report/page_frame.h"
#include "review/report/progress_sections.h"
#include "review/report/report_text.h"

namespace mockingbird::review {

namespace {

std::string fact(std::string_view name, const std::string& value) {
    return "<div><dt>" + html(name) + "</dt><dd>" + html(value) + "</dd></div>\n";
}

/// Up and down differ in sign and word too, not by colour alone.
std::string changeChip(const std::optional<double>& change, std::string_view unit) {
    if (!change)
        return {};
    const std::string text = changeText(*change);
    const bool same = text == changeText(0);
    const std::string_view kind = same ? "" : *change > 0 ? " up" : " down";
    return "<span class=\"change" + std::string(kind) + "\" title=\"change since the attempt before\">" +
           html(text) + std::string(unit) + "</span>";
}

std::string headerOf(const Comparison& comparison) {
    std::string out = "<header>\n<p class=\"eyebrow\">Practice interviews \u00B7 comparison</p>\n<h1>" +
                      html(comparison.mentee.name) + "</h1>\n<p class=\"lead\">" + html(comparison.kit.name) +
                      "</p>\n<dl class=\"facts\">\n" +
                      fact("Attempts", std::to_string(comparison.attempts.size()));
    if (!comparison.attempts.empty()) {
        out += fact("First", dateText(comparison.attempts.front().heldAt));
        out += fact("Latest", dateText(comparison.attempts.back().heldAt));
        if (const auto& total = comparison.attempts.back().total) {
            std::string value = numberText(total->percent) + " %";
            if (total->sinceFirst && comparison.attempts.size() > 1)
                value += " (" + changeText(*total->sinceFirst) + " since the first)";
            out += fact("Latest, in all", value);
        }
    }
    return out + "</dl>\n<p class=\"practice\"><strong>" + html(kPracticeTitle) +
           "</strong> This compares rehearsals, and it belongs to the mentee.</p>\n</header>\n";
}

std::string cellOf(const ComparisonCell& cell) {
    if (!cell.mean)
        return "<td><span class=\"small\">" + emptyCellText(cell) + "</span></td>";
    std::string out = "<td><span class=\"value\">" + numberText(*cell.mean) + "</span>" +
                      (cell.agreed ? " <span class=\"chip\">agreed</span>" : "") +
                      changeChip(cell.sincePrevious, "");
    for (const RaterScore& score : cell.scores) {
        out += "<span class=\"small\"><bdi>" + html(score.raterName) + "</bdi> " + numberText(score.level);
        if (score.ofMentee)
            out += ", own view";
        if (score.fromQuestions)
            out += ", mean of the questions";
        if (score.state == catalog::ReviewState::Draft)
            out += " <span class=\"chip draft\">draft</span>";
        out += "</span>";
    }
    return out + "</td>";
}

std::string tableOf(const Comparison& comparison) {
    std::string out = "<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Criterion</th>";
    std::string totals;
    for (const Attempt& attempt : comparison.attempts) {
        out += "<th scope=\"col\">Attempt " + std::to_string(attempt.number) + "<span class=\"small\">" +
               html(dateText(attempt.heldAt)) +
               (attempt.rubricDiffers ? "<br>rubric version " + std::to_string(attempt.rubricVersion)
                : attempt.kitDiffers  ? "<br>kit version " + std::to_string(attempt.kitVersion)
                                      : "") +
               "</span></th>";
        totals += attempt.total ? "<td><span class=\"value\">" + numberText(attempt.total->percent) +
                                      " %</span>" + changeChip(attempt.total->sincePrevious, "") + "</td>"
                                : "<td><span class=\"small\">not all criteria are scored</span></td>";
    }
    out += "</tr></thead>\n<tbody>\n";
    for (const ComparedCriterion& compared : comparison.criteria) {
        out += "<tr><th scope=\"row\">" + html(compared.criterion.name) + "<small>" +
               html(compared.criterion.description) + "</small></th>";
        for (const ComparisonCell& cell : compared.cells)
            out += cellOf(cell);
        out += "</tr>\n";
    }
    return out + "</tbody>\n<tfoot><tr><th scope=\"row\">In all, weighted</th>" + totals +
           "</tr></tfoot>\n</table></div>\n";
}

} // namespace

std::string emptyCellText(const ComparisonCell& cell) {
    return cell.inRubric ? "not scored" : "not in this attempt\u2019s rubric";
}

std::string comparisonHtml(const Comparison& comparison, const PersonProgress& progress) {
    std::string body = headerOf(comparison);
    if (comparison.attempts.empty()) {
        body += "<h2>No attempt yet</h2>\n<p>What is recorded with this kit will stand here.</p>\n";
    } else {
        if (const std::string plot = comparisonPlot(comparison, pageInk()); !plot.empty())
            body +=
                "<h2>From attempt to attempt</h2>\n<p class=\"small\">A disc is an attempt and stands at "
                "what "
                "its raters agreed on, or at their mean; the bar reaches from the lowest to the highest of "
                "them. The latest one is filled.</p>\n" +
                plot;
        body += "<h2>Levels</h2>\n" + tableOf(comparison);
        if (comparison.mixesRubrics())
            body += "<p class=\"small\">The attempts were held with different versions of the rubric. "
                    "Changes are only "
                    "counted between attempts of the same version.</p>\n";
        if (comparison.mixesKits())
            body += "<p class=\"small\">The attempts were held with different versions of the kit: other "
                    "questions or times. What was scored is the same where changes are shown.</p>\n";
        for (const SheetSection& section : progressSections(progress, comparison.kit.id))
            body += sectionHtml(section);
    }
    body += "<footer><p>Made with Mockingbird on " + html(dateText(WallTime::now())) + ".</p></footer>\n";
    return htmlPage(comparison.mentee.name + ": " + comparison.kit.name, body);
}

} // namespace mockingbird::review
