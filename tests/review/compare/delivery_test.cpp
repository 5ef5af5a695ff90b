// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/delivery.h"

#include "common/catalog/caption_store.h"
#include "review/waveform/peaks_file.h"
#include "tests/review/review_page/reviewed_catalog.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

catalog::Cue cue(double from, double until, const std::string& speaker) {
    return {MediaTime::fromSeconds(from), MediaTime::fromSeconds(until), "words", speaker};
}

TEST(TalkShare, IsThePartOfTheTimeThatIsSpokenIn) {
    EXPECT_DOUBLE_EQ(*talkShare({cue(0, 10, "Ann"), cue(12, 42, "Maya Lind")}, "Maya Lind"), 0.75);
    EXPECT_DOUBLE_EQ(*talkShare({cue(0, 10, "PANEL"), cue(10, 20, "maya"), cue(20, 30, "")}, "Maya Lind"),
                     0.5);
}

TEST(TalkShare, IsNotKnownWhereItIsNotSaidWhoSpeaks) {
    EXPECT_FALSE(talkShare({}, "Maya Lind"));
    EXPECT_FALSE(talkShare({cue(0, 10, ""), cue(10, 20, "")}, "Maya Lind"));
    EXPECT_FALSE(talkShare({cue(0, 10, "Maya"), cue(10, 20, "Maya")}, "Maya Lind")); // who asked?
    EXPECT_FALSE(talkShare({cue(0, 10, "Ann"), cue(10, 20, "Ben")}, "Maya Lind"));
}

TEST(DeliveryOf, HoldsNothingOfAnAttemptWithoutARecording) {
    test::ReviewedCatalog catalog;
    const auto delivery = deliveryOf(*catalog, catalog.addSession(3));
    ASSERT_TRUE(delivery.ok());
    EXPECT_TRUE(delivery->answers.empty());
    EXPECT_FALSE(delivery->meanAnswer);
    EXPECT_FALSE(delivery->talkShare);
    EXPECT_FALSE(delivery->pausesPerMinute);
}

class MeasuredDelivery : public testing::Test {
protected:
    /// Speech throughout but for the silences.
    void writeSound(const std::vector<std::pair<double, double>>& quiet, float loud = 0.5F) {
        Waveform waveform;
        waveform.duration = MediaTime(std::chrono::seconds(10));
        waveform.bucket = MediaTime(std::chrono::milliseconds(20));
        TrackPeaks track{0, "mic", false, std::vector<float>(500, -loud), std::vector<float>(500, loud)};
        for (const auto& [from, until] : quiet)
            for (auto i = static_cast<std::size_t>(from * 50); i < static_cast<std::size_t>(until * 50); ++i)
                track.low[i] = track.high[i] = 0;
        waveform.tracks.push_back(std::move(track));
        ASSERT_TRUE(writePeaks(m_catalog->recordings().path(m_recording), waveform).ok());
    }

    Delivery measured() {
        const auto delivery = deliveryOf(*m_catalog, m_session);
        EXPECT_TRUE(delivery.ok());
        return delivery.ok() ? *delivery : Delivery{};
    }

    test::ReviewedCatalog m_catalog;
    catalog::Session m_session = m_catalog.addRecordedSession(3); // questions at 0, 3 and 6 of 10 seconds
    catalog::Recording m_recording = m_catalog->recordings().ofSession(m_session.id)->front();
};

TEST_F(MeasuredDelivery, TimesEachAnswerThatEnded) {
    const auto segments = m_catalog->sessions().segments(m_session.id);
    ASSERT_TRUE(m_catalog->sessions().endSegment(segments->back().id, MediaTime::fromSeconds(9)).ok());
    const Delivery delivery = measured();
    ASSERT_EQ(delivery.answers.size(), 3u);
    EXPECT_EQ(delivery.answers[1].number, 2);
    EXPECT_EQ(delivery.answers[1].question, m_catalog.kit.questions[1].id);
    EXPECT_EQ(delivery.answers[1].length, MediaTime::fromSeconds(3));
    EXPECT_EQ(delivery.meanAnswer, MediaTime::fromSeconds(3));
    EXPECT_FALSE(delivery.pausesPerMinute); // nothing was measured of its sound
}

TEST_F(MeasuredDelivery, CountsPausesWithinAnswersAlone) {
    const auto segments = m_catalog->sessions().segments(m_session.id);
    ASSERT_TRUE(m_catalog->sessions().endSegment(segments->back().id, MediaTime::fromSeconds(7.5)).ok());
    // One within the first answer; one that is too short; one after the last answer.
    writeSound({{0.5, 2.5}, {4, 5}, {7.6, 9.6}});
    ASSERT_TRUE(measured().pausesPerMinute);
    EXPECT_DOUBLE_EQ(*measured().pausesPerMinute, 60 / 7.5);
    writeSound({});
    EXPECT_DOUBLE_EQ(measured().pausesPerMinute.value_or(-1), 0);
}

TEST_F(MeasuredDelivery, KnowsNothingOfPausesWhereNobodyIsHeard) {
    const auto segments = m_catalog->sessions().segments(m_session.id);
    ASSERT_TRUE(m_catalog->sessions().endSegment(segments->back().id, MediaTime::fromSeconds(9)).ok());
    writeSound({}, 0.001F);
    EXPECT_FALSE(measured().pausesPerMinute);
}

TEST_F(MeasuredDelivery, TakesTheTalkShareFromCaptions) {
    const auto set = m_catalog->captions().set(m_recording.id, "en", "call.vtt",
                                               {cue(0, 2, "Ann Okafor"), cue(2, 8, "Maya Lind")});
    ASSERT_TRUE(set.ok()) << set.error().detail;
    EXPECT_DOUBLE_EQ(measured().talkShare.value_or(-1), 0.75);
}

} // namespace
} // namespace mockingbird::review
