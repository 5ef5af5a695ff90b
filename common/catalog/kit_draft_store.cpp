// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/kit_draft_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/kit_identity.h"
#include "common/catalog/kit_json.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/material_store.h"
#include "common/catalog/name_lookup.h"
#include "common/catalog/projection.h"

namespace mockingbird::catalog {

namespace {

using nlohmann::json;

void applyDraftBegun(Database& database, const Event& event) {
    const json& p = event.payload;
    Statement insert = database.prepare(
        "INSERT INTO kit_draft (id, kit, based_on, copied_from, author, content, state, begun_at_ms, "
        "changed_at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'open', ?7, ?7)");
    insert.bind(idAt<KitDraftId>(p, "id"), idOrNullAt<KitId>(p, "kit"),
                p.at("based_on").is_null() ? std::nullopt : std::optional(p.at("based_on").get<int>()),
                idOrNullAt<KitId>(p, "copied_from"), event.author, p.at("content").dump(), event.at);
    insert.run();
}

/// For all that change the content: it is patched.
void applyDraftPatch(Database& database, const Event& event) {
    const auto id = idAt<KitDraftId>(event.payload, "id");
    std::string content;
    {
        Statement row = database.prepare("SELECT content FROM kit_draft WHERE id = ?1");
        if (!row.bind(id).next())
            throw Failure{{ErrorCode::Corrupt, "a draft was changed that never began", 0}};
        content = row.text(0);
    }
    database.prepare("UPDATE kit_draft SET content = ?2, changed_at_ms = ?3 WHERE id = ?1")
        .bind(id, json::parse(content).patch(event.payload.at("patch")).dump(), event.at)
        .run();
}

void setState(Database& database, const Event& event, std::string_view state) {
    database.prepare("UPDATE kit_draft SET state = ?2, changed_at_ms = ?3 WHERE id = ?1")
        .bind(idAt<KitDraftId>(event.payload, "id"), state, event.at)
        .run();
}

void applyDraftDiscarded(Database& database, const Event& event) {
    setState(database, event, "discarded");
}

void applyDraftRestored(Database& database, const Event& event) {
    setState(database, event, "open");
}

void applyDraftPublished(Database& database, const Event& event) {
    setState(database, event, "published");
}

Kit contentFrom(const std::string& text) {
    auto kit = kitFromJson(json::parse(text));
    if (!kit)
        throw Failure{kit.error()};
    return *kit;
}

/// Patches that take a draft one step back, the next to take last; and those that go forth again.
struct Steps {
    struct Step {
        json patch;
        json back;
    };
    std::vector<Step> back;
    std::vector<Step> forth;
};

Steps stepsOf(Database& database, KitDraftId id) {
    Steps steps;
    for (Event& event : database.events(id.uuid())) {
        if (event.kind == "kit_draft.changed") {
            steps.forth.clear();
            steps.back.push_back({event.payload.at("patch"), event.payload.at("back")});
        } else if (event.kind == "kit_draft.undone" && !steps.back.empty()) {
            steps.forth.push_back(std::move(steps.back.back()));
            steps.back.pop_back();
        } else if (event.kind == "kit_draft.redone" && !steps.forth.empty()) {
            steps.back.push_back(std::move(steps.forth.back()));
            steps.forth.pop_back();
        }
    }
    return steps;
}

/// What is read beforehand for a kit is read for its copy too.
Result<void> attachMaterials(Database& database, KitId from, KitId to) {
    MaterialStore materials(database);
    if (!TRY(materials.mayAttachToOthers()))
        return {};
    for (const Material& material : TRY(materials.ofKit(from)))
        TRY(materials.attach(material.id, Attachment::kit(to)));
    return {};
}

bool sameContent(Kit draft, const Kit& published) {
    draft.id = published.id;
    draft.version = published.version;
    draft.rubric.version = published.rubric.version;
    return toJson(draft) == toJson(published);
}

} // namespace

Projection kitDraftProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"kit_draft", "DELETE FROM kit_draft",
         "SELECT id, kit, based_on, copied_from, author, content, state, begun_at_ms, changed_at_ms FROM "
         "kit_draft ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"kit_draft.begun", applyDraftBegun},         {"kit_draft.changed", applyDraftPatch},
        {"kit_draft.undone", applyDraftPatch},        {"kit_draft.redone", applyDraftPatch},
        {"kit_draft.discarded", applyDraftDiscarded}, {"kit_draft.restored", applyDraftRestored},
        {"kit_draft.published", applyDraftPublished},
    };
    return {kTables, kAppliers};
}

