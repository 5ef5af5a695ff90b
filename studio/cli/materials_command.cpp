// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/material_intake.h"
#include "common/catalog/material_store.h"
#include "common/catalog/reading_store.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"
#include "studio/materials/material_taking.h"

#include <algorithm>
#include <memory>

namespace mockingbird::studio {

namespace {

using catalog::Attachment;
using nlohmann::json;

/// What a material is to be attached to, or taken off; as it was typed.
struct Targets {
    std::string kit;
    std::string question;
    std::string cohort;
    std::string person;
    bool everyone = false;
};

struct Wanted {
    std::string material;
    std::string source;
    std::string title;
    Targets targets;
    bool unread = false;
};

json fileDocument(const catalog::Catalog& catalog, const catalog::MaterialFile& file) {
    const catalog::MaterialFolder folder(catalog.folder());
    const auto state = folder.check(file);
    return {{"name", file.name},
            {"bytes", file.bytes},
            {"hash", file.hash},
            {"path", absoluteName(folder.path(file.hash).string())},
            {"state", state == catalog::MaterialFolder::State::Whole     ? "whole"
                      : state == catalog::MaterialFolder::State::Missing ? "missing"
                                                                         : "changed"}};
}

json readingDocument(const std::optional<catalog::Reading>& reading) {
    if (!reading)
        return nullptr;
    return {{"version", reading->version},
            {"page", reading->place.page},
            {"offset", reading->place.offset},
            {"percent", reading->percent},
            {"at", reading->at.toIso()},
            {"read_at", reading->readAt ? json(reading->readAt->toIso()) : json(nullptr)}};
}

Result<json> materialDocument(catalog::Catalog& catalog, const catalog::Material& material) {
    json attached = json::array();
    for (const catalog::NamedAttachment& each : TRY(catalog.materials().attachments(material.id))) {
        const bool everyone = each.attachment.to == Attachment::To::Everyone;
        attached.push_back({{"to", name(each.attachment.to)},
                            {"id", everyone ? json(nullptr) : json(each.attachment.target.toString())},
                            {"name", each.name}});
    }
    std::optional<catalog::Reading> reading;
    if (!catalog.actor().isNull())
        reading = TRY(catalog.materials().readings().of(catalog.actor(), material.id));
    return json{{"id", material.id.toString()},
                {"title", material.title},
                {"kind", name(material.kind)},
                {"version", material.version},
                {"url", material.url.empty() ? json(nullptr) : json(material.url)},
                {"file", material.file ? fileDocument(catalog, *material.file) : json(nullptr)},
                {"added_at", material.addedAt.toIso()},
                {"attached", std::move(attached)},
                {"reading", readingDocument(reading)}};
}

std::string attachedText(const json& document) {
    std::string text;
    for (const json& each : document.at("attached")) {
        const std::string to = each.at("to");
        const std::string called = each.at("name");
        text += (text.empty() ? "" : ", ") + (to == "everyone" ? to : to + " " + called.substr(0, 40));
    }
    return text.empty() ? "nobody yet" : text;
}

std::string readingText(const json& reading) {
    if (reading.is_null())
        return "";
    return reading.at("read_at").is_null() ? std::to_string(reading.at("percent").get<int>()) + " %" : "read";
}

Result<Outcome> list(Invocation& invocation) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    Outcome outcome{json::array(), {}};
    TextTable table({"Id", "Title", "Kind", "For", "Read"});
    for (const catalog::Material& material : TRY(catalog.materials().readable())) {
        json document = TRY(materialDocument(catalog, material));
        table.add({shortId(material.id.toString()), material.title, std::string(name(material.kind)),
                   attachedText(document), readingText(document.at("reading"))});
        outcome.document.push_back(std::move(document));
    }
    outcome.text = table.empty() ? "There are no materials.\n" : table.toString();
    return outcome;
}

Result<std::vector<Attachment>> attachmentsOf(catalog::Catalog& catalog, const Targets& targets) {
    std::vector<Attachment> attachments;
    if (!targets.question.empty() && targets.kit.empty() &&
        !catalog::QuestionId::parse(targets.question).ok())
        return Error{ErrorCode::InvalidArgument,
                     "a question goes by its number in a kit: name that with --kit", 0};
    if (!targets.kit.empty()) {
        const auto kit = TRY(catalog.kits().find(targets.kit));
        const auto question = TRY(questionOf(kit, targets.question));
        attachments.push_back(question ? Attachment::question(*question) : Attachment::kit(kit.id));
    } else if (!targets.question.empty()) {
        attachments.push_back(Attachment::question(TRY(catalog::QuestionId::parse(targets.question))));
    }
    if (!targets.cohort.empty())
        attachments.push_back(Attachment::cohort(TRY(findCohort(catalog, targets.cohort)).id));
    if (!targets.person.empty())
        attachments.push_back(Attachment::person(TRY(catalog.people().find(targets.person)).id));
    if (targets.everyone)
        attachments.push_back(Attachment::everyone());
    return attachments;
}

Result<Outcome> add(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    catalog::MaterialDraft draft;
    draft.title = wanted.title;
    draft.attached = TRY(attachmentsOf(catalog, wanted.targets));
    if (wanted.source.starts_with("http://") || wanted.source.starts_with("https://")) {
        catalog::MaterialIntake intake(catalog.materials(), catalog.folder());
        const auto link = TRY(intake.addLink(wanted.source, std::move(draft)));
        return Outcome{TRY(materialDocument(catalog, link)), "\"" + link.title + "\" is added.\n"};
    }
    const auto taken = TRY(
        takeMaterial(catalog, wanted.source, std::move(draft), {}, [&](std::int64_t done, std::int64_t of) {
            if (of > 0)
                invocation.progressInPlace(std::to_string(100 * done / of) + " %");
            return true;
        }));
    Outcome outcome{TRY(materialDocument(catalog, taken.material)),
                    "\"" + taken.material.title +
                        (taken.known ? "\" was there already.\n" : "\" is added.\n")};
    outcome.document["known"] = taken.known;
    outcome.document["words_failed"] = taken.wordsFailed ? json(taken.wordsFailed->detail) : json(nullptr);
    if (taken.wordsFailed)
        outcome.text += "Nothing in it can be searched: " + taken.wordsFailed->detail + ".\n";
    return outcome;
}

Result<Outcome> replace(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto material = TRY(catalog.materials().find(wanted.material));
    const auto taken = TRY(takeMaterial(catalog, wanted.source, {}, material.id, {}));
    return Outcome{TRY(materialDocument(catalog, taken.material)),
                   "\"" + material.title + "\" is of version " + std::to_string(taken.material.version) +
                       " now.\n"};
}

enum class Change { Attach, Detach };

Result<Outcome> change(Invocation& invocation, const Wanted& wanted, Change what) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto material = TRY(catalog.materials().find(wanted.material));
    const auto attachments = TRY(attachmentsOf(catalog, wanted.targets));
    if (attachments.empty())
        return Error{ErrorCode::InvalidArgument,
                     "say to what: --kit, --question, --cohort, --person or --everyone", 0};
    TRY(catalog.atomically([&]() -> Result<void> {
        for (const Attachment& attachment : attachments)
            TRY(what == Change::Attach ? catalog.materials().attach(material.id, attachment)
                                       : catalog.materials().detach(material.id, attachment));
        return {};
    }));
    json document = TRY(materialDocument(catalog, material));
    const std::string text = "\"" + material.title + "\" is for: " + attachedText(document) + ".\n";
    return Outcome{std::move(document), text};
}

