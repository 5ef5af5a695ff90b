// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/session_store.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

TEST_F(CatalogTest, ASessionNamesItsMenteeKitAndPanel) {
    const Session session = must(m_catalog->sessions().byId(m_session.id));
    EXPECT_EQ(session.menteeName, "Ana Díaz");
    EXPECT_EQ(session.kitName, "Senior Library Assistant");
    EXPECT_EQ(session.panel, std::vector<PersonId>{m_mentor.id});
    EXPECT_EQ(session.startedAt.milliseconds, 1'700'000'000'000);
    EXPECT_EQ(session.state, "recorded");
}

TEST_F(CatalogTest, AttemptsAreCountedByTheTimeTheyWereHeld) {
    auto& sessions = m_catalog->sessions();
    const Kit other = must(m_catalog->kits().publish(sampleKit()));
    const Session earlier = must(sessions.add(m_mentee.id, m_kit.id, SessionMode::Solo, {}, WallTime{1000}));
    const Session later = must(sessions.add(m_mentee.id, m_kit.id, SessionMode::Solo));
    EXPECT_EQ(must(sessions.add(m_mentee.id, other.id, SessionMode::Solo)).attempt, 1);
    EXPECT_EQ(must(sessions.add(m_mentor.id, m_kit.id, SessionMode::Solo)).attempt, 1);
    EXPECT_EQ(earlier.attempt, 1);
    EXPECT_EQ(must(sessions.byId(m_session.id)).attempt, 2);
    EXPECT_EQ(later.attempt, 3);
    const auto listed = must(sessions.all({m_mentee.id, m_kit.id}));
    ASSERT_EQ(listed.size(), 3U);
    EXPECT_EQ(listed[0].id, later.id) << "newest first";
    EXPECT_EQ(listed[0].attempt, 3);
    EXPECT_EQ(listed[2].attempt, 1);
    EXPECT_EQ(must(sessions.all()).size(), 5U);
    EXPECT_EQ(must(sessions.all({std::nullopt, m_kit.id})).size(), 4U);
    EXPECT_EQ(must(sessions.all({m_mentor.id, std::nullopt})).size(), 1U);
}

TEST_F(CatalogTest, ASessionNeedsPeopleAndAKitThatExist) {
    auto& sessions = m_catalog->sessions();
    EXPECT_EQ(codeOf(sessions.add(PersonId::make(), m_kit.id, SessionMode::Solo)), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(sessions.add(m_mentee.id, KitId::make(), SessionMode::Solo)), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(sessions.add(m_mentee.id, m_kit.id, SessionMode::Solo, {PersonId::make()})),
              ErrorCode::NotFound);
    EXPECT_EQ(codeOf(sessions.add(m_mentee.id, m_kit.id, SessionMode::Solo, {}, {}, 9)), ErrorCode::NotFound);
}

TEST_F(CatalogTest, ASessionIsFoundByPartsOfItsIdOrAsTheLast) {
    auto& sessions = m_catalog->sessions();
    const std::string id = m_session.id.toString();
    EXPECT_EQ(must(sessions.find(id)).id, m_session.id);
    EXPECT_EQ(must(sessions.find(id.substr(30))).id, m_session.id);
    EXPECT_EQ(must(sessions.find(id.substr(0, 20))).id, m_session.id);
    EXPECT_EQ(must(sessions.find("last")).id, m_session.id);
    EXPECT_EQ(codeOf(sessions.find(id.substr(31))), ErrorCode::InvalidArgument) << "five characters";
    EXPECT_EQ(codeOf(sessions.find("ffffff")), ErrorCode::NotFound);
    must(sessions.add(m_mentee.id, m_kit.id, SessionMode::Solo));
    EXPECT_EQ(codeOf(sessions.find(id.substr(0, 6))), ErrorCode::InvalidArgument)
        << "two made in the same minute";
}

TEST_F(CatalogTest, ARemovedSessionIsInNoListUntilItIsRestored) {
    auto& sessions = m_catalog->sessions();
    const Session second = must(sessions.add(m_mentee.id, m_kit.id, SessionMode::Solo));
    must(sessions.remove(m_session.id));
    EXPECT_EQ(must(sessions.all()).size(), 1U);
    EXPECT_EQ(codeOf(sessions.byId(m_session.id)), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(sessions.find(m_session.id.toString())), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(sessions.remove(m_session.id)), ErrorCode::NotFound);
    EXPECT_EQ(must(sessions.byId(second.id)).attempt, 1);
    EXPECT_THAT(must(m_catalog->verify()), ::testing::IsEmpty()) << "its media are still known";
    must(sessions.restore(m_session.id));
    must(sessions.restore(m_session.id));
    EXPECT_EQ(must(sessions.byId(second.id)).attempt, 2);
}

