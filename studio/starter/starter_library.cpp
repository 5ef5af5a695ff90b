// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/starter/starter_library.h"

#include "common/catalog/kit_json.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/material_store.h"
#include "studio/starter/starter_files.h"

#include <nlohmann/json.hpp>
#include <string>

namespace mockingbird::studio {

namespace {

using nlohmann::json;

Error broken(const std::string& path) {
    return Error{ErrorCode::Internal, "the built-in \"" + path + "\" is incomplete", 0};
}

Result<json> document(const std::string& path) {
    const auto text = starterFile(path);
    auto parsed = json::parse(text.value_or(std::string_view{}), nullptr, false);
    if (!parsed.is_object())
        return broken(path);
    return parsed;
}

/// May throw json::exception.
Result<void> addMaterials(catalog::Catalog& catalog, catalog::KitId kit, const json& materials) {
    for (const json& material : materials) {
        const std::string file = material.at("file");
        const auto text = starterFile(file);
        if (!text)
            return broken(file);
        const auto id = TRY(catalog::MaterialId::parse(material.at("id").get<std::string>()));
        TRY(catalog.materials().add(kit, material.at("title").get<std::string>(),
                                    material.at("kind").get<std::string>(), std::string(*text), id));
    }
    return {};
}

Result<void> addAll(catalog::Catalog& catalog) {
    std::string path = "library.json";
    try {
        const json library = TRY(document(path));
        for (const json& each : library.at("kits")) {
            path = each.get<std::string>();
            const json described = TRY(document(path));
            const auto kit = TRY(catalog.kits().publish(TRY(catalog::kitFromJson(described))));
            TRY(addMaterials(catalog, kit.id, described.at("materials")));
        }
        path = "library.json";
        return addMaterials(catalog, {}, library.at("guides"));
    } catch (const json::exception&) {
        return broken(path);
    }
}

} // namespace

Result<void> addStarterLibrary(catalog::Catalog& catalog) {
    return catalog.atomically([&]() -> Result<void> {
        const auto kits = TRY(catalog.kits().heads(catalog::KitStore::Listed::AlsoRetired));
        return kits.empty() ? addAll(catalog) : Result<void>{};
    });
}

} // namespace mockingbird::studio
