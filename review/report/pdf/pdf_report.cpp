// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/pdf/pdf_report.h"

#include "review/report/comparison_html.h"
#include "review/report/comparison_plot.h"
#include "review/report/html_text.h"
#include "review/report/note_pictures.h"
#include "review/report/number_text.h"
#include "review/report/pdf/pdf_document.h"
#include "review/report/report_content.h"

namespace mockingbird::review {

namespace {

// QTextDocument knows a part of HTML 4 and of CSS 2.1: tables instead of grids, colours without variables.
constexpr std::string_view kStyle =
    "<style>h1 { font-size: 26px; margin: 0; } h2 { font-size: 18px; margin-top: 22px; margin-bottom: 6px; }"
    "h3 { font-size: 14px; margin-top: 14px; margin-bottom: 4px; } p { margin-top: 0; margin-bottom: 6px; }"
    ".soft { color: #566173; } .practice { background-color: #fdf1d8; color: #6b4700; }"
    ".time { color: #1f5f8b; font-weight: 600; } th { text-align: left; color: #566173; font-weight: 600; "
    "}</style>";

std::string headOf(std::string_view eyebrow, const std::string& name, const std::string& lead,
                   const std::string& facts) {
    return std::string(kStyle) + "<p class=\"soft\">" + html(eyebrow) + "</p><h1>" + html(name) +
           "</h1><p class=\"soft\" style=\"font-size: 15px\">" + html(lead) + "</p><p>" + html(facts) +
           "</p><table width=\"100%\" cellpadding=\"7\" bgcolor=\"#fdf1d8\"><tr><td><span style=\"color: "
           "#6b4700\"><b>"
           "For practice.</b> This is about a rehearsal. It is not an examination record, and it belongs to "
           "the "
           "mentee.</span></td></tr></table>";
}

std::string tableStart(int columns) {
    return "<table width=\"100%\" cellpadding=\"6\" cellspacing=\"0\" border=\"0\" style=\"border-collapse: "
           "collapse\" "
           "data-columns=\"" +
           std::to_string(columns) + "\">";
}

constexpr std::string_view kCell = "<td style=\"border-bottom: 1px solid #dfe3e8\">";

std::string scoresOf(const ReportContent& content) {
    std::string out =
        "<h2>Scores</h2>" + tableStart(4) + "<tr><th>Criterion</th><th>Rater</th><th>Level</th></tr>";
    for (const catalog::Criterion& criterion : content.kit.rubric.criteria) {
        for (const catalog::Score& score : content.scores) {
            if (score.criterion != criterion.id)
                continue;
            const catalog::Level* level = content.level(score);
            const catalog::Question* question =
                score.question ? content.kit.question(*score.question) : nullptr;
            out +=
                "<tr>" + std::string(kCell) + "<b>" + html(criterion.name) + "</b>" +
                (question != nullptr ? "<br><span class=\"soft\">" + html(question->text) + "</span>" : "") +
                "</td>" + std::string(kCell) + html(score.raterName) + "</td>" + std::string(kCell) + "<b>" +
                std::to_string(score.level) + (level != nullptr ? " " + html(level->label) : std::string()) +
                "</b>" +
                (level != nullptr ? "<br><span class=\"soft\">" + html(level->anchor) + "</span>"
                                  : std::string());
            std::string moments;
            for (const catalog::Evidence& moment : score.evidence) {
                const catalog::Note* note = moment.note ? content.note(*moment.note) : nullptr;
                if (!moment.note || note != nullptr)
                    moments += (moments.empty() ? "" : ", ") +
                               (note != nullptr ? content.timeText(note->recording, note->at)
                                                : content.timeText(moment.recording, moment.at));
            }
            if (!moments.empty())
                out += "<br><span class=\"soft\">Seen at </span><span class=\"time\">" + html(moments) +
                       "</span>";
            out += "</td></tr>";
        }
    }
    return content.scores.empty() ? "<h2>Scores</h2><p class=\"soft\">Nobody has scored this session yet.</p>"
                                  : out + "</table>";
}

std::string notesOf(const ReportContent& content, NotePictures& pictures, PdfContent& pdf) {
    std::string out = "<h2>Notes</h2>";
    for (const NoteGroup& group : content.noteGroups()) {
        out += "<h3>" + html(ReportContent::title(group)) + "</h3>";
        if (group.question != nullptr)
            out += "<p class=\"soft\">" + html(group.question->text) + "</p>";
        for (const catalog::Note* note : group.notes) {
            std::string picture = "<span class=\"soft\">no picture</span>";
            if (auto jpeg = pictures.jpeg(*note)) {
                const std::string name = "note:" + note->id.toString();
                pdf.jpegs[name] = std::move(*jpeg);
                picture = "<img src=\"" + name + "\" width=\"160\">";
            }
            out += "<table width=\"100%\" cellpadding=\"5\" cellspacing=\"0\"><tr><td width=\"172\">" +
                   picture + "</td><td><span class=\"time\">" + html(content.timeText(*note)) +
                   "</span> &nbsp;<b>" + html(note->authorName) + "</b>";
            std::string about = content.criterionName(note->criterion);
            for (const std::string& tag : note->tags)
                about += (about.empty() ? "#" : " #") + tag;
            out += (about.empty() ? "" : " <span class=\"soft\">&nbsp;" + html(about) + "</span>") + "<br>" +
                   htmlLines(note->text) + "</td></tr></table>";
        }
    }
    return content.notes.empty() ? out + "<p class=\"soft\">There are no notes yet.</p>" : out;
}

std::string reviewsOf(const ReportContent& content) {
    std::string summaries;
    std::string along;
    for (const ReportedReview& reported : content.reviews) {
        if (!reported.review.summary.empty())
            summaries += "<p><b>" + html(reported.review.raterName) + "</b><br>" +
                         htmlLines(reported.review.summary) + "</p>";
        for (const catalog::Commitment& commitment : reported.commitments)
            along += "<li>" + html(commitment.text) + "</li>";
    }
    return (summaries.empty() ? "" : "<h2>In short</h2>" + summaries) +
           (along.empty() ? "" : "<h2>For the next attempt</h2><ol>" + along + "</ol>");
}

std::string comparisonTable(const Comparison& comparison) {
    std::string out = tableStart(static_cast<int>(comparison.attempts.size()) + 1) + "<tr><th>Criterion</th>";
    std::string totals = "<tr>" + std::string(kCell) + "<b>In all, weighted</b></td>";
    for (const Attempt& attempt : comparison.attempts) {
        out += "<th>Attempt " + std::to_string(attempt.number) + "<br>" + html(dateText(attempt.heldAt)) +
               "</th>";
        totals += std::string(kCell) + (attempt.total ? "<b>" + numberText(attempt.total->percent) + " %</b>"
                                                      : std::string("\u2013"));
        if (attempt.total && attempt.total->sincePrevious)
            totals += " &nbsp;" + html(changeText(*attempt.total->sincePrevious));
        totals += "</td>";
    }
    out += "</tr>";
    for (const ComparedCriterion& compared : comparison.criteria) {
        out += "<tr>" + std::string(kCell) + "<b>" + html(compared.criterion.name) + "</b></td>";
        for (const ComparisonCell& cell : compared.cells) {
            out += kCell;
            if (!cell.mean)
                out += "<span class=\"soft\">" + emptyCellText(cell) + "</span>";
            else
                out +=
                    "<b>" + numberText(*cell.mean) + "</b>" +
                    (cell.sincePrevious ? " &nbsp;" + html(changeText(*cell.sincePrevious)) : std::string());
            for (const RaterScore& score : cell.scores)
                out += "<br><span class=\"soft\">" + html(score.raterName) + " " + numberText(score.level) +
                       (score.state == catalog::ReviewState::Draft ? " (draft)" : "") + "</span>";
            out += "</td>";
        }
        out += "</tr>";
    }
    return out + totals + "</tr></table>";
}

} // namespace

Result<std::string> reportPdf(catalog::Catalog& catalog, catalog::SessionId session) {
    const auto content = TRY(gatherReport(catalog, session));
    NotePictures pictures(catalog, content);
    PdfContent pdf;
    pdf.title = content.session.menteeName + ", attempt " + std::to_string(content.session.attempt) + ": " +
                content.session.kitName;
    std::string facts = dateText(content.session.startedAt) + " \u00B7 " + modeText(content.session.mode) +
                        " \u00B7 " + content.length().toShortString();
    if (content.percent)
        facts += " \u00B7 in all " + numberText(*content.percent) + " %";
    pdf.html =
        headOf("Practice interview \u00B7 feedback", content.session.menteeName,
               content.session.kitName + ", attempt " + std::to_string(content.session.attempt), facts) +
        reviewsOf(content) + scoresOf(content);
    pdf.html += notesOf(content, pictures, pdf);
    return pdfOf(pdf);
}

Result<std::string> comparisonPdf(const Comparison& comparison) {
    PdfContent pdf;
    pdf.title = comparison.mentee.name + ": " + comparison.kit.name;
    pdf.html = headOf("Practice interviews \u00B7 comparison", comparison.mentee.name, comparison.kit.name,
                      std::to_string(comparison.attempts.size()) + " attempts");
    if (std::string plot = comparisonPlot(comparison, paperInk()); !plot.empty()) {
        pdf.svgs["plot:"] = std::move(plot);
        pdf.html += "<h2>From attempt to attempt</h2><p><img src=\"plot:\" width=\"page\"></p>";
    }
    pdf.html += "<h2>Levels</h2>" + comparisonTable(comparison);
    return pdfOf(pdf);
}

} // namespace mockingbird::review
