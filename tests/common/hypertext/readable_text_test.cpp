// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hypertext/readable_text.h"

#include <gtest/gtest.h>

namespace mockingbird::hypertext::test {

using namespace std::string_literals;

TEST(ReadableText, KnowsTheEncodingsThatPeopleBring) {
    EXPECT_EQ(readableText("Käthe"), "Käthe");
    EXPECT_EQ(readableText("\xEF\xBB\xBFKäthe"), "Käthe");
    EXPECT_EQ(readableText("K\xE4the \x93so\x94"), "Käthe “so”");
    EXPECT_EQ(readableText("\xFF\xFEK\0\xE4\0"s), "Kä");
    EXPECT_EQ(readableText("\xFE\xFF\0K\0\xE4"s), "Kä");
    EXPECT_EQ(readableText("\xFF\xFE\x3D\xD8\x00\xDE"s), "😀");
}

TEST(ReadableText, HasNoControlCharactersAndOneKindOfLineEnd) {
    EXPECT_EQ(readableText("a\r\nb\rc\td\x07\x1B\xC2\x85"), "a\nb\nc\td");
}

TEST(ReadableText, OfWhatIsBrokenIsStillText) {
    EXPECT_EQ(readableText("\xFF\xFE\x00\xD8"s), "\uFFFD");
    EXPECT_EQ(readableText("\xED\xA0\x80"), "í\u00A0€");
}

TEST(ReadableText, TellsWhatIsNoText) {
    EXPECT_TRUE(looksBinary("a\0b"s));
    EXPECT_FALSE(looksBinary("\xFF\xFE"
                             "a\0"s));
    EXPECT_FALSE(looksBinary("plain"));
}

} // namespace mockingbird::hypertext::test
