// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/report_csv.h"

#include "tests/review/report/report_fixture.h"

namespace mockingbird::review::test {
namespace {

using ::testing::HasSubstr;

using ReportCsv = ReportTest;

TEST_F(ReportCsv, HasARowForEachScoreAndNote) {
    score(session, 1, 3);
    note(3, kHostile);
    const std::string table = *reportCsv(*catalog, session.id);
    EXPECT_THAT(table, HasSubstr("score,'=Ann,,,,,Service,3,Strong,All of it.,,\r\n"));
    EXPECT_THAT(
        table,
        HasSubstr("note,'=Ann,1,3.000,,Why us? <i>,,,,\"<script>alert(1)</script> & \"\"quoted\"\" =1+1\","));
}

} // namespace
} // namespace mockingbird::review::test
