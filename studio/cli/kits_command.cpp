// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "common/catalog/kit_difference.h"
#include "common/catalog/kit_draft_store.h"
#include "common/catalog/kit_json.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using catalog::Kit;
using catalog::KitChange;
using nlohmann::json;

struct Wanted {
    std::string kit; ///< or a draft
    std::string file;
    std::string name;
    bool retired = false;
    bool undo = false;
    std::optional<int> from;
    std::optional<int> to;
};

Result<Outcome> list(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    Outcome outcome{json::array(), {}};
    TextTable table({"Id", "Name", "Version", "Questions", "Criteria", "Position"});
    using Listed = catalog::KitStore::Listed;
    for (const catalog::KitHead& head :
         TRY(catalog.kits().heads(wanted.retired ? Listed::AlsoRetired : Listed::Current))) {
        json document = kitDocument(TRY(catalog.kits().byId(head.id)));
        document["retired"] = head.retired;
        outcome.document.push_back(std::move(document));
        table.add({shortId(head.id.toString()), head.name + (head.retired ? " (retired)" : ""),
                   std::to_string(head.version), std::to_string(head.questions),
                   std::to_string(head.criteria), head.position});
    }
    outcome.text = table.toString();
    return outcome;
}

Outcome published(const Kit& kit) {
    return {kitDocument(kit),
            "\"" + kit.name + "\" is published as version " + std::to_string(kit.version) + ".\n"};
}

Result<Kit> kitFromFile(const std::string& file) {
    const auto document = json::parse(TRY(readWholeFile(file)), nullptr, false);
    if (document.is_discarded())
        return Error{ErrorCode::Corrupt, "\"" + file + "\" is not JSON", 0};
    return catalog::kitFromJson(document);
}

Result<Outcome> addKit(Invocation& invocation, const Wanted& wanted) {
    const Kit described = TRY(kitFromFile(wanted.file));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    return published(TRY(catalog.kits().publish(described)));
}

json draftDocument(const catalog::KitDraft& draft) {
    return {{"id", draft.id.toString()},
            {"next_version_of", draft.kit.isNull() ? json(nullptr) : json(draft.kit.toString())},
            {"based_on", draft.basedOn ? json(*draft.basedOn) : json(nullptr)},
            {"changed_at", draft.changedAt.toIso()},
            {"content", catalog::toJson(draft.content)}};
}

std::string nameOf(const catalog::KitDraft& draft) {
    return draft.content.name.empty() ? "(no name yet)" : draft.content.name;
}

Outcome drafted(const catalog::KitDraft& draft) {
    return {draftDocument(draft),
            "\"" + nameOf(draft) + "\" is a draft, " + shortId(draft.id.toString()) + ".\n"};
}

Result<Outcome> listDrafts(Invocation& invocation) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    Outcome outcome{json::array(), {}};
    TextTable table({"Id", "Name", "Next version of", "Changed"});
    for (const catalog::KitDraftHead& head : TRY(catalog.kitDrafts().open())) {
        const auto draft = TRY(catalog.kitDrafts().byId(head.id));
        outcome.document.push_back(draftDocument(draft));
        table.add({shortId(head.id.toString()), nameOf(draft),
                   head.kit.isNull() ? "-" : shortId(head.kit.toString()), head.changedAt.toIso()});
    }
    outcome.text = table.toString();
    return outcome;
}

/// A draft of what the file holds: of the next version of the kit whose id it carries, or of a new one.
Result<Outcome> draft(Invocation& invocation, const Wanted& wanted) {
    const Kit described = TRY(kitFromFile(wanted.file));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    catalog::KitDraft made;
    TRY(catalog.atomically([&]() -> Result<void> {
        if (described.id.isNull()) {
            made = TRY(catalog.kitDrafts().begin(described));
            return {};
        }
        made = TRY(catalog.kitDrafts().beginNext(described.id));
        TRY(catalog.kitDrafts().change(made.id, described));
        made = TRY(catalog.kitDrafts().byId(made.id));
        return {};
    }));
    return drafted(made);
}

Result<Outcome> publishDraft(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto found = TRY(catalog.kitDrafts().find(wanted.kit));
    return published(TRY(catalog.kitDrafts().publish(found.id)));
}

Result<Outcome> discardDraft(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto found = TRY(catalog.kitDrafts().find(wanted.kit));
    if (wanted.undo)
        TRY(catalog.kitDrafts().restore(found.id));
    else
        TRY(catalog.kitDrafts().discard(found.id));
    return Outcome{draftDocument(found),
                   "\"" + nameOf(found) + "\" is " + (wanted.undo ? "a draft again" : "discarded") + ".\n"};
}

Result<Outcome> duplicate(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const Kit kit = TRY(catalog.kits().find(wanted.kit));
    return drafted(TRY(
        catalog.kitDrafts().duplicate(kit.id, wanted.name.empty() ? kit.name + ", adapted" : wanted.name)));
}

Result<Outcome> retire(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const Kit kit = TRY(catalog.kits().find(wanted.kit));
    if (wanted.undo)
        TRY(catalog.kits().bringBack(kit.id));
    else
        TRY(catalog.kits().retire(kit.id));
    json document = kitDocument(kit);
    document["retired"] = !wanted.undo;
    return Outcome{std::move(document),
                   "\"" + kit.name + "\" is " + (wanted.undo ? "offered again" : "retired") + ".\n"};
}

