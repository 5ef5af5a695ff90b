// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/progress.h"

#include <filesystem>

namespace mockingbird::catalog {

inline constexpr const char* kCatalogFile = "catalog.db";
inline constexpr int kApplicationId = 0x4D4B4244; ///< "MKBD", as 0001_event_log.sql sets it

/// Makes the folder and its `media/` where `create` says so; NotFound where there is no catalog otherwise.
[[nodiscard]] Result<void> prepareFolder(const std::filesystem::path& folder, bool create);

/// Makes the folder and its `media/` where they aren't there.
[[nodiscard]] Result<void> makeMediaFolder(const std::filesystem::path& folder);

/// Looks into the file before SQLite may touch it: Corrupt where it is no database, Unsupported where it is
/// another program's, NewerCatalog where it is of a later version than `newest`. Writes nothing. Fine where
/// there is no file.
[[nodiscard]] Result<void> refuseUnlessOurs(const std::filesystem::path& file, int newest);

/// The `user_version` that the file's first page tells; 0 where there is none to be read.
[[nodiscard]] int versionInHeader(const std::filesystem::path& file);

/// Puts the copy of an existing catalog beside it, synced, all or nothing. The copy bears the version it
/// leads to.
[[nodiscard]] Result<void> copyBefore(const std::filesystem::path& folder, int newVersion,
                                      const Progress& progress = {});

/// So that the names in it are on the disk, too.
[[nodiscard]] Result<void> syncFolder(const std::filesystem::path& folder);

/// Held while a catalog is made or migrated. Where the file system knows no locks, it locks nothing.
class FolderLock {
public:
    explicit FolderLock(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int m_descriptor;
};

} // namespace mockingbird::catalog
