// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/ids.h"

#include <string>
#include <vector>

namespace mockingbird::catalog {

class Database;

struct Material {
    MaterialId id;
    KitId kit; ///< null where it belongs to no kit
    std::string title;
    std::string kind; ///< `markdown`
    std::string text;
};

/// What is read beforehand.
class MaterialStore {
public:
    explicit MaterialStore(Database& database);

    /// With an id of its own where none is given; InvalidArgument for one that is taken.
    [[nodiscard]] Result<Material> add(KitId kit, const std::string& title, const std::string& kind,
                                       const std::string& text, MaterialId id = {});
    [[nodiscard]] Result<std::vector<Material>> all() const;
    /// In the order of their ids. Those that belong to no kit for a null id.
    [[nodiscard]] Result<std::vector<Material>> ofKit(KitId kit) const;
    [[nodiscard]] Result<Material> byId(MaterialId id) const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
