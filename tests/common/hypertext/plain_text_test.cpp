// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hypertext/plain_text.h"

#include <gtest/gtest.h>

namespace mockingbird::hypertext::test {

TEST(PlainText, OfHtmlHasAReadersWords) {
    EXPECT_EQ(
        plainTextOfHtml("<title>x</title><h1>Panels</h1><script>no()</script><p>Three  <b>peo</b>ple\nsit "
                        "there.</p><ul><li>One<li>Two</ul>"),
        "Panels\nThree people\nsit there.\nOne\nTwo");
    EXPECT_EQ(plainTextOfHtml("<table><tr><td>a</td><td>b</td></tr></table>"), "a b");
}

TEST(PlainText, OfMarkdownHasNoMarks) {
    EXPECT_EQ(plainTextOfMarkdown(
                  "# The **STAR** method\n\n- [ ] *Situation*: `when`\n> said [here](https://x.org) "
                  "![a panel](p.png)\n```\ncode\n```\n"),
              "The STAR method\nSituation: when\nsaid here a panel\ncode");
    EXPECT_EQ(plainTextOfMarkdown("[x] [not a link] [half](of one"), "[not a link] [half](of one");
}

TEST(PlainText, LooksThroughALineOfBracketsOnce) {
    const std::string brackets(2'000'000, '[');
    EXPECT_EQ(plainTextOfMarkdown(brackets), brackets);
}

} // namespace mockingbird::hypertext::test
