// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"

#include <nlohmann/json.hpp>

namespace mockingbird::catalog {

/// The kit as JSON, its shape described in this room's README.
[[nodiscard]] nlohmann::json toJson(const Kit& kit);
/// From that shape; ids may be absent (null then). Corrupt, naming the field, where it isn't that.
[[nodiscard]] Result<Kit> kitFromJson(const nlohmann::json& json);

} // namespace mockingbird::catalog
