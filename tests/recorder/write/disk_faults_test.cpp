// SPDX-License-Identifier: GPL-3.0-or-later
// A real take on disks that misbehave, each beside a control without what guards against it.
#include "common/media/disk_file.h"
#include "common/media/probe.h"
#include "recorder/recorder.h"
#include "recorder/recorder_seams.h"
#include "recorder/salvage/salvage.h"
#include "tests/support/decoded_file.h"
#include "tests/support/failing_store.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait_until.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

using test::FailingStore;
using test::TemporaryFolder;

/// Says of every write that all of it was done, as a program hears that doesn't look.
class BelievingStore final : public media::ByteStore {
public:
    explicit BelievingStore(std::unique_ptr<media::ByteStore> real) : m_real(std::move(real)) {}
    std::ptrdiff_t readAt(std::int64_t offset, std::span<std::uint8_t> bytes) override {
        return m_real->readAt(offset, bytes);
    }
    std::ptrdiff_t writeAt(std::int64_t offset, std::span<const std::uint8_t> bytes) override {
        static_cast<void>(m_real->writeAt(offset, bytes));
        return static_cast<std::ptrdiff_t>(bytes.size());
    }
    std::int64_t size() override { return m_real->size(); }
    int sync() override {
        static_cast<void>(m_real->sync());
        return 0;
    }
    int reserve(std::int64_t end) override { return m_real->reserve(end); }
    int release() override { return m_real->release(); }

private:
    const std::unique_ptr<media::ByteStore> m_real;
};

enum class Looks { AtEachAnswer, Never };

RecorderSeams withDisk(FailingStore::Faults faults, Looks looks) {
    RecorderSeams seams;
    seams.createFile = [=](const std::filesystem::path& file) -> Result<std::unique_ptr<media::MediaFile>> {
        std::unique_ptr<media::ByteStore> disk =
            std::make_unique<FailingStore>(TRY(media::DiskFile::create(file)), faults);
        if (looks == Looks::Never)
            disk = std::make_unique<BelievingStore>(std::move(disk));
        return media::MediaFile::over(std::move(disk), media::MediaFile::Access::Write, file.string());
    };
    return seams;
}

/// Records a second or so and as many bytes, or up to the failure.
Result<RecordingSummary> record(const std::filesystem::path& file, const RecorderSeams& seams,
                                std::int64_t bytes = 0) {
    const SourceSpec source{SourceKind::Test, ""};
    auto recorder = TRY(Recorder::open({{source}, {source}, 30}, seams));
    TRY(recorder->start(file));
    EXPECT_TRUE(test::waitUntil([&] {
        const auto stats = recorder->stats();
        return stats.failure || (stats.elapsed.seconds() > 1.5 && stats.bytes > bytes);
    }));
    return recorder->stop();
}

/// How many pictures can be told by their number.
std::ptrdiff_t soundPictures(const std::filesystem::path& file) {
    const auto decoded = test::decodeWhole(file);
    if (!decoded.ok() || decoded->pictures.empty())
        return 0;
    return std::ranges::count_if(decoded->pictures[0],
                                 [](const auto& frame) { return frame.code.has_value(); });
}

} // namespace

TEST(DiskFaults, AreMadeGoodWhereADiskTakesWritesInPieces) {
    const TemporaryFolder folder;
    FailingStore::Faults faults;
    faults.mostAtOnce = 700;
    const auto whole = record(folder / "a.mkv", withDisk(faults, Looks::AtEachAnswer));
    ASSERT_TRUE(whole.ok()) << whole.error().detail;
    EXPECT_EQ(whole->bytes, static_cast<std::int64_t>(std::filesystem::file_size(folder / "a.mkv")));
    EXPECT_GT(soundPictures(folder / "a.mkv"), 30);

    const auto torn = record(folder / "b.mkv", withDisk(faults, Looks::Never));
    EXPECT_TRUE(torn.ok());
    EXPECT_LT(soundPictures(folder / "b.mkv"), 30);
}

TEST(DiskFaults, EndTheTakeWhereASyncFailsAndKeepWhatWasWritten) {
    const TemporaryFolder folder;
    FailingStore::Faults faults;
    faults.syncError = EIO;
    const auto failed = record(folder / "a.mkv", withDisk(faults, Looks::AtEachAnswer));
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().code, ErrorCode::Io);
    EXPECT_EQ(failed.error().native, EIO);

    // The control goes on as if its recording were safe.
    EXPECT_TRUE(record(folder / "b.mkv", withDisk(faults, Looks::Never)).ok());
}

TEST(DiskFaults, LeaveNoHoleInAFileWhoseDiskFailsInTheMiddle) {
    const TemporaryFolder folder;
    FailingStore::Faults faults;
    faults.capacity = 24'000;
    faults.error = EIO;
    faults.tellsReserve = false;
    const std::int64_t enough = 2 * static_cast<std::int64_t>(faults.capacity);
    const auto failed = record(folder / "a.mkv", withDisk(faults, Looks::AtEachAnswer), enough);
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().code, ErrorCode::Io);
    const auto kept = salvage(folder / "a.mkv");
    ASSERT_TRUE(kept.ok());
    EXPECT_GT(kept->duration.seconds(), 0.2);

    // The control answers a recording that it doesn't have.
    const auto believed = record(folder / "b.mkv", withDisk(faults, Looks::Never), enough);
    ASSERT_TRUE(believed.ok());
    EXPECT_GT(believed->bytes, static_cast<std::int64_t>(std::filesystem::file_size(folder / "b.mkv")));
}

} // namespace mockingbird::recorder
