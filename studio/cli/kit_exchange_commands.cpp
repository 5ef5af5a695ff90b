// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/kit_export.h"
#include "common/exchange/kit_import.h"
#include "studio/cli/command.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"

#include <memory>

namespace mockingbird::studio {

namespace {

struct WantedExport {
    std::string kit;
    std::string file;
    std::optional<int> version;
};

struct WantedImport {
    std::string file;
    std::string into;
    bool dryRun = false;
};

nlohmann::json remarksDocument(const std::vector<exchange::Remark>& remarks) {
    nlohmann::json documents = nlohmann::json::array();
    for (const exchange::Remark& remark : remarks)
        documents.push_back(
            {{"line", remark.line == 0 ? nlohmann::json(nullptr) : nlohmann::json(remark.line)},
             {"text", remark.text}});
    return documents;
}

std::string linesOf(const std::vector<exchange::Remark>& remarks) {
    std::string text;
    for (const exchange::Remark& remark : remarks)
        text += toString(remark) + "\n";
    return text;
}

std::string percent(double done) {
    return std::to_string(static_cast<int>(done * 100)) + " %";
}

Result<Outcome> exportKit(Invocation& invocation, const WantedExport& wanted) {
    const exchange::ExportForm form = TRY(exchange::exportFormOf(wanted.file));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const catalog::Kit newest = TRY(invocation.kit(wanted.kit));
    const catalog::Kit kit = TRY(catalog.kits().byId(newest.id, wanted.version));
    const auto remarks =
        TRY(exchange::exportKit(catalog, kit.id, kit.version, wanted.file, form, [&](double done) {
            invocation.progressInPlace("Writing: " + percent(done));
            return true;
        }));
    nlohmann::json document = {{"file", absoluteName(wanted.file)},
                               {"kit", reference(kit.id, kit.name)},
                               {"version", kit.version},
                               {"remarks", remarksDocument(remarks)}};
    return Outcome{std::move(document), "\"" + kit.name + "\", version " + std::to_string(kit.version) +
                                            ", is written to " + wanted.file + ".\n" + linesOf(remarks)};
}

nlohmann::json planDocument(const exchange::ImportFile& file, const exchange::ImportPlan& plan) {
    nlohmann::json steps = nlohmann::json::array();
    for (const exchange::ImportStep& step : plan.steps)
        steps.push_back({{"what", name(step.what)}, {"text", step.text}});
    return {{"file", absoluteName(file.path.string())},
            {"kind", name(file.kind)},
            {"steps", std::move(steps)},
            {"remarks", remarksDocument(plan.remarks)}};
}

template <class IdType>
nlohmann::json idsDocument(const std::vector<IdType>& ids) {
    nlohmann::json documents = nlohmann::json::array();
    for (const IdType& id : ids)
        documents.push_back(id.toString());
    return documents;
}

std::string textOf(const exchange::ImportPlan& plan) {
    std::string text;
    for (const exchange::ImportStep& step : plan.steps)
        text += step.text + "\n";
    return text + linesOf(plan.remarks);
}

Result<Outcome> importKit(Invocation& invocation, const WantedImport& wanted) {
    const auto progress = [&](std::int64_t done, std::int64_t of) {
        invocation.progressInPlace(
            "Reading: " + percent(of == 0 ? 1 : static_cast<double>(done) / static_cast<double>(of)));
        return true;
    };
    const exchange::ImportFile file = TRY(exchange::readImportFile(wanted.file, progress));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    exchange::ImportTarget target;
    if (!wanted.into.empty()) {
        if (file.kind == exchange::ImportKind::Kit)
            return Error{ErrorCode::InvalidArgument,
                         "--into is for rubrics and questions; a whole kit says itself which it is", 0};
        target.into = TRY(catalog.kits().find(wanted.into)).id;
    }
    if (wanted.dryRun) {
        const exchange::ImportPlan plan = TRY(planImport(catalog, file, target));
        nlohmann::json document = planDocument(file, plan);
        document["done"] = false;
        return Outcome{std::move(document), textOf(plan) + "Nothing was done: this was a dry run.\n"};
    }
    const exchange::ImportOutcome outcome = TRY(runImport(catalog, file, target, progress));
    nlohmann::json document = planDocument(file, outcome.plan);
    document["done"] = true;
    document["kits"] = idsDocument(outcome.kits);
    document["drafts"] = idsDocument(outcome.drafts);
    return Outcome{std::move(document), textOf(outcome.plan)};
}

} // namespace

void addKitExchangeCommands(const Command& kits) {
    const Command out = kits.add("export", "Writes a kit to a file, for another catalog or another program");
    const auto exported = std::make_shared<WantedExport>();
    out.text("KIT", exported->kit, "", "Its name or id", Command::Need::Required);
    out.output(exported->file,
               "FILE.mbkit (all of it), .json, .csv (its questions) or .canvas.csv (its rubric)");
    out.number("--version", exported->version, "An earlier version; the newest otherwise");
    out.runs([exported](Invocation& invocation) { return exportKit(invocation, *exported); });

    const Command in = kits.add("import", "Takes in a kit, rubrics from Canvas, or questions");
    const auto imported = std::make_shared<WantedImport>();
    in.text("FILE", imported->file, "",
            "FILE.mbkit, .json, .csv (rubrics or questions) or .txt (a question a line)",
            Command::Need::Required);
    in.text("--into", imported->into, "K", "The kit whose next draft gets them; new drafts otherwise");
    in.flag("--dry-run", imported->dryRun, "Only says what would happen");
    in.runs([imported](Invocation& invocation) { return importKit(invocation, *imported); });
}

} // namespace mockingbird::studio
