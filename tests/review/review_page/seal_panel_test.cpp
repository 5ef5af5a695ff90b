// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/seal_panel.h"

#include "tests/review/rubric/scored_kit.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using OptionalQuestion = std::optional<catalog::QuestionId>;

class SealPanelTest : public testing::Test {
protected:
    SealPanelTest() {
        m_content.balance.kit = m_scored.kit;
        m_content.notes = 4;
        m_content.summaryWritten = true;
        m_content.readers = "Maya can read it.";
    }
    void show() {
        m_panel.showContent(m_content);
        m_panel.resize(360, 700);
        m_panel.show();
    }
    QPushButton* button(const QString& name) {
        for (QPushButton* each : m_panel.findChildren<QPushButton*>())
            if (each->accessibleName() == name && each->isVisible())
                return each;
        return nullptr;
    }
    test::ScoredKit m_scored;
    SealContent m_content;
    SealPanel m_panel;
};

TEST_F(SealPanelTest, SaysThatNothingIsMissingAndWhoCanReadIt) {
    show();
    EXPECT_EQ(m_panel.missing(), 0u);
    EXPECT_TRUE(m_panel.text().contains("Everything is there"));
    EXPECT_TRUE(m_panel.text().contains("Maya can read it."));
    EXPECT_EQ(m_panel.sealButton()->text(), "Seal now");
}

TEST_F(SealPanelTest, LeadsToAnExtremeWithoutItsMomentOrAddsIt) {
    m_content.balance.balance.extremesWithoutEvidence = {m_scored.score(m_scored.ann, 1, 1, 5)};
    m_panel.setOffer({"0:23.4", false, true});
    show();
    EXPECT_TRUE(m_panel.text().contains("Question 2 · Service: 5 Outstanding"));
    QSignalSpy went(&m_panel, &SealPanel::scoreRequested);
    QSignalSpy added(&m_panel, &SealPanel::momentAdded);
    QPushButton* go = button("Go to the score of question 2 · Service");
    QPushButton* add = button("Add the moment shown (0:23.4), for question 2 · Service");
    ASSERT_TRUE(go && add);
    go->click();
    add->click();
    for (const QSignalSpy* spy : {&went, &added}) {
        ASSERT_EQ(spy->size(), 1);
        EXPECT_EQ(spy->front()[0].value<catalog::CriterionId>(), m_scored.criterion(1));
        EXPECT_EQ(spy->front()[1].value<OptionalQuestion>(), m_scored.question(1));
    }
}

TEST_F(SealPanelTest, ListsWhatIsNotScoredNotAnnotatedAndNotWritten) {
    m_content.balance.balance.criteriaWithoutScore = {m_scored.criterion(0)};
    m_content.balance.balance.questionsWithoutNote = {m_scored.question(1)};
    m_content.summaryWritten = false;
    m_content.notes = 0;
    show();
    EXPECT_EQ(m_panel.missing(), 4u);
    for (const char* what : {"Structure", "Question 2: You are alone at the desk.", "No summary", "No note"})
        EXPECT_TRUE(m_panel.text().contains(what)) << what;
    QSignalSpy question(&m_panel, &SealPanel::questionRequested);
    button("Go to question 2")->click();
    ASSERT_EQ(question.size(), 1);
    QSignalSpy back(&m_panel, &SealPanel::backRequested);
    button("Go to the summary")->click();
    EXPECT_EQ(back.size(), 1);
}

TEST_F(SealPanelTest, SealsAnyway) {
    m_content.summaryWritten = false;
    show();
    EXPECT_EQ(m_panel.sealButton()->text(), "Seal anyway");
    EXPECT_TRUE(m_panel.sealButton()->isEnabled());
    QSignalSpy sealed(&m_panel, &SealPanel::sealRequested);
    m_panel.sealButton()->click();
    EXPECT_EQ(sealed.size(), 1);
}

TEST_F(SealPanelTest, WhatIsMendedLeavesTheList) {
    m_content.balance.balance.extremesWithoutEvidence = {m_scored.score(m_scored.ann, 1, 1, 5)};
    show();
    EXPECT_EQ(m_panel.missing(), 1u);
    m_content.balance.balance.extremesWithoutEvidence.clear();
    show();
    EXPECT_EQ(m_panel.missing(), 0u);
    EXPECT_FALSE(m_panel.text().contains("5 Outstanding"));
}

} // namespace
} // namespace mockingbird::review