Result<Outcome> rename(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto material = TRY(catalog.materials().find(wanted.material));
    TRY(catalog.materials().rename(material.id, wanted.title));
    return Outcome{TRY(materialDocument(catalog, TRY(catalog.materials().byId(material.id)))),
                   "It is called \"" + wanted.title + "\" now.\n"};
}

Result<Outcome> remove(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto material = TRY(catalog.materials().find(wanted.material));
    TRY(catalog.materials().remove(material.id));
    return Outcome{TRY(materialDocument(catalog, material)),
                   "\"" + material.title + "\" is removed; materials restore " +
                       shortId(material.id.toString()) + " brings it back.\n"};
}

/// By its whole id or the end of it: what was removed has no title to be found by.
Result<Outcome> restore(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto id = TRY(catalog.materials().removedWithId(wanted.material));
    TRY(catalog.materials().restore(id));
    const auto material = TRY(catalog.materials().byId(id));
    return Outcome{TRY(materialDocument(catalog, material)), "\"" + material.title + "\" is back.\n"};
}

Result<Outcome> show(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto material = TRY(catalog.materials().find(wanted.material));
    json document = TRY(materialDocument(catalog, material));
    json versions = json::array();
    for (const catalog::MaterialVersion& version : TRY(catalog.materials().versions(material.id)))
        versions.push_back({{"version", version.version},
                            {"name", version.file.name},
                            {"hash", version.file.hash},
                            {"bytes", version.file.bytes},
                            {"added_at", version.addedAt.toIso()}});
    document["versions"] = std::move(versions);
    json bookmarks = json::array();
    if (!catalog.actor().isNull())
        for (const auto& mark : TRY(catalog.materials().readings().bookmarks(catalog.actor(), material.id)))
            bookmarks.push_back({{"id", mark.id.toString()},
                                 {"page", mark.place.page},
                                 {"offset", mark.place.offset},
                                 {"label", mark.label}});
    document["bookmarks"] = std::move(bookmarks);
    const auto pages = TRY(catalog.materials().pages(material.id));
    document["pages"] = pages;
    std::string text =
        material.title + "\n" + std::string(name(material.kind)) + ", for " + attachedText(document) + "\n";
    if (!material.url.empty())
        text += material.url + "\n";
    const catalog::MaterialIntake intake(catalog.materials(), catalog.folder());
    const bool words = material.kind == catalog::MaterialKind::Markdown && !material.removed;
    if (words) {
        const auto read = intake.textOf(material);
        if (read)
            document["text"] = *read;
        text += "\n" + (read ? *read : read.error().detail + "\n");
    } else {
        for (const std::string& page : pages)
            text += "\n" + page + "\n";
    }
    if (material.file && document.at("file").at("state") != "whole")
        text += "\nThe catalog's copy is " + document.at("file").at("state").get<std::string>() + ".\n";
    return Outcome{std::move(document), std::move(text)};
}

