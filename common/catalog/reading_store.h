// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/material.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::catalog {

class Database;

using ReadingBookmarkId = Id<struct ReadingBookmarkTag>;

/// A place in a material. What `offset` counts depends on the kind: characters of the text shown (Markdown,
/// HTML), ten-thousandths of the page's height (PDF), milliseconds (recording); 0 for images and links.
struct ReadingPlace {
    int page = 1;
    std::int64_t offset = 0;

    bool operator==(const ReadingPlace&) const = default;
};

/// How far somebody has come in a material.
struct Reading {
    MaterialId material;
    PersonId person;
    int version = 1;                ///< of the material, when they last were in it
    ReadingPlace place;             ///< where they left
    int percent = 0;                ///< how far they ever came, in this version
    WallTime at;                    ///< when
    std::optional<WallTime> readAt; ///< when they were through; none while they aren't
};

struct ReadingBookmark {
    ReadingBookmarkId id;
    MaterialId material;
    PersonId person;
    ReadingPlace place;
    std::string label;
};

/// A material with how far a person is in it; null where they never opened it.
struct MaterialToRead {
    Material material; ///< without its text
    Attachment reason; ///< through what it came to them; the nearest one where there are several
    std::optional<Reading> reading;
};

/// How far people are in what they read beforehand, and their bookmarks there. Everybody changes their own
/// alone; how far somebody is also those see who see what is meant for them (access.h). Denied otherwise.
class ReadingStore {
public:
    explicit ReadingStore(Database& database);

    /// Where somebody is now. Nothing where that is known; at 100 per cent the material is read.
    Result<void> move(PersonId person, MaterialId material, const ReadingPlace& place, int percent);
    /// By hand. Taken back, it counts as unread, and the place stays.
    Result<void> setRead(PersonId person, MaterialId material, bool read);

    [[nodiscard]] Result<std::optional<Reading>> of(PersonId person, MaterialId material) const;
    [[nodiscard]] Result<std::vector<Reading>> ofPerson(PersonId person) const; ///< the latest first
    /// What a person has read to its end, or says so; the latest first.
    [[nodiscard]] Result<std::vector<MaterialToRead>> readBy(PersonId person) const;
    /// What is meant for a person: attached to them, their cohorts, the kits given (those of their coming
    /// interviews) and questions of these, and to everyone; in this order, each once.
    [[nodiscard]] Result<std::vector<MaterialToRead>> recommendedTo(PersonId person,
                                                                    const std::vector<KitId>& kits) const;

    [[nodiscard]] Result<ReadingBookmark> addBookmark(PersonId person, MaterialId material,
                                                      const ReadingPlace& place, const std::string& label);
    Result<void> renameBookmark(ReadingBookmarkId id, const std::string& label);
    Result<void> removeBookmark(ReadingBookmarkId id);
    Result<void> restoreBookmark(ReadingBookmarkId id);
    /// In the order of their places.
    [[nodiscard]] Result<std::vector<ReadingBookmark>> bookmarks(PersonId person, MaterialId material) const;

private:
    Result<void> checkReader(PersonId person, MaterialId material) const;
    [[nodiscard]] Result<ReadingBookmark> ownBookmark(ReadingBookmarkId id) const;

    Database& m_database;
};

} // namespace mockingbird::catalog
