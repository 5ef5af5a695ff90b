// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/filing/recovery.h"

#include "common/media/probe.h"
#include "recorder/filing/filed_recording.h"
#include "recorder/filing/filing_lock.h"
#include "tests/recorder/filing/filing_fixture.h"

#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

namespace mockingbird::recorder {

namespace {

using catalog::RecordingState;

class RecoveryTest : public FilingTest {
protected:
    /// A recording that the catalog knows as unfinished, its file cut off in the middle.
    catalog::Recording cutOff() {
        const auto recorder = openRecorder();
        EXPECT_TRUE(recorder->start(folder / "whole.mkv").ok());
        recordUntil(*recorder, 1.2);
        EXPECT_TRUE(recorder->stop().ok());
        auto recording = catalog->recordings().begin(session, {}).value();
        std::ifstream whole(folder / "whole.mkv", std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(whole), std::istreambuf_iterator<char>()};
        bytes.resize(bytes.size() * 3 / 4);
        std::ofstream(catalog->recordings().path(recording), std::ios::binary) << bytes;
        std::filesystem::remove(folder / "whole.mkv");
        return recording;
    }
};

} // namespace

TEST_F(RecoveryTest, SalvagesWhatWasCutOffAndSaysSoOnce) {
    const auto recording = cutOff();
    ASSERT_TRUE(catalog->sessions().addBookmark(session, recording.id, MediaTime::fromSeconds(0.2)).ok());
    ASSERT_TRUE(catalog->sessions().addBookmark(session, recording.id, MediaTime::fromSeconds(60)).ok());
    const auto recovered = recover(*catalog);
    ASSERT_TRUE(recovered.ok()) << recovered.error().detail;
    ASSERT_EQ(recovered->size(), 1U);
    EXPECT_EQ(recovered->front().id, recording.id);
    EXPECT_EQ(recovered->front().state, RecordingState::Salvaged);
    EXPECT_GT(recovered->front().duration.seconds(), 0.3);
    const auto file = media::probe(catalog->recordings().path(recording));
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(file->bytes, recovered->front().bytes);
    // The second bookmark lies in what was cut off.
    const auto chapters = chaptersIn(catalog->recordings().path(recording));
    ASSERT_EQ(chapters.size(), 1U);
    EXPECT_EQ(chapters[0].title, "Bookmark 1");
    const auto again = recover(*catalog);
    ASSERT_TRUE(again.ok());
    EXPECT_TRUE(again->empty());
    EXPECT_TRUE(catalog->verify()->empty());
}

TEST_F(RecoveryTest, SaysLostWhereThereIsNoFile) {
    const auto begun = catalog->recordings().begin(session, {});
    ASSERT_TRUE(begun.ok());
    const auto recovered = recover(*catalog);
    ASSERT_TRUE(recovered.ok());
    ASSERT_EQ(recovered->size(), 1U);
    EXPECT_EQ(recovered->front().state, RecordingState::Lost);
}

TEST_F(RecoveryTest, LeavesARecordingAloneThatIsUnderWay) {
    const auto recorder = openRecorder();
    auto filed = FiledRecording::begin(*catalog, *recorder, session);
    ASSERT_TRUE(filed.ok());
    // As another program does it, over its own connection.
    const auto other = catalog::Catalog::open(folder / "catalog");
    ASSERT_TRUE(other.ok());
    const auto recovered = recover(**other);
    ASSERT_TRUE(recovered.ok());
    EXPECT_TRUE(recovered->empty());
    const auto finished = filed->finish();
    ASSERT_TRUE(finished.ok());
    EXPECT_EQ(finished->recording.state, RecordingState::Complete);
}

TEST_F(RecoveryTest, WaitsWhileARecordingIsJustBeginning) {
    auto lock = std::make_unique<Result<FilingLock>>(FilingLock::take(catalog->folder()));
    ASSERT_TRUE(lock->ok());
    ASSERT_TRUE(catalog->recordings().begin(session, {}).ok());
    std::atomic<bool> done = false;
    std::jthread other([&] {
        const auto opened = catalog::Catalog::open(folder / "catalog");
        EXPECT_TRUE(opened.ok());
        EXPECT_TRUE(recover(**opened).ok());
        done = true;
    });
    EXPECT_FALSE(test::waitUntil([&] { return done.load(); }, std::chrono::milliseconds(200)));
    lock.reset();
    other.join();
    EXPECT_TRUE(done);
}

TEST_F(RecoveryTest, SweepsAwayImportsThatWereCutOff) {
    const auto part = catalog->mediaFolder() / "import-x.part";
    std::ofstream(part) << "half";
    ASSERT_TRUE(recover(*catalog).ok());
    EXPECT_FALSE(std::filesystem::exists(part));
}

} // namespace mockingbird::recorder
