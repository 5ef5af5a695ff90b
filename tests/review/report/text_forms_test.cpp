// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/base64.h"
#include "review/report/csv_table.h"
#include "review/report/html_text.h"
#include "review/report/number_text.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

TEST(Base64, FollowsTheStandardsOwnExamples) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64("\xff\xfe\xfd"), "//79");
}

TEST(CsvCell, QuotesWhatHasToBe) {
    EXPECT_EQ(csvCell("plain"), "plain");
    EXPECT_EQ(csvCell(""), "");
    EXPECT_EQ(csvCell("a,b"), "\"a,b\"");
    EXPECT_EQ(csvCell("say \"x\""), "\"say \"\"x\"\"\"");
    EXPECT_EQ(csvCell("two\nlines"), "\"two\nlines\"");
}

TEST(CsvCell, NeverBecomesAFormula) {
    for (const char* formula : {"=1+1", "+cmd", "-cmd", "@sum", "\t=1", "\r=1", "  =1"})
        EXPECT_NE(csvCell(formula).find('\''), std::string::npos) << formula;
    EXPECT_EQ(csvCell("-0.5"), "-0.5") << "a number stays one";
    EXPECT_EQ(csvCell("+2"), "+2");
    EXPECT_NE(csvCell("-1+cmd"), "-1+cmd");
}

TEST(Html, EscapesWhatBreaksOut) {
    EXPECT_EQ(html("<a href='x'>&\"</a>"), "&lt;a href=&#39;x&#39;&gt;&amp;&quot;&lt;/a&gt;");
    EXPECT_EQ(html("Tomás \u2013 好"), "Tomás \u2013 好");
    EXPECT_EQ(htmlLines("a\nb"), "a<br>b");
}

TEST(Html, ReplacesBytesThatAreNoText) {
    EXPECT_EQ(html("a\xff"), "a\uFFFD");
    EXPECT_EQ(html("a\xc3"), "a\uFFFD") << "cut off";
    EXPECT_EQ(html("\xc0\xaf"), "\uFFFD\uFFFD") << "overlong";
    EXPECT_EQ(html("\xed\xa0\x80"), "\uFFFD\uFFFD\uFFFD") << "a surrogate";
    EXPECT_EQ(html(std::string("\x01\0", 2)), "\uFFFD\uFFFD");
}

TEST(NumberText, HasADecimalOnlyWhereItNeedsOne) {
    EXPECT_EQ(numberText(3), "3");
    EXPECT_EQ(numberText(2.5), "2.5");
    EXPECT_EQ(numberText(2.98), "3");
    EXPECT_EQ(numberText(100), "100");
}

TEST(ChangeText, CarriesItsSign) {
    EXPECT_EQ(changeText(1), "+1");
    EXPECT_EQ(changeText(-0.5), "\u22120.5");
    EXPECT_EQ(changeText(0), "\u00B10");
    EXPECT_EQ(changeText(-0.01), "\u00B10");
}

} // namespace
} // namespace mockingbird::review
