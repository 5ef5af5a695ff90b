// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/write/file_chapters.h"

#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

MediaTime seconds(double value) {
    return MediaTime::fromSeconds(value);
}

} // namespace

TEST(FileChapters, EndsABookmarkAtTheNextQuestionAndTheLastOnesAtTheFilesEnd) {
    const auto within = chaptersWithin({{seconds(12), std::nullopt, "Bookmark 1"},
                                        {seconds(30), std::nullopt, "Bookmark 2"},
                                        {seconds(2), seconds(20), "1. First"},
                                        {seconds(20), seconds(25), "2. Second"}},
                                       seconds(40));
    ASSERT_EQ(within.size(), 4U);
    EXPECT_EQ(within[0].title, "1. First");
    EXPECT_EQ(within[0].end, seconds(20));
    EXPECT_EQ(within[1].title, "Bookmark 1");
    EXPECT_EQ(within[1].end, seconds(20));
    EXPECT_EQ(within[2].title, "2. Second");
    EXPECT_EQ(within[3].end, seconds(40));
}

TEST(FileChapters, LeavesOutWhatLiesPastTheEndAndCutsWhatReachesOverIt) {
    const auto within = chaptersWithin(
        {{seconds(1), seconds(9), "1. First"}, {seconds(9), seconds(12), "2. Second"}}, seconds(5));
    ASSERT_EQ(within.size(), 1U);
    EXPECT_EQ(within[0].end, seconds(5));
    EXPECT_TRUE(chaptersWithin({{seconds(0), std::nullopt, "1. First"}}, MediaTime{}).empty());
}

TEST(FileChapters, KeepsTwoAtTheSameMomentApartInTheirOrder) {
    const auto within = chaptersWithin({{seconds(3), std::nullopt, "Bookmark 1"},
                                        {seconds(3), std::nullopt, "Bookmark 2"},
                                        {seconds(3.0004), std::nullopt, "Bookmark 3"}},
                                       seconds(5));
    ASSERT_EQ(within.size(), 3U);
    EXPECT_EQ(within[0].title, "Bookmark 1");
    EXPECT_EQ(within[1].start, seconds(3.001));
    EXPECT_EQ(within[2].start, seconds(3.002));
}

} // namespace mockingbird::recorder
