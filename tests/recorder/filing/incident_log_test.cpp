// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/filing/incident_log.h"

#include "tests/recorder/filing/filing_fixture.h"

namespace mockingbird::recorder {

using catalog::IncidentKind;

class IncidentLogTest : public FilingTest {
protected:
    void SetUp() override {
        FilingTest::SetUp();
        recording = catalog->recordings().begin(session, {}).value().id;
        stats.recording = true;
        SourceStats camera;
        camera.source = {SourceKind::Camera, "front"};
        camera.video = true;
        camera.name = "Front camera";
        SourceStats microphone;
        microphone.source = {SourceKind::Microphone, "desk"};
        microphone.name = "Desk microphone";
        stats.sources = {camera, microphone};
    }

    void followAt(IncidentLog& log, double seconds) {
        stats.elapsed = MediaTime::fromSeconds(seconds);
        const auto followed = log.follow(stats);
        EXPECT_TRUE(followed.ok()) << followed.error().detail;
    }
    std::vector<catalog::Incident> filed() { return catalog->incidents().ofSession(session).value(); }

    catalog::RecordingId recording;
    RecorderStats stats;
};

TEST_F(IncidentLogTest, FilesNothingWhileAllIsWell) {
    IncidentLog log(*catalog, session, recording);
    followAt(log, 1);
    followAt(log, 2);
    EXPECT_TRUE(filed().empty());
    EXPECT_FALSE(log.running());
}

TEST_F(IncidentLogTest, ATroubleIsOneIncidentFromItsBeginningBeforeItWasToldToItsGoing) {
    IncidentLog log(*catalog, session, recording);
    stats.sources[1].troubles = {Trouble::Silent};
    followAt(log, 70);
    followAt(log, 71);
    EXPECT_TRUE(log.running());
    ASSERT_EQ(filed().size(), 1u);
    EXPECT_FALSE(filed()[0].until.has_value());
    stats.sources[1].troubles = {};
    followAt(log, 85);
    followAt(log, 90);
    ASSERT_EQ(filed().size(), 1u);
    const auto silence = filed()[0];
    EXPECT_EQ(silence.kind, IncidentKind::Silent);
    EXPECT_EQ(silence.source, "mic:desk");
    EXPECT_EQ(silence.sourceName, "Desk microphone");
    EXPECT_EQ(silence.at, MediaTime::fromSeconds(66));
    EXPECT_EQ(silence.until, MediaTime::fromSeconds(85));
}

TEST_F(IncidentLogTest, ALostDeviceIsAGapAndLosingItAgainIsAnother) {
    IncidentLog log(*catalog, session, recording);
    for (const double at : {10.0, 30.0}) {
        stats.sources[1].troubles = {Trouble::Lost};
        followAt(log, at);
        stats.sources[1].troubles = {};
        followAt(log, at + 5);
    }
    ASSERT_EQ(filed().size(), 2u);
    EXPECT_EQ(filed()[0].kind, IncidentKind::Gap);
    EXPECT_EQ(filed()[1].at, MediaTime::fromSeconds(29));
}

TEST_F(IncidentLogTest, SourcesAndTroublesAreToldApart) {
    IncidentLog log(*catalog, session, recording);
    stats.sources[0].troubles = {Trouble::Black, Trouble::Frozen};
    stats.sources[1].troubles = {Trouble::Clipping};
    followAt(log, 5);
    EXPECT_EQ(filed().size(), 3u);
    stats.sources[0].troubles = {Trouble::Frozen};
    followAt(log, 8);
    int ended = 0;
    for (const auto& one : filed()) {
        ended += one.until ? 1 : 0;
        EXPECT_EQ(one.until.has_value(), one.kind == IncidentKind::Black);
    }
    EXPECT_EQ(ended, 1);
}

TEST_F(IncidentLogTest, NothingBeginsOrEndsInAPause) {
    IncidentLog log(*catalog, session, recording);
    stats.sources[1].troubles = {Trouble::Silent};
    followAt(log, 5);
    stats.paused = true;
    stats.sources[0].troubles = {Trouble::Black};
    stats.sources[1].troubles = {};
    followAt(log, 6);
    ASSERT_EQ(filed().size(), 1u);
    EXPECT_FALSE(filed()[0].until.has_value());
    stats.paused = false;
    stats.sources[0].troubles = {};
    followAt(log, 6);
    ASSERT_EQ(filed().size(), 1u);
    EXPECT_EQ(filed()[0].until, MediaTime::fromSeconds(6));
}

} // namespace mockingbird::recorder
