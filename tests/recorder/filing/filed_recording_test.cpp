// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/filing/filed_recording.h"

#include "common/media/disk_file.h"
#include "common/media/probe.h"
#include "recorder/recorder_seams.h"
#include "tests/recorder/filing/filing_fixture.h"
#include "tests/support/failing_store.h"

#include <cerrno>

namespace mockingbird::recorder {

namespace {

using catalog::RecordingState;
using FiledRecordingTest = FilingTest;

} // namespace

TEST_F(FiledRecordingTest, IsKnownBeforeItsFirstFrameAndCompleteAtTheEnd) {
    const auto recorder = openRecorder();
    auto filed = FiledRecording::begin(*catalog, *recorder, session);
    ASSERT_TRUE(filed.ok()) << filed.error().detail;
    const auto unfinished = catalog->recordings().unfinished();
    ASSERT_TRUE(unfinished.ok());
    ASSERT_EQ(unfinished->size(), 1U);
    EXPECT_EQ(unfinished->front().tracks.size(), 3U);
    recordUntil(*recorder, 0.5);

    const auto finished = filed->finish();
    ASSERT_TRUE(finished.ok()) << finished.error().detail;
    EXPECT_FALSE(finished->failure.has_value());
    const catalog::Recording& recording = finished->recording;
    EXPECT_EQ(recording.state, RecordingState::Complete);
    EXPECT_EQ(recording.tracks[1].role, catalog::TrackRole::Mix);
    EXPECT_EQ(recording.tracks[2].source, "test");
    const auto file = media::probe(catalog->recordings().path(recording));
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(file->bytes, recording.bytes);
    EXPECT_NEAR(file->duration.seconds(), recording.duration.seconds(), 0.01);
    EXPECT_TRUE(catalog->verify()->empty());
}

TEST_F(FiledRecordingTest, WritesQuestionsAndBookmarksIntoTheFile) {
    const auto recorder = openRecorder();
    auto filed = FiledRecording::begin(*catalog, *recorder, session);
    ASSERT_TRUE(filed.ok()) << filed.error().detail;
    const auto& recording = filed->recording();
    const auto kit = catalog->kits().all()->front();
    const auto at = [](double seconds) { return MediaTime::fromSeconds(seconds); };
    ASSERT_TRUE(catalog->sessions().beginSegment(session, recording.id, kit.questions[0].id, at(0.1)).ok());
    ASSERT_TRUE(catalog->sessions().addBookmark(session, recording.id, at(0.2)).ok());
    ASSERT_TRUE(catalog->sessions().addBookmark(session, recording.id, at(0.3), "Strong example").ok());
    recordUntil(*recorder, 0.6);
    const auto finished = filed->finish();
    ASSERT_TRUE(finished.ok()) << finished.error().detail;

    const auto input = media::openMediaInput(catalog->recordings().path(finished->recording));
    ASSERT_TRUE(input.ok());
    const AVDictionaryEntry* title = av_dict_get(input->context->metadata, "title", nullptr, 0);
    ASSERT_NE(title, nullptr);
    EXPECT_STREQ(title->value, "Library Assistant");
    const auto chapters = chaptersIn(catalog->recordings().path(finished->recording));
    ASSERT_EQ(chapters.size(), 3U);
    EXPECT_EQ(chapters[0].title, "1. How do you train a new page?");
    EXPECT_EQ(chapters[0].start, at(0.1));
    EXPECT_GT(chapters[0].end, at(0.5));
    EXPECT_EQ(chapters[1].title, "Bookmark 1");
    EXPECT_EQ(chapters[1].start, at(0.2));
    EXPECT_EQ(chapters[2].title, "Strong example");
}

TEST_F(FiledRecordingTest, SaysLostAndLeavesNoFileWhereTheRecorderCanNotStart) {
    const auto recorder = openRecorder();
    ASSERT_TRUE(recorder->start(folder / "other.mkv").ok());
    const auto filed = FiledRecording::begin(*catalog, *recorder, session);
    ASSERT_FALSE(filed.ok());
    EXPECT_EQ(filed.error().code, ErrorCode::Busy);
    const auto recordings = catalog->recordings().ofSession(session);
    ASSERT_EQ(recordings->size(), 1U);
    EXPECT_EQ(recordings->front().state, RecordingState::Lost);
    EXPECT_FALSE(std::filesystem::exists(catalog->recordings().path(recordings->front())));
    EXPECT_TRUE(catalog->recordings().unfinished()->empty());
}

TEST_F(FiledRecordingTest, FilesWhatWasKeptWhenTheDiskFillsUpOrFails) {
    for (const int error : {ENOSPC, EIO}) {
        test::FailingStore::Faults faults;
        faults.error = error;
        faults.tellsReserve = error == ENOSPC;
        faults.capacity = error == ENOSPC ? 4 * 1024 * 1024 + 12'000 : 16'000;
        RecorderSeams seams;
        seams.createFile =
            [=](const std::filesystem::path& file) -> Result<std::unique_ptr<media::MediaFile>> {
            auto disk = TRY(media::DiskFile::create(file));
            return media::MediaFile::over(std::make_unique<test::FailingStore>(std::move(disk), faults),
                                          media::MediaFile::Access::Write, file.string());
        };
        const SourceSpec source{SourceKind::Test, ""};
        auto recorder = Recorder::open({{source}, {source}, 30}, seams);
        ASSERT_TRUE(recorder.ok());
        auto filed = FiledRecording::begin(*catalog, **recorder, session);
        ASSERT_TRUE(filed.ok()) << filed.error().detail;
        ASSERT_TRUE(test::waitUntil([&] { return (*recorder)->stats().failure.has_value(); }));
        const auto finished = filed->finish();
        ASSERT_TRUE(finished.ok()) << finished.error().detail;
        ASSERT_TRUE(finished->failure.has_value());
        EXPECT_EQ(finished->failure->native, error);
        EXPECT_EQ(finished->recording.state,
                  error == ENOSPC ? RecordingState::Complete : RecordingState::Salvaged);
        EXPECT_GT(finished->recording.duration.seconds(), 0.2);
        const auto file = media::probe(catalog->recordings().path(finished->recording));
        ASSERT_TRUE(file.ok());
        EXPECT_NEAR(file->duration.seconds(), finished->recording.duration.seconds(), 0.01);
    }
}

} // namespace mockingbird::recorder
