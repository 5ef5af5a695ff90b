// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/base64.h"
#include "review/report/html_text.h"
#include "review/report/number_text.h"
#include "review/report/report_text.h"

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

TEST(CleanText, KeepsLinesAndReplacesControls) {
    EXPECT_EQ(cleanText("one\r\ntwo\tthree\n"), "one\ntwo\tthree\n");
    EXPECT_EQ(cleanText("a\rb\x7f\x1b[31m\xc2\x85"), "a\uFFFDb\uFFFD\uFFFD[31m\uFFFD");
    EXPECT_EQ(cleanText("\u05E9\u05DC\u05D5\u05DD \U0001F600"), "\u05E9\u05DC\u05D5\u05DD \U0001F600");
}

TEST(Beginning, EndsAtAWordAndNeverInsideACharacter) {
    EXPECT_EQ(beginning("short", 10), "short");
    EXPECT_EQ(beginning("one two three", 9), "one two\u2026");
    EXPECT_EQ(beginning("\u00E9\u00E9\u00E9\u00E9", 2), "\u00E9\u00E9\u2026");
    EXPECT_EQ(beginning(std::string(10'000, 'W'), 3), "WWW\u2026");
}

TEST(DrawingText, CountsTheShapes) {
    using catalog::ShapeKind;
    EXPECT_EQ(drawingText({}), "");
    EXPECT_EQ(drawingText({0, {{ShapeKind::Arrow, {}}}}), "an arrow");
    EXPECT_EQ(drawingText({0, {{ShapeKind::Line, {}}, {ShapeKind::Arrow, {}}, {ShapeKind::Line, {}}}}),
              "an arrow and 2 lines");
    EXPECT_EQ(drawingText({0, {{ShapeKind::Line, {}}, {ShapeKind::Arrow, {}}, {ShapeKind::Ellipse, {}}}}),
              "an arrow, an ellipse and a line");
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
