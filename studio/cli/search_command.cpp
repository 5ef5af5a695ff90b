// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

Result<Outcome> search(Invocation& invocation, const std::vector<std::string>& words) {
    const std::string query = joined(words);
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    Outcome outcome{nlohmann::json::array(), {}};
    for (const catalog::SearchHit& hit : TRY(catalog.search().find(query))) {
        auto document = hitDocument(hit);
        std::string at = hit.recording.isNull() ? "" : " at " + hit.at.toShortString();
        if (hit.page > 1)
            at = ", page " + std::to_string(hit.page);
        outcome.text.append(name(hit.kind)).append("  ").append(hit.title).append(at);
        outcome.text += "  [" + shortId(document.at("id")) + "]\n    ";
        outcome.text += document.at("snippet").get<std::string>() + "\n";
        outcome.document.push_back(std::move(document));
    }
    if (outcome.text.empty())
        outcome.text = "Nothing was found.\n";
    return outcome;
}

} // namespace

void addSearchCommand(CommandSet& commands) {
    const Command command =
        commands.add("search", "Finds words in sessions, notes, replies, captions and materials");
    const auto words = std::make_shared<std::vector<std::string>>();
    command.words("TEXT", *words, "Words, or their beginnings; all of them have to be there");
    command.runs([words](Invocation& invocation) { return search(invocation, *words); });
}

} // namespace mockingbird::studio
