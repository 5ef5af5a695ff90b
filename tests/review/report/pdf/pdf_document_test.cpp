// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/pdf/pdf_document.h"

#include "tests/review/report/pdf/pdf_text.h"

#include <gmock/gmock.h>
#include <vector>

namespace mockingbird::review::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> pagesOf(const std::string& pdf) {
    const std::string text = textOf(pdf);
    std::vector<std::string> pages;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = text.find('\f', from);
        pages.push_back(text.substr(from, end - from));
        from = end == std::string::npos ? text.size() : end + 1;
    }
    return pages;
}

std::string lines(int count, const std::string& word) {
    std::string html;
    for (int line = 0; line < count; ++line)
        html += "<p>" + word + std::to_string(line) + "</p>";
    return html;
}

TEST(PdfDocument, KeepsABlockTogether) {
    PdfContent content;
    content.blocks = {{lines(30, "a"), false, 0}, {lines(20, "b") + "<p>bend</p>", false, 0}};
    const auto pages = pagesOf(*pdfOf(content));
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_THAT(pages[0], AllOf(HasSubstr("a29"), Not(HasSubstr("b0"))));
    EXPECT_THAT(pages[1], AllOf(HasSubstr("b0"), HasSubstr("bend")));
    // The control: as one block of more than a page it is torn apart.
    content.blocks = {{lines(30, "a") + lines(20, "b"), false, 0}};
    EXPECT_THAT(pagesOf(*pdfOf(content))[0], HasSubstr("b0"));
}

TEST(PdfDocument, NeverEndsAPageWithAHeading) {
    PdfContent content;
    content.blocks = {{lines(30, "a"), false, 0}, {"<h2>Heading</h2>", true, 20}, {lines(20, "b"), false, 0}};
    const auto pages = pagesOf(*pdfOf(content));
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_THAT(pages[0], Not(HasSubstr("Heading")));
    EXPECT_THAT(pages[1], HasSubstr("Heading"));
}

TEST(PdfDocument, NumbersItsPagesAndSplitsWhatIsLongerThanOne) {
    PdfContent content;
    content.title = "A title";
    content.footer = "The foot";
    content.blocks = {
        {"<p>before</p>", false, 0}, {lines(120, "long"), false, 0}, {"<p>after</p>", false, 0}};
    const std::string pdf = *pdfOf(content);
    const auto pages = pagesOf(pdf);
    ASSERT_GE(pages.size(), 4U);
    std::string all;
    for (std::size_t index = 0; index < pages.size(); ++index) {
        EXPECT_THAT(pages[index], ::testing::ContainsRegex(std::to_string(index + 1) + " ?/ ?" +
                                                           std::to_string(pages.size())));
        EXPECT_THAT(pages[index], HasSubstr("The foot"));
        all += pages[index];
    }
    for (int line = 0; line < 120; ++line)
        EXPECT_THAT(all, HasSubstr("long" + std::to_string(line)));
    EXPECT_THAT(all, AllOf(HasSubstr("before"), HasSubstr("after")));
    EXPECT_THAT(readByPoppler("pdfinfo", pdf), AllOf(HasSubstr("A title"), Not(HasSubstr("Author"))));
}

TEST(PdfDocument, ReadsNothingFromElsewhere) {
    PdfContent content;
    content.blocks = {{"<p>before <img src=\"file:///etc/hostname\"> after</p>", false, 0}};
    EXPECT_THAT(textOf(*pdfOf(content)), AllOf(HasSubstr("before"), HasSubstr("after")));
}

TEST(PdfDocument, IsAPageEvenWithNothingInIt) {
    EXPECT_EQ(pagesOf(*pdfOf({})).size(), 1U);
}

} // namespace
} // namespace mockingbird::review::test
