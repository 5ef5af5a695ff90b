// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/filing/recording_chapters.h"

#include "tests/recorder/filing/filing_fixture.h"

namespace mockingbird::recorder {

namespace {

using RecordingChaptersTest = FilingTest;

} // namespace

TEST(ShortTitle, CutsALongQuestionAtAWord) {
    const std::string word = "question ";
    std::string text;
    while (text.size() < 200)
        text += word;
    const std::string title = shortTitle(text);
    EXPECT_EQ(title.size(), 9 * word.size() - 1 + std::string("…").size());
    EXPECT_TRUE(title.ends_with("question…"));
    EXPECT_EQ(shortTitle(" Why\nhere? \n"), "Why here?");
    EXPECT_EQ(shortTitle(""), "");
}

TEST(ShortTitle, CountsCharactersAndNeverCutsOne) {
    std::string umlauts;
    for (int i = 0; i < 80; ++i)
        umlauts += "ü";
    EXPECT_EQ(shortTitle(umlauts), umlauts);
    EXPECT_EQ(shortTitle(umlauts + "ü"), umlauts + "…");
}

TEST_F(RecordingChaptersTest, AreThoseOfTheirOwnPartAlone) {
    const auto first = catalog->recordings().begin(session, {}).value();
    const auto second = catalog->recordings().begin(session, {}).value();
    const auto kit = catalog->kits().all()->front();
    const MediaTime at = MediaTime::fromSeconds(1);
    ASSERT_TRUE(catalog->sessions().addBookmark(session, first.id, at).ok());
    ASSERT_TRUE(catalog->sessions().addBookmark(session, second.id, at + at).ok());
    ASSERT_TRUE(catalog->sessions().beginSegment(session, second.id, kit.questions[0].id, at).ok());
    const auto marks = marksOf(*catalog, second);
    EXPECT_EQ(marks.title, "Library Assistant");
    ASSERT_EQ(marks.chapters.size(), 2U);
    EXPECT_EQ(marks.chapters[0].title, "1. How do you train a new page?");
    EXPECT_EQ(marks.chapters[1].title, "Bookmark 2");
    EXPECT_EQ(marksOf(*catalog, first).chapters.size(), 1U);
}

} // namespace mockingbird::recorder
