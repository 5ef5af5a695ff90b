// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/tags/tag_set.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

TEST(TagSet, TheStudiosOwnSetsAreFaultless) {
    ASSERT_FALSE(builtInTagSets().empty());
    EXPECT_EQ(builtInTagSets().front().name, "STAR");
    for (const TagSet& set : builtInTagSets())
        EXPECT_EQ(tagSetFault(set), "") << set.name;
}

TEST(TagSet, SaysWhatIsWrongWithASet) {
    const TagSet good{"Mine", {{'A', "aim"}, {'7', "seven"}}};
    EXPECT_EQ(tagSetFault(good), "");
    const auto faultWith = [&good](auto change) {
        TagSet set = good;
        change(set);
        return tagSetFault(set);
    };
    const auto has = [](const std::string& text, const char* part) {
        return text.find(part) != std::string::npos;
    };
    EXPECT_TRUE(has(faultWith([](TagSet& set) { set.name = " "; }), "name"));
    EXPECT_TRUE(has(faultWith([](TagSet& set) { set.tags.clear(); }), "at least one"));
    EXPECT_TRUE(has(faultWith([](TagSet& set) { set.tags[1].key = 'A'; }), "the key A"));
    EXPECT_TRUE(has(faultWith([](TagSet& set) { set.tags[1].name = "aim"; }), "there twice"));
    EXPECT_TRUE(has(faultWith([](TagSet& set) { set.tags[0].key = 'a'; }), "needs a key"));
    EXPECT_TRUE(has(faultWith([](TagSet& set) { set.tags[0].key = 0; }), "needs a key"));
    EXPECT_TRUE(has(faultWith([](TagSet& set) { set.tags[0].name = ""; }), "needs a word"));
    EXPECT_TRUE(has(faultWith([](TagSet& set) { set.tags[0].name = "Aim"; }), "capital"));
    EXPECT_TRUE(has(faultWith([](TagSet& set) { set.tags[0].name = "a, b"; }), "comma"));
    EXPECT_TRUE(has(faultWith([](TagSet& set) { set.tags[0].name = "aim "; }), "space"));
    EXPECT_TRUE(has(faultWith([](TagSet& set) { set.tags[0].name = std::string(31, 'x'); }), "too long"));
}

TEST(TagSet, CountsCharactersAndNotBytes) {
    std::string thirty;
    for (int i = 0; i < 30; ++i)
        thirty += "é";
    EXPECT_EQ(tagSetFault({"Mine", {{'A', thirty}}}), "");
    EXPECT_NE(tagSetFault({"Mine", {{'A', thirty + "é"}}}), "");
}

} // namespace
} // namespace mockingbird::review
