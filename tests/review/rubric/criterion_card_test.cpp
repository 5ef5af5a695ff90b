// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/rubric/criterion_card.h"

#include "review/rubric/evidence_prompt.h"
#include "review/rubric/level_card.h"
#include "tests/review/rubric/scored_kit.h"

#include <QLayout>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class CriterionCardTest : public testing::Test {
protected:
    CriterionCardTest() : m_card(m_scored.kit.rubric.criteria[0]) {
        m_card.setFolded(false);
        m_card.resize(360, 900);
        m_card.show();
    }
    void show(int level, std::size_t moments, bool editable = true) {
        CriterionStanding standing;
        standing.own = m_scored.score(m_scored.ann, 0, std::nullopt, level, moments);
        for (const catalog::Evidence& evidence : standing.own->evidence)
            standing.evidence.push_back({evidence, "0:23", "A note"});
        standing.editable = editable;
        m_card.showStanding(standing);
    }
    test::ScoredKit m_scored{catalog::ScoringScope::Session};
    CriterionCard m_card;
};

TEST_F(CriterionCardTest, ATopLevelAsksForItsMomentRightBelowIt) {
    show(5, 0);
    ASSERT_TRUE(m_card.prompt()->isVisible());
    EXPECT_EQ(m_card.prompt()->sentence(), "A top level needs its moment.");
    QCoreApplication::sendPostedEvents();
    m_card.layout()->activate();
    EXPECT_GT(m_card.prompt()->y(), m_card.levels()[4]->y());
}

TEST_F(CriterionCardTest, ABottomLevelAsksBetweenItAndTheNext) {
    show(1, 0);
    EXPECT_EQ(m_card.prompt()->sentence(), "A bottom level needs its moment.");
    m_card.prompt()->parentWidget()->layout()->activate();
    EXPECT_GT(m_card.prompt()->y(), m_card.levels()[0]->y());
    EXPECT_LT(m_card.prompt()->y(), m_card.levels()[1]->y());
}

TEST_F(CriterionCardTest, NothingIsAskedForALevelBetweenOrOneWithItsMomentOrOneThatStays) {
    show(4, 0);
    EXPECT_TRUE(m_card.prompt()->isHidden());
    show(5, 1);
    EXPECT_TRUE(m_card.prompt()->isHidden());
    show(5, 0, false);
    EXPECT_TRUE(m_card.prompt()->isHidden());
}

TEST_F(CriterionCardTest, ThePromptAddsTheMomentThatItNames) {
    m_card.setOffer({"0:23.4", false, true});
    show(5, 0);
    EXPECT_EQ(m_card.addMomentButton(), m_card.prompt()->addButton());
    EXPECT_EQ(m_card.prompt()->addButton()->text(), "Add the moment shown (0:23.4)");
    m_card.setOffer({"0:25.0", true, true});
    EXPECT_EQ(m_card.prompt()->addButton()->text(), "Add the note at 0:25.0");
    QSignalSpy added(&m_card, &CriterionCard::momentAdded);
    QTest::mouseClick(m_card.prompt()->addButton(), Qt::LeftButton);
    EXPECT_EQ(added.size(), 1);
}

TEST_F(CriterionCardTest, TheKeyboardStaysInTheCardWhenThePromptGoes) {
    show(5, 0);
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_card));
    m_card.prompt()->addButton()->setFocus();
    show(5, 1);
    EXPECT_TRUE(m_card.levels()[4]->hasFocus());
}

TEST_F(CriterionCardTest, AnotherLevelCanBeChosenWhileItAsks) {
    show(5, 0);
    QSignalSpy chosen(&m_card, &CriterionCard::levelChosen);
    QTest::keyClick(m_card.levels()[4], Qt::Key_3);
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 3);
}

TEST_F(CriterionCardTest, AddsNoMomentWithoutALevelOrWithoutAMoment) {
    CriterionStanding empty;
    empty.editable = true;
    m_card.showStanding(empty);
    EXPECT_FALSE(m_card.addMoment());
    show(4, 0);
    m_card.setOffer({{}, false, false});
    EXPECT_FALSE(m_card.addMoment());
    EXPECT_FALSE(m_card.addMomentButton()->isEnabled());
}

} // namespace
} // namespace mockingbird::review
