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

    [[nodiscard]] Result<Material> add(KitId kit, const std::string& title, const std::string& kind,
                                       const std::string& text);
    [[nodiscard]] Result<std::vector<Material>> all() const;
    [[nodiscard]] Result<std::vector<Material>> ofKit(KitId kit) const;
    [[nodiscard]] Result<Material> byId(MaterialId id) const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
