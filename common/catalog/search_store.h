// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/catalog/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

struct SearchHit {
    enum class Kind { Session, Note, Material, Reply, Caption };
    Kind kind = Kind::Session;
    SessionId session;     ///< of all but a material
    NoteId note;           ///< of a note; of a reply, the one it stands below
    RecordingId recording; ///< of a note, a reply or a caption
    MediaTime at;          ///< the same
    MaterialId material;   ///< of a material
    int page = 1;          ///< the same, from 1
    std::string title;     ///< what it is called in a list
    std::string snippet;   ///< the text around the words found, the words between \x02 and \x03
};

/// `session`, `note`, `material`, `reply`, `caption`.
[[nodiscard]] std::string_view name(SearchHit::Kind kind);

/// Full-text search (FTS5) over sessions, notes, replies, captions and materials.
class SearchStore {
public:
    explicit SearchStore(Database& database);

    /// What the acting person may find: of notes and their replies, those by themselves, and shared ones of
    /// opened reviews; of materials, what is meant for them (material_reader). Every word of `query` as the
    /// beginning of a word. First sessions and materials with the words in their titles, then what materials
    /// say, then the rest; each the newest first. What the person types is never FTS5 syntax; an empty query
    /// finds nothing.
    [[nodiscard]] Result<std::vector<SearchHit>> find(std::string_view query, int limit = 50) const;

private:
    /// What somebody searches, as it was worked out last: while they type, it stays.
    struct Scope {
        std::optional<PersonId> seenBy;
        std::int64_t revision = 0;
        std::string match;
    };
    [[nodiscard]] const std::string& scopeNow(const std::optional<PersonId>& seenBy) const;

    Database& m_database;
    mutable std::optional<Scope> m_scope;
};

} // namespace mockingbird::catalog
