// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/pdf/pdf_report.h"

#include "review/report/comparison_html.h"
#include "review/report/comparison_plot.h"
#include "review/report/html_text.h"
#include "review/report/note_pictures.h"
#include "review/report/number_text.h"
#include "review/report/pdf/pdf_document.h"
#include "review/report/pdf/sheet_pdf.h"
#include "review/report/progress_sections.h"
#include "review/report/report_text.h"
#include "review/tags/tag_set.h"

#include <optional>
#include <vector>

namespace mockingbird::review {

namespace {

// QTextDocument knows a part of HTML 4 and of CSS 2.1: tables instead of grids, colours without variables.
constexpr std::string_view kStyle =
    "h1 { font-size: 26px; margin: 0; } h2 { font-size: 18px; margin-top: 20px; margin-bottom: 6px; }"
    "h3 { font-size: 14px; margin-top: 14px; margin-bottom: 4px; } p { margin-top: 0; margin-bottom: 6px; }"
    "ul, ol { margin-top: 0; margin-bottom: 0; } .soft { color: #566173; } .warn { color: #6b4700; }"
    ".time { color: #1f5f8b; font-weight: 600; } th { text-align: left; color: #566173; font-weight: 600; }";

constexpr std::string_view kCell = "<td style=\"border-bottom: 1px solid #dfe3e8\">";
constexpr double kOverTitle = 20;
constexpr double kOverGroup = 12;
constexpr int kPictureWidth = 160;
constexpr int kDrawnWidth = 260;
constexpr std::size_t kPointLength = 160;

/// The blocks of a PDF as they are written.
class Blocks {
public:
    explicit Blocks(PdfContent& content) : m_content(&content) { content.style = kStyle; }

