// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/database.h"
#include "common/catalog/material.h"
#include "common/catalog/projection.h"
#include "common/catalog/search_index.h"

namespace mockingbird::catalog {

namespace {

void enterFile(Database& database, MaterialId id, int version, const Event& event) {
    const auto& file = event.payload.at("file");
    if (file.is_null())
        return;
    database
        .prepare("INSERT INTO material_file (material, version, hash, bytes, name, author, added_at_ms) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(id, version, file.at("hash").get<std::string>(), file.at("bytes").get<std::int64_t>(),
              file.at("name").get<std::string>(), event.author, event.at)
        .run();
}

void enterPages(Database& database, MaterialId id, const nlohmann::json& pages) {
    database.prepare("DELETE FROM material_page WHERE material = ?1").bind(id).run();
    int page = 0;
    for (const auto& text : pages)
        database.prepare("INSERT INTO material_page (material, page, text) VALUES (?1, ?2, ?3)")
            .bind(id, ++page, text.get<std::string>())
            .run();
}

void enterAttachment(Database& database, MaterialId id, const std::string& kind, const std::string& target) {
    database
        .prepare("INSERT INTO material_attachment (material, kind, target) VALUES (?1, ?2, ?3) "
                 "ON CONFLICT (material, kind, target) DO NOTHING")
        .bind(id, kind, target)
        .run();
}

std::string targetAt(const nlohmann::json& attachment) {
    return attachment.at("target").is_null() ? std::string() : attachment.at("target").get<std::string>();
}

void applyAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto id = idAt<MaterialId>(p, "id");
    database
        .prepare("INSERT INTO material (id, title, kind, text, url, version, author, added_at_ms) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7)")
        .bind(id, p.at("title").get<std::string>(), p.at("kind").get<std::string>(),
              p.at("text").get<std::string>(), p.value("url", std::string()), event.author, event.at)
        .run();
    if (event.version == 1) {
        // It belonged to a kit, or was there for every interview.
        const auto kit = idOrNullAt<KitId>(p, "kit");
        enterAttachment(database, id, kit.isNull() ? "everyone" : "kit", kit.isNull() ? "" : kit.toString());
    } else {
        enterFile(database, id, 1, event);
        enterPages(database, id, p.at("pages"));
        for (const auto& attachment : p.at("attached"))
            enterAttachment(database, id, attachment.at("to").get<std::string>(), targetAt(attachment));
    }
    indexMaterial(database, id);
}

void applyReplaced(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto id = idAt<MaterialId>(p, "id");
    const int version = p.at("version").get<int>();
    forgetMaterial(database, id);
    database.prepare("UPDATE material SET kind = ?2, text = ?3, url = ?4, version = ?5 WHERE id = ?1")
        .bind(id, p.at("kind").get<std::string>(), p.at("text").get<std::string>(),
              p.at("url").get<std::string>(), version)
        .run();
    enterFile(database, id, version, event);
    enterPages(database, id, p.at("pages"));
    indexMaterial(database, id);
}

void applyRenamed(Database& database, const Event& event) {
    const auto id = idAt<MaterialId>(event.payload, "id");
    database.prepare("UPDATE material SET title = ?2 WHERE id = ?1")
        .bind(id, event.payload.at("title").get<std::string>())
        .run();
    indexMaterial(database, id);
}

void applyPaged(Database& database, const Event& event) {
    const auto id = idAt<MaterialId>(event.payload, "id");
    forgetMaterial(database, id);
    enterPages(database, id, event.payload.at("pages"));
    indexMaterial(database, id);
}

void applyAttached(Database& database, const Event& event) {
    const auto& p = event.payload;
    enterAttachment(database, idAt<MaterialId>(p, "id"), p.at("to").get<std::string>(), targetAt(p));
}

void applyDetached(Database& database, const Event& event) {
    const auto& p = event.payload;
    database.prepare("DELETE FROM material_attachment WHERE material = ?1 AND kind = ?2 AND target = ?3")
        .bind(idAt<MaterialId>(p, "id"), p.at("to").get<std::string>(), targetAt(p))
        .run();
}

void setRemoved(Database& database, const Event& event, int removed) {
    const auto id = idAt<MaterialId>(event.payload, "id");
    database.prepare("UPDATE material SET removed = ?2 WHERE id = ?1").bind(id, removed).run();
    indexMaterial(database, id);
}

void applyRemoved(Database& database, const Event& event) {
    setRemoved(database, event, 1);
}

void applyRestored(Database& database, const Event& event) {
    setRemoved(database, event, 0);
}

} // namespace

Projection materialProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"material_page", "DELETE FROM material_page",
         "SELECT material, page, text FROM material_page ORDER BY material, page"},
        {"material_attachment", "DELETE FROM material_attachment",
         "SELECT material, kind, target FROM material_attachment ORDER BY material, kind, target"},
        {"material_file", "DELETE FROM material_file",
         "SELECT material, version, hash, bytes, name, author, added_at_ms FROM material_file "
         "ORDER BY material, version"},
        {"material", "DELETE FROM material",
         "SELECT id, title, kind, text, url, version, author, added_at_ms, removed FROM material "
         "ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"material.added", applyAdded, 2},    {"material.replaced", applyReplaced},
        {"material.renamed", applyRenamed},   {"material.paged", applyPaged},
        {"material.attached", applyAttached}, {"material.detached", applyDetached},
        {"material.removed", applyRemoved},   {"material.restored", applyRestored},
    };
    return {kTables, kAppliers};
}

} // namespace mockingbird::catalog
