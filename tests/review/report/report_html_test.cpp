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
    const auto page = reportHtml(*catalog, session.id);
    EXPECT_THAT(*page, AllOf(HasSubstr("2 Sound"), HasSubstr("Some of it."), HasSubstr("not scored")));
    EXPECT_THAT(*page, Not(HasSubstr("All of it.")));
}

TEST_F(ReportHtml, GroupsNotesByTheQuestionTheySpeakOf) {
    note(7, "afterwards");
    note(3, "within");
    const std::string page = *reportHtml(*catalog, session.id);
    const auto question = page.find("Question 1");
    ASSERT_NE(question, std::string::npos);
    EXPECT_LT(question, page.find("within"));
    EXPECT_LT(page.find("within"), page.find("Besides the questions"));
    EXPECT_LT(page.find("Besides the questions"), page.find("afterwards"));
}

TEST_F(ReportHtml, StandsWithoutPicturesWhereTheMediaIsGone) {
    note(3, "still there");
    EXPECT_THAT(*reportHtml(*catalog, session.id), AllOf(HasSubstr("no picture"), HasSubstr("still there")));
}

TEST_F(ReportHtml, IsNotFoundForASessionThatIsNot) {
    EXPECT_EQ(reportHtml(*catalog, catalog::SessionId::make()).error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace mockingbird::review::test
