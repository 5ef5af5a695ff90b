// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/report_html.h"

#include "tests/review/report/report_fixture.h"

namespace mockingbird::review::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

using ReportHtml = ReportTest;

TEST_F(ReportHtml, NeedsNothingElseAndRunsNothing) {
    note(3, kHostile);
    seal();
    const auto page = reportHtml(*catalog, session.id);
    ASSERT_TRUE(page.ok()) << page.error().detail;
    EXPECT_THAT(*page, AllOf(Not(HasSubstr("<script")), Not(HasSubstr("<b>\"")), Not(HasSubstr("http:")),
                             Not(HasSubstr("https:")), Not(HasSubstr("<link")), Not(HasSubstr("url("))));
    EXPECT_THAT(*page, HasSubstr("default-src 'none'"));
    EXPECT_THAT(*page,
                AllOf(HasSubstr("&lt;script&gt;"), HasSubstr("Maya &lt;b&gt;"), HasSubstr("Desk &lt;kit&gt;"),
                      HasSubstr("tag &lt;1&gt;"), HasSubstr("Why us? &lt;i&gt;")));
}

TEST_F(ReportHtml, SaysThatItIsPracticeAndNoExaminationRecord) {
    EXPECT_THAT(*reportHtml(*catalog, session.id), HasSubstr("not an examination record"));
}

TEST_F(ReportHtml, ShowsTheLevelWithItsLabelAndAnchor) {
    score(session, 0, 2);
    seal();
    const auto page = reportHtml(*catalog, session.id);
    EXPECT_THAT(*page,
                AllOf(HasSubstr("2 <bdi>Sound</bdi>"), HasSubstr("Some of it."), HasSubstr("not scored")));
    EXPECT_THAT(*page, Not(HasSubstr("All of it.")));
}

TEST_F(ReportHtml, GroupsNotesByTheQuestionTheySpeakOf) {
    note(7, "afterwards");
    note(3, "within");
    seal();
    const std::string page = *reportHtml(*catalog, session.id);
    const auto question = page.find("Question 1");
    ASSERT_NE(question, std::string::npos);
    EXPECT_LT(question, page.find("within"));
    EXPECT_LT(page.find("within"), page.find("Besides the questions"));
    EXPECT_LT(page.find("Besides the questions"), page.find("afterwards"));
}

TEST_F(ReportHtml, StandsWithoutPicturesWhereTheMediaIsGone) {
    note(3, "still there");
    seal();
    EXPECT_THAT(*reportHtml(*catalog, session.id), AllOf(HasSubstr("no picture"), HasSubstr("still there")));
}

TEST_F(ReportHtml, PutsANoteUnderTheQuestionItWasTiedTo) {
    catalog->actAs(rater.id);
    catalog::Note wanted;
    wanted.at = MediaTime::fromSeconds(3); // while the first was answered
    wanted.text = "elsewhere";
    wanted.question = kit.questions[1].id;
    ASSERT_TRUE(catalog->reviews().addNote(catalog->reviews().mine(session.id)->id, wanted).ok());
    seal();
    const std::string page = *reportHtml(*catalog, session.id);
    EXPECT_THAT(page, Not(HasSubstr("Question 1")));
    EXPECT_LT(page.find("Question 2"), page.find("elsewhere"));
}

TEST_F(ReportHtml, ShowsTheAgreedLevelBesideTheFirstOnes) {
    const auto other = *catalog->people().add("Ben", {catalog::Role::Mentor});
    score(session, 0, 1);
    catalog->actAs(other.id);
    const auto others = *catalog->reviews().mine(session.id);
    ASSERT_TRUE(catalog->reviews().setScore(others.id, kit.rubric.criteria[0].id, 3).ok());
    ASSERT_TRUE(catalog->reviews().seal(others.id).ok());
    seal();
    ASSERT_TRUE(
        catalog->consensus().agree(session.id, kit.rubric.criteria[0].id, {}, 2, "Halfway <there>.").ok());
    EXPECT_THAT(*reportHtml(*catalog, session.id),
                AllOf(HasSubstr(">Agreed<"), HasSubstr("1 <bdi>Not yet"), HasSubstr("2 <bdi>Sound"),
                      HasSubstr("3 <bdi>Strong"), HasSubstr("Halfway &lt;there&gt;.")));
}

TEST_F(ReportHtml, PutsStrengthsGrowthAndCommitmentsBeforeTheScores) {
    catalog->actAs(rater.id);
    const auto mine = *catalog->reviews().mine(session.id);
    for (const std::string tag : {"strength", "growth"}) {
        catalog::Note wanted;
        wanted.at = MediaTime::fromSeconds(3);
        wanted.text = "about " + tag;
        wanted.tags = {tag};
        ASSERT_TRUE(catalog->reviews().addNote(mine.id, wanted).ok());
    }
    ASSERT_TRUE(catalog->reviews().setSummary(mine.id, "All in all.").ok());
    ASSERT_TRUE(catalog->reviews().setCommitments(mine.id, {"Breathe."}).ok());
    score(session, 0, 2);
    seal();
    const std::string page = *reportHtml(*catalog, session.id);
    std::size_t last = 0;
    for (const char* piece :
         {"All in all.", "What went well", "about strength", "What to work on", "about growth",
          "For the next attempt", "Breathe.", "<h2>Scores", "<h2>Notes"}) {
        const auto found = page.find(piece, last);
        ASSERT_NE(found, std::string::npos) << piece;
        last = found;
    }
}

TEST_F(ReportHtml, ShowsRepliesAndWhatTheMenteeUnderstood) {
    const auto pinned = note(3, "Look up.");
    seal();
    EXPECT_THAT(*reportHtml(*catalog, session.id), Not(HasSubstr("Understood by")));
    catalog->actAs(mentee.id);
    ASSERT_TRUE(catalog->reviews().addReply(pinned.id, "I will <b>.").ok());
    ASSERT_TRUE(catalog->reviews().setUnderstood(pinned.id, true).ok());
    EXPECT_THAT(*reportHtml(*catalog, session.id),
                AllOf(HasSubstr("I will &lt;b&gt;."), HasSubstr("Understood by <bdi>Maya &lt;b&gt;")));
}

TEST_F(ReportHtml, IsNotFoundForASessionThatIsNot) {
    EXPECT_EQ(reportHtml(*catalog, catalog::SessionId::make()).error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace mockingbird::review::test
