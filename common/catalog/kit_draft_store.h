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

/// A draft in a list.
struct KitDraftHead {
    KitDraftId id;
    std::string name; ///< of the kit, as far as it is written
    KitId kit;        ///< whose next version it is to be; null for a new kit
    std::optional<int> basedOn;
    PersonId author;
    WallTime changedAt;
};

/// A kit that is being written: a new one, or the next version of a published one.
struct KitDraft {
    KitDraftId id;
    KitId kit;                  ///< as in the head
    std::optional<int> basedOn; ///< the version it began with
    KitId copiedFrom;           ///< the kit it was duplicated from; null for none
    PersonId author;
    Kit content;
    WallTime changedAt;
    bool open = true; ///< false once it is discarded or published
};

/// How far a draft can be taken back and forth.
struct KitDraftSteps {
    int back = 0;
    int forth = 0;
};

/// Drafts of kits. Each belongs to its author and to nobody else; where nobody acts, to the machine's owner.
/// Each change is an event that says what differs, so nothing typed is lost and all of it can be taken back,
/// whatever was closed meanwhile. Denied for another's, Sealed for one that is published, NotFound.
class KitDraftStore {
public:
    explicit KitDraftStore(Database& database);

    /// A new kit. Null ids of questions and criteria are given, so that they can be told apart.
    [[nodiscard]] Result<KitDraft> begin(Kit content);
    /// The next version of a published kit, from its newest.
    [[nodiscard]] Result<KitDraft> beginNext(KitId kit);
    /// A new kit with what the newest version of another holds, and another name.
    [[nodiscard]] Result<KitDraft> duplicate(KitId kit, const std::string& name);

    /// Keeps what it holds now; no event where that is nothing new.
    Result<void> change(KitDraftId id, const Kit& content);
    /// What it holds after the last change was taken back; OutOfRange where there is none.
    Result<Kit> undo(KitDraftId id);
    Result<Kit> redo(KitDraftId id);
    [[nodiscard]] Result<KitDraftSteps> steps(KitDraftId id) const;

    Result<void> discard(KitDraftId id);
    Result<void> restore(KitDraftId id);
    /// Publishes it and closes it; a duplicate gets the materials of the kit it came from. InvalidArgument
    /// for a next version in which nothing differs, and as KitStore::publish.
    [[nodiscard]] Result<Kit> publish(KitDraftId id);

    [[nodiscard]] Result<std::vector<KitDraftHead>> open() const; ///< one's own; the last changed first
    [[nodiscard]] Result<KitDraft> byId(KitDraftId id) const;
    /// An open one by id, or by name as PeopleStore::find.
    [[nodiscard]] Result<KitDraft> find(std::string_view nameOrId) const;

private:
    [[nodiscard]] Result<KitDraft> openOne(KitDraftId id) const;
    [[nodiscard]] Result<KitDraft> add(KitDraft draft);
    [[nodiscard]] Result<Kit> step(KitDraftId id, bool back);

    Database& m_database;
};

} // namespace mockingbird::catalog
