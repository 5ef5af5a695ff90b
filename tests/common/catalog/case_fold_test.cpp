// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/case_fold.h"

#include <gtest/gtest.h>

namespace mockingbird::catalog::test {

TEST(FoldCase, LowersLatinGreekAndCyrillicLetters) {
    EXPECT_EQ(foldCase("ANA Díaz"), "ana díaz");
    EXPECT_EQ(foldCase("ÅNGSTRÖM ÞÓR"), "ångström þór");
    EXPECT_EQ(foldCase("ŁUKASZ ŻÓŁĆ ŠŇŸ"), "łukasz żółć šňÿ");
    EXPECT_EQ(foldCase("ΩΜΕΓΑ"), "ωμεγα");
    EXPECT_EQ(foldCase("ЁЖИК Ћ"), "ёжик ћ");
}

TEST(FoldCase, LeavesWhatHasNoCase) {
    EXPECT_EQ(foldCase("×÷ 日本 😀 123"), "×÷ 日本 😀 123");
    EXPECT_EQ(foldCase("żółć ĸ ŉ"), "żółć ĸ ŉ");
    EXPECT_EQ(foldCase(""), "");
}

TEST(FoldCase, LeavesBytesThatAreNoText) {
    EXPECT_EQ(foldCase("a\xC3"), "a\xC3");
    EXPECT_EQ(foldCase("\xC3"
                       "A\xFF"),
              "\xC3"
              "a\xFF");
}

TEST(Trimmed, TakesBlanksFromBothEnds) {
    EXPECT_EQ(trimmed(" \t a b\n"), "a b");
    EXPECT_EQ(trimmed(" \n "), "");
}

} // namespace mockingbird::catalog::test
