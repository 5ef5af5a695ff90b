// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/story_store.h"

#include "common/catalog/practice_store.h"
#include "common/catalog/preparation.h"
#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class StoryStoreTest : public CatalogTest {
protected:
    StoryStoreTest() : m_store(Preparation(*m_catalog).stories()) {
        const Cohort cohort = must(m_catalog->people().addCohort("2026", "2026-01-01", "2026-12-31"));
        must(m_catalog->people().addPair(cohort.id, m_mentee.id, m_mentor.id, m_liaison.id));
        m_catalog->actAs(m_mentee.id);
    }
    Story story(const std::string& title) {
        Story one;
        one.person = m_mentee.id;
        one.title = title;
        return must(m_store.add(one));
    }
    SessionId attempt(int hours) {
        return must(m_catalog->sessions().add(m_mentee.id, m_kit.id, SessionMode::Solo, {},
                                              WallTime{1'800'000'000'000 + hours * 3'600'000LL}))
            .id;
    }
    StoryStore m_store;
};

TEST_F(StoryStoreTest, KeepsTheFourPartsAndTags) {
    Story one = story(" The broken lift ");
    EXPECT_EQ(one.title, "The broken lift");
    one.situation = "It stood still";
    one.task = "Get people out";
    one.action = "I rang";
    one.result = "Nobody was hurt";
    one.tags = {" Calm ", "calm", "", "Safety"};
    one = must(m_store.change(one));
    EXPECT_EQ(one.action, "I rang");
    EXPECT_THAT(one.tags, ElementsAre("Calm", "Safety"));
    const auto revision = m_catalog->revision();
    must(m_store.change(one));
    EXPECT_EQ(m_catalog->revision(), revision) << "nothing was changed";
    EXPECT_EQ(must(m_store.find(m_mentee.id, "the bro")).id, one.id);
    must(m_store.remove(one.id));
    EXPECT_THAT(must(m_store.of(m_mentee.id)).stories, IsEmpty());
    EXPECT_EQ(codeOf(m_store.change(one)), ErrorCode::NotFound);
    must(m_store.restore(one.id));
    EXPECT_EQ(must(m_store.byId(one.id)).result, "Nobody was hurt");
    Story empty;
    empty.person = m_mentee.id;
    empty.situation = " \n";
    EXPECT_EQ(codeOf(m_store.add(empty)), ErrorCode::InvalidArgument);
}

TEST_F(StoryStoreTest, IsReadByMentorsOnceSharedAndByNobodyElse) {
    const Story open = story("Open");
    story("Closed");
    must(m_store.share(open.id, true));
    m_catalog->actAs(m_mentor.id);
    ASSERT_THAT(must(m_store.of(m_mentee.id)).stories, SizeIs(1));
    EXPECT_EQ(must(m_store.of(m_mentee.id)).stories[0].title, "Open");
    EXPECT_EQ(codeOf(m_store.change(open)), ErrorCode::Denied);
    EXPECT_EQ(codeOf(m_store.share(open.id, false)), ErrorCode::Denied);
    EXPECT_EQ(codeOf(m_store.remove(open.id)), ErrorCode::Denied);
    const Person coordinator = must(m_catalog->people().add("Cora", {Role::Coordinator}));
    for (const PersonId other : {m_liaison.id, coordinator.id, PersonId{}}) {
        m_catalog->actAs(other);
        EXPECT_THAT(must(m_store.of(m_mentee.id)).stories, IsEmpty());
        EXPECT_EQ(codeOf(m_store.byId(open.id)), ErrorCode::NotFound);
    }
}

TEST_F(StoryStoreTest, FitsTheQuestionsThatWereChosenAndSuggestsByCompetency) {
    Story one = story("Lift");
    Question question = m_kit.questions[0];
    question.competency = "Handling conflict";
    EXPECT_FALSE(mayFit(one, question));
    one.tags = {"conflict"};
    EXPECT_TRUE(mayFit(one, question));
    one.tags = {"HANDLING CONFLICT"};
    EXPECT_TRUE(mayFit(one, question));
    one.tags = {"of", "on"};
    question.competency = "Sense of duty";
    EXPECT_FALSE(mayFit(one, question)) << "small words say nothing";
    must(m_store.setFit(one.id, question.id, true));
    must(m_store.setFit(one.id, question.id, true));
    EXPECT_THAT(must(m_store.byId(one.id)).fits, ElementsAre(question.id));
    must(m_store.setFit(one.id, question.id, false));
    EXPECT_THAT(must(m_store.byId(one.id)).fits, IsEmpty());
}

TEST_F(StoryStoreTest, IsOverusedOnceItWasToldInThreeOfTheLastFourAttempts) {
    const Story often = story("Often");
    const Story once = story("Once");
    std::vector<SessionId> attempts;
    for (int i = 0; i < 5; ++i)
        attempts.push_back(attempt(i));
    must(m_store.setTold(often.id, {attempts[0], {}}, true)); // too long ago to count
    must(m_store.setTold(often.id, {attempts[1], m_kit.questions[0].id}, true));
    must(m_store.setTold(often.id, {attempts[1], m_kit.questions[1].id}, true)); // twice in one attempt
    must(m_store.setTold(often.id, {attempts[3], {}}, true));
    must(m_store.setTold(once.id, {attempts[4], {}}, true));
    StoryLedger ledger = must(m_store.of(m_mentee.id));
    EXPECT_EQ(ledger.attempts, 4);
    EXPECT_EQ(ledger.stories[0].toldLately, 2);
    EXPECT_FALSE(ledger.overused(ledger.stories[0]));
    must(m_store.setTold(often.id, {attempts[4], {}}, true));
    ledger = must(m_store.of(m_mentee.id));
    EXPECT_EQ(ledger.stories[0].toldLately, 3);
    EXPECT_TRUE(ledger.overused(ledger.stories[0]));
    EXPECT_FALSE(ledger.overused(ledger.stories[1]));
    // A practised question is no attempt.
    must(Preparation(*m_catalog)
             .practice()
             .add({{},
                   m_mentee.id,
                   m_kit.id,
                   m_kit.questions[0].id,
                   PracticeOutcome::Answered,
                   1,
                   attempts[4],
                   {}}));
    ledger = must(m_store.of(m_mentee.id));
    EXPECT_EQ(ledger.stories[0].toldLately, 3) << "the first of the five counts now";
    EXPECT_EQ(ledger.stories[1].toldLately, 0);
    must(m_store.setTold(often.id, {attempts[3], {}}, false));
    EXPECT_EQ(must(m_store.byId(often.id)).toldLately, 2);
}

TEST_F(StoryStoreTest, IsToldInOnesOwnSessionsAlone) {
    const Story one = story("Lift");
    m_catalog->actAs(m_mentor.id);
    const Session others = must(m_catalog->sessions().add(m_mentor.id, m_kit.id, SessionMode::Solo));
    m_catalog->actAs(m_mentee.id);
    EXPECT_EQ(codeOf(m_store.setTold(one.id, {others.id, {}}, true)), ErrorCode::Denied);
    EXPECT_EQ(codeOf(m_store.setTold(one.id, {m_session.id, QuestionId::make()}, true)), ErrorCode::NotFound);
}

} // namespace mockingbird::catalog::test
