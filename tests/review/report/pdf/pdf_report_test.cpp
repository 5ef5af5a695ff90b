// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/pdf/pdf_report.h"

#include "tests/review/report/pdf/pdf_text.h"
#include "tests/review/report/report_fixture.h"

#include <algorithm>

namespace mockingbird::review::test {
namespace {

using catalog::NoteAudience;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class PdfReport : public ReportTest {
protected:
    std::string text(ReportCopy copy = ReportCopy::Mentee) {
        const auto pdf = reportPdf(*catalog, session.id, copy);
        EXPECT_TRUE(pdf.ok());
        return pdf.ok() ? textOf(*pdf) : std::string();
    }
};

TEST_F(PdfReport, NeverHoldsAPrivateNoteForTheMentee) {
    note(3, "quillwort", NoteAudience::Private);
    note(3, "marigold");
    seal();
    EXPECT_THAT(text(), AllOf(HasSubstr("marigold"), Not(HasSubstr("quillwort"))));
    // The control: its author's own copy has it, and says so.
    EXPECT_THAT(text(ReportCopy::Own),
                AllOf(HasSubstr("marigold"), HasSubstr("quillwort"), HasSubstr("Contains private notes")));
}

TEST_F(PdfReport, HoldsNoDraftForTheMentee) {
    note(3, "marigold");
    EXPECT_THAT(text(),
                AllOf(Not(HasSubstr("marigold")), HasSubstr("No review of this session is opened yet")));
    EXPECT_THAT(text(ReportCopy::Own), HasSubstr("marigold"));
}

TEST_F(PdfReport, TellsScoresAgreedOnesAndReplies) {
    score(session, 0, 3);
    const auto pinned = note(3, "marigold");
    seal();
    catalog->actAs(mentee.id);
    ASSERT_TRUE(catalog->reviews().addReply(pinned.id, "campion").ok());
    ASSERT_TRUE(catalog->reviews().setUnderstood(pinned.id, true).ok());
    EXPECT_THAT(text(), AllOf(HasSubstr("3 Strong"), HasSubstr("All of it."), HasSubstr("campion"),
                              HasSubstr("Understood by"), HasSubstr("not an examination record")));
}

TEST_F(PdfReport, StandsHostileTexts) {
    const std::string word(10'000, 'W');
    for (const std::string& text :
         {std::string("nul\0bell\a\x1b[31m", 14), word,
          std::string("\U0001F469\u200D\U0001F467 \u05E9\u05DC\u05D5\u05DD"), std::string(kHostile),
          std::string("<img src=\"file:///etc/hostname\"><table><tr>")})
        note(3, text);
    seal();
    const std::string page = text();
    EXPECT_THAT(page, AllOf(HasSubstr("<script>alert(1)</script>"), HasSubstr("<img src=")));
    // No letter of the long word is cut off at the margin.
    EXPECT_GE(std::ranges::count(page, 'W'), 10'000);
}

TEST_F(PdfReport, StaysLegibleWithTwoHundredNotes) {
    for (int index = 0; index < 200; ++index)
        note(0.04 * index, "remark" + std::to_string(index) + "end");
    seal();
    const std::string page = text();
    for (int index = 0; index < 200; ++index)
        EXPECT_THAT(page, HasSubstr("remark" + std::to_string(index) + "end"));
}

TEST_F(PdfReport, IsNotFoundForASessionThatIsNot) {
    EXPECT_EQ(reportPdf(*catalog, catalog::SessionId::make()).error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace mockingbird::review::test
