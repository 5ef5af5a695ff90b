// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/consensus/unit_card.h"

#include "review/consensus/level_picker.h"
#include "review/rubric/evidence_chip.h"
#include "tests/review/rubric/scored_kit.h"

#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class UnitCardTest : public testing::Test {
protected:
    UnitCardTest() {
        m_content.kit = m_kit.kit;
        m_content.viewer = m_kit.ann;
        m_content.editable = true;
        m_content.units =
            scoredUnits(m_kit.kit, {m_kit.score(m_kit.ann, 0, 0, 5, 1), m_kit.score(m_kit.ben, 0, 0, 2)});
    }
    UnitCard& card() {
        if (!m_card) {
            m_card = std::make_unique<UnitCard>(m_content, m_content.units[0]);
            m_card->resize(340, 600);
            m_card->show();
            EXPECT_TRUE(QTest::qWaitForWindowActive(m_card.get()));
        } else {
            m_card->showContent(m_content, m_content.units[0]);
        }
        return *m_card;
    }
    test::ScoredKit m_kit;
    ConsensusContent m_content;
    std::unique_ptr<UnitCard> m_card;
};

TEST_F(UnitCardTest, ShowsBothSidesWithAnchorAndEvidence) {
    const QString text = card().text();
    EXPECT_TRUE(text.contains("3 levels apart"));
    EXPECT_TRUE(text.contains("You: 5 Outstanding"));
    EXPECT_TRUE(text.contains("It is there in full and to the point."));
    EXPECT_TRUE(text.contains("Ben Ruiz: 2 Beginning"));
    EXPECT_TRUE(text.contains("No moment given"));
    auto* chip = card().findChild<EvidenceChip*>();
    ASSERT_TRUE(chip);
    QSignalSpy jumped(m_card.get(), &UnitCard::jumpRequested);
    QTest::mouseClick(card().findChildren<EvidenceChip*>().last()->jumpButton(), Qt::LeftButton);
    ASSERT_EQ(jumped.size(), 1);
    EXPECT_EQ(jumped[0][0].value<catalog::Evidence>().at, MediaTime::fromSeconds(23));
}

TEST_F(UnitCardTest, AChosenLevelIsHandedOnWithTheReasonTypedBefore) {
    QSignalSpy agreed(&card(), &UnitCard::agreed);
    QTest::keyClicks(m_card->reasonField(), "As the anchor says");
    m_card->flush();
    EXPECT_EQ(agreed.size(), 0); // there is no level to give it for
    QTest::keyClick(m_card->picker()->buttons()[0], Qt::Key_4);
    ASSERT_EQ(agreed.size(), 1);
    EXPECT_EQ(agreed[0][0].toInt(), 4);
    EXPECT_EQ(agreed[0][1].toString(), "As the anchor says");
}

TEST_F(UnitCardTest, AReasonTypedLaterFollowsWhenTheFieldIsLeft) {
    m_content.agreed = {m_kit.agreed(0, 0, 3)};
    QSignalSpy agreed(&card(), &UnitCard::agreed);
    m_card->reasonField()->setFocus();
    QTest::keyClicks(m_card->reasonField(), "One part thin");
    EXPECT_EQ(agreed.size(), 0);
    m_card->picker()->buttons()[2]->setFocus();
    ASSERT_EQ(agreed.size(), 1);
    EXPECT_EQ(agreed[0][0].toInt(), 3);
    EXPECT_EQ(agreed[0][1].toString(), "One part thin");
}

TEST_F(UnitCardTest, WhatIsBeingTypedIsLeftAlone) {
    m_content.agreed = {m_kit.agreed(0, 0, 3, "Old")};
    card().reasonField()->setFocus();
    QTest::keyClicks(m_card->reasonField(), " and new");
    card(); // shown anew by something else
    EXPECT_EQ(m_card->reasonField()->text(), "Old and new");
}

TEST_F(UnitCardTest, AnAgreedLevelCanBeTakenBack) {
    m_content.agreed = {m_kit.agreed(0, 0, 3)};
    QSignalSpy withdrawn(&card(), &UnitCard::withdrawn);
    QTest::mouseClick(m_card->withdrawButton(), Qt::LeftButton);
    ASSERT_EQ(withdrawn.size(), 1);
    EXPECT_EQ(withdrawn[0][0].value<catalog::AgreedScoreId>(), m_content.agreed[0].id);
    m_content.agreed.clear();
    EXPECT_FALSE(card().picker()->level());
    EXPECT_TRUE(m_card->withdrawButton()->isHidden());
}

TEST_F(UnitCardTest, WhoOnlyReadsSeesFirstAndAgreedLevels) {
    m_content.editable = false;
    m_content.agreed = {m_kit.agreed(0, 0, 3, "One part thin.")};
    const QString text = card().text();
    EXPECT_TRUE(text.contains("You: 5 Outstanding"));
    EXPECT_TRUE(text.contains("Agreed: 3 Sound. One part thin. Written down by Ben Ruiz."));
    EXPECT_FALSE(m_card->picker()->isVisible());
}

TEST_F(UnitCardTest, InACalibrationARaterSeesOnlyTheirOwnBesideTheAgreed) {
    m_content.calibration = true;
    m_content.editable = false;
    m_content.agreed = {m_kit.agreed(0, 0, 3)};
    const QString text = card().text();
    EXPECT_TRUE(text.contains("You: 5 Outstanding, 2 levels higher than agreed"));
    EXPECT_TRUE(text.contains("Agreed: 3 Sound."));
    EXPECT_FALSE(text.contains("Ben Ruiz: "));
}

} // namespace
} // namespace mockingbird::review
