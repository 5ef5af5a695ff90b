// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/pdf/sheet_pdf.h"

#include "review/report/cohort_csv.h"
#include "review/report/cohort_sheet.h"
#include "review/report/html_text.h"
#include "review/report/pdf/pdf_document.h"
#include "review/report/quarter_csv.h"

namespace mockingbird::review {

namespace {

// QTextDocument knows a part of HTML 4 and of CSS 2.1.
constexpr std::string_view kSheetStyle =
    "h1 { font-size: 24px; margin: 0; } h2 { font-size: 16px; margin-top: 12px; margin-bottom: 4px; }"
    "p { margin-top: 0; margin-bottom: 4px; } ol { margin-top: 0; margin-bottom: 0; }"
    ".soft { color: #566173; } .warn { color: #6b4700; }"
    "th { text-align: left; color: #566173; font-weight: 600; }";
constexpr double kOverSection = 10;
constexpr std::string_view kSheetCell = "<td style=\"border-bottom: 1px solid #dfe3e8\">";

std::string sheetTable(const SheetTable& table) {
    std::string out = "<table width=\"100%\" cellpadding=\"4\" cellspacing=\"0\" border=\"0\" "
                      "style=\"border-collapse: collapse\"><tr>";
    for (const std::string& heading : table.heading)
        out += "<th>" + html(heading) + "</th>";
    out += "</tr>";
    for (const auto& row : table.rows) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            out += std::string(kSheetCell) + (i == 0 ? "<b>" : "") + htmlLines(row[i]) +
                   (i == 0 ? "</b>" : "") + "</td>";
        out += "</tr>";
    }
    return out + "</table>";
}

std::string sheetHead(const ReportSheet& sheet) {
    std::string facts;
    for (const auto& [name, value] : sheet.facts)
        facts += (facts.empty() ? "" : " \u00B7 ") + name + ": " + value;
    return "<p class=\"soft\">" + html(sheet.eyebrow) + "</p><h1>" + html(sheet.title) +
           "</h1><p class=\"soft\" style=\"font-size: 15px\">" + html(sheet.lead) + "</p><p>" + html(facts) +
           "</p><table width=\"100%\" cellpadding=\"7\" cellspacing=\"0\"><tr><td "
           "style=\"background-color: #fdf1d8\"><span class=\"warn\">" +
           html(sheet.notice) + "</span></td></tr></table>";
}

} // namespace

Result<std::string> sheetPdf(const ReportSheet& sheet) {
    PdfContent pdf;
    pdf.title = sheet.title + ": " + sheet.lead;
    pdf.style = kSheetStyle;
    pdf.footer = sheet.footer;
    pdf.blocks.push_back({sheetHead(sheet), false, 0});
    for (const SheetSection& section : sheet.sections) {
        const std::string heading = "<h2>" + html(section.title) + "</h2>";
        std::string first = heading;
        for (const std::string& line : section.lines)
            first += "<p>" + htmlLines(line) + "</p>";
        if (!section.points.empty()) {
            first += "<ol>";
            for (const std::string& point : section.points)
                first += "<li>" + htmlLines(point) + "</li>";
            first += "</ol>";
        }
        std::string rest;
        if (std::string bars = shareBars(section.bars, paperInk()); !bars.empty()) {
            const std::string name = "bars:" + std::to_string(pdf.svgs.size());
            pdf.svgs[name] = std::move(bars);
            rest += "<p><img src=\"" + name + "\" width=\"page\"></p>";
        }
        if (!section.table.rows.empty())
            rest += sheetTable(section.table);
        if (!section.note.empty())
            rest += "<p class=\"soft\">" + htmlLines(section.note) + "</p>";
        pdf.blocks.push_back({first, !rest.empty(), kOverSection});
        if (!rest.empty())
            pdf.blocks.push_back({rest, false, 0});
    }
    return pdfOf(pdf);
}

Result<std::string> quarterReport(const PairQuarter& quarter, Naming naming, ReportFormat format) {
    switch (format) {
    case ReportFormat::Html:
        return sheetHtml(quarterSheet(quarter, naming));
    case ReportFormat::Pdf:
        return sheetPdf(quarterSheet(quarter, naming));
    case ReportFormat::Csv:
        break;
    }
    return quarterCsv(quarter, naming);
}

Result<std::string> cohortReport(const CohortYear& year, ReportFormat format) {
    switch (format) {
    case ReportFormat::Html:
        return sheetHtml(cohortSheet(year));
    case ReportFormat::Pdf:
        return sheetPdf(cohortSheet(year));
    case ReportFormat::Csv:
        break;
    }
    return cohortCsv(year);
}

} // namespace mockingbird::review
