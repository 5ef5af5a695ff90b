// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/consensus/consensus_panel.h"

#include "review/consensus/calibration_table.h"
#include "review/consensus/level_picker.h"
#include "review/consensus/unit_card.h"
#include "review/rubric/evidence_chip.h"
#include "tests/review/rubric/scored_kit.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class ConsensusPanelTest : public testing::Test {
protected:
    ConsensusPanelTest() {
        m_content.kit = m_kit.kit;
        m_content.viewer = m_kit.ann;
        m_content.editable = true;
        m_content.units =
            scoredUnits(m_kit.kit, {m_kit.score(m_kit.ann, 0, 0, 5, 1), m_kit.score(m_kit.ben, 0, 0, 2),
                                    m_kit.score(m_kit.ann, 1, 0, 4), m_kit.score(m_kit.ben, 1, 0, 3),
                                    m_kit.score(m_kit.ann, 0, 1, 1), m_kit.score(m_kit.ben, 0, 1, 3)});
    }
    void show() {
        m_panel.showContent(m_content);
        m_panel.resize(360, 700);
        m_panel.show();
    }
    test::ScoredKit m_kit;
    ConsensusContent m_content;
    ConsensusPanel m_panel;
};

TEST_F(ConsensusPanelTest, ListsWhatDiffersAndFoldsWhatIsAlike) {
    show();
    ASSERT_EQ(m_panel.differing().size(), 2u);
    EXPECT_EQ(m_panel.alikeHeader()->text(), "Alike (1)");
    EXPECT_TRUE(m_panel.alike().empty());
    m_panel.alikeHeader()->click();
    ASSERT_EQ(m_panel.alike().size(), 1u);
    EXPECT_TRUE(m_panel.alike()[0]->isVisible());
    EXPECT_TRUE(m_panel.alike()[0]->text().contains("One level apart"));
    EXPECT_TRUE(m_panel.figuresText().contains("The same level on 0 % of 3 scores"));
}

TEST_F(ConsensusPanelTest, AgreeingSaysTheUnitTheLevelAndTheReason) {
    show();
    QSignalSpy agreed(&m_panel, &ConsensusPanel::agreed);
    QTest::keyClick(m_panel.differing()[1]->picker()->buttons()[0], Qt::Key_2);
    ASSERT_EQ(agreed.size(), 1);
    EXPECT_EQ(agreed[0][0].value<catalog::CriterionId>(), m_kit.criterion(0));
    EXPECT_EQ(agreed[0][1].value<std::optional<catalog::QuestionId>>(), m_kit.question(1));
    EXPECT_EQ(agreed[0][2].toInt(), 2);
}

TEST_F(ConsensusPanelTest, TheCardsAndTheKeyboardStayWhenALevelIsAgreed) {
    show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_panel));
    UnitCard* card = m_panel.differing()[0];
    card->reasonField()->setFocus();
    m_content.agreed = {m_kit.agreed(0, 0, 4)};
    show();
    ASSERT_EQ(m_panel.differing()[0], card);
    EXPECT_TRUE(card->reasonField()->hasFocus());
    EXPECT_EQ(card->picker()->level(), 4);
}

TEST_F(ConsensusPanelTest, ShownAgainAsItWasItBuildsNothingAnew) {
    show();
    const auto chips = m_panel.differing()[0]->findChildren<EvidenceChip*>();
    ASSERT_FALSE(chips.empty());
    show();
    EXPECT_EQ(m_panel.differing()[0]->findChildren<EvidenceChip*>(), chips);
    // And the control: another level does.
    m_content.units[0].scores[0].level = 4;
    show();
    EXPECT_TRUE(m_panel.differing()[0]->text().contains("You: 4 Strong"));
}

TEST_F(ConsensusPanelTest, SaysWhyNothingCanBeShownYet) {
    m_content.refusal = "Ben Ruiz hasn't sealed yet.";
    show();
    EXPECT_EQ(m_panel.refusalText(), "Ben Ruiz hasn't sealed yet.");
    EXPECT_TRUE(m_panel.differing().empty());
    m_content.refusal.clear();
    show();
    EXPECT_EQ(m_panel.differing().size(), 2u);
}

TEST_F(ConsensusPanelTest, ACalibrationTellsARaterWhereTheyDiffer) {
    m_content.calibration = true;
    m_content.editable = false;
    m_content.agreed = {m_kit.agreed(0, 0, 3), m_kit.agreed(1, 0, 4)};
    show();
    EXPECT_TRUE(m_panel.figuresText().contains("How you differ"));
    EXPECT_TRUE(m_panel.figuresText().contains("1 of 2 times"));
    ASSERT_EQ(m_panel.differing().size(), 1u);
    EXPECT_EQ(m_panel.differing()[0]->unit().criterion, m_kit.criterion(0));
    EXPECT_TRUE(m_panel.table().isVisible());
}

TEST_F(ConsensusPanelTest, ACalibrationsLevelsAreWrittenDownBeforeAnybodyRates) {
    m_content.calibration = true;
    m_content.units.clear();
    show();
    EXPECT_EQ(m_panel.differing().size(), 6u);
    QSignalSpy agreed(&m_panel, &ConsensusPanel::agreed);
    QTest::keyClick(m_panel.differing()[5]->picker()->buttons()[0], Qt::Key_3);
    ASSERT_EQ(agreed.size(), 1);
    EXPECT_EQ(agreed[0][1].value<std::optional<catalog::QuestionId>>(), m_kit.question(1));
}

} // namespace
} // namespace mockingbird::review
