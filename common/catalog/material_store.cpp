// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/material_store.h"

#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/projection.h"
#include "common/catalog/search_index.h"

namespace mockingbird::catalog {

namespace {

void applyMaterialAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto id = idAt<MaterialId>(p, "id");
    database.prepare("INSERT INTO material (id, kit, title, kind, text) VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(id, idOrNullAt<KitId>(p, "kit"), p.at("title").get<std::string>(),
              p.at("kind").get<std::string>(), p.at("text").get<std::string>())
        .run();
    indexMaterial(database, id);
}

std::vector<Material> materialsFrom(Statement& rows) {
    std::vector<Material> materials;
    while (rows.next())
        materials.push_back(
            {rows.id<MaterialId>(0), rows.id<KitId>(1), rows.text(2), rows.text(3), rows.text(4)});
    return materials;
}

} // namespace

Projection materialProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"material", "DELETE FROM material", "SELECT id, kit, title, kind, text FROM material ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {{"material.added", applyMaterialAdded}};
    return {kTables, kAppliers};
}

MaterialStore::MaterialStore(Database& database) : m_database(database) {}

Result<Material> MaterialStore::add(KitId kit, const std::string& title, const std::string& kind,
                                    const std::string& text, MaterialId id) {
    Material material{id.isNull() ? MaterialId::make() : id, kit, trimmed(title), kind, text};
    if (material.title.empty())
        return Error{ErrorCode::InvalidArgument, "a material needs a title", 0};
    if (kind != "markdown")
        return Error{ErrorCode::Unsupported, "materials of the kind \"" + kind + "\" are not known", 0};
    return m_database.transact([&]() -> Result<Material> {
        if (!kit.isNull() && !m_database.prepare("SELECT 1 FROM kit_version WHERE kit = ?1").bind(kit).next())
            return Error{ErrorCode::NotFound, "there is no kit " + kit.toString(), 0};
        if (m_database.prepare("SELECT 1 FROM material WHERE id = ?1").bind(material.id).next())
            return Error{ErrorCode::InvalidArgument,
                         "there is a material " + material.id.toString() + " already", 0};
        TRY(m_database.append(material.id.uuid(), "material.added",
                              {{"id", jsonOf(material.id)},
                               {"kit", jsonOf(kit)},
                               {"title", material.title},
                               {"kind", kind},
                               {"text", text}}));
        return material;
    });
}

Result<std::vector<Material>> MaterialStore::all() const {
    return m_database.guard([&]() -> Result<std::vector<Material>> {
        Statement rows =
            m_database.prepare("SELECT id, kit, title, kind, text FROM material ORDER BY title, id");
        return materialsFrom(rows);
    });
}

Result<std::vector<Material>> MaterialStore::ofKit(KitId kit) const {
    return m_database.guard([&]() -> Result<std::vector<Material>> {
        Statement rows = m_database.prepare(
            "SELECT id, kit, title, kind, text FROM material WHERE kit IS NOT DISTINCT FROM ?1 ORDER BY id");
        rows.bind(kit);
        return materialsFrom(rows);
    });
}

Result<Material> MaterialStore::byId(MaterialId id) const {
    return m_database.guard([&]() -> Result<Material> {
        Statement rows = m_database.prepare("SELECT id, kit, title, kind, text FROM material WHERE id = ?1");
        rows.bind(id);
        auto materials = materialsFrom(rows);
        if (materials.empty())
            return Error{ErrorCode::NotFound, "there is no material " + id.toString(), 0};
        return materials.front();
    });
}

} // namespace mockingbird::catalog