Result<Outcome> read(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto person = TRY(invocation.actor());
    const auto material = TRY(catalog.materials().find(wanted.material));
    TRY(catalog.materials().readings().setRead(person.id, material.id, !wanted.unread));
    return Outcome{TRY(materialDocument(catalog, material)),
                   "\"" + material.title + (wanted.unread ? "\" counts as not read.\n" : "\" is read.\n")};
}

void addTargets(const Command& command, Targets& targets) {
    command.text("--kit", targets.kit, "K", "A kit");
    command.text("--question", targets.question, "N", "A question of that kit, by its number or id");
    command.text("--cohort", targets.cohort, "C", "A cohort");
    command.text("--person", targets.person, "P", "A person");
    command.flag("--everyone", targets.everyone, "Everyone");
}

} // namespace

void addMaterialsCommand(CommandSet& commands) {
    const Command materials = commands.add("materials", "What is read beforehand");
    materials.runs(list);
    // One set of variables does for all: one command runs.
    const auto wanted = std::make_shared<Wanted>();
    const auto on = [&](const char* name, const char* description) {
        const Command command = materials.add(name, description);
        command.text("MATERIAL", wanted->material, "", "Its title, a beginning of it, or its id",
                     Command::Need::Required);
        return command;
    };

    const Command adding = materials.add("add", "Copies a file into the catalog, or adds a link");
    adding.text("SOURCE", wanted->source, "", "A file, or an address beginning with https://",
                Command::Need::Required);
    adding.text("--title", wanted->title, "TITLE", "What it is called; otherwise as the file");
    addTargets(adding, wanted->targets);
    adding.runs([wanted](Invocation& invocation) { return add(invocation, *wanted); });

    const Command attaching = on("attach", "Says whom it is for");
    addTargets(attaching, wanted->targets);
    attaching.runs([wanted](Invocation& invocation) { return change(invocation, *wanted, Change::Attach); });
    const Command detaching = on("detach", "Takes it off something");
    addTargets(detaching, wanted->targets);
    detaching.runs([wanted](Invocation& invocation) { return change(invocation, *wanted, Change::Detach); });
    const Command renaming = on("rename", "Calls it otherwise");
    renaming.text("TITLE", wanted->title, "", "The new title", Command::Need::Required);
    renaming.runs([wanted](Invocation& invocation) { return rename(invocation, *wanted); });
    const Command replacing = on("replace", "Puts a newer file in its place");
    replacing.text("FILE", wanted->source, "", "The newer file", Command::Need::Required);
    replacing.runs([wanted](Invocation& invocation) { return replace(invocation, *wanted); });
    on("remove", "Takes it out of all lists").runs([wanted](Invocation& invocation) {
        return remove(invocation, *wanted);
    });
    const Command restoring = materials.add("restore", "Brings back what was removed");
    restoring.text("MATERIAL", wanted->material, "", "Its id, or six or more characters of its end",
                   Command::Need::Required);
    restoring.runs([wanted](Invocation& invocation) { return restore(invocation, *wanted); });
    on("show", "Prints it with its history, bookmarks and the words in it")
        .runs([wanted](Invocation& invocation) { return show(invocation, *wanted); });
    const Command reading = on("read", "Marks it as read by you");
    reading.flag("--not", wanted->unread, "As not read");
    reading.runs([wanted](Invocation& invocation) { return read(invocation, *wanted); });
}

} // namespace mockingbird::studio
