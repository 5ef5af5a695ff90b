// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hypertext/entities.h"

#include <gtest/gtest.h>

namespace mockingbird::hypertext::test {

TEST(Entities, AreDecoded) {
    EXPECT_EQ(decodeEntities("a &amp; b &eacute;&#233;&#xE9; &hellip;"), "a & b ééé …");
    EXPECT_EQ(decodeEntities("&#128512;"), "😀");
}

TEST(Entities, ThatNobodyKnowsStay) {
    EXPECT_EQ(decodeEntities("AT&T; &; &#; &#x; &#xZZ; & & &amp"), "AT&T; &; &#; &#x; &#xZZ; & & &amp");
}

TEST(Entities, NeverMakeWhatIsNoText) {
    EXPECT_EQ(decodeEntities("a&#0;&#7;&#x80;b"), "ab");
    EXPECT_EQ(decodeEntities("&#xD800;&#99999999999;"), "\uFFFD\uFFFD");
}

TEST(Entities, EncodedAreDecodedTheSame) {
    const std::string text = "<a href=\"x\">&amp;</a>'";
    EXPECT_EQ(decodeEntities(encodeEntities(text)), text);
    EXPECT_EQ(encodeEntities(text).find('<'), std::string::npos);
}

} // namespace mockingbird::hypertext::test
