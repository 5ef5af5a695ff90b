// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/filing/session_progress.h"

#include "tests/recorder/filing/filing_fixture.h"

namespace mockingbird::recorder {

using catalog::RecordingState;

class SessionProgressTest : public FilingTest {
protected:
    void SetUp() override {
        FilingTest::SetUp();
        auto kit = catalog->kits().byId(catalog->sessions().byId(session)->kit).value();
        questions = kit.questions;
    }

    /// A part of `length` seconds in which the kit's question was asked at each of these seconds.
    void addPart(double length, const std::vector<double>& asked) {
        const auto part = catalog->recordings().begin(session, {}).value();
        for (const double at : asked) {
            ASSERT_TRUE(catalog->sessions()
                            .beginSegment(session, part.id, questions[0].id, MediaTime::fromSeconds(at))
                            .ok());
        }
        ASSERT_TRUE(catalog->recordings()
                        .finish(part.id, RecordingState::Salvaged, MediaTime::fromSeconds(length), 1, {})
                        .ok());
    }

    std::vector<catalog::Question> questions;
};

TEST_F(SessionProgressTest, NoQuestionWasAskedBeforeItBrokeOff) {
    addPart(20, {});
    const auto progress = sessionProgress(*catalog, session);
    ASSERT_TRUE(progress.ok()) << progress.error().detail;
    EXPECT_FALSE(progress->question.has_value());
    EXPECT_EQ(progress->recorded, MediaTime::fromSeconds(20));
    EXPECT_EQ(progress->used, MediaTime{});
}

TEST_F(SessionProgressTest, NamesTheQuestionInWhichItBrokeOffAndAddsUpTheParts) {
    addPart(100, {10, 40});
    addPart(30, {5});
    const auto progress = sessionProgress(*catalog, session);
    ASSERT_TRUE(progress.ok()) << progress.error().detail;
    EXPECT_EQ(progress->question, 0);
    EXPECT_EQ(progress->parts, 2);
    EXPECT_EQ(progress->recorded, MediaTime::fromSeconds(130));
    EXPECT_EQ(progress->used, MediaTime::fromSeconds(115));
}

TEST_F(SessionProgressTest, ALostPartCountsForNothing) {
    const auto part = catalog->recordings().begin(session, {}).value();
    ASSERT_TRUE(catalog->recordings().finish(part.id, RecordingState::Lost, {}, 0, {}).ok());
    const auto progress = sessionProgress(*catalog, session);
    ASSERT_TRUE(progress.ok()) << progress.error().detail;
    EXPECT_EQ(progress->parts, 0);
}

} // namespace mockingbird::recorder
