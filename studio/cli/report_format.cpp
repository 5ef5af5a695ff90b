// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/report_format.h"

#include <filesystem>

namespace mockingbird::studio {

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

Result<ReportFormat> reportFormatOf(const std::string& file) {
    std::string ending = std::filesystem::path(file).extension().string();
    for (char& letter : ending)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    if (ending == ".html" || ending == ".htm")
        return ReportFormat::Html;
    if (ending == ".pdf")
        return ReportFormat::Pdf;
    if (ending == ".csv")
        return ReportFormat::Csv;
    return Error{ErrorCode::InvalidArgument, "\"" + file + "\" has to end in .html, .pdf or .csv", 0};
}

} // namespace mockingbird::studio
