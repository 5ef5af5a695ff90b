// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/word_difference.h"

#include <gtest/gtest.h>

namespace mockingbird::catalog::test {

namespace {

using Kind = WordRun::Kind;

std::string join(const std::vector<WordRun>& runs, Kind without) {
    std::string text;
    for (const WordRun& run : runs)
        if (run.kind != without)
            text += (text.empty() || text.back() == ' ' ? "" : " ") + run.text;
    return text;
}

} // namespace

TEST(WordDifference, TellsWhichWordsCameAndWent) {
    const auto runs = wordDifference("Tell us about a conflict.", "Tell us calmly about a quarrel.");
    const std::vector<WordRun> wanted = {{Kind::Same, "Tell us "},
                                         {Kind::Added, "calmly "},
                                         {Kind::Same, "about a "},
                                         {Kind::Removed, "conflict."},
                                         {Kind::Added, "quarrel."}};
    EXPECT_EQ(runs, wanted);
}

TEST(WordDifference, GivesBothTextsBack) {
    const std::string before = "one two three four five six";
    const std::string after = "zero two four three five seven six";
    const auto runs = wordDifference(before, after);
    EXPECT_EQ(join(runs, Kind::Added), before);
    EXPECT_EQ(join(runs, Kind::Removed), after);
}

TEST(WordDifference, SameTextsAreOneRunAndEmptyOnesNone) {
    EXPECT_EQ(wordDifference("a b", "a b"), (std::vector<WordRun>{{Kind::Same, "a b"}}));
    EXPECT_EQ(wordDifference("", "new words"), (std::vector<WordRun>{{Kind::Added, "new words"}}));
    EXPECT_EQ(wordDifference("old", "  "), (std::vector<WordRun>{{Kind::Removed, "old"}}));
    EXPECT_TRUE(wordDifference("", "").empty());
}

TEST(WordDifference, GivesUpOnWordsWhereItWouldTakeTooLong) {
    std::string before;
    std::string after;
    for (int i = 0; i < 3000; ++i) {
        before += "a" + std::to_string(i) + " ";
        after += "b" + std::to_string(i) + " ";
    }
    EXPECT_EQ(wordDifference(before, after).size(), 2U);
}

} // namespace mockingbird::catalog::test