KitDraftStore::KitDraftStore(Database& database) : m_database(database) {}

Result<KitDraft> KitDraftStore::add(KitDraft draft) {
    draft.id = KitDraftId::make();
    identifyParts(draft.content, nullptr);
    return m_database.transact([&]() -> Result<KitDraft> {
        TRY(AccessStore(m_database).require(Action::Make, Thing::KitDraft));
        TRY(m_database.append(draft.id.uuid(), "kit_draft.begun",
                              {{"id", jsonOf(draft.id)},
                               {"kit", jsonOf(draft.kit)},
                               {"based_on", draft.basedOn ? json(*draft.basedOn) : json(nullptr)},
                               {"copied_from", jsonOf(draft.copiedFrom)},
                               {"content", toJson(draft.content)}}));
        return byId(draft.id);
    });
}

Result<KitDraft> KitDraftStore::begin(Kit content) {
    KitDraft draft;
    draft.content = std::move(content);
    draft.content.id = {};
    return add(std::move(draft));
}

Result<KitDraft> KitDraftStore::beginNext(KitId kit) {
    KitDraft draft;
    draft.content = TRY(KitStore(m_database).byId(kit));
    draft.kit = kit;
    draft.basedOn = draft.content.version;
    return add(std::move(draft));
}

Result<KitDraft> KitDraftStore::duplicate(KitId kit, const std::string& name) {
    KitDraft draft;
    draft.content = withoutIdentity(TRY(KitStore(m_database).byId(kit)));
    draft.content.name = trimmed(name);
    draft.copiedFrom = kit;
    return add(std::move(draft));
}

Result<void> KitDraftStore::change(KitDraftId id, const Kit& content) {
    return m_database.transact([&]() -> Result<void> {
        const KitDraft known = TRY(openOne(id));
        const json before = toJson(known.content);
        Kit identified = content;
        identifyParts(identified, &known.content);
        const json after = toJson(identified);
        if (before == after)
            return {};
        return m_database.append(
            id.uuid(), "kit_draft.changed",
            {{"id", jsonOf(id)}, {"patch", json::diff(before, after)}, {"back", json::diff(after, before)}});
    });
}

Result<Kit> KitDraftStore::step(KitDraftId id, bool back) {
    return m_database.transact([&]() -> Result<Kit> {
        TRY(openOne(id));
        const Steps steps = stepsOf(m_database, id);
        if (back ? steps.back.empty() : steps.forth.empty())
            return Error{ErrorCode::OutOfRange,
                         back ? "nothing was changed in this draft" : "nothing was taken back in this draft",
                         0};
        TRY(m_database.append(
            id.uuid(), back ? "kit_draft.undone" : "kit_draft.redone",
            {{"id", jsonOf(id)}, {"patch", back ? steps.back.back().back : steps.forth.back().patch}}));
        return TRY(byId(id)).content;
    });
}

Result<Kit> KitDraftStore::undo(KitDraftId id) {
    return step(id, true);
}

Result<Kit> KitDraftStore::redo(KitDraftId id) {
    return step(id, false);
}

Result<KitDraftSteps> KitDraftStore::steps(KitDraftId id) const {
    return m_database.guard([&]() -> Result<KitDraftSteps> {
        const Steps steps = stepsOf(m_database, id);
        return KitDraftSteps{static_cast<int>(steps.back.size()), static_cast<int>(steps.forth.size())};
    });
}

Result<void> KitDraftStore::discard(KitDraftId id) {
    return m_database.transact([&]() -> Result<void> {
        TRY(openOne(id));
        return m_database.append(id.uuid(), "kit_draft.discarded", {{"id", jsonOf(id)}});
    });
}

