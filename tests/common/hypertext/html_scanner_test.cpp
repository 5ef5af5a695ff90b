// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hypertext/html_scanner.h"

#include <gtest/gtest.h>

namespace mockingbird::hypertext::test {

namespace {

std::string told(std::string_view html) {
    HtmlScanner scanner(html);
    std::string all;
    while (const auto piece = scanner.next()) {
        if (piece->kind == HtmlPiece::Kind::Text) {
            all += "'" + piece->text + "'";
            continue;
        }
        all += (piece->kind == HtmlPiece::Kind::Start ? "<" : "</") + piece->name;
        for (const auto& [name, value] : piece->attributes)
            all += " " + name + "=" + value;
        all += ">";
    }
    return all;
}

} // namespace

TEST(HtmlScanner, TellsTagsAndWords) {
    EXPECT_EQ(told("<P Class='a b' X=1 y>Hi &lt;you&gt;</P >"), "<p class=a b x=1 y=>'Hi <you>'</p>");
}

TEST(HtmlScanner, PassesOverWhatIsNoTextToRead) {
    EXPECT_EQ(told("a<!-- b --><!x><?y?>c"), "'a''c'");
    EXPECT_EQ(told("<script>if (a < b) '</p>'</script>z"), "<script></script>'z'");
    EXPECT_EQ(told("<style>never ends"), "<style>");
}

TEST(HtmlScanner, TakesWhateverComes) {
    EXPECT_EQ(told("<"), "'<'");
    EXPECT_EQ(told("1 < 2"), "'1 ''<'' 2'");
    EXPECT_EQ(told("<a href=\"never"), "<a href=never>");
    EXPECT_EQ(told("<!-->x"), "'x'");
    EXPECT_EQ(told(""), "");
}

} // namespace mockingbird::hypertext::test
