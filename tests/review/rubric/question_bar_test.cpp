// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/rubric/question_bar.h"

#include "tests/review/rubric/scored_kit.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class QuestionBarTest : public testing::Test {
protected:
    QuestionBarTest() {
        m_bar.setQuestions(m_scored.kit.questions);
        m_bar.resize(400, 100);
        m_bar.show();
    }
    test::ScoredKit m_scored;
    QuestionBar m_bar;
};

TEST_F(QuestionBarTest, BeginsWithTheFirstAndFollowsTheRecording) {
    EXPECT_EQ(m_bar.chosen(), m_scored.question(0));
    QSignalSpy changed(&m_bar, &QuestionBar::chosenChanged);
    m_bar.follow(m_scored.question(1));
    EXPECT_EQ(m_bar.chosen(), m_scored.question(1));
    EXPECT_EQ(changed.size(), 1);
    m_bar.follow(std::nullopt); // between two questions
    EXPECT_EQ(m_bar.chosen(), m_scored.question(1));
}

TEST_F(QuestionBarTest, StaysWithTheOneThatWasChosenUntilAskedToFollow) {
    m_bar.follow(m_scored.question(0));
    QTest::mouseClick(m_bar.buttons()[1], Qt::LeftButton);
    m_bar.follow(m_scored.question(0));
    EXPECT_EQ(m_bar.chosen(), m_scored.question(1));
    EXPECT_FALSE(m_bar.follows());
    QTest::mouseClick(m_bar.followButton(), Qt::LeftButton);
    EXPECT_EQ(m_bar.chosen(), m_scored.question(0));
}

TEST_F(QuestionBarTest, ChoosingTheOneThatIsShownKeepsIt) {
    m_bar.follow(m_scored.question(0));
    QTest::mouseClick(m_bar.buttons()[0], Qt::LeftButton);
    EXPECT_TRUE(m_bar.buttons()[0]->isChecked());
    m_bar.follow(m_scored.question(1));
    EXPECT_EQ(m_bar.chosen(), m_scored.question(0));
}

TEST_F(QuestionBarTest, TellsHowFarAQuestionIsScoredInWords) {
    m_bar.setProgress(m_scored.question(0), 1, 3);
    EXPECT_EQ(m_bar.buttons()[0]->text(), "1 · 1/3");
    m_bar.setProgress(m_scored.question(0), 3, 3);
    EXPECT_FALSE(m_bar.buttons()[0]->icon().isNull());
    EXPECT_EQ(m_bar.buttons()[0]->accessibleName(), "Question 1, 3 of 3 criteria scored");
}

TEST_F(QuestionBarTest, ArrowKeysGoAlongTheQuestions) {
    m_bar.buttons()[0]->setFocus();
    QTest::keyClick(m_bar.buttons()[0], Qt::Key_Right);
    EXPECT_EQ(m_bar.chosen(), m_scored.question(1));
    QTest::keyClick(m_bar.buttons()[1], Qt::Key_Right); // there is no next one
    EXPECT_EQ(m_bar.chosen(), m_scored.question(1));
    EXPECT_EQ(m_bar.buttons()[1]->focusPolicy(), Qt::TabFocus);
    EXPECT_EQ(m_bar.buttons()[0]->focusPolicy(), Qt::ClickFocus);
}

} // namespace
} // namespace mockingbird::review
