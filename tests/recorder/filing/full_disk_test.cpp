// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is really full: this runs under tests/support/small_disk.
#include "common/media/disk_file.h"
#include "common/media/probe.h"
#include "recorder/filing/filed_recording.h"
#include "recorder/filing/recovery.h"
#include "recorder/recorder_seams.h"
#include "tests/recorder/filing/filing_fixture.h"
#include "tests/support/decoded_file.h"
#include "tests/support/failing_store.h"

#include <cstdlib>
#include <fstream>
#include <sys/statvfs.h>

namespace mockingbird::recorder {

namespace {

using catalog::RecordingState;

/// A disk that takes no room ahead, as if nobody had thought of it.
class CarelessStore final : public media::ByteStore {
public:
    explicit CarelessStore(std::unique_ptr<media::ByteStore> real) : m_real(std::move(real)) {}
    std::ptrdiff_t readAt(std::int64_t offset, std::span<std::uint8_t> bytes) override {
        return m_real->readAt(offset, bytes);
    }
    std::ptrdiff_t writeAt(std::int64_t offset, std::span<const std::uint8_t> bytes) override {
        return m_real->writeAt(offset, bytes);
    }
    std::int64_t size() override { return m_real->size(); }
    int sync() override { return m_real->sync(); }
    int reserve(std::int64_t) override { return 0; }
    int release() override { return 0; }

private:
    const std::unique_ptr<media::ByteStore> m_real;
};

/// A few seconds of the test pattern, beside the room that is kept for the end.
constexpr std::int64_t kLeft = 64LL * 1024;

std::int64_t freeBytes(const std::filesystem::path& folder) {
    struct statvfs disk {};
    EXPECT_EQ(::statvfs(folder.c_str(), &disk), 0);
    return static_cast<std::int64_t>(disk.f_bavail) * static_cast<std::int64_t>(disk.f_frsize);
}

class FullDiskTest : public FilingTest {
protected:
    void SetUp() override {
        const char* place = std::getenv("MOCKINGBIRD_SMALL_DISK");
        ASSERT_NE(place, nullptr) << "there is no small disk; run this under tests/support/small_disk";
        disk = place;
        catalogPlace = disk / "catalog";
        FilingTest::SetUp();
    }
    void TearDown() override {
        catalog.reset();
        if (disk.empty())
            return;
        for (const auto& entry : std::filesystem::directory_iterator(disk))
            std::filesystem::remove_all(entry);
    }
    /// Leaves so much of the disk.
    void fillUpTo(std::int64_t left) {
        std::ofstream ballast(disk / "ballast", std::ios::binary);
        const std::string piece(4096, 'x');
        for (std::int64_t rest = freeBytes(disk) - left; rest > 0; rest -= 4096)
            ballast << piece;
        ballast.flush();
        ASSERT_TRUE(ballast.good());
    }
    static void awaitFailure(const Recorder& recorder) {
        EXPECT_TRUE(test::waitUntil([&] { return recorder.stats().failure.has_value(); }));
    }
    catalog::Recording recordUntilFull() {
        const auto recorder = openRecorder();
        auto filed = FiledRecording::begin(*catalog, *recorder, session);
        EXPECT_TRUE(filed.ok()) << filed.error().detail;
        EXPECT_TRUE(catalog->sessions()
                        .addBookmark(session, filed->recording().id, MediaTime::fromSeconds(0.1))
                        .ok());
        fillUpTo(kLeft);
        awaitFailure(*recorder);
        const auto finished = filed->finish();
        EXPECT_TRUE(finished.ok()) << finished.error().detail;
        EXPECT_TRUE(finished->failure.has_value());
        EXPECT_EQ(finished->failure.value_or(Error{}).code, ErrorCode::NoSpace);
        return finished->recording;
    }

    std::filesystem::path disk;
};

} // namespace

TEST_F(FullDiskTest, EndsARecordingWithAllThatWasWritten) {
    const auto recording = recordUntilFull();
    EXPECT_EQ(recording.state, RecordingState::Complete);
    const auto file = catalog->recordings().path(recording);
    const auto closed = media::probe(file);
    ASSERT_TRUE(closed.ok()) << closed.error().detail;
    EXPECT_GT(closed->duration.seconds(), 0.3);
    EXPECT_NEAR(closed->duration.seconds(), recording.duration.seconds(), 0.01);
    EXPECT_EQ(chaptersIn(file).size(), 1U);
    const auto decoded = test::decodeWhole(file);
    ASSERT_TRUE(decoded.ok());
    EXPECT_NEAR(decoded->pictures[0].back().time.seconds(), closed->duration.seconds(), 0.7);
    for (const auto& frame : decoded->pictures[0])
        EXPECT_TRUE(frame.code.has_value());
    const auto wrong = catalog->verify();
    ASSERT_TRUE(wrong.ok()) << wrong.error().detail;
    EXPECT_TRUE(wrong->empty());
    EXPECT_TRUE(recover(*catalog)->empty());
}

// The control: without the room taken ahead the file has no end.
TEST_F(FullDiskTest, WouldLeaveAFileWithoutAnEndHadItKeptNoRoom) {
    RecorderSeams seams;
    seams.createFile = [](const std::filesystem::path& file) -> Result<std::unique_ptr<media::MediaFile>> {
        auto store = std::make_unique<CarelessStore>(TRY(media::DiskFile::create(file)));
        return media::MediaFile::over(std::move(store), media::MediaFile::Access::Write, file.string());
    };
    const SourceSpec source{SourceKind::Test, ""};
    auto recorder = Recorder::open({{source}, {source}, 30}, seams);
    ASSERT_TRUE(recorder.ok());
    ASSERT_TRUE((*recorder)->start(disk / "a.mkv").ok());
    fillUpTo(kLeft);
    awaitFailure(**recorder);
    EXPECT_FALSE((*recorder)->stop().ok());
    const auto left = media::probe(disk / "a.mkv");
    EXPECT_TRUE(!left.ok() || left->duration <= MediaTime{});
}

TEST_F(FullDiskTest, DoesNotBeginWhereThereIsNoRoomForAnEnd) {
    fillUpTo(1024 * 1024);
    const auto recorder = openRecorder();
    const auto filed = FiledRecording::begin(*catalog, *recorder, session);
    ASSERT_FALSE(filed.ok());
    EXPECT_EQ(filed.error().code, ErrorCode::NoSpace);
    EXPECT_TRUE(catalog->verify()->empty());
}

} // namespace mockingbird::recorder
