// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/comparison_html.h"

#include "review/report/comparison_csv.h"
#include "review/report/comparison_plot.h"
#include "tests/review/report/report_fixture.h"

namespace mockingbird::review::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class ComparisonHtml : public ReportTest {
protected:
    Comparison compare() { return *compareAttempts(*catalog, mentee.id, kit.id); }
};

TEST_F(ComparisonHtml, ShowsLevelsRatersAndChanges) {
    const auto second = held(2);
    score(session, 0, 1);
    score(second, 0, 3);
    const std::string page = comparisonHtml(compare());
    EXPECT_THAT(page,
                AllOf(HasSubstr("Attempt 2"), HasSubstr("+2"), HasSubstr("=Ann</bdi> 3"), HasSubstr("<svg"),
                      HasSubstr("Maya &lt;b&gt;"), Not(HasSubstr("<script")), Not(HasSubstr("https:"))));
    EXPECT_THAT(comparisonCsv(compare()),
                HasSubstr("Structure,2,1970-01-03T00:00:00.000Z,,mean,3.00,2.00,2.00\r\n"));
}

TEST_F(ComparisonHtml, MarksWhatWasAgreedOn) {
    const auto other = *catalog->people().add("Ben", {catalog::Role::Mentor});
    score(session, 0, 1);
    catalog->actAs(other.id);
    const auto others = *catalog->reviews().mine(session.id);
    ASSERT_TRUE(catalog->reviews().setScore(others.id, kit.rubric.criteria[0].id, 3).ok());
    ASSERT_TRUE(catalog->reviews().seal(others.id).ok());
    seal();
    EXPECT_THAT(comparisonHtml(compare()), Not(HasSubstr(">agreed<")));
    ASSERT_TRUE(catalog->consensus().agree(session.id, kit.rubric.criteria[0].id, {}, 3, "").ok());
    EXPECT_THAT(comparisonHtml(compare()), AllOf(HasSubstr(">agreed<"), HasSubstr("=Ann</bdi> 1")));
    EXPECT_THAT(comparisonCsv(compare()),
                HasSubstr("Structure,1,1970-01-02T00:00:00.000Z,,agreed,3.00,,\r\n"));
}

TEST_F(ComparisonHtml, DrawsNoPlotWithoutAScore) {
    EXPECT_THAT(comparisonPlot(compare(), pageInk()), IsEmpty());
    EXPECT_THAT(comparisonHtml(compare()), AllOf(Not(HasSubstr("<svg")), HasSubstr("not scored")));
}

TEST_F(ComparisonHtml, FillsTheNewestDiscAlone) {
    const auto second = held(2);
    score(session, 0, 1);
    score(second, 0, 3);
    const std::string plot = comparisonPlot(compare(), paperInk());
    const std::string filled = "fill=\"" + paperInk().accent + "\"";
    EXPECT_NE(plot.find(filled), std::string::npos);
    EXPECT_EQ(plot.find(filled), plot.rfind(filled));
}

} // namespace
} // namespace mockingbird::review::test
