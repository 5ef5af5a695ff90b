// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/pdf/sheet_pdf.h"

#include "review/report/cohort_csv.h"
#include "review/report/cohort_sheet.h"
#include "review/report/comparison_csv.h"
#include "review/report/comparison_html.h"
#include "review/report/html_text.h"
#include "review/report/pdf/pdf_document.h"
#include "review/report/pdf/pdf_report.h"
#include "review/report/quarter_csv.h"

namespace mockingbird::review {

namespace {

// QTextDocument knows a part of HTML 4 and of CSS 2.1.
constexpr std::string_view kSheetStyle =
    "h1 { font-size: 22px; margin: 0; } h2 { font-size: 14px; margin-top: 6px; margin-bottom: 2px; }"
    "p, li, td, th { font-size: 12px; } p { margin-top: 0; margin-bottom: 3px; }"
    "ol { margin-top: 0; margin-bottom: 0; } .soft { color: #566173; } .warn { color: #6b4700; }"
    "th { text-align: left; color: #566173; font-weight: 600; }";
constexpr double kOverSection = 6;
constexpr std::string_view kSheetFirst =
    "<td width=\"45%\" style=\"border-bottom: 1px solid #dfe3e8; font-weight: 600\">";
constexpr std::string_view kSheetName = "<td style=\"border-bottom: 1px solid #dfe3e8; font-weight: 600\">";
constexpr std::string_view kSheetCell = "<td style=\"border-bottom: 1px solid #dfe3e8\">";

std::string sheetTable(const SheetTable& table) {
    std::string out = "<table width=\"100%\" cellpadding=\"3\" cellspacing=\"0\" border=\"0\" "
                      "style=\"border-collapse: collapse\"><tr>";
    for (const std::string& heading : table.heading)
        out += "<th>" + html(heading) + "</th>";
    out += "</tr>";
    const bool wide = table.heading.size() < 4; // few columns: names in one line
    for (const auto& row : table.rows) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            out += i == 0 ? std::string(wide ? kSheetFirst : kSheetName) + htmlLines(row[i]) + "</td>"
                          : std::string(kSheetCell) + htmlLines(row[i]) + "</td>";
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

/// Its title and what is said in sentences.
std::string sectionHead(const SheetSection& section) {
    std::string out = "<h2>" + html(section.title) + "</h2>";
    for (const std::string& line : section.lines)
        out += "<p>" + htmlLines(line) + "</p>";
    if (!section.points.empty()) {
        out += "<ol>";
        for (const std::string& point : section.points)
            out += "<li>" + htmlLines(point) + "</li>";
        out += "</ol>";
    }
    return out;
}

/// Its bars, table and note.
std::string sectionRest(const SheetSection& section, PdfContent& pdf) {
    std::string out;
    if (std::string bars = shareBars(section.bars, paperInk()); !bars.empty()) {
        const std::string name = "bars:" + std::to_string(pdf.svgs.size());
        pdf.svgs[name] = std::move(bars);
        out += "<p><img src=\"" + name + "\" width=\"page\"></p>";
    }
    if (!section.table.rows.empty())
        out += sheetTable(section.table);
    if (!section.note.empty())
        out += "<p class=\"soft\">" + htmlLines(section.note) + "</p>";
    return out;
}

} // namespace

void addSection(PdfContent& pdf, const SheetSection& section) {
    const std::string rest = sectionRest(section, pdf);
    pdf.blocks.push_back({sectionHead(section), !rest.empty(), kOverSection});
    if (!rest.empty())
        pdf.blocks.push_back({rest, false, 0});
}

Result<std::string> sheetPdf(const ReportSheet& sheet) {
    PdfContent pdf;
    pdf.title = sheet.title + ": " + sheet.lead;
    pdf.style = kSheetStyle;
    pdf.footer = pdf.title;
    pdf.blocks.push_back({sheetHead(sheet), false, 0});
    for (std::size_t i = 0; i < sheet.sections.size(); ++i) {
        const SheetSection& section = sheet.sections[i];
        if (section.half && i + 1 < sheet.sections.size() && sheet.sections[i + 1].half) {
            const SheetSection& other = sheet.sections[++i];
            pdf.blocks.push_back({"<table width=\"100%\" cellpadding=\"0\" cellspacing=\"6\"><tr><td "
                                  "width=\"50%\">" +
                                      sectionHead(section) + sectionRest(section, pdf) +
                                      "</td><td width=\"50%\">" + sectionHead(other) +
                                      sectionRest(other, pdf) + "</td></tr></table>",
                                  false, kOverSection});
            continue;
        }
        addSection(pdf, section);
    }
    pdf.blocks.push_back({"<p class=\"soft\">" + html(sheet.footer) + "</p>", false, kOverSection});
    return pdfOf(pdf);
}

Result<std::string> comparisonReport(const Comparison& comparison, const PersonProgress& progress,
                                     ReportFormat format) {
    switch (format) {
    case ReportFormat::Html:
        return comparisonHtml(comparison, progress);
    case ReportFormat::Pdf:
        return comparisonPdf(comparison, progress);
    case ReportFormat::Csv:
        break;
    }
    return comparisonCsv(comparison, progress);
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
