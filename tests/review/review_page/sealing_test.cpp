// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/review_page/review_page_fixture.h"

namespace mockingbird::review {
namespace {

class SealingTest : public ReviewPageFixture {};

TEST_F(SealingTest, TheSummaryIsOneEventAPauseAndNotOneAKey) {
    open();
    desk().tabs().setCurrentIndex(2);
    desk().summary().summaryField()->setFocus();
    type("Calm and clear");
    desk().summary().commitmentFields()[0]->setFocus();
    type("Name the result");
    timeline().setFocus();
    const auto review = *m_catalog->reviews().ofActor(m_session.id);
    ASSERT_TRUE(review);
    EXPECT_EQ(review->summary, "Calm and clear");
    EXPECT_EQ(m_catalog->reviews().commitments(review->id)->at(0).text, "Name the result");
    const auto events = *m_catalog->events(review->id.uuid());
    EXPECT_EQ(std::ranges::count(events, std::string("review.summarised"), &catalog::Event::kind), 1);
}

TEST_F(SealingTest, BeforeSealingOneSeesWhatIsMissingAndCanGoBack) {
    m_catalog.score(m_catalog.ann, m_session, {5});
    open();
    desk().tabs().setCurrentIndex(2);
    desk().summary().sealButton()->click();
    ASSERT_TRUE(desk().summary().atSealStep());
    EXPECT_TRUE(desk().summary().sealPanel().text().contains("Structure"));
    EXPECT_GE(desk().summary().sealPanel().missing(), 2u); // the top level's moment, and what isn't scored
    desk().summary().sealPanel().backButton()->click();
    EXPECT_FALSE(desk().summary().atSealStep());
    EXPECT_EQ((*m_catalog->reviews().ofActor(m_session.id))->state, ReviewState::Draft);
}

TEST_F(SealingTest, ASealedReviewIsReadOnly) {
    m_catalog.addNote(m_catalog.ann, m_session, ms(2000), "Stays");
    m_catalog.score(m_catalog.ann, m_session, {4});
    open();
    desk().summary().sealButton()->click();
    desk().summary().sealPanel().sealButton()->click();
    EXPECT_EQ((*m_catalog->reviews().ofActor(m_session.id))->state, ReviewState::Sealed);
    timeline().setFocus();
    type("Nothing");
    EXPECT_FALSE(entry().draft());
    EXPECT_FALSE(entry().writable());
    desk().tabs().setCurrentIndex(1);
    QTest::mouseClick(criterion(0).levels().at(1), Qt::LeftButton);
    EXPECT_EQ(scores()[0].level, 4);
    EXPECT_FALSE(criterion(0).addMomentButton()->isVisible());
    list().setCurrentIndex(desk().notes().model().index(0));
    emit desk().notes().removalRequested(notes()[0].id);
    EXPECT_EQ(notes().size(), 1u);
    EXPECT_TRUE(desk().summary().summaryField()->isReadOnly());
    EXPECT_FALSE(desk().summary().sealButton()->isVisible());
}

TEST_F(SealingTest, RatersReadEachOthersReviewsOnceAllHaveSealed) {
    m_catalog.addNote(m_catalog.ben, m_session, ms(1000), "Ben's");
    m_catalog.score(m_catalog.ben, m_session, {2, 2, 2});
    m_catalog.score(m_catalog.ann, m_session, {4, 4, 4});
    open();
    EXPECT_EQ(desk().notes().model().rowCount(), 0);
    const auto structure = m_catalog.kit.rubric.criteria[0].id;
    m_catalog.seal(m_catalog.ben, m_session);
    m_page->refresh();
    EXPECT_EQ(desk().notes().model().rowCount(), 0) << "a rater who still rates isn't led by another";
    EXPECT_TRUE(desk().model().othersScores(structure, {}).empty());
    desk().model().seal();
    ASSERT_EQ(desk().notes().model().rowCount(), 1);
    EXPECT_FALSE(desk().notes().model().flags(desk().notes().model().index(0)).testFlag(Qt::ItemIsEditable));
    ASSERT_EQ(desk().model().othersScores(structure, {}).size(), 1u);
    EXPECT_EQ(desk().model().othersScores(structure, {})[0].level, 2);
}

TEST_F(SealingTest, APrivateNoteIsItsAuthorsAlone) {
    open();
    type("Ask about the gap");
    press(Qt::Key_P, Qt::AltModifier);
    press(Qt::Key_Return);
    ASSERT_EQ(notes().size(), 1u);
    EXPECT_EQ(notes()[0].audience, catalog::NoteAudience::Private);
    desk().model().seal();
    m_catalog.seal(m_catalog.ben, m_session);
    for (const catalog::Person& other : {m_catalog.ben, m_catalog.mentee}) {
        m_catalog->actAs(other.id);
        makePage();
        open();
        EXPECT_EQ(desk().notes().model().rowCount(), 0) << other.name;
    }
}

TEST_F(SealingTest, TheGoalAndWhatWasTakenAlongAreReadFirst) {
    const auto before = m_catalog.addRecordedSession(9);
    const auto review = m_catalog.reviewOf(m_catalog.ben, before);
    m_catalog->actAs(m_catalog.ben.id);
    ASSERT_TRUE(m_catalog->reviews().setCommitments(review.id, {"End with what came of it"}).ok());
    m_catalog.seal(m_catalog.ben, before);
    m_catalog->actAs(m_catalog.ann.id);
    makePage();
    open();
    EXPECT_TRUE(desk().banner().text().contains("End with what came of it"));
    EXPECT_TRUE(desk().summary().aboutText().contains("End with what came of it"));
}

TEST_F(SealingTest, SpacePressesAButtonThatTheKeyboardIsOn) {
    open();
    desk().tabs().setCurrentIndex(2);
    desk().summary().showSealStep();
    QPushButton* back = desk().summary().sealPanel().backButton();
    back->setFocus();
    press(Qt::Key_Space);
    EXPECT_FALSE(desk().summary().atSealStep());
    EXPECT_FALSE(player().playing());
    EXPECT_EQ(back->focusPolicy(), Qt::TabFocus);
}

} // namespace
} // namespace mockingbird::review
