// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/pdf/report_file.h"

#include "common/base/whole_file.h"
#include "review/report/pdf/pdf_report.h"
#include "review/report/report_csv.h"
#include "review/report/report_html.h"

#include <string>

namespace mockingbird::review {

namespace {

Result<std::string> contentOf(catalog::Catalog& catalog, catalog::SessionId session, ReportCopy copy,
                              ReportFormat format) {
    switch (format) {
    case ReportFormat::Html:
        return reportHtml(catalog, session, copy);
    case ReportFormat::Pdf:
        return reportPdf(catalog, session, copy);
    case ReportFormat::Csv:
        break;
    }
    return reportCsv(catalog, session, copy);
}

} // namespace

std::string_view name(ReportFormat format) {
    switch (format) {
    case ReportFormat::Html:
        return "html";
    case ReportFormat::Pdf:
        return "pdf";
    case ReportFormat::Csv:
        break;
    }
    return "csv";
}

Result<ReportFormat> reportFormatOf(const std::filesystem::path& file) {
    std::string ending = file.extension().string();
    for (char& letter : ending)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    if (ending == ".html" || ending == ".htm")
        return ReportFormat::Html;
    if (ending == ".pdf")
        return ReportFormat::Pdf;
    if (ending == ".csv")
        return ReportFormat::Csv;
    return Error{ErrorCode::InvalidArgument, "\"" + file.string() + "\" has to end in .html, .pdf or .csv",
                 0};
}

Result<std::size_t> writeReport(catalog::Catalog& catalog, catalog::SessionId session, ReportCopy copy,
                                const std::filesystem::path& file) {
    const ReportFormat format = TRY(reportFormatOf(file));
    const std::string bytes = TRY(contentOf(catalog, session, copy, format));
    TRY(writeWholeFile(file, bytes));
    return bytes.size();
}

} // namespace mockingbird::review
