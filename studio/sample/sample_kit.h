// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace mockingbird::studio {

/// A kit that was just published, with what the keys in its document became.
struct SampleKit {
    catalog::Kit kit;
    std::map<std::string, catalog::QuestionId> questions;
    std::map<std::string, catalog::CriterionId> criteria;
};

/// A document among the embedded files. Internal where it is none: they are part of the program.
[[nodiscard]] Result<nlohmann::json> embeddedJson(std::string_view path);

/// Publishes the embedded kit and its materials. Internal, naming it, for a document that isn't one.
[[nodiscard]] Result<SampleKit> addSampleKit(catalog::Catalog& catalog,
                                             std::string_view path = "kits/library_assistant.json");

} // namespace mockingbird::studio
