// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/incident_store.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using ::testing::IsEmpty;

namespace {

constexpr const char* kMicrophone = "mic:alsa_input.usb";

} // namespace

class IncidentStoreTest : public CatalogTest {
protected:
    Incident begin(IncidentKind kind, double at, RecordingId recording = {}) {
        return must(m_catalog->incidents().begin(m_session.id,
                                                 recording.isNull() ? m_recording.id : recording, kMicrophone,
                                                 "USB microphone", kind, seconds(at)));
    }
};

TEST_F(IncidentStoreTest, AnIncidentLastsUntilItIsEnded) {
    auto& incidents = m_catalog->incidents();
    const Incident silent = begin(IncidentKind::Silent, 12.5);
    auto all = must(incidents.ofSession(m_session.id));
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].id, silent.id);
    EXPECT_EQ(all[0].recording, m_recording.id);
    EXPECT_EQ(all[0].source, kMicrophone);
    EXPECT_EQ(all[0].sourceName, "USB microphone");
    EXPECT_EQ(all[0].kind, IncidentKind::Silent);
    EXPECT_EQ(all[0].at, seconds(12.5));
    EXPECT_FALSE(all[0].until.has_value());
    must(incidents.end(silent.id, seconds(20)));
    EXPECT_EQ(must(incidents.ofSession(m_session.id))[0].until, seconds(20));
    must(incidents.end(silent.id, seconds(40)));
    EXPECT_EQ(must(incidents.ofSession(m_session.id))[0].until, seconds(20)) << "it had ended";
}

TEST_F(IncidentStoreTest, AnIncidentCannotEndBeforeItBegins) {
    auto& incidents = m_catalog->incidents();
    const Incident gap = begin(IncidentKind::Gap, 30);
    EXPECT_EQ(codeOf(incidents.end(gap.id, seconds(29.9))), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(incidents.end(IncidentId::make(), seconds(40))), ErrorCode::NotFound);
    must(incidents.end(gap.id, seconds(30)));
}

TEST_F(IncidentStoreTest, IncidentsAreListedByPartAndTime) {
    const Recording second = must(m_catalog->recordings().begin(m_session.id, {}));
    const Incident third = begin(IncidentKind::Frozen, 1, second.id);
    const Incident later = begin(IncidentKind::Black, 50);
    const Incident earlier = begin(IncidentKind::Clipping, 3);
    const auto all = must(m_catalog->incidents().ofSession(m_session.id));
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].id, earlier.id);
    EXPECT_EQ(all[1].id, later.id);
    EXPECT_EQ(all[2].id, third.id);
    EXPECT_THAT(must(m_catalog->incidents().ofSession(SessionId::make())), IsEmpty());
}

TEST_F(IncidentStoreTest, AnIncidentNeedsARecordingOfTheSession) {
    auto& incidents = m_catalog->incidents();
    const Session other = must(m_catalog->sessions().add(m_mentee.id, m_kit.id, SessionMode::Solo));
    const auto begun = [&](SessionId session, RecordingId recording, double at) {
        return codeOf(
            incidents.begin(session, recording, kMicrophone, "", IncidentKind::Stalled, seconds(at)));
    };
    EXPECT_EQ(begun(other.id, m_recording.id, 1), ErrorCode::InvalidArgument);
    EXPECT_EQ(begun(m_session.id, RecordingId::make(), 1), ErrorCode::NotFound);
    EXPECT_EQ(begun(SessionId::make(), m_recording.id, 1), ErrorCode::NotFound);
    EXPECT_EQ(begun(m_session.id, m_recording.id, -1), ErrorCode::OutOfRange);
}

TEST(IncidentKind, HasOneNameForEach) {
    for (const IncidentKind kind : {IncidentKind::Silent, IncidentKind::Black, IncidentKind::Frozen,
                                    IncidentKind::Clipping, IncidentKind::Stalled, IncidentKind::Gap})
        EXPECT_EQ(must(parseIncidentKind(name(kind))), kind);
    EXPECT_EQ(codeOf(parseIncidentKind("boring")), ErrorCode::InvalidArgument);
}

} // namespace mockingbird::catalog::test
