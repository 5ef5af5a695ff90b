// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/picture_lane.h"

#include <gtest/gtest.h>

#include <chrono>

namespace mockingbird::review {
namespace {

MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

media::Picture picture(std::int64_t time, std::size_t bytes = 4) {
    return {1, 1, ms(time), decltype(media::Picture::pixels)(bytes)};
}

class PictureLaneTest : public ::testing::Test {
protected:
    void want(std::int64_t time, int steps = 0) {
        m_lane.request(m_route->enter(ms(time), ms(time)), m_route, steps, PictureLane::Clock::Waits);
    }
    [[nodiscard]] std::uint64_t generation() const { return m_lane.request().generation; }

    std::shared_ptr<const PlayRoute> m_route = std::make_shared<const PlayRoute>(ms(10'000));
    PictureLane m_lane;
};

TEST_F(PictureLaneTest, WantsNothingWithoutATrack) {
    want(1000);
    EXPECT_FALSE(m_lane.wantsPicture());
    EXPECT_FALSE(m_lane.awaited());
    EXPECT_TRUE(m_lane.ended());
}

TEST_F(PictureLaneTest, IsAwaitedUntilItsFrameIsThere) {
    m_lane.show(0);
    want(1000);
    EXPECT_TRUE(m_lane.awaited());
    EXPECT_TRUE(m_lane.answer(m_lane.request(), picture(960)));
    EXPECT_FALSE(m_lane.awaited());
    EXPECT_EQ(m_lane.take(ms(0))->time, ms(960));
    EXPECT_FALSE(m_lane.take(ms(0)));
}

TEST_F(PictureLaneTest, DropsTheFrameOfAJumpThatWasOvertaken) {
    m_lane.show(0);
    want(1000);
    const auto first = m_lane.request();
    want(5000);
    EXPECT_FALSE(m_lane.answer(first, picture(1000)));
    EXPECT_FALSE(m_lane.take(ms(5000)));
    EXPECT_TRUE(m_lane.awaited());
}

TEST_F(PictureLaneTest, ShowsTheFramesOnTheWayOfARowOfSteps) {
    m_lane.show(0);
    want(1000);
    m_lane.answer(m_lane.request(), picture(1000));
    want(1000, 1);
    const auto first = m_lane.request();
    want(1000, 2);
    EXPECT_FALSE(m_lane.answer(first, picture(1040)));
    EXPECT_EQ(m_lane.take(ms(1000))->time, ms(1040));
    EXPECT_TRUE(m_lane.awaited());
    EXPECT_TRUE(m_lane.answer(m_lane.request(), picture(1080)));
}

TEST_F(PictureLaneTest, GivesThePictureThatIsDueAndCountsThoseBefore) {
    m_lane.show(0);
    want(0);
    m_lane.answer(m_lane.request(), picture(0));
    (void)m_lane.take(ms(0));
    for (const std::int64_t time : {40, 80, 120})
        m_lane.add(generation(), ms(time), picture(time));
    EXPECT_FALSE(m_lane.take(ms(39)));
    EXPECT_EQ(m_lane.take(ms(40))->time, ms(40));
    EXPECT_EQ(m_lane.late(), 0U);
    EXPECT_EQ(m_lane.take(ms(130))->time, ms(120));
    EXPECT_EQ(m_lane.late(), 1U);
    m_lane.passOver();
    EXPECT_EQ(m_lane.late(), 2U);
}

TEST_F(PictureLaneTest, KeepsFewerPicturesReadyWhereTheyAreLarge) {
    m_lane.show(0);
    want(0);
    std::size_t small = 0;
    for (; m_lane.wantsPicture(); ++small)
        m_lane.add(generation(), ms(40), picture(40));
    EXPECT_EQ(small, PictureLane::kReadyPictures);
    want(0);
    std::size_t large = 0;
    for (; m_lane.wantsPicture(); ++large)
        m_lane.add(generation(), ms(40), picture(40, 33'177'600));
    EXPECT_EQ(large, PictureLane::kFewPictures);
    // Room is what was taken, too.
    m_lane.answer(m_lane.request(), picture(0));
    (void)m_lane.take(ms(0));
    (void)m_lane.take(ms(50));
    EXPECT_EQ(m_lane.ready(), 0U);
    for (small = 0; m_lane.wantsPicture(); ++small)
        m_lane.add(generation(), ms(40), picture(40));
    EXPECT_EQ(small, PictureLane::kReadyPictures);
}

TEST_F(PictureLaneTest, HoldsNobodyUpWhenItFailsAndShowsAnotherTrackAfterwards) {
    m_lane.show(0);
    want(1000);
    m_lane.fail(generation() - 1, {}); // of what was overtaken
    EXPECT_TRUE(m_lane.awaited());
    m_lane.fail(generation(), Error{ErrorCode::Corrupt, "damaged", 0});
    EXPECT_FALSE(m_lane.awaited());
    EXPECT_FALSE(m_lane.wantsPicture());
    want(2000);
    EXPECT_FALSE(m_lane.awaited());
    m_lane.show(1);
    want(2000);
    EXPECT_TRUE(m_lane.awaited());
    EXPECT_TRUE(m_lane.wantsPicture());
}

TEST_F(PictureLaneTest, StopsWantingAtTheEnd) {
    m_lane.show(0);
    want(9'000);
    m_lane.end(generation() - 1);
    EXPECT_TRUE(m_lane.wantsPicture());
    m_lane.end(generation());
    EXPECT_FALSE(m_lane.wantsPicture());
    want(0);
    EXPECT_TRUE(m_lane.wantsPicture());
}

} // namespace
} // namespace mockingbird::review
