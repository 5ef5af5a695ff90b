// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "common/catalog/kit_json.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

Result<Outcome> list(Invocation& invocation) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"Id", "Name", "Version", "Questions", "Criteria", "Position"});
    for (const catalog::Kit& kit : TRY(catalog.kits().all())) {
        outcome.document.push_back(kitDocument(kit));
        table.add({shortId(kit.id.toString()), kit.name, std::to_string(kit.version),
                   std::to_string(kit.questions.size()), std::to_string(kit.rubric.criteria.size()),
                   kit.position});
    }
    outcome.text = table.toString();
    return outcome;
}

Result<Outcome> addKit(Invocation& invocation, const std::string& file) {
    const std::string text = TRY(readWholeFile(file));
    const auto document = nlohmann::json::parse(text, nullptr, false);
    if (document.is_discarded())
        return Error{ErrorCode::Corrupt, "\"" + file + "\" is not JSON", 0};
    const auto described = TRY(catalog::kitFromJson(document));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto kit = TRY(catalog.kits().publish(described));
    return Outcome{kitDocument(kit),
                   "\"" + kit.name + "\" is published as version " + std::to_string(kit.version) + ".\n"};
}

} // namespace

void addKitsCommand(CommandSet& commands) {
    const Command kits = commands.add("kits", "The kits that interviews are run from");
    kits.runs(list);

    const Command add =
        kits.add("add", "Publishes a kit, or the next version of the one whose id it carries");
    const auto file = std::make_shared<std::string>();
    add.text("FILE", *file, "", "The kit as JSON, such as kits --json prints", Command::Need::Required);
    add.runs([file](Invocation& invocation) { return addKit(invocation, *file); });
}

} // namespace mockingbird::studio