Result<void> KitDraftStore::restore(KitDraftId id) {
    return m_database.transact([&]() -> Result<void> {
        TRY(byId(id));
        Statement row = m_database.prepare("SELECT state FROM kit_draft WHERE id = ?1");
        if (!row.bind(id).next() || row.text(0) != "discarded")
            return Error{ErrorCode::InvalidArgument, "this draft is not discarded", 0};
        return m_database.append(id.uuid(), "kit_draft.restored", {{"id", jsonOf(id)}});
    });
}

Result<Kit> KitDraftStore::publish(KitDraftId id) {
    return m_database.transact([&]() -> Result<Kit> {
        const KitDraft draft = TRY(openOne(id));
        KitStore kits(m_database);
        Kit kit = draft.content;
        kit.id = draft.kit;
        if (trimmed(kit.rubric.name).empty())
            kit.rubric.name = trimmed(kit.name);
        for (Question& question : kit.questions)
            std::erase_if(question.probes, [](const std::string& probe) { return trimmed(probe).empty(); });
        if (!draft.kit.isNull()) {
            const Kit newest = TRY(kits.byId(draft.kit));
            if (sameContent(kit, newest))
                return Error{ErrorCode::InvalidArgument,
                             "nothing differs from version " + std::to_string(newest.version), 0};
        }
        kit = TRY(kits.publish(kit));
        TRY(m_database.append(id.uuid(), "kit_draft.published",
                              {{"id", jsonOf(id)}, {"kit", jsonOf(kit.id)}, {"version", kit.version}}));
        if (draft.kit.isNull() && !draft.copiedFrom.isNull())
            TRY(attachMaterials(m_database, draft.copiedFrom, kit.id));
        return kit;
    });
}

Result<std::vector<KitDraftHead>> KitDraftStore::open() const {
    return m_database.guard([&]() -> Result<std::vector<KitDraftHead>> {
        if (!TRY(AccessStore(m_database).may(Action::See, Thing::KitDraft)))
            return std::vector<KitDraftHead>{};
        std::vector<KitDraftHead> drafts;
        Statement rows =
            m_database.prepare("SELECT id, content, kit, based_on, author, changed_at_ms FROM kit_draft "
                               "WHERE state = 'open' AND (?1 IS NULL OR author IS NULL OR author = ?1) "
                               "ORDER BY changed_at_ms DESC, id DESC");
        rows.bind(m_database.actor());
        while (rows.next())
            drafts.push_back({rows.id<KitDraftId>(0), json::parse(rows.text(1)).at("name").get<std::string>(),
                              rows.id<KitId>(2),
                              rows.isNull(3) ? std::nullopt : std::optional(rows.number(3)),
                              rows.id<PersonId>(4), rows.wallTime(5)});
        return drafts;
    });
}

Result<KitDraft> KitDraftStore::byId(KitDraftId id) const {
    return m_database.guard([&]() -> Result<KitDraft> {
        TRY(AccessStore(m_database).require(Action::See, Thing::KitDraft));
        Statement row = m_database.prepare("SELECT id, kit, based_on, copied_from, author, content, "
                                           "changed_at_ms, state FROM kit_draft WHERE id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no draft " + id.toString(), 0};
        const KitDraft draft{row.id<KitDraftId>(0),
                             row.id<KitId>(1),
                             row.isNull(2) ? std::nullopt : std::optional(row.number(2)),
                             row.id<KitId>(3),
                             row.id<PersonId>(4),
                             contentFrom(row.text(5)),
                             row.wallTime(6),
                             row.text(7) == "open"};
        const PersonId actor = m_database.actor();
        if (!actor.isNull() && !draft.author.isNull() && draft.author != actor)
            return Error{ErrorCode::Denied, "this draft is somebody else's", 0};
        return draft;
    });
}

Result<KitDraft> KitDraftStore::openOne(KitDraftId id) const {
    auto draft = byId(id);
    if (draft && !draft->open)
        return Error{ErrorCode::Sealed, "this draft is published or discarded", 0};
    return draft;
}

Result<KitDraft> KitDraftStore::find(std::string_view nameOrId) const {
    if (looksLikeId<KitDraftId>(nameOrId))
        return byId(TRY(KitDraftId::parse(nameOrId)));
    return byId(TRY(lookUpByName(TRY(open()), nameOrId, "draft")).id);
}

} // namespace mockingbird::catalog
