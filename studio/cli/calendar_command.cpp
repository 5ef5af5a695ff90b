// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/prep/own_calendar.h"

namespace mockingbird::studio {

namespace {

Result<Outcome> calendar(Invocation& invocation, const std::string& file) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto actor = TRY(invocation.actor());
    const OwnCalendar made = TRY(ownCalendar(catalog, actor.id, WallTime::now()));
    TRY(writeWholeFile(file, made.text));
    return Outcome{{{"file", absoluteName(file)}, {"entries", made.entries}},
                   std::to_string(made.entries) + " interviews are in " + file + " now.\n"};
}

} // namespace

void addCalendarCommand(CommandSet& commands) {
    const Command command =
        commands.add("calendar", "Writes one's interviews for a calendar program (iCalendar)");
    const auto file = std::make_shared<std::string>();
    command.output(*file, "The file, ending in .ics");
    command.runs([file](Invocation& invocation) { return calendar(invocation, *file); });
}

} // namespace mockingbird::studio
