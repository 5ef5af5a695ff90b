// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/media/media_file.h"

#include "common/media/disk_file.h"
#include "tests/support/failing_store.h"
#include "tests/support/temporary_folder.h"

#include <array>
#include <cerrno>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <sys/stat.h>

extern "C" {
#include <libavformat/avio.h>
}

namespace mockingbird::media {

namespace {

using test::FailingStore;
using test::TemporaryFolder;

std::unique_ptr<MediaFile> created(const std::filesystem::path& file, FailingStore::Faults faults) {
    auto disk = DiskFile::create(file);
    EXPECT_TRUE(disk.ok());
    return MediaFile::over(std::make_unique<FailingStore>(std::move(disk).value(), faults),
                           MediaFile::Access::Write, file.string());
}

void writeText(MediaFile& file, const std::string& text) {
    avio_write(file.io(), reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

} // namespace

TEST(MediaFile, CompletesShortWrites) {
    const TemporaryFolder folder;
    FailingStore::Faults faults;
    faults.mostAtOnce = 7;
    const std::string text(1000, 'm');
    {
        const auto file = created(folder / "a", faults);
        writeText(*file, text);
        EXPECT_TRUE(file->sync().ok());
        EXPECT_EQ(file->bytes(), 1000);
    }
    EXPECT_EQ(contentOf(folder / "a"), text);
}

TEST(MediaFile, KeepsTheFirstFailureAndWritesNothingAfterIt) {
    const TemporaryFolder folder;
    FailingStore::Faults faults;
    faults.capacity = 500;
    faults.error = ENOSPC;
    const auto file = created(folder / "a", faults);
    writeText(*file, std::string(1000, 'm'));
    const auto flushed = file->flush();
    ASSERT_FALSE(flushed.ok());
    EXPECT_EQ(flushed.error().code, ErrorCode::NoSpace);
    avio_seek(file->io(), 0, SEEK_SET);
    writeText(*file, "other");
    EXPECT_FALSE(file->sync().ok());
    EXPECT_EQ(file->failure()->code, ErrorCode::NoSpace);
    EXPECT_EQ(contentOf(folder / "a"), std::string(500, 'm'));
}

TEST(MediaFile, ReportsAFailedSync) {
    const TemporaryFolder folder;
    FailingStore::Faults faults;
    faults.syncError = EIO;
    const auto file = created(folder / "a", faults);
    writeText(*file, "some");
    EXPECT_TRUE(file->flush().ok());
    const auto synced = file->sync();
    ASSERT_FALSE(synced.ok());
    EXPECT_EQ(synced.error().code, ErrorCode::Io);
}

TEST(MediaFile, TellsADisksReadErrorFromTheEnd) {
    const TemporaryFolder folder;
    std::ofstream(folder / "a") << std::string(100, 'm');
    std::array<unsigned char, 200> buffer{};

    const auto whole = MediaFile::open(folder / "a");
    ASSERT_TRUE(whole.ok());
    EXPECT_EQ(avio_read((*whole)->io(), buffer.data(), 200), 100);
    EXPECT_FALSE((*whole)->failure().has_value());

    auto disk = DiskFile::open(folder / "a");
    ASSERT_TRUE(disk.ok());
    FailingStore::Faults faults;
    faults.failReadsFrom = 50;
    faults.mostAtOnce = 10;
    const auto file = MediaFile::over(std::make_unique<FailingStore>(std::move(disk).value(), faults),
                                      MediaFile::Access::Read, "a");
    EXPECT_EQ(avio_read(file->io(), buffer.data(), 200), 50);
    ASSERT_TRUE(file->failure().has_value());
    EXPECT_EQ(file->failure()->code, ErrorCode::Io);
}

TEST(MediaFile, TellsThatRoomRunsOutWhileThereIsStillSome) {
    const TemporaryFolder folder;
    FailingStore::Faults faults;
    faults.capacity = 1000;
    faults.error = ENOSPC;
    const auto file = created(folder / "a", faults);
    writeText(*file, std::string(600, 'm'));
    EXPECT_TRUE(file->flush().ok());
    const auto kept = file->keepRoom(500);
    ASSERT_FALSE(kept.ok());
    EXPECT_EQ(kept.error().code, ErrorCode::NoSpace);
    writeText(*file, "the end");
    EXPECT_TRUE(file->sync().ok());
}

TEST(DiskFile, KeepsRoomWithoutGrowingTheFile) {
    const TemporaryFolder folder;
    auto file = DiskFile::create(folder / "a");
    ASSERT_TRUE(file.ok());
    ASSERT_EQ((*file)->reserve(1 << 20), 0);
    EXPECT_EQ((*file)->size(), 0);
    ASSERT_EQ((*file)->release(), 0);
    struct stat status {};
    ASSERT_EQ(::stat((folder / "a").c_str(), &status), 0);
    EXPECT_EQ(status.st_blocks, 0);
}

TEST(DiskFile, IsLockedWhileItIsWritten) {
    const TemporaryFolder folder;
    {
        const auto file = DiskFile::create(folder / "a");
        ASSERT_TRUE(file.ok());
        EXPECT_TRUE(isLocked(folder / "a"));
        // Reading is free.
        EXPECT_TRUE(DiskFile::open(folder / "a").ok());
    }
    EXPECT_FALSE(isLocked(folder / "a"));
    EXPECT_FALSE(isLocked(folder / "none"));
}

TEST(DiskFile, RefusesWhatExistsAndMissingFolders) {
    const TemporaryFolder folder;
    std::ofstream(folder / "there") << "text";
    const auto existing = DiskFile::create(folder / "there");
    ASSERT_FALSE(existing.ok());
    EXPECT_EQ(existing.error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(contentOf(folder / "there"), "text");
    const auto nowhere = DiskFile::create(folder / "none" / "a");
    ASSERT_FALSE(nowhere.ok());
    EXPECT_EQ(nowhere.error().code, ErrorCode::NotFound);
    const auto aFolder = DiskFile::open(folder.path());
    ASSERT_FALSE(aFolder.ok());
    EXPECT_EQ(aFolder.error().code, ErrorCode::Unsupported);
}

} // namespace mockingbird::media
