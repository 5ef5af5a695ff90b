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
    PersonProgress progress() { return *progressOf(*catalog, mentee.id); }
    std::string page() { return comparisonHtml(compare(), progress()); }
    std::string csv() { return comparisonCsv(compare(), progress()); }
};

TEST_F(ComparisonHtml, ShowsLevelsRatersAndChanges) {
    const auto second = held(2);
    score(session, 0, 1);
    score(second, 0, 3);
    EXPECT_THAT(page(),
                AllOf(HasSubstr("Attempt 2"), HasSubstr("+2"), HasSubstr("=Ann</bdi> 3"), HasSubstr("<svg"),
                      HasSubstr("Maya &lt;b&gt;"), Not(HasSubstr("<script")), Not(HasSubstr("https:"))));
    EXPECT_THAT(
        csv(),
        HasSubstr(
            "level,Structure,2,1970-01-03T00:00:00.000Z,,mean,3.00,2.00,,not-known,2.00,,not-known\r\n"));
}

TEST_F(ComparisonHtml, MarksWhatWasAgreedOn) {
    const auto other = *catalog->people().add("Ben", {catalog::Role::Mentor});
    score(session, 0, 1);
    catalog->actAs(other.id);
    const auto others = *catalog->reviews().mine(session.id);
    ASSERT_TRUE(catalog->reviews().setScore(others.id, kit.rubric.criteria[0].id, 3).ok());
    ASSERT_TRUE(catalog->reviews().seal(others.id).ok());
    seal();
    EXPECT_THAT(page(), Not(HasSubstr(">agreed<")));
    ASSERT_TRUE(catalog->consensus().agree(session.id, kit.rubric.criteria[0].id, {}, 3, "").ok());
    EXPECT_THAT(page(), AllOf(HasSubstr(">agreed<"), HasSubstr("=Ann</bdi> 1")));
    EXPECT_THAT(csv(), HasSubstr("level,Structure,1,1970-01-02T00:00:00.000Z,,agreed,3.00,,,,,,\r\n"));
}

TEST_F(ComparisonHtml, SaysWhatChangesAreWorthAndWhatBecameOfConfidenceAndCommitments) {
    const auto second = held(2);
    score(session, 0, 1);
    score(second, 0, 3);
    PersonProgress known = progress();
    ProgressAttempt& latest = known.attempts.back();
    latest.confidenceBefore = 4;
    latest.confidenceAfter = 7;
    ASSERT_TRUE(known.groups.front().criteria.front().sinceFirst.back());
    known.groups.front().criteria.front().sinceFirst.back()->change = {2, ChangeVerdict::BeyondRaters, 0.9};
    CommitmentProgress kept;
    kept.taken.commitment.text = "=End with <a> result";
    kept.taken.session = session.id;
    kept.taken.heldAt = session.startedAt;
    kept.taken.closing = catalog::CommitmentClosing();
    kept.taken.closing->session = second.id;
    kept.taken.closing->heldAt = second.startedAt;
    kept.fate = CommitmentFate::Closed;
    known.commitments.push_back(kept);

    const std::string page = comparisonHtml(compare(), known);
    EXPECT_THAT(page, AllOf(HasSubstr("+2 since attempt 1, give or take 0.9: more than raters"),
                            HasSubstr("4 of 10"), HasSubstr("7 of 10"),
                            HasSubstr("=End with &lt;a&gt; result"), HasSubstr("kept in the session of")));
    const std::string csv = comparisonCsv(compare(), known);
    EXPECT_THAT(csv, AllOf(HasSubstr("2.00,0.90,beyond-raters\r\n"),
                           HasSubstr("confidence,before,2,1970-01-03T00:00:00.000Z,,,4,,,,,,\r\n"),
                           HasSubstr("commitment,'=End with <a> result,1,1970-01-02T00:00:00.000Z,,kept,")));
}

TEST_F(ComparisonHtml, DrawsNoPlotWithoutAScore) {
    EXPECT_THAT(comparisonPlot(compare(), pageInk()), IsEmpty());
    EXPECT_THAT(page(), AllOf(Not(HasSubstr("<svg")), HasSubstr("not scored")));
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
