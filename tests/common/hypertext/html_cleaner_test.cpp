// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hypertext/html_cleaner.h"

#include "tests/common/hypertext/hypertext_promises.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace mockingbird::hypertext::test {

TEST(HtmlCleaner, KeepsWhatIsRead) {
    const std::string html =
        "<h1 id=\"top\">Panels</h1><p>Three <b>people</b> &amp; a "
        "<a href=\"https://example.org/a?b=1&amp;c\">guide</a>.</p>"
        "<ul><li>One</li><li>Two</li></ul><table><tr><td colspan=\"2\">x</td></tr></table>"
        "<hr><p>a<br>b</p>";
    EXPECT_EQ(cleanHtml(html), html);
}

TEST(HtmlCleaner, DropsWhatRunsLoadsOrAsks) {
    for (const char* html :
         {"<script>alert(1)</script>", "<SCRIPT src=http://x/y.js></SCRIPT >",
          "<style>@import 'http://x'</style>", "<link rel=stylesheet href=http://x>",
          "<iframe src=http://x>in</iframe>", "<object data=http://x>in</object>", "<embed src=http://x>",
          "<svg onload=alert(1)><a>in</a></svg>", "<base href=http://x>",
          "<meta http-equiv=refresh content=0>", "<img src=http://x/y.png>", "<input value=x>",
          "<template><img src=http://x></template>", "<noscript><img src=x></noscript>",
          "<!-- <p>x --><!doctype html><?php x ?>", "<video src=http://x><p>in</p></video>"})
        EXPECT_EQ(cleanHtml(html), "") << html;
}

TEST(HtmlCleaner, KeepsTheWordsOfWhatItDoesNotKnow) {
    EXPECT_EQ(cleanHtml("<center><font color=red>Hello</font></center>"), "Hello");
    EXPECT_EQ(cleanHtml("<img alt=\"A <panel>\" src=http://x/y.png>"), "[A &lt;panel&gt;]");
}

TEST(HtmlCleaner, LetsNoAttributeActOrStyle) {
    EXPECT_EQ(cleanHtml("<p onclick=alert(1) style='background:url(http://x)' class=y>a</p>"), "<p>a</p>");
    EXPECT_EQ(cleanHtml("<td background=http://x colspan=3 colspan=4>a"), "<td colspan=\"3\">a</td>");
}

TEST(HtmlCleaner, LetsLinksLeadToTheWebAlone) {
    for (const char* link :
         {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,x",
          "file:///etc/passwd", "//example.org", "ftp://example.org", "qrc:/x", "guide.html",
          "&#106;avascript:alert(1)", " \x01javascript:x", "#a/b", ""})
        EXPECT_EQ(cleanHtml("<a href=\"" + std::string(link) + "\">x</a>"), "<a>x</a>") << link;
    EXPECT_EQ(cleanHtml("<a href=HTTPS://example.org>x</a>"), "<a href=\"HTTPS://example.org\">x</a>");
    EXPECT_EQ(cleanHtml("<a href='mailto:a@b.org'>x</a>"), "<a href=\"mailto:a@b.org\">x</a>");
    EXPECT_EQ(cleanHtml("<a href='#top'>x</a>"), "<a href=\"#top\">x</a>");
}

TEST(HtmlCleaner, MakesWellFormedWhatIsNot) {
    EXPECT_EQ(cleanHtml("<p>a<p>b"), "<p>a</p><p>b</p>");
    EXPECT_EQ(cleanHtml("<ul><li>a<li>b</ul>"), "<ul><li>a</li><li>b</li></ul>");
    EXPECT_EQ(cleanHtml("<b><i>a</b>c</i>"), "<b><i>a</i></b>c");
    EXPECT_EQ(cleanHtml("a < b <"), "a &lt; b &lt;");
    EXPECT_EQ(cleanHtml("<table><tr><td>a<td>b<tr><td>c"),
              "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>");
}

TEST(HtmlCleaner, GoesNoDeeperThanAParserThatRecursesCan) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<div>";
    EXPECT_LT(cleanHtml(deep + "x").size(), 1000U);
    EXPECT_FALSE(uncleanPart(cleanHtml(deep + "x")).has_value());
}

TEST(HtmlCleaner, KnowsWhatIsUnclean) {
    for (const char* html : {"<script>", "<p onclick=\"x\"></p>", "<a href=\"javascript:x\"></a>", "<p>",
                             "</p>", "<img src=\"x\">"})
        EXPECT_TRUE(uncleanPart(html).has_value()) << html;
}

TEST(HtmlCleaner, KeepsItsPromisesForWhatWasFoundBefore) {
    const std::filesystem::path corpus =
        std::filesystem::path(MOCKINGBIRD_SOURCE_DIR) / "tests/common/hypertext/corpus";
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(corpus)) {
        std::ifstream stream(entry.path(), std::ios::binary);
        std::ostringstream bytes;
        bytes << stream.rdbuf();
        ++files;
        EXPECT_EQ(mockingbird::test::brokenPromise(bytes.str()), std::nullopt) << entry.path();
    }
    EXPECT_GT(files, 4);
}

} // namespace mockingbird::hypertext::test
