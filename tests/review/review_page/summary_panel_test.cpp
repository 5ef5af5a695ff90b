// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/summary_panel.h"

#include "review/review_page/seal_panel.h"
#include "tests/review/rubric/scored_kit.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class SummaryPanelTest : public testing::Test {
protected:
    SummaryPanelTest() {
        m_content.editable = true;
        m_content.mentee = "Maya";
        m_content.balance = BalanceContent();
        m_content.balance->kit = m_scored.kit;
    }
    void show() {
        m_panel.showContent(m_content);
        m_panel.resize(360, 700);
        m_panel.show();
    }
    test::ScoredKit m_scored;
    SummaryContent m_content;
    SummaryPanel m_panel;
};

TEST_F(SummaryPanelTest, BeginsWithTheGoalAndWhatWasTakenAlong) {
    m_content.goal = "Begin with the answer.";
    m_content.tookAlong = {"Numbers", "Pauses"};
    show();
    EXPECT_EQ(m_panel.aboutText(),
              "Maya's goal: Begin with the answer.\nTook along last time:\n•  Numbers\n•  Pauses");
    m_content.goal.clear();
    m_content.tookAlong.clear();
    show();
    EXPECT_TRUE(m_panel.aboutText().isEmpty());
}

TEST_F(SummaryPanelTest, SealingIsTwoSteps) {
    show();
    QSignalSpy sealed(&m_panel, &SummaryPanel::sealRequested);
    m_panel.sealButton()->click();
    EXPECT_TRUE(m_panel.atSealStep());
    EXPECT_EQ(sealed.size(), 0);
    m_panel.sealPanel().sealButton()->click();
    EXPECT_EQ(sealed.size(), 1);
    m_content.editable = false; // as it is then
    show();
    EXPECT_FALSE(m_panel.atSealStep());
    EXPECT_FALSE(m_panel.sealButton()->isVisible());
}

TEST_F(SummaryPanelTest, WhatIsTypedIsHandedOnBeforeTheLastLook) {
    show();
    QSignalSpy written(&m_panel, &SummaryPanel::summaryWritten);
    QTest::keyClicks(m_panel.summaryField(), "Calm");
    m_panel.sealButton()->click();
    ASSERT_EQ(written.size(), 1);
    EXPECT_EQ(written[0][0].toString(), "Calm");
    EXPECT_FALSE(m_panel.sealPanel().text().contains("No summary"));
}

TEST_F(SummaryPanelTest, TheLastLookFollowsWhatIsMended) {
    m_content.balance->balance.extremesWithoutEvidence = {m_scored.score(m_scored.ann, 0, 0, 5)};
    m_content.notes = 1;
    m_content.summary = "Calm";
    show();
    m_panel.showSealStep();
    EXPECT_EQ(m_panel.sealPanel().missing(), 1u);
    m_content.balance->balance.extremesWithoutEvidence.clear();
    show();
    EXPECT_TRUE(m_panel.atSealStep());
    EXPECT_EQ(m_panel.sealPanel().missing(), 0u);
}

TEST_F(SummaryPanelTest, OffersToOpenWhereThatIsAllowed) {
    m_content.round.ownSealed = true;
    m_content.round.awaited = {"Aisha Rahman"};
    show();
    EXPECT_FALSE(m_panel.openButton()->isVisible());
    EXPECT_TRUE(m_panel.standingShown().contains("Waiting for Aisha Rahman's review"));
    m_content.round.mayOpen = true;
    show();
    QSignalSpy opened(&m_panel, &SummaryPanel::openRequested);
    QTest::mouseClick(m_panel.openButton(), Qt::LeftButton);
    EXPECT_EQ(opened.size(), 1);
}

TEST_F(SummaryPanelTest, ReportsWhereThereIsSomethingToPrint) {
    show();
    EXPECT_FALSE(m_panel.reportButton()->isVisible());
    m_content.reportable = true;
    show();
    QSignalSpy wanted(&m_panel, &SummaryPanel::reportRequested);
    QTest::mouseClick(m_panel.reportButton(), Qt::LeftButton);
    EXPECT_EQ(wanted.size(), 1);
}

TEST_F(SummaryPanelTest, AReadOnlyReviewShowsOnlyTheCommitmentsThereAre) {
    m_content.editable = false;
    m_content.commitments = {"Numbers"};
    show();
    EXPECT_TRUE(m_panel.commitmentFields()[0]->isVisible());
    EXPECT_FALSE(m_panel.commitmentFields()[1]->isVisible());
    EXPECT_TRUE(m_panel.summaryField()->isReadOnly());
}

} // namespace
} // namespace mockingbird::review
