// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/recording_store.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

TEST_F(CatalogTest, ARecordingIsKnownBeforeItsFirstFrame) {
    auto& recordings = m_catalog->recordings();
    const Recording begun = must(recordings.begin(m_session.id, m_recording.tracks, WallTime{5000}));
    EXPECT_EQ(begun.part, 2) << "after the session's first";
    EXPECT_EQ(begun.state, RecordingState::Recording);
    EXPECT_EQ(begun.file, "media/" + begun.id.toString() + ".mkv");
    EXPECT_EQ(recordings.path(begun), m_folder.path() / begun.file);
    EXPECT_EQ(begun.startedAt.milliseconds, 5000);
    EXPECT_EQ(must(m_catalog->sessions().byId(m_session.id)).state, "recording");
    const auto unfinished = must(recordings.unfinished());
    ASSERT_EQ(unfinished.size(), 1U);
    EXPECT_EQ(unfinished[0].id, begun.id);
}

TEST_F(CatalogTest, AFinishedRecordingKeepsLengthSizeAndTracks) {
    const Recording recording = must(m_catalog->recordings().byId(m_recording.id));
    EXPECT_EQ(recording.state, RecordingState::Complete);
    EXPECT_EQ(recording.duration, seconds(60));
    EXPECT_EQ(recording.bytes, 1234);
    ASSERT_EQ(recording.tracks.size(), 2U);
    EXPECT_EQ(recording.tracks[0].width, 1280);
    EXPECT_EQ(recording.tracks[1].role, TrackRole::Mix);
    EXPECT_EQ(recording.tracks[1].kind, TrackKind::Audio);
    EXPECT_EQ(recording.tracks[1].sampleRate, 48000);
    EXPECT_TRUE(must(m_catalog->recordings().unfinished()).empty());
}

TEST_F(CatalogTest, ARecordingEndsOnceAndNotAsRecording) {
    auto& recordings = m_catalog->recordings();
    EXPECT_EQ(codeOf(recordings.finish(m_recording.id, RecordingState::Complete, seconds(1), 1, {})),
              ErrorCode::InvalidArgument);
    const Recording begun = must(recordings.begin(m_session.id, {}));
    EXPECT_EQ(codeOf(recordings.finish(begun.id, RecordingState::Recording, seconds(1), 1, {})),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(recordings.finish(begun.id, RecordingState::Complete, seconds(-1), 1, {})),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(recordings.finish(RecordingId::make(), RecordingState::Lost, {}, 0, {})),
              ErrorCode::NotFound);
    EXPECT_EQ(must(recordings.finish(begun.id, RecordingState::Salvaged, seconds(1), 1, {})).state,
              RecordingState::Salvaged);
    EXPECT_EQ(must(recordings.ofSession(m_session.id)).size(), 2U);
}

TEST_F(CatalogTest, ASessionOfWhichAllWasLostHasNoRecording) {
    const Session session = must(m_catalog->sessions().add(m_mentee.id, m_kit.id, SessionMode::Solo));
    EXPECT_EQ(session.state, "none");
    const Recording begun = must(m_catalog->recordings().begin(session.id, m_recording.tracks));
    const Recording lost = must(m_catalog->recordings().finish(begun.id, RecordingState::Lost, {}, 0, {}));
    EXPECT_EQ(lost.tracks.size(), 2U) << "those it was begun with";
    EXPECT_EQ(must(m_catalog->sessions().byId(session.id)).state, "none");
}

TEST_F(CatalogTest, ASegmentThatStillRunsEndsWithItsRecording) {
    const Recording begun = must(m_catalog->recordings().begin(m_session.id, {}));
    must(m_catalog->sessions().beginSegment(m_session.id, begun.id, m_kit.questions[0].id, seconds(3)));
    must(m_catalog->recordings().finish(begun.id, RecordingState::Complete, seconds(40), 1, {}));
    EXPECT_EQ(must(m_catalog->sessions().segments(m_session.id))[0].end, seconds(40));
}

TEST_F(CatalogTest, ARecordingNeedsASessionAndTracksOfTheirOwnPlace) {
    EXPECT_EQ(codeOf(m_catalog->recordings().begin(SessionId::make(), {})), ErrorCode::NotFound);
    const std::vector<Track> same = {m_recording.tracks[0], m_recording.tracks[0]};
    EXPECT_EQ(codeOf(m_catalog->recordings().begin(m_session.id, same)), ErrorCode::InvalidArgument);
}

} // namespace mockingbird::catalog::test
