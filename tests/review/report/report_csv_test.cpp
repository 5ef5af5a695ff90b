// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/report_csv.h"

#include "tests/review/report/report_fixture.h"

namespace mockingbird::review::test {
namespace {

using ::testing::HasSubstr;

using ReportCsv = ReportTest;

TEST_F(ReportCsv, HasARowForEachScoreNoteAndReply) {
    score(session, 1, 3);
    const auto pinned = note(3, kHostile);
    seal();
    catalog->actAs(mentee.id);
    ASSERT_TRUE(catalog->reviews().addReply(pinned.id, "@SUM(A1)").ok());
    const std::string table = *reportCsv(*catalog, session.id);
    EXPECT_THAT(table, HasSubstr("\r\nscore,'=Ann,,,,,Service,3,Strong,All of it.,,,"));
    EXPECT_THAT(table, HasSubstr("\r\nnote,'=Ann,1,3.000,,Why us? <i>,,,,\"<script>alert(1)</script> & "
                                 "\"\"quoted\"\" =1+1\",tag <1>,," +
                                 pinned.madeAt.toIso() + ",shared,," + pinned.id.toString() + ",\r\n"));
    EXPECT_THAT(table, HasSubstr("\r\nreply,Maya <b>,,,,,,,,'@SUM(A1),,,"));
    EXPECT_THAT(table, HasSubstr("," + pinned.id.toString() + "\r\n"));
}

TEST_F(ReportCsv, HasNoControlCharacters) {
    score(session, 1, 3);
    note(3, std::string("a\0b\x1b[31m", 8));
    seal();
    EXPECT_THAT(*reportCsv(*catalog, session.id), HasSubstr(",a\uFFFDb\uFFFD[31m,"));
}

TEST_F(ReportCsv, SaysWhichSessionAndThatItIsPractice) {
    const std::string table = *reportCsv(*catalog, session.id);
    EXPECT_THAT(table, ::testing::StartsWith("\xEF\xBB\xBFkind,by,"));
    EXPECT_THAT(table, HasSubstr("\r\nsession,Maya <b>,"));
    EXPECT_THAT(table, HasSubstr("not an examination record"));
    EXPECT_THAT(table, HasSubstr("1970-01-02T00:00:00.000Z"));
}

} // namespace
} // namespace mockingbird::review::test
