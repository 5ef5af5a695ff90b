// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/catalog_file.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sqlite3.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>

namespace mockingbird::catalog {

namespace {

// Offsets of SQLite's file format, section 1.3.
constexpr std::size_t kHeaderSize = 100;
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;
constexpr int kPagesAtOnce = 4096; ///< copied between two words of progress
constexpr char kMagic[16] = "SQLite format 3";

int bigEndian(const std::array<char, kHeaderSize>& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = (value << 8) | static_cast<std::uint8_t>(bytes[at + i]);
    return static_cast<int>(value);
}

Result<void> judge(const std::filesystem::path& file, int applicationId, int version, int newest) {
    if (applicationId != kApplicationId)
        return Error{ErrorCode::Unsupported, file.string() + " is a database of another program", 0};
    if (version > newest)
        return Error{ErrorCode::NewerCatalog,
                     file.string() + " is of version " + std::to_string(version) + ", this program knows " +
                         std::to_string(newest),
                     0};
    return {};
}

/// Asks SQLite, which also reads the log beside the file, without a right to write.
Result<void> look(const std::filesystem::path& file, int newest) {
    try {
        SQLite::Database database(file.string(), SQLite::OPEN_READONLY, 5000);
        const int applicationId = database.execAndGet("PRAGMA application_id").getInt();
        const int version = database.execAndGet("PRAGMA user_version").getInt();
        const bool blank = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
        if (applicationId == 0 && version == 0 && blank)
            return {}; // was being made when the power went
        return judge(file, applicationId, version, newest);
    } catch (const SQLite::Exception&) {
        return {}; // opening it in earnest finds the same and names it
    }
}

Result<void> syncPath(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errorFromErrno(errno, path.string());
    const int failed = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    // Some file systems can't sync a folder and say EINVAL; then there is nothing to be done.
    if (failed != 0 && failed != EINVAL)
        return errorFromErrno(failed, path.string());
    return {};
}

} // namespace

Result<void> prepareFolder(const std::filesystem::path& folder, bool create) {
    std::error_code failed;
    const bool there = std::filesystem::exists(folder / kCatalogFile, failed);
    if (failed && failed != std::errc::no_such_file_or_directory && failed != std::errc::not_a_directory)
        return errorFromErrno(failed.value(), folder.string());
    if (!there && !create)
        return Error{ErrorCode::NotFound, "there is no catalog in " + folder.string(), ENOENT};
    if (there)
        return {};
    return makeMediaFolder(folder);
}

Result<void> makeMediaFolder(const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::create_directories(folder / "media", failed);
    if (failed == std::errc::not_a_directory)
        return Error{ErrorCode::Denied, folder.string() + " can't be a folder: a part of it is a file",
                     ENOTDIR};
    if (failed == std::errc::no_such_file_or_directory) // what /proc and the like say to a new folder
        return Error{ErrorCode::Denied, folder.string() + " can't be made", ENOENT};
    if (failed)
        return errorFromErrno(failed.value(), folder.string());
    return {};
}

Result<void> refuseUnlessOurs(const std::filesystem::path& file, int newest) {
    std::ifstream stream(file, std::ios::binary);
    std::array<char, kHeaderSize> header{};
    errno = 0;
    if (!stream.read(header.data(), header.size())) {
        std::error_code failed;
        if (!std::filesystem::exists(file, failed))
            return {};
        const auto size = std::filesystem::file_size(file, failed);
        if (failed)
            return errorFromErrno(failed.value(), file.string());
        if (size == 0)
            return {}; // was being made when the power went
        if (size >= kHeaderSize)
            return errorFromErrno(errno != 0 ? errno : EIO, file.string());
    }
    if (std::memcmp(header.data(), kMagic, sizeof kMagic) != 0)
        return Error{ErrorCode::Corrupt, file.string() + " is not a catalog", 0};
    const int version = bigEndian(header, kUserVersionAt);
    const int applicationId = bigEndian(header, kApplicationIdAt);
    const bool marked = applicationId != 0 || version != 0;
    if (marked)
        TRY(judge(file, applicationId, version, newest));

    // What a program wrote that was ended in between lies in the log beside it, a later version too.
    std::error_code failed;
    const auto pending = std::filesystem::file_size(file.string() + "-wal", failed);
    if (marked && (failed || pending == 0))
        return {};
    return look(file, newest);
}

int versionInHeader(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::array<char, kHeaderSize> header{};
    if (!stream.read(header.data(), header.size()) || std::memcmp(header.data(), kMagic, sizeof kMagic) != 0)
        return 0;
    return bigEndian(header, kUserVersionAt);
}

Result<void> copyBefore(const std::filesystem::path& folder, int newVersion, const Progress& progress) {
    const std::filesystem::path copy =
        folder / (std::string(kCatalogFile) + ".before-v" + std::to_string(newVersion));
    const std::filesystem::path partial = copy.string() + ".partial";
    std::error_code failed;
    std::filesystem::remove(partial, failed);
    try {
        SQLite::Database source((folder / kCatalogFile).string(), SQLite::OPEN_READONLY, 5000);
        SQLite::Database target(partial.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Backup backup(target, source);
        while (backup.executeStep(kPagesAtOnce) != SQLITE_DONE)
            tell(progress, 1.0 - static_cast<double>(backup.getRemainingPageCount()) /
                                     std::max(1, backup.getTotalPageCount()));
    } catch (...) {
        std::filesystem::remove(partial, failed);
        throw;
    }
    if (auto synced = syncPath(partial); !synced)
        return synced;
    std::filesystem::rename(partial, copy, failed);
    if (failed)
        return errorFromErrno(failed.value(), copy.string());
    return syncFolder(folder);
}

Result<void> syncFolder(const std::filesystem::path& folder) {
    return syncPath(folder);
}

FolderLock::FolderLock(const std::filesystem::path& folder)
    : m_descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (m_descriptor < 0)
        return;
    while (::flock(m_descriptor, LOCK_EX) != 0 && errno == EINTR) {
    }
}

FolderLock::~FolderLock() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace mockingbird::catalog
