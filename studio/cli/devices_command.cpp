// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

Result<Outcome> devices(Invocation&) {
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"Source", "Kind", "Name"});
    for (const recorder::Device& device : recorder::listDevices()) {
        outcome.document.push_back(deviceDocument(device));
        table.add({device.source.toString(), device.video ? "picture" : "sound",
                   device.name + (device.isDefault ? " (the usual one)" : "")});
    }
    outcome.text =
        table.empty() ? "No screen, camera or microphone is to be seen from here.\n" : table.toString();
    outcome.text +=
        "\nWhat stands under Source is what record takes as --video or --audio. Both take file:PATH and "
        "test as well.\n";
    return outcome;
}

} // namespace

void addDevicesCommand(CommandSet& commands) {
    commands.add("devices", "The sources that record takes").runs(devices);
}

} // namespace mockingbird::studio