    void heading(const std::string& html, double above = 0) {
        m_content->blocks.push_back({html, true, above});
    }
    void add(const std::string& html, double above = 0) { m_content->blocks.push_back({html, false, above}); }

private:
    PdfContent* m_content;
};

std::string soft(const std::string& html) {
    return "<span class=\"soft\">" + html + "</span>";
}

/// A table of one cell with a ground.
std::string box(const std::string& html, std::string_view ground, std::string_view border = {}) {
    return "<table width=\"100%\" cellpadding=\"7\" cellspacing=\"0\"><tr><td style=\"background-color: " +
           std::string(ground) + (border.empty() ? "" : "; border: 2px solid " + std::string(border)) +
           "\">" + html + "</td></tr></table>";
}
constexpr std::string_view kWarnGround = "#fdf1d8";
constexpr std::string_view kWarnInk = "#6b4700";
constexpr std::string_view kWell = "#f3f5f8";

std::string headOf(std::string_view eyebrow, const std::string& name, const std::string& lead,
                   const std::string& facts, std::string_view practice) {
    return "<p class=\"soft\">" + html(eyebrow) + "</p><h1>" + html(name) +
           "</h1><p class=\"soft\" style=\"font-size: 15px\">" + html(lead) + "</p><p>" + html(facts) +
           "</p>" +
           box("<span class=\"warn\"><b>" + html(kPracticeTitle) + "</b> " + html(practice) + "</span>",
               kWarnGround);
}

constexpr std::string_view kTable = "<table width=\"100%\" cellpadding=\"6\" cellspacing=\"0\" border=\"0\" "
                                    "style=\"border-collapse: collapse\">";

std::string row(const std::vector<std::pair<int, std::string>>& cells, std::string_view cell = kCell) {
    std::string out = std::string(kTable) + "<tr>";
    for (const auto& [percent, html] : cells) {
        std::string start(cell);
        start.insert(3, " width=\"" + std::to_string(percent) + "%\"");
        out += start + html + "</td>";
    }
    return out + "</tr></table>";
}

/// A level: its number, label and anchor.
std::string levelOf(const ReportContent& content, const catalog::CriterionId& criterion, int number) {
    const catalog::Level* level = content.level(criterion, number);
    return "<b>" + std::to_string(number) + (level != nullptr ? " " + html(level->label) : std::string()) +
           "</b>" +
           (level != nullptr && !level->anchor.empty() ? "<br>" + soft(html(level->anchor)) : std::string());
}

std::string momentsOf(const ReportContent& content, const catalog::Score& score) {
    std::string out;
    for (const catalog::Evidence& moment : content.moments(score))
        out += (out.empty() ? "" : ", ") + content.timeText(moment.recording, moment.at);
    return out.empty() ? "" : "<br>" + soft("Seen at ") + "<span class=\"time\">" + html(out) + "</span>";
}

std::string stateOf(const ReportContent& content, const catalog::ReviewId& review) {
    for (const ReportedReview& reported : content.reviews)
        if (reported.review.id == review && reported.review.state == catalog::ReviewState::Draft)
            return " " + soft("(draft)");
    return {};
}

std::string aboutQuestion(const ReportContent& content, const std::optional<catalog::QuestionId>& question) {
    return question ? "<br>" + soft(content.questionLabel(question)) : std::string();
}

/// Two cells of a criterion's table: who, and what they gave.
std::string scoreRow(const std::string& by, const std::string& level) {
    constexpr std::string_view kLine = "%\" style=\"border-bottom: 1px solid #dfe3e8\">";
    return "<td width=\"20" + std::string(kLine) + by + "</td><td width=\"52" + std::string(kLine) + level +
           "</td>";
}

void addScores(Blocks& blocks, const ReportContent& content) {
    blocks.heading("<h2>Scores</h2>", kOverTitle);
    if (content.scores.empty() && content.agreed.empty()) {
        blocks.add("<p class=\"soft\">Nobody has scored this session yet.</p>");
        return;
    }
    blocks.heading(
        row({{28, soft("<b>Criterion</b>")}, {20, soft("<b>By</b>")}, {52, soft("<b>Level</b>")}}));
    for (const catalog::Criterion& criterion : content.kit.rubric.criteria) {
        std::vector<std::string> rows;
        for (const catalog::AgreedScore& score : content.agreed)
            if (score.criterion == criterion.id)
                rows.push_back(
                    scoreRow("<b>Agreed</b>" + aboutQuestion(content, score.question),
                             levelOf(content, criterion.id, score.level) +
                                 (score.reason.empty() ? std::string() : "<br>" + html(score.reason))));
        for (const catalog::Score& score : content.scores)
            if (score.criterion == criterion.id)
                rows.push_back(scoreRow(
                    html(score.raterName) + (score.rater == content.session.mentee ? ", own view" : "") +
                        stateOf(content, score.review) +
                        (content.agreed.empty() ? "" : "<br>" + soft("first score")) +
                        aboutQuestion(content, score.question),
                    levelOf(content, criterion.id, score.level) + momentsOf(content, score)));
        if (rows.empty())
            rows.push_back(scoreRow(soft("not scored"), ""));
        std::string table(kTable);
        for (std::size_t index = 0; index < rows.size(); ++index)
            table += "<tr>" +
                     (index == 0 ? "<td width=\"28%\" rowspan=\"" + std::to_string(rows.size()) +
                                       "\" style=\"border-bottom: 1px solid #dfe3e8\"><b>" +
                                       html(criterion.name) + "</b></td>"
                                 : std::string()) +
                     rows[index] + "</tr>";
        blocks.add(table + "</table>");
    }
}

std::string repliesOf(const ReportContent& content, const catalog::Note& note) {
    std::string out;
    for (const catalog::Reply* reply : content.repliesTo(note.id))
        out += "<p style=\"margin-left: 14px\"><b>" + html(reply->authorName) + "</b> " +
               soft(html(dateText(reply->madeAt))) + "<br>" + htmlLines(reply->text) + "</p>";
    return out;
}

std::string noteOf(const ReportContent& content, const catalog::Note& note, NotePictures& pictures,
                   PdfContent& pdf) {
    const int width = note.drawing.empty() ? kPictureWidth : kDrawnWidth;
    std::string picture = soft("no picture");
    if (auto jpeg = pictures.jpeg(note)) {
        const std::string name = "note:" + note.id.toString();
        pdf.jpegs[name] = std::move(*jpeg);
        picture = "<img src=\"" + name + "\" width=\"" + std::to_string(width) + "\">";
    }
    std::string about = content.criterionName(note.criterion);
    for (const std::string& tag : note.tags)
        about += (about.empty() ? "#" : " #") + tag;
    return "<table width=\"100%\" cellpadding=\"5\" cellspacing=\"0\"><tr><td width=\"" +
           std::to_string(width + 12) + "\">" + picture + "</td><td><p><span class=\"time\">" +
           html(content.timeText(note)) + "</span> &nbsp;<b>" + html(note.authorName) + "</b>" +
           (about.empty() ? "" : " &nbsp;" + soft(html(about))) +
           (note.audience == catalog::NoteAudience::Private ? " &nbsp;<b class=\"warn\">private</b>" : "") +
           "</p>" + (note.text.empty() ? "" : "<p>" + htmlLines(note.text) + "</p>") +
           (note.understood ? "<p class=\"time\">Understood by " + html(content.session.menteeName) + "</p>"
                            : "") +
           repliesOf(content, note) + "</td></tr></table>";
}

void addNotes(Blocks& blocks, const ReportContent& content, NotePictures& pictures, PdfContent& pdf) {
    blocks.heading("<h2>Notes</h2>", kOverTitle);
    for (const NoteGroup& group : content.noteGroups()) {
        blocks.heading("<h3>" + html(ReportContent::title(group)) + "</h3>" +
                           (group.question != nullptr
                                ? "<p class=\"soft\">" + html(group.question->text) + "</p>"
                                : std::string()),
                       kOverGroup);
        for (const catalog::Note* note : group.notes)
            blocks.add(noteOf(content, *note, pictures, pdf));
    }
    if (content.notes.empty())
        blocks.add("<p class=\"soft\">There are no notes yet.</p>");
}

std::string pointsOf(const ReportContent& content, std::string_view tag, std::string_view title) {
    std::string out;
    const auto [notes, more] = pointsTagged(content, tag);
    for (const catalog::Note* note : notes)
        out += "<p><span class=\"time\">" + html(content.timeText(note->recording, note->at)) +
               "</span> &nbsp;" + html(beginning(note->text, kPointLength)) + "</p>";
    if (more > 0)
        out += "<p class=\"soft\">and " + std::to_string(more) + " more among the notes</p>";
    return out.empty() ? "" : "<h2>" + html(title) + "</h2>" + out;
}

void addReviews(Blocks& blocks, const ReportContent& content) {
    bool first = true;
    std::string along;
    for (const ReportedReview& reported : content.reviews) {
        if (!reported.review.summary.empty()) {
            if (first)
                blocks.heading("<h2>In short</h2>", kOverTitle);
            blocks.add(box("<p><b>" + html(raterText(content, reported.review)) + "</b>" +
                               stateOf(content, reported.review.id) + "</p><p>" +
                               htmlLines(reported.review.summary) + "</p>",
                           kWell),
                       first ? 0 : 8);
            first = false;
        }
        for (const catalog::Commitment& commitment : reported.commitments)
            along += "<li>" + html(commitment.text) + "</li>";
    }
    const std::string strengths = pointsOf(content, kStrengthTag, "What went well");
    const std::string growth = pointsOf(content, kGrowthTag, "What to work on");
    if (!strengths.empty() && !growth.empty())
        blocks.add(row({{50, strengths}, {50, growth}}, "<td>"), kOverTitle);
    else if (!strengths.empty() || !growth.empty())
        blocks.add(strengths + growth, kOverTitle);
    if (!along.empty())
        blocks.add("<h2>For the next attempt</h2><ol>" + along + "</ol>", kOverTitle);
}

std::string comparisonTable(const Comparison& comparison) {
    std::string out = "<table width=\"100%\" cellpadding=\"6\" cellspacing=\"0\" border=\"0\" "
                      "style=\"border-collapse: collapse\"><tr><th>Criterion</th>";
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
                    "<b>" + numberText(*cell.mean) + "</b>" + (cell.agreed ? " agreed" : "") +
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

Result<std::string> reportPdf(catalog::Catalog& catalog, catalog::SessionId session, ReportCopy copy) {
    const auto content = TRY(gatherReport(catalog, session, copy));
    NotePictures pictures(catalog, content);
    PdfContent pdf;
    pdf.title = reportTitle(content);
    pdf.footer = pdf.title + " \u00B7 " + std::string(kPracticeTitle);
    std::string facts;
    for (const auto& [name, value] : reportFacts(content))
        facts += (facts.empty() ? "" : " \u00B7 ") + name + ": " + value;
    Blocks blocks(pdf);
    blocks.add(headOf("Practice interview \u00B7 feedback", content.session.menteeName,
                      content.session.kitName + ", attempt " + std::to_string(content.session.attempt), facts,
                      kPracticeText));
    if (const std::string own = ownCopyText(content); !own.empty()) {
        pdf.footer = own + " " + pdf.footer;
        blocks.add(box("<span class=\"warn\"><b>" + html(own) + "</b></span>", kWarnGround, kWarnInk), 8);
    }
    if (const std::string more = incompleteText(content); !more.empty())
        blocks.add("<p class=\"soft\">" + html(more) + "</p>");
    addReviews(blocks, content);
    addScores(blocks, content);
    addNotes(blocks, content, pictures, pdf);
    return pdfOf(pdf);
}

Result<std::string> comparisonPdf(const Comparison& comparison, const PersonProgress& progress) {
    PdfContent pdf;
    pdf.title = comparison.mentee.name + ": " + comparison.kit.name;
    pdf.footer = pdf.title + " \u00B7 " + std::string(kPracticeTitle);
    Blocks blocks(pdf);
    blocks.add(headOf("Practice interviews \u00B7 comparison", comparison.mentee.name, comparison.kit.name,
                      std::to_string(comparison.attempts.size()) +
                          (comparison.attempts.size() == 1 ? " attempt" : " attempts"),
                      "This compares rehearsals, and it belongs to the mentee."));
    if (std::string plot = comparisonPlot(comparison, paperInk()); !plot.empty()) {
        pdf.svgs["plot:"] = std::move(plot);
        blocks.add("<h2>From attempt to attempt</h2><p><img src=\"plot:\" width=\"page\"></p>", kOverTitle);
    }
    blocks.heading("<h2>Levels</h2>", kOverTitle);
    blocks.add(comparisonTable(comparison));
    for (const SheetSection& section : progressSections(progress, comparison.kit.id))
        addSection(pdf, section);
    return pdfOf(pdf);
}

} // namespace mockingbird::review
