// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "review/report/pdf/pdf_report.h"
#include "review/report/report_csv.h"
#include "review/report/report_html.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/report_format.h"

namespace mockingbird::studio {

namespace {

struct Wanted {
    std::string session;
    std::string file;
    bool own = false;
};

Result<std::string> written(catalog::Catalog& catalog, catalog::SessionId session, ReportFormat format,
                            review::ReportCopy copy) {
    switch (format) {
    case ReportFormat::Html:
        return review::reportHtml(catalog, session, copy);
    case ReportFormat::Pdf:
        return review::reportPdf(catalog, session, copy);
    case ReportFormat::Csv:
        break;
    }
    return review::reportCsv(catalog, session, copy);
}

Result<Outcome> report(Invocation& invocation, const Wanted& wanted) {
    const ReportFormat format = TRY(reportFormatOf(wanted.file));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto session = TRY(catalog.sessions().find(wanted.session));
    TRY(invocation.actIfKnown());
    const auto copy = wanted.own ? review::ReportCopy::Own : review::ReportCopy::Mentee;
    const std::string bytes = TRY(written(catalog, session.id, format, copy));
    TRY(writeWholeFile(wanted.file, bytes));
    Outcome outcome;
    outcome.document = {{"file", absoluteName(wanted.file)},
                        {"format", name(format)},
                        {"session", session.id.toString()},
                        {"bytes", bytes.size()}};
    outcome.text = "The report is in " + wanted.file + ".\n";
    return outcome;
}

} // namespace

void addReportCommand(CommandSet& commands) {
    const Command command =
        commands.add("report", "Writes what was said about a session, to hand on or to print");
    const auto wanted = std::make_shared<Wanted>();
    command.session(wanted->session);
    command.output(wanted->file, "The file to write, ending in .html, .pdf or .csv");
    command.flag("--own", wanted->own,
                 "Your own copy: all that you may read, with your private notes; not to be handed on");
    command.runs([wanted](Invocation& invocation) { return report(invocation, *wanted); });
}

} // namespace mockingbird::studio
