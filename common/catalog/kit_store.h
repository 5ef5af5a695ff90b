// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/kit.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// A kit in a list: the newest version's head, without its content.
struct KitHead {
    KitId id;
    int version = 1;
    std::string name;
    std::string position;
    std::string classification;
    int questions = 0;
    int criteria = 0;
    int totalMinutes = 0;
    bool retired = false;
};

/// When a version was published, and by whom.
struct KitVersion {
    int version = 1;
    WallTime publishedAt;
    PersonId author;        ///< null for what the studio itself published
    std::string authorName; ///< empty for those
};

/// Published kits. A version never changes: publishing again makes the next one.
class KitStore {
public:
    explicit KitStore(Database& database);

    /// Publishes version 1 of a new kit (null id), or the next version of an existing one. Null ids of
    /// questions, rubric and criteria are given; the rubric gets a new version where it differs from the
    /// last. InvalidArgument where a fault blocks it (kit_check.h).
    [[nodiscard]] Result<Kit> publish(Kit kit);

    enum class Listed { Current, AlsoRetired };
    /// The newest version of each, by name, in two steps of SQL however many there are.
    [[nodiscard]] Result<std::vector<KitHead>> heads(Listed listed = Listed::Current) const;
    /// The newest version of each with all its content, by name, without those that are retired.
    [[nodiscard]] Result<std::vector<Kit>> all() const;
    /// The newest version, or the one asked for.
    [[nodiscard]] Result<Kit> byId(KitId id, std::optional<int> version = std::nullopt) const;
    /// By id, or by name as PeopleStore::find; a retired one where no other fits.
    [[nodiscard]] Result<Kit> find(std::string_view nameOrId) const;
    /// The newest first.
    [[nodiscard]] Result<std::vector<KitVersion>> versions(KitId id) const;

    /// Nobody is offered the kit any more; sessions keep it. No-op where it is so already.
    Result<void> retire(KitId id);
    Result<void> bringBack(KitId id);
    [[nodiscard]] Result<bool> isRetired(KitId id) const;

private:
    Database& m_database;
};

/// A copy to adapt: its texts, without the identity of the kit, its questions and its rubric.
[[nodiscard]] Kit withoutIdentity(Kit kit);

} // namespace mockingbird::catalog
