// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/pdf/pdf_text.h"

#include "tests/studio/materials/made_pdf.h"
#include "tests/support/temporary_folder.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::studio::test {

using ::testing::HasSubstr;

namespace {

class PdfText : public ::testing::Test {
protected:
    std::filesystem::path made(const QStringList& pages) {
        const auto file = m_folder / "made.pdf";
        mockingbird::test::makePdf(QString::fromStdString(file.string()), pages);
        return file;
    }
    std::filesystem::path lay(const std::string& bytes) {
        std::ofstream(m_folder / "laid.pdf", std::ios::binary) << bytes;
        return m_folder / "laid.pdf";
    }
    mockingbird::test::TemporaryFolder m_folder;
};

} // namespace

TEST_F(PdfText, HasTheWordsPageByPage) {
    const auto pages = pdfPages(made({"The oral board", "", "The eligible list"}));
    ASSERT_TRUE(pages.ok()) << pages.error().detail;
    ASSERT_EQ(pages->size(), 3U);
    EXPECT_THAT(pages->at(0), HasSubstr("oral board"));
    EXPECT_EQ(pages->at(1), "");
    EXPECT_THAT(pages->at(2), HasSubstr("eligible list"));
}

TEST_F(PdfText, StopsBetweenTwoPages) {
    int asked = 0;
    const auto pages = pdfPages(made({"One", "Two", "Three"}), [&] { return ++asked < 2; });
    ASSERT_FALSE(pages.ok());
    EXPECT_EQ(pages.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(asked, 2);
}

TEST_F(PdfText, OfADamagedFileSaysSo) {
    EXPECT_EQ(pdfPages(lay("%PDF-1.7\nnothing more")).error().code, ErrorCode::Corrupt);
    EXPECT_EQ(pdfPages(lay("")).error().code, ErrorCode::Corrupt);
    EXPECT_EQ(pdfPages(m_folder / "none.pdf").error().code, ErrorCode::NotFound);
    // Cut in the middle: what can be made of it may be read, or it is damaged; never more.
    std::ifstream stream(made({"The oral board", "The eligible list"}), std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    for (const std::size_t share : {2U, 3U, 5U, 9U}) {
        const auto pages = pdfPages(lay(bytes.substr(0, bytes.size() - bytes.size() / share)));
        EXPECT_TRUE(pages.ok() || pages.error().code == ErrorCode::Corrupt);
    }
}

TEST_F(PdfText, ThatWantsAPasswordSaysSo) {
    // An empty page under the standard handler with a password for opening, by hand: RC4, 40 bits.
    const std::string key(32, 'K');
    std::string body = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                       "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                       "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
                       "4 0 obj<</Filter/Standard/V 1/R 2/P -4/O(" +
                       key + ")/U(" + key + ")>>endobj\n";
    const std::size_t table = body.size();
    body += "xref\n0 5\n0000000000 65535 f \n";
    for (const char* object : {"1 0 obj", "2 0 obj", "3 0 obj", "4 0 obj"}) {
        const std::string at = std::to_string(body.find(object));
        body += std::string(10 - at.size(), '0') + at + " 00000 n \n";
    }
    body +=
        "trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[(0123456789abcdef)(0123456789abcdef)]>>\nstartxref\n" +
        std::to_string(table) + "\n%%EOF\n";
    const auto pages = pdfPages(lay(body));
    ASSERT_FALSE(pages.ok());
    EXPECT_EQ(pages.error().code, ErrorCode::Denied);
    EXPECT_THAT(pages.error().detail, HasSubstr("password"));
}

} // namespace mockingbird::studio::test
