// SPDX-License-Identifier: GPL-3.0-or-later
// What each copy of a report holds, by every way out of it but the PDF, which pdf/pdf_report_test.cpp looks
// into.
#include "review/report/report_csv.h"
#include "review/report/report_html.h"
#include "tests/review/report/report_fixture.h"

namespace mockingbird::review::test {
namespace {

using catalog::NoteAudience;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class ReportCopies : public ReportTest {
protected:
    /// Both files of one copy as somebody makes it.
    std::string made(const catalog::Person& actor, ReportCopy copy) {
        catalog->actAs(actor.id);
        return *reportHtml(*catalog, session.id, copy) + *reportCsv(*catalog, session.id, copy);
    }
    catalog::Person other() {
        if (m_other.id.isNull())
            m_other = *catalog->people().add("Ben", {catalog::Role::Mentor});
        return m_other;
    }
    catalog::Review otherReview() {
        catalog->actAs(other().id);
        return *catalog->reviews().mine(session.id);
    }

private:
    catalog::Person m_other;
};

TEST_F(ReportCopies, NeverHoldAPrivateNoteForTheMentee) {
    note(3, "quillwort", NoteAudience::Private);
    note(3, "marigold");
    seal();
    for (const auto& actor : {rater, mentee, other(), catalog::Person{}})
        EXPECT_THAT(made(actor, ReportCopy::Mentee),
                    AllOf(HasSubstr("marigold"), Not(HasSubstr("quillwort"))));
    // The control: it is there, and its author's own copy has it.
    EXPECT_THAT(made(rater, ReportCopy::Own), AllOf(HasSubstr("marigold"), HasSubstr("quillwort")));
}

TEST_F(ReportCopies, KeepAPrivateNoteToItsAuthor) {
    note(3, "quillwort", NoteAudience::Private);
    seal();
    for (const auto& actor : {mentee, other(), catalog::Person{}})
        EXPECT_THAT(made(actor, ReportCopy::Own), Not(HasSubstr("quillwort")));
}

TEST_F(ReportCopies, TellNothingOfAPrivateNoteByTheScoreItCarries) {
    const auto hidden = note(7.5, "quillwort", NoteAudience::Private);
    score(session, 0, 3);
    catalog->actAs(rater.id);
    const auto given = catalog->reviews().scores(session.id)->front();
    ASSERT_TRUE(catalog->reviews().addEvidence(given.id, {hidden.id, recording.id, hidden.at}).ok());
    seal();
    EXPECT_THAT(made(mentee, ReportCopy::Mentee), AllOf(Not(HasSubstr("Seen at")), Not(HasSubstr("7.500"))));
    EXPECT_THAT(made(rater, ReportCopy::Own), AllOf(HasSubstr("Seen at"), HasSubstr("7.500")));
}

TEST_F(ReportCopies, HoldNoAgreedLevelBeforeTheMenteeMayReadItWhoeverMakesThem) {
    kit.profile.selfReviewFirst = true;
    kit = *catalog->kits().publish(kit);
    session = held(2);
    score(session, 0, 1);
    catalog->actAs(other().id);
    const auto second = *catalog->reviews().mine(session.id);
    ASSERT_TRUE(catalog->reviews().setScore(second.id, kit.rubric.criteria[0].id, 3).ok());
    ASSERT_TRUE(catalog->reviews().seal(second.id).ok());
    seal();
    ASSERT_TRUE(catalog->consensus()
                    .agree(session.id, kit.rubric.criteria[0].id, std::nullopt, 2, "snapdragon")
                    .ok());
    EXPECT_THAT(made(rater, ReportCopy::Mentee), Not(HasSubstr("snapdragon")));
    EXPECT_THAT(made(rater, ReportCopy::Own), HasSubstr("snapdragon"));
    catalog->actAs(mentee.id);
    ASSERT_TRUE(catalog->reviews().seal(catalog->reviews().mine(session.id)->id).ok());
    EXPECT_THAT(made(rater, ReportCopy::Mentee), HasSubstr("snapdragon"));
}

TEST_F(ReportCopies, HoldNoDraftForTheMentee) {
    note(3, "marigold");
    score(session, 0, 3);
    catalog->actAs(rater.id);
    ASSERT_TRUE(catalog->reviews().setSummary(catalog->reviews().mine(session.id)->id, "foxglove").ok());
    EXPECT_THAT(made(rater, ReportCopy::Mentee),
                AllOf(Not(HasSubstr("marigold")), Not(HasSubstr("foxglove")), Not(HasSubstr("3 <bdi>Strong")),
                      HasSubstr("No review of this session is opened yet")));
    EXPECT_THAT(made(rater, ReportCopy::Own), AllOf(HasSubstr("marigold"), HasSubstr("foxglove")));
    seal();
    EXPECT_THAT(made(mentee, ReportCopy::Mentee),
                AllOf(HasSubstr("marigold"), HasSubstr("foxglove"), HasSubstr("3 <bdi>Strong"),
                      Not(HasSubstr("opened yet"))));
}

TEST_F(ReportCopies, HoldNoSealedReviewThatIsNotOpened) {
    note(3, "marigold");
    const auto theirs = otherReview();
    seal(); // Ben hasn't
    EXPECT_THAT(made(rater, ReportCopy::Mentee), Not(HasSubstr("marigold")));
    EXPECT_THAT(made(other(), ReportCopy::Own), Not(HasSubstr("marigold")));
    EXPECT_THAT(made(rater, ReportCopy::Own), HasSubstr("marigold"));
    catalog->actAs(other().id);
    ASSERT_TRUE(catalog->reviews().seal(theirs.id).ok());
    EXPECT_THAT(made(rater, ReportCopy::Mentee), HasSubstr("marigold"));
}

TEST_F(ReportCopies, HoldTheMenteesOwnViewBeforeTheOthersOnlyWhereNobodyElseRates) {
    catalog->actAs(mentee.id);
    const auto own = *catalog->reviews().mine(session.id);
    ASSERT_TRUE(catalog->reviews().setSummary(own.id, "foxglove").ok());
    EXPECT_THAT(made(mentee, ReportCopy::Mentee), Not(HasSubstr("foxglove"))) << "a draft";
    catalog->actAs(mentee.id);
    ASSERT_TRUE(catalog->reviews().seal(own.id).ok());
    EXPECT_THAT(made(mentee, ReportCopy::Mentee), HasSubstr("foxglove"));
    otherReview(); // now somebody rates, whom it could lead
    EXPECT_THAT(made(other(), ReportCopy::Mentee), Not(HasSubstr("foxglove")));
}

TEST_F(ReportCopies, CountForThePercentOnlyWhatTheyHold) {
    score(session, 0, 3);
    score(session, 1, 3);
    EXPECT_THAT(made(rater, ReportCopy::Mentee), Not(HasSubstr("100 %")));
    EXPECT_THAT(made(rater, ReportCopy::Own), HasSubstr("100 %"));
}

TEST_F(ReportCopies, SayThatAnOwnCopyHoldsPrivateNotes) {
    note(3, "quillwort", NoteAudience::Private);
    seal();
    EXPECT_THAT(made(rater, ReportCopy::Own), HasSubstr("Contains private notes: your own copy."));
    EXPECT_THAT(made(rater, ReportCopy::Mentee), Not(HasSubstr("your own copy")));
    EXPECT_THAT(made(mentee, ReportCopy::Own),
                AllOf(HasSubstr("Your own copy"), Not(HasSubstr("Contains private"))));
}

TEST_F(ReportCopies, StandHostileTexts) {
    const std::string controls = std::string("nul\0bell\a\x1b[31m", 14);
    const std::string rightToLeft =
        "\u202E\u05E9\u05DC\u05D5\u05DD\u202C \u0627\u0644\u0639\u0631\u0628\u064A\u0629";
    const std::string word(10'000, 'W');
    const std::string faces = "\U0001F469\u200D\U0001F469\u200D\U0001F467 \U0001F600";
    for (const std::string& text : {controls, rightToLeft, word, faces, std::string(kHostile)})
        note(3, text);
    seal();
    catalog->actAs(mentee.id);
    const std::string page = *reportHtml(*catalog, session.id);
    const std::string table = *reportCsv(*catalog, session.id);
    for (const std::string& out : {page, table}) {
        EXPECT_EQ(out.find_first_of(std::string("\0\a\x1b\x7f", 4)), std::string::npos);
        EXPECT_THAT(out, AllOf(HasSubstr(word), HasSubstr(faces), HasSubstr(rightToLeft)));
    }
    EXPECT_THAT(page, AllOf(HasSubstr("dir=\"auto\""), Not(HasSubstr("<script"))));
}

} // namespace
} // namespace mockingbird::review::test
