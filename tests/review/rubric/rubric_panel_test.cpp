// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/rubric/rubric_panel.h"

#include "review/rubric/evidence_chip.h"
#include "review/rubric/evidence_prompt.h"
#include "review/rubric/level_card.h"
#include "review/rubric/question_bar.h"
#include "tests/review/rubric/scored_kit.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using OptionalQuestion = std::optional<catalog::QuestionId>;

class RubricPanelTest : public testing::Test {
protected:
    void show(const test::ScoredKit& scored) {
        m_panel.setKit(scored.kit);
        m_panel.showStandings([this](catalog::CriterionId criterion, OptionalQuestion question) {
            CriterionStanding standing;
            standing.editable = true;
            for (const catalog::Score& score : m_scores)
                if (score.criterion == criterion && score.question == question) {
                    standing.own = score;
                    for (const catalog::Evidence& evidence : score.evidence)
                        standing.evidence.push_back({evidence, "0:23", {}});
                }
            return standing;
        });
        m_panel.resize(360, 700);
        m_panel.show();
        m_panel.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&m_panel));
    }
    [[nodiscard]] bool says(const QString& text) const {
        for (const QLabel* label : m_panel.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }
    std::vector<catalog::Score> m_scores;
    RubricPanel m_panel;
};

TEST_F(RubricPanelTest, TheWholeSessionHasNoQuestions) {
    const test::ScoredKit scored(catalog::ScoringScope::Session);
    show(scored);
    EXPECT_TRUE(m_panel.questionBar().isHidden());
    EXPECT_FALSE(m_panel.question());
    QSignalSpy chosen(&m_panel, &RubricPanel::levelChosen);
    m_panel.setQuestionShown(scored.question(1));
    QTest::keyClick(m_panel.cards()[0]->header(), Qt::Key_4);
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_FALSE(chosen[0][1].value<OptionalQuestion>());
    EXPECT_EQ(chosen[0][2].toInt(), 4);
}

TEST_F(RubricPanelTest, TheCardsAreTheQuestionsAtTheMomentShown) {
    const test::ScoredKit scored;
    m_scores = {scored.score(scored.ann, 0, 0, 4), scored.score(scored.ann, 0, 1, 2)};
    show(scored);
    EXPECT_EQ(m_panel.cards()[0]->chosen(), 4);
    m_panel.setQuestionShown(scored.question(1));
    EXPECT_EQ(m_panel.cards()[0]->chosen(), 2);
    EXPECT_FALSE(m_panel.cards()[1]->chosen());
}

TEST_F(RubricPanelTest, EverySignalSaysTheQuestion) {
    const test::ScoredKit scored;
    m_scores = {scored.score(scored.ann, 0, 1, 4, 1)};
    show(scored);
    m_panel.goTo(scored.criterion(0), scored.question(1));
    QSignalSpy chosen(&m_panel, &RubricPanel::levelChosen);
    QSignalSpy added(&m_panel, &RubricPanel::momentAdded);
    QSignalSpy cleared(&m_panel, &RubricPanel::cleared);
    QSignalSpy removed(&m_panel, &RubricPanel::evidenceRemoved);
    CriterionCard* card = m_panel.cards()[0];
    QTest::keyClick(card->levels()[3], Qt::Key_5);
    QTest::mouseClick(card->addMomentButton(), Qt::LeftButton);
    emit card->cleared();
    auto* chip = card->findChild<EvidenceChip*>();
    ASSERT_TRUE(chip);
    QTest::mouseClick(chip->removeButton(), Qt::LeftButton);
    for (const QSignalSpy* spy : {&chosen, &added, &cleared, &removed}) {
        ASSERT_EQ(spy->size(), 1);
        EXPECT_EQ(spy->front()[0].value<catalog::CriterionId>(), scored.criterion(0));
        EXPECT_EQ(spy->front()[1].value<OptionalQuestion>(), scored.question(1));
    }
}

TEST_F(RubricPanelTest, ShowsTheTotalAsItForms) {
    const test::ScoredKit scored;
    show(scored);
    EXPECT_EQ(m_panel.totalText(), "No total yet: 0 of 6 levels given");
    m_scores = {scored.score(scored.ann, 0, 0, 3), scored.score(scored.ann, 0, 1, 5)};
    show(scored);
    EXPECT_EQ(m_panel.totalText(), "80 % so far, 2 of 6 levels given · pass line 70 %");
    EXPECT_EQ(m_panel.questionBar().buttons()[0]->text(), "1 · 1/3");
    EXPECT_TRUE(says("not an examination result"));
}

TEST_F(RubricPanelTest, OnlyAWholeReviewReachesThePassLine) {
    const test::ScoredKit scored;
    for (const std::size_t question : {0u, 1u})
        for (const std::size_t criterion : {0u, 1u, 2u})
            m_scores.push_back(scored.score(scored.ann, criterion, question, 4));
    show(scored);
    EXPECT_EQ(m_panel.totalText(), "Total 80 % · reaches the pass line of 70 %");
    m_scores[5].level = 1;
    m_scores[1].level = m_scores[4].level = 2;
    show(scored);
    EXPECT_TRUE(m_panel.totalText().contains("below the pass line of 70 %"))
        << m_panel.totalText().toStdString();
}

TEST_F(RubricPanelTest, AltEAddsTheMomentToTheUnfoldedCard) {
    const test::ScoredKit scored(catalog::ScoringScope::Session);
    m_scores = {scored.score(scored.ann, 1, std::nullopt, 5)};
    show(scored);
    m_panel.goTo(scored.criterion(1), std::nullopt);
    QSignalSpy added(&m_panel, &RubricPanel::momentAdded);
    QTest::keyClick(&m_panel, Qt::Key_E, Qt::AltModifier);
    ASSERT_EQ(added.size(), 1);
    EXPECT_EQ(added[0][0].value<catalog::CriterionId>(), scored.criterion(1));
    m_panel.goTo(scored.criterion(0), std::nullopt); // not scored: nothing to carry
    QTest::keyClick(&m_panel, Qt::Key_E, Qt::AltModifier);
    EXPECT_EQ(added.size(), 1);
}

TEST_F(RubricPanelTest, GoesToAScoreOfAnotherQuestion) {
    const test::ScoredKit scored;
    m_scores = {scored.score(scored.ann, 2, 1, 5)};
    show(scored);
    m_panel.goTo(scored.criterion(2), scored.question(1));
    EXPECT_EQ(m_panel.question(), scored.question(1));
    EXPECT_FALSE(m_panel.cards()[2]->folded());
    EXPECT_TRUE(m_panel.cards()[2]->levels()[4]->hasFocus());
    EXPECT_FALSE(m_panel.cards()[2]->prompt()->isHidden());
    // And it doesn't run away with the recording.
    m_panel.setQuestionShown(scored.question(0));
    EXPECT_EQ(m_panel.question(), scored.question(1));
}

TEST_F(RubricPanelTest, TheOfferReachesCardsThatAreUnfoldedLater) {
    const test::ScoredKit scored(catalog::ScoringScope::Session);
    m_scores = {scored.score(scored.ann, 1, std::nullopt, 5)};
    show(scored);
    m_panel.setOffer({"0:23.4", false, true});
    m_panel.goTo(scored.criterion(1), std::nullopt);
    EXPECT_EQ(m_panel.cards()[1]->addMomentButton()->text(), "Add the moment shown (0:23.4)");
}

} // namespace
} // namespace mockingbird::review
