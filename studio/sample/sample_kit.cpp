// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sample/sample_kit.h"

#include "common/catalog/kit_json.h"
#include "common/catalog/material_store.h"
#include "studio/sample/embedded_files.h"

namespace mockingbird::studio {

namespace {

Error broken(std::string_view path) {
    return Error{ErrorCode::Internal, "the built-in \"" + std::string(path) + "\" is incomplete", 0};
}

} // namespace

Result<nlohmann::json> embeddedJson(std::string_view path) {
    const auto text = embeddedFile(path);
    if (!text)
        return broken(path);
    auto document = nlohmann::json::parse(*text, nullptr, false);
    if (!document.is_object())
        return broken(path);
    return document;
}

Result<SampleKit> addSampleKit(catalog::Catalog& catalog, std::string_view path) {
    const auto document = TRY(embeddedJson(path));
    SampleKit added;
    const auto described = TRY(catalog::kitFromJson(document));
    added.kit = TRY(catalog.kits().publish(described));
    try {
        const auto& questions = document.at("questions");
        const auto& criteria = document.at("rubric").at("criteria");
        for (std::size_t i = 0; i < questions.size() && i < added.kit.questions.size(); ++i)
            added.questions[questions.at(i).at("key")] = added.kit.questions[i].id;
        for (std::size_t i = 0; i < criteria.size() && i < added.kit.rubric.criteria.size(); ++i)
            added.criteria[criteria.at(i).at("key")] = added.kit.rubric.criteria[i].id;
        for (const auto& material : document.at("materials")) {
            const std::string file = material.at("file");
            const auto text = embeddedFile(file);
            if (!text)
                return broken(file);
            TRY(catalog.materials().add(added.kit.id, material.at("title").get<std::string>(),
                                        material.at("kind").get<std::string>(), std::string(*text)));
        }
    } catch (const nlohmann::json::exception&) {
        return broken(path);
    }
    return added;
}

} // namespace mockingbird::studio