Result<Outcome> versions(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const Kit kit = TRY(catalog.kits().find(wanted.kit));
    Outcome outcome{json::array(), {}};
    TextTable table({"Version", "Published", "By"});
    for (const catalog::KitVersion& version : TRY(catalog.kits().versions(kit.id))) {
        outcome.document.push_back(
            {{"id", kit.id.toString()},
             {"version", version.version},
             {"published_at", version.publishedAt.toIso()},
             {"author", version.author.isNull() ? json(nullptr)
                                                : json(reference(version.author, version.authorName))}});
        table.add({std::to_string(version.version), version.publishedAt.toIso(),
                   version.authorName.empty() ? "-" : version.authorName});
    }
    outcome.text = table.toString();
    return outcome;
}

json changeDocument(const KitChange& change) {
    json words = json::array();
    for (const catalog::WordRun& run : change.words)
        words.push_back({{"kind", run.kind == catalog::WordRun::Kind::Same    ? "same"
                                  : run.kind == catalog::WordRun::Kind::Added ? "added"
                                                                              : "removed"},
                         {"text", run.text}});
    return {{"what", name(change.what)},
            {"part", name(change.part)},
            {"field", name(change.field)},
            {"subject", change.subject},
            {"number", change.number ? json(*change.number) : json(nullptr)},
            {"before", change.before},
            {"after", change.after},
            {"words", std::move(words)}};
}

std::string changeText(const KitChange& change) {
    std::string line = std::string(name(change.what)) + " " + std::string(name(change.part));
    if (change.number)
        line += " " + std::to_string(*change.number);
    if (!change.subject.empty())
        line += " \"" + change.subject + "\"";
    if (change.what == KitChange::What::Moved)
        return line + ": from place " + change.before + " to " + change.after + "\n";
    if (change.what != KitChange::What::Changed)
        return line + "\n";
    line += ", " + std::string(name(change.field)) + ": ";
    if (change.words.empty())
        return line + "\"" + change.before + "\", now \"" + change.after + "\"\n";
    std::string words;
    for (const catalog::WordRun& run : change.words) {
        const std::string text = run.text.substr(0, run.text.find_last_not_of(" \n") + 1);
        if (!words.empty())
            words += ' ';
        words += run.kind == catalog::WordRun::Kind::Same    ? text
                 : run.kind == catalog::WordRun::Kind::Added ? "[+" + text + "]"
                                                             : "[-" + text + "]";
    }
    return line + words + "\n";
}

Result<Outcome> difference(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const Kit newest = TRY(catalog.kits().find(wanted.kit));
    const Kit after = wanted.to ? TRY(catalog.kits().byId(newest.id, *wanted.to)) : newest;
    const Kit before = TRY(catalog.kits().byId(newest.id, wanted.from.value_or(after.version - 1)));
    Outcome outcome{{{"id", newest.id.toString()},
                     {"from", before.version},
                     {"to", after.version},
                     {"changes", json::array()}},
                    newest.name + ", version " + std::to_string(before.version) + " and " +
                        std::to_string(after.version) + ":\n"};
    const auto changes = catalog::changesBetween(before, after);
    for (const KitChange& change : changes) {
        outcome.document["changes"].push_back(changeDocument(change));
        outcome.text += changeText(change);
    }
    if (changes.empty())
        outcome.text += "Nothing differs.\n";
    return outcome;
}

} // namespace

void addKitsCommand(CommandSet& commands) {
    using Need = Command::Need;
    const auto wanted = std::make_shared<Wanted>();
    const auto runs = [wanted](const Command& command,
                               Result<Outcome> (*action)(Invocation&, const Wanted&)) {
        command.runs([wanted, action](Invocation& invocation) { return action(invocation, *wanted); });
    };
    const Command kits = commands.add("kits", "The kits that interviews are run from");
    kits.flag("--retired", wanted->retired, "Also those that are retired");
    runs(kits, list);

    const Command add =
        kits.add("add", "Publishes a kit, or the next version of the one whose id it carries");
    add.text("FILE", wanted->file, "", "The kit as JSON, such as kits --json prints", Need::Required);
    runs(add, addKit);

    const Command drafts = kits.add("drafts", "One's kits that are being written");
    drafts.runs(listDrafts);

    const Command make = kits.add("draft", "Begins a draft with what a file holds");
    make.text("FILE", wanted->file, "", "The kit as JSON; with an id its next version", Need::Required);
    runs(make, draft);

    const Command publish = kits.add("publish", "Makes a published version of a draft");
    publish.text("DRAFT", wanted->kit, "", "Its name or id", Need::Required);
    runs(publish, publishDraft);

    const Command discard = kits.add("discard", "Puts a draft away");
    discard.text("DRAFT", wanted->kit, "", "Its name or id", Need::Required);
    discard.flag("--undo", wanted->undo, "Brings it back, by its id");
    runs(discard, discardDraft);

    const Command copy = kits.add("duplicate", "Begins a draft of a new kit with what another holds");
    copy.text("KIT", wanted->kit, "", "A name or an id", Need::Required);
    copy.text("--name", wanted->name, "NAME", "What the new one is called");
    runs(copy, duplicate);

    const Command away = kits.add("retire", "Offers a kit to nobody any more; sessions keep it");
    away.text("KIT", wanted->kit, "", "A name or an id", Need::Required);
    away.flag("--undo", wanted->undo, "Offers it again");
    runs(away, retire);

    const Command published = kits.add("versions", "When the versions of a kit were published, and by whom");
    published.text("KIT", wanted->kit, "", "A name or an id", Need::Required);
    runs(published, versions);

    const Command diff = kits.add("diff", "What two versions of a kit differ in");
    diff.text("KIT", wanted->kit, "", "A name or an id", Need::Required);
    diff.number("--from", wanted->from, "The earlier version; the one before the later");
    diff.number("--to", wanted->to, "The later version; the newest");
    runs(diff, difference);

    addKitExchangeCommands(kits);
}

} // namespace mockingbird::studio
