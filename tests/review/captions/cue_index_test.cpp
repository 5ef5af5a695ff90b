// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/captions/cue_index.h"

#include <chrono>
#include <gtest/gtest.h>
#include <string>

namespace mockingbird::review {
namespace {

MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

std::string at(const CueIndex& index, std::int64_t time) {
    std::string said;
    for (const catalog::Cue* cue : index.at(ms(time)))
        said += cue->text;
    return said;
}

TEST(CueIndex, GivesWhatIsShownAtATime) {
    const CueIndex index({{ms(3000), ms(4000), "b", ""}, {ms(1000), ms(2000), "a", ""}});
    EXPECT_FALSE(index.empty());
    EXPECT_EQ(at(index, 999), "");
    EXPECT_EQ(at(index, 1000), "a");
    EXPECT_EQ(at(index, 1999), "a");
    EXPECT_EQ(at(index, 2000), "");
    EXPECT_EQ(at(index, 3500), "b");
    EXPECT_EQ(at(index, 4000), "");
    EXPECT_TRUE(CueIndex().at(ms(1)).empty());
}

TEST(CueIndex, GivesOverlappingCuesInTheOrderTheyBegan) {
    const CueIndex index({{ms(0), ms(9000), "a", ""},
                          {ms(1000), ms(2000), "b", ""},
                          {ms(3000), ms(5000), "c", ""},
                          {ms(3000), ms(3000), "never", ""}});
    EXPECT_EQ(at(index, 1500), "ab");
    EXPECT_EQ(at(index, 3000), "ac");
    EXPECT_EQ(at(index, 8999), "a");
}

} // namespace
} // namespace mockingbird::review
