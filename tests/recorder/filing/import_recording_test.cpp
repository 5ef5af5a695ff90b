// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/media/probe.h"
#include "recorder/filing/recovery.h"
#include "tests/recorder/filing/filing_fixture.h"
#include "tests/support/decoded_file.h"

#include <fstream>

namespace mockingbird::recorder {

namespace {

class ImportTest : public FilingTest {
protected:
    std::filesystem::path recorded() {
        const auto recorder = openRecorder();
        EXPECT_TRUE(recorder->start(folder / "elsewhere.mkv").ok());
        recordUntil(*recorder, 0.6);
        EXPECT_TRUE(recorder->stop().ok());
        return folder / "elsewhere.mkv";
    }
    std::size_t filesInMedia() {
        std::size_t count = 0;
        for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(catalog->mediaFolder()))
            ++count;
        return count;
    }
};

} // namespace

TEST_F(ImportTest, CopiesTheFileAndLeavesTheOriginalAlone) {
    const auto original = recorded();
    const auto size = std::filesystem::file_size(original);
    const auto imported = importRecording(*catalog, session, original);
    ASSERT_TRUE(imported.ok()) << imported.error().detail;
    EXPECT_EQ(imported->state, catalog::RecordingState::Complete);
    ASSERT_EQ(imported->tracks.size(), 3U);
    EXPECT_EQ(imported->tracks[1].role, catalog::TrackRole::Mix);
    EXPECT_EQ(std::filesystem::file_size(original), size);
    EXPECT_EQ(filesInMedia(), 1U);
    const auto copy = test::decodeWhole(catalog->recordings().path(*imported));
    const auto first = test::decodeWhole(original);
    ASSERT_TRUE(copy.ok() && first.ok());
    EXPECT_EQ(copy->pictures[0].size(), first->pictures[0].size());
    EXPECT_TRUE(catalog->verify()->empty());
}

TEST_F(ImportTest, SaysOfAFileThatIsCutShortThatItIs) {
    const auto whole = std::filesystem::path(MOCKINGBIRD_SOURCE_DIR) / "studio/sample/attempt_1.mkv";
    const auto cut = folder / "cut.mkv";
    std::filesystem::copy_file(whole, cut);
    std::filesystem::resize_file(cut, 300'000);
    const auto imported = importRecording(*catalog, session, cut);
    ASSERT_TRUE(imported.ok()) << imported.error().detail;
    EXPECT_EQ(imported->state, catalog::RecordingState::Salvaged);
    EXPECT_GT(imported->duration.seconds(), 5);
    // The control: the whole file is complete.
    const auto complete = importRecording(*catalog, session, whole);
    ASSERT_TRUE(complete.ok()) << complete.error().detail;
    EXPECT_EQ(complete->state, catalog::RecordingState::Complete);
}

TEST_F(ImportTest, RefusesWhatIsNoMediaAndFilesNothing) {
    std::ofstream(folder / "words.mp4") << "no media at all";
    const auto imported = importRecording(*catalog, session, folder / "words.mp4");
    ASSERT_FALSE(imported.ok());
    EXPECT_EQ(imported.error().code, ErrorCode::Unsupported);
    const auto missing = importRecording(*catalog, session, folder / "none.mp4");
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_TRUE(catalog->recordings().ofSession(session)->empty());
    EXPECT_EQ(filesInMedia(), 0U);
}

TEST_F(ImportTest, RefusesASessionThatIsNotThere) {
    const auto imported = importRecording(*catalog, catalog::SessionId::make(), recorded());
    ASSERT_FALSE(imported.ok());
    EXPECT_EQ(imported.error().code, ErrorCode::NotFound);
    EXPECT_EQ(filesInMedia(), 0U);
}

} // namespace mockingbird::recorder