TEST_F(CatalogTest, WhoJoinsHasASeatOnThePanelOrObserves) {
    auto& sessions = m_catalog->sessions();
    EXPECT_THAT(must(sessions.byId(m_session.id)).observers, ::testing::IsEmpty());
    const Person second = must(m_catalog->people().add("Dora", {Role::Mentor}));
    must(sessions.join(m_session.id, second.id, Seat::Panel));
    const Session joined = must(sessions.join(m_session.id, m_liaison.id, Seat::Observer));
    EXPECT_THAT(joined.panel, ::testing::ElementsAre(m_mentor.id, second.id)) << "in the order they came";
    EXPECT_THAT(joined.observers, ::testing::ElementsAre(m_liaison.id));
    const auto revision = m_catalog->revision();
    must(sessions.join(m_session.id, m_liaison.id, Seat::Observer));
    must(sessions.join(m_session.id, m_mentor.id, Seat::Panel));
    EXPECT_EQ(m_catalog->revision(), revision) << "they have that seat already";
    EXPECT_EQ(codeOf(sessions.join(m_session.id, PersonId::make(), Seat::Panel)), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(sessions.join(SessionId::make(), m_liaison.id, Seat::Panel)), ErrorCode::NotFound);
}

TEST_F(CatalogTest, AListOfSessionsNamesEverybodyOfEach) {
    auto& sessions = m_catalog->sessions();
    const Kit other = must(m_catalog->kits().publish(sampleKit()));
    const Session alone = must(sessions.add(m_mentee.id, other.id, SessionMode::Solo));
    const Session full = must(sessions.add(m_mentor.id, other.id, SessionMode::Virtual,
                                           {m_mentor.id, m_liaison.id}, WallTime{1000}));
    must(sessions.join(full.id, m_mentee.id, Seat::Observer));
    must(sessions.join(m_session.id, m_liaison.id, Seat::Observer));
    for (const SessionFilter& filter :
         {SessionFilter{}, SessionFilter{m_mentee.id, std::nullopt}, SessionFilter{m_mentor.id, std::nullopt},
          SessionFilter{std::nullopt, other.id}, SessionFilter{m_mentee.id, m_kit.id}})
        for (const Session& listed : must(sessions.all(filter))) {
            const Session single = must(sessions.byId(listed.id));
            EXPECT_EQ(listed.panel, single.panel);
            EXPECT_EQ(listed.observers, single.observers);
        }
    EXPECT_EQ(must(sessions.byId(full.id)).panel.size(), 2U); // the control: there is something to compare
    EXPECT_EQ(must(sessions.all()).size(), 3U);
    EXPECT_THAT(must(sessions.byId(alone.id)).panel, ::testing::IsEmpty());
}

TEST_F(CatalogTest, ASegmentEndsWhereTheNextBegins) {
    auto& sessions = m_catalog->sessions();
    const auto first =
        must(sessions.beginSegment(m_session.id, m_recording.id, m_kit.questions[0].id, seconds(2)));
    const auto second =
        must(sessions.beginSegment(m_session.id, m_recording.id, m_kit.questions[1].id, seconds(30)));
    auto segments = must(sessions.segments(m_session.id));
    ASSERT_EQ(segments.size(), 2U);
    EXPECT_EQ(segments[0].end, seconds(30));
    EXPECT_FALSE(segments[1].end.has_value());
    must(sessions.endSegment(second.id, seconds(55)));
    EXPECT_EQ(must(sessions.segments(m_session.id))[1].end, seconds(55));
    EXPECT_EQ(codeOf(sessions.endSegment(first.id, seconds(1))), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(sessions.endSegment(SegmentId::make(), seconds(1))), ErrorCode::NotFound);
}

TEST_F(CatalogTest, ASegmentNeedsAQuestionOfTheKitAndARecordingOfTheSession) {
    auto& sessions = m_catalog->sessions();
    const Session other = must(sessions.add(m_mentee.id, m_kit.id, SessionMode::Solo));
    const auto question = m_kit.questions[0].id;
    EXPECT_EQ(codeOf(sessions.beginSegment(m_session.id, m_recording.id, QuestionId::make(), seconds(1))),
              ErrorCode::NotFound);
    EXPECT_EQ(codeOf(sessions.beginSegment(other.id, m_recording.id, question, seconds(1))),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(sessions.beginSegment(m_session.id, m_recording.id, question, seconds(-1))),
              ErrorCode::OutOfRange);
}

TEST_F(CatalogTest, BookmarksAreListedByTime) {
    auto& sessions = m_catalog->sessions();
    must(sessions.addBookmark(m_session.id, m_recording.id, seconds(20), "second"));
    must(sessions.addBookmark(m_session.id, m_recording.id, seconds(10)));
    const auto bookmarks = must(sessions.bookmarks(m_session.id));
    ASSERT_EQ(bookmarks.size(), 2U);
    EXPECT_EQ(bookmarks[0].at, seconds(10));
    EXPECT_EQ(bookmarks[1].label, "second");
    EXPECT_EQ(codeOf(sessions.addBookmark(m_session.id, RecordingId::make(), seconds(1))),
              ErrorCode::NotFound);
}

TEST(SessionMode, HasOneNameForEach) {
    for (const SessionMode mode : {SessionMode::InPerson, SessionMode::Virtual, SessionMode::Solo})
        EXPECT_EQ(must(parseSessionMode(name(mode))), mode);
    EXPECT_EQ(codeOf(parseSessionMode("phone")), ErrorCode::InvalidArgument);
}

} // namespace mockingbird::catalog::test
