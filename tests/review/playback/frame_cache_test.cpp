// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/frame_cache.h"

#include "common/media/av_handles.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

constexpr std::size_t kFrameBytes = 1'000'000;

MediaTime at(std::int64_t number) {
    return MediaTime::fromMicroseconds(number * 40'000);
}

PictureFrame frame(std::int64_t number) {
    auto* made = av_frame_alloc();
    made->buf[0] = av_buffer_alloc(kFrameBytes);
    return {std::shared_ptr<const AVFrame>(made,
                                           [](const AVFrame* gone) {
                                               auto* owned = const_cast<AVFrame*>(gone);
                                               av_frame_free(&owned);
                                           }),
            at(number)};
}

void fill(FrameCache& cache, int frames) {
    for (int number = 0; number < frames; ++number)
        cache.insert(frame(number), at(number));
}

TEST(FrameCache, AnswersForATimeOnlyWhereTheFramesEndIsKnown) {
    FrameCache cache(10 * kFrameBytes);
    fill(cache, 2);
    EXPECT_FALSE(cache.find(at(0)));
    cache.link(at(0), at(1));
    ASSERT_TRUE(cache.find(at(0) + MediaTime::fromMicroseconds(39'999)));
    EXPECT_EQ(cache.find(at(0))->time, at(0));
    EXPECT_FALSE(cache.find(at(1)));
    EXPECT_EQ(cache.before(at(1))->time, at(0));
    EXPECT_FALSE(cache.before(at(0)));
}

TEST(FrameCache, KeepsToItsLimitAndWhatIsNearest) {
    FrameCache cache(5 * kFrameBytes);
    fill(cache, 20);
    EXPECT_LE(cache.bytes(), 5 * kFrameBytes);
    EXPECT_EQ(cache.size(), 5U);
    cache.link(at(15), at(16));
    cache.link(at(14), at(15));
    EXPECT_TRUE(cache.find(at(15)));
    EXPECT_FALSE(cache.find(at(14)));
}

TEST(FrameCache, KeepsAFrameLargerThanTheLimit) {
    FrameCache cache(kFrameBytes / 2);
    fill(cache, 3);
    EXPECT_EQ(cache.size(), 1U);
}

TEST(FrameCache, SharesTheLimitWithTheOthers) {
    FrameCache one(6 * kFrameBytes);
    {
        FrameCache other(6 * kFrameBytes);
        fill(one, 20);
        fill(other, 20);
        EXPECT_LE(one.bytes() + other.bytes(), 6 * kFrameBytes);
    }
    fill(one, 20);
    EXPECT_EQ(one.size(), 6U);
}

} // namespace
} // namespace mockingbird::review
