// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/play_route.h"

#include <gtest/gtest.h>

#include <chrono>
#include <utility>

namespace mockingbird::review {
namespace {

MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

PlayRange range(std::int64_t from, std::int64_t to) {
    return {ms(from), ms(to)};
}

using Stretch = std::pair<std::int64_t, std::int64_t>;

/// The first stretches played from `start`, in milliseconds; empty ones are left out.
std::vector<Stretch> played(const PlayRoute& route, std::int64_t start, std::size_t most = 6) {
    std::vector<Stretch> stretches;
    std::optional<RoutePiece> piece = route.enter(ms(start), ms(start));
    MediaTime at = piece->at;
    while (piece && stretches.size() < most) {
        EXPECT_EQ(piece->at, at);
        at = piece->end();
        if (!piece->empty())
            stretches.emplace_back(piece->from.microseconds() / 1000, piece->to.microseconds() / 1000);
        piece = route.next(*piece);
    }
    return stretches;
}

const MediaTime kLength = ms(10'000);

TEST(PlayRoute, GoesStraightToTheEnd) {
    const PlayRoute route(kLength);
    EXPECT_EQ(played(route, 0), (std::vector<Stretch>{{0, 10'000}}));
    EXPECT_EQ(played(route, 4'000), (std::vector<Stretch>{{4'000, 10'000}}));
    EXPECT_TRUE(played(route, 10'000).empty());
}

TEST(PlayRoute, GoesRoundInALoop) {
    const PlayRoute route(kLength, range(2'000, 3'000));
    EXPECT_EQ(played(route, 2'400, 3),
              (std::vector<Stretch>{{2'400, 3'000}, {2'000, 3'000}, {2'000, 3'000}}));
}

TEST(PlayRoute, RunsIntoALoopFromBeforeAndNotFromBehind) {
    const PlayRoute route(kLength, range(2'000, 3'000));
    EXPECT_EQ(played(route, 500, 2), (std::vector<Stretch>{{500, 3'000}, {2'000, 3'000}}));
    EXPECT_EQ(played(route, 3'000), (std::vector<Stretch>{{3'000, 10'000}}));
}

TEST(PlayRoute, LoopsUpToTheRecordingsEnd) {
    const PlayRoute route(kLength, range(9'000, 12'000));
    EXPECT_EQ(played(route, 9'500, 2), (std::vector<Stretch>{{9'500, 10'000}, {9'000, 10'000}}));
}

TEST(PlayRoute, TakesNothingShorterThanAFrameForALoop) {
    EXPECT_FALSE(PlayRoute::loopable(range(2'000, 2'039), kLength));
    EXPECT_FALSE(PlayRoute::loopable(range(3'000, 2'000), kLength));
    EXPECT_FALSE(PlayRoute::loopable(range(9'990, 12'000), kLength));
    EXPECT_EQ(PlayRoute::loopable(range(9'000, 12'000), kLength), range(9'000, 10'000));
    EXPECT_EQ(played(PlayRoute(kLength, range(2'000, 2'010)), 0), (std::vector<Stretch>{{0, 10'000}}));
}

TEST(PlayRoute, PassesOverWhatIsSkipped) {
    const PlayRoute route(kLength, std::nullopt, {range(2'000, 3'000), range(5'000, 7'500)});
    EXPECT_EQ(played(route, 0), (std::vector<Stretch>{{0, 2'000}, {3'000, 5'000}, {7'500, 10'000}}));
    EXPECT_EQ(played(route, 3'500), (std::vector<Stretch>{{3'500, 5'000}, {7'500, 10'000}}));
}

TEST(PlayRoute, GoesOnBehindASkippedStretchThatItBeginsIn) {
    const PlayRoute route(kLength, std::nullopt, {range(2'000, 3'000)});
    const RoutePiece first = route.enter(ms(2'400), ms(2'400));
    EXPECT_TRUE(first.empty());
    EXPECT_EQ(first.from, ms(2'400));
    EXPECT_EQ(played(route, 2'400), (std::vector<Stretch>{{3'000, 10'000}}));
}

TEST(PlayRoute, EndsAtOnceWhereTheRestIsSkipped) {
    const PlayRoute route(kLength, std::nullopt, {range(8'000, 20'000)});
    EXPECT_EQ(played(route, 7'000), (std::vector<Stretch>{{7'000, 8'000}}));
    const RoutePiece last = route.walk(route.enter(ms(7'000), ms(7'000)), ms(60'000));
    EXPECT_EQ(last.from, kLength);
}

TEST(PlayRoute, MergesSkippedStretchesThatMeetAndDropsEmptyOnes) {
    const PlayRoute route(
        kLength, std::nullopt,
        {range(3'000, 4'000), range(1'000, 2'000), range(2'000, 3'200), range(6'000, 6'000)});
    EXPECT_EQ(played(route, 0), (std::vector<Stretch>{{0, 1'000}, {4'000, 10'000}}));
}

TEST(PlayRoute, SkipsInsideALoop) {
    const PlayRoute route(kLength, range(2'000, 5'000), {range(1'000, 2'500), range(4'000, 6'000)});
    EXPECT_EQ(played(route, 2'600, 3),
              (std::vector<Stretch>{{2'600, 4'000}, {2'500, 4'000}, {2'500, 4'000}}));
}

TEST(PlayRoute, PlaysALoopThatHasNothingLeft) {
    const PlayRoute route(kLength, range(3'000, 4'000), {range(2'000, 5'000), range(7'000, 8'000)});
    EXPECT_EQ(played(route, 3'000, 2), (std::vector<Stretch>{{3'000, 4'000}, {3'000, 4'000}}));
}

TEST(PlayRoute, NeverShowsTheFrameBeforeALoopsStart) {
    // At 30 frames a second they begin between milliseconds.
    const PlayRange loop{MediaTime::fromMicroseconds(33'367), MediaTime::fromMicroseconds(2'033'367)};
    const PlayRoute route(kLength, loop);
    const RoutePiece again = *route.next(route.enter(ms(1'000), ms(1'000)));
    EXPECT_GE(again.from, loop.start);
    EXPECT_LE(again.to, loop.end);
    EXPECT_EQ(again.from.microseconds() % 1000, 0);
    EXPECT_EQ(again.to.microseconds() % 1000, 0);
}

TEST(PlayRoute, WalksToWhereARouteTimeLies) {
    const PlayRoute route(kLength, range(2'000, 3'000));
    const RoutePiece start = route.enter(ms(2'000), ms(2'000));
    const RoutePiece there = route.walk(start, ms(2'000 + 250'500));
    EXPECT_EQ(there.timeOf(ms(252'500)), ms(2'500));
    EXPECT_EQ(there.at, ms(252'000));
}

} // namespace
} // namespace mockingbird::review
