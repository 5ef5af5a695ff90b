// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/pdf/report_file.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"

namespace mockingbird::studio {

namespace {

struct Wanted {
    std::string session;
    std::string file;
    bool own = false;
};

Result<Outcome> report(Invocation& invocation, const Wanted& wanted) {
    const auto format = TRY(review::reportFormatOf(wanted.file));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto session = TRY(catalog.sessions().find(wanted.session));
    TRY(invocation.actIfKnown());
    const auto copy = wanted.own ? review::ReportCopy::Own : review::ReportCopy::Mentee;
    const std::size_t bytes = TRY(review::writeReport(catalog, session.id, copy, wanted.file));
    Outcome outcome;
    outcome.document = {{"file", absoluteName(wanted.file)},
                        {"format", name(format)},
                        {"session", session.id.toString()},
                        {"bytes", bytes}};
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
