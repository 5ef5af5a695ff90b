// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/access.h"
#include "common/catalog/material.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mockingbird::catalog {

class Database;
class ReadingStore;

/// What is read beforehand, and what it is attached to. Files come in through MaterialIntake.
///
/// Who may do what is the table's business (access.h): of a material that is for somebody, that person and
/// who accompanies them; of others those who write. Whoever added one may change it. Denied otherwise.
class MaterialStore {
public:
    explicit MaterialStore(Database& database);

    /// InvalidArgument for one without a title, a text, an address or a file, whichever its kind needs, or
    /// with an id that is taken; OutOfRange for what is too long; NotFound for what it can't be attached to.
    [[nodiscard]] Result<Material> add(const MaterialDraft& draft);
    /// Markdown without a file, for a kit or, where that is null, for everyone.
    [[nodiscard]] Result<Material> add(KitId kit, const std::string& title, std::string_view kind,
                                       const std::string& text, MaterialId id = {});

    Result<void> rename(MaterialId id, const std::string& title);
    /// A newer text, address or file of the same material, whose title and attachments stay; those before
    /// stay in its history.
    [[nodiscard]] Result<Material> replace(MaterialId id, const MaterialDraft& newer);
    /// The words inside its file, page by page, as far as they are to be found by searching.
    Result<void> setPages(MaterialId id, const std::vector<std::string>& pages);
    Result<void> attach(MaterialId id, const Attachment& attachment);
    Result<void> detach(MaterialId id, const Attachment& attachment);
    /// Out of all lists, until it is restored.
    Result<void> remove(MaterialId id);
    Result<void> restore(MaterialId id);

    [[nodiscard]] Result<std::vector<Material>> all() const; ///< by title
    /// What the acting person may read, by title.
    [[nodiscard]] Result<std::vector<Material>> readable() const;
    /// In the order of their ids; as far as the acting person may read them.
    [[nodiscard]] Result<std::vector<Material>> attachedTo(const Attachment& attachment) const;
    /// The same, for a kit or, where that is null, for everyone.
    [[nodiscard]] Result<std::vector<Material>> ofKit(KitId kit) const;
    /// Also one that was removed.
    [[nodiscard]] Result<Material> byId(MaterialId id) const;
    /// Of the readable ones: by id or its end, or by title as PeopleStore::find.
    [[nodiscard]] Result<Material> find(std::string_view titleOrId) const;
    /// A removed one that the acting person may bring back, by its id or six or more characters of its end.
    [[nodiscard]] Result<MaterialId> removedWithId(std::string_view id) const;
    [[nodiscard]] Result<bool> mayRead(MaterialId id) const;
    [[nodiscard]] Result<bool> mayChange(const Material& material) const;
    /// Whether there is anything that the acting person may attach to others than themselves.
    [[nodiscard]] Result<bool> mayAttachToOthers() const;

    [[nodiscard]] Result<std::vector<NamedAttachment>> attachments(MaterialId id) const;
    [[nodiscard]] Result<std::vector<std::pair<MaterialId, NamedAttachment>>> allAttachments() const;
    [[nodiscard]] Result<std::vector<MaterialVersion>> versions(MaterialId id) const; ///< oldest first
    [[nodiscard]] Result<std::vector<std::string>> pages(MaterialId id) const;
    /// One that has the file now, isn't removed, and may be read.
    [[nodiscard]] Result<std::optional<Material>> withFile(const std::string& hash) const;
    /// How far people are in them.
    [[nodiscard]] ReadingStore readings() const;
    /// Whether any material has, or had, the file.
    [[nodiscard]] Result<bool> knowsFile(const std::string& hash) const;

private:
    [[nodiscard]] Result<Material> known(MaterialId id) const;
    [[nodiscard]] Result<Material> changeable(MaterialId id) const;
    [[nodiscard]] Result<bool> permitted(Action action, Thing thing, PersonId subject = {}) const;
    Result<void> checkAttachment(const Attachment& attachment) const;

    Database& m_database;
};

} // namespace mockingbird::catalog
