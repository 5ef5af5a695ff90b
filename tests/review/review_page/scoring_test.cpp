// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/review_page/review_page_fixture.h"

namespace mockingbird::review {
namespace {

class ScoringTest : public ReviewPageFixture {};

TEST_F(ScoringTest, ScoresByKeyboardWithEvidenceThatCanBeRemoved) {
    open();
    jumpTo(ms(3000));
    desk().tabs().setCurrentIndex(1);
    LevelCard* first = criterion(0).levels().front();
    first->setFocus();
    press(Qt::Key_4);
    ASSERT_EQ(scores().size(), 1u);
    EXPECT_EQ(scores()[0].level, 4);
    EXPECT_TRUE(criterion(0).levels().at(3)->isChecked());
    press(Qt::Key_Down);
    EXPECT_EQ(scores()[0].level, 5);
    QTest::mouseClick(criterion(0).addMomentButton(), Qt::LeftButton);
    ASSERT_EQ(scores()[0].evidence.size(), 1u);
    EXPECT_EQ(scores()[0].evidence[0].at, ms(3000));
    jumpTo(ms(8000));
    auto* chip = criterion(0).findChild<EvidenceChip*>();
    ASSERT_TRUE(chip);
    QTest::mouseClick(chip->jumpButton(), Qt::LeftButton);
    EXPECT_TRUE(waitFor([&] { return player().shownTime() == ms(3000); }));
    QTest::mouseClick(chip->removeButton(), Qt::LeftButton);
    EXPECT_TRUE(scores()[0].evidence.empty());
}

TEST_F(ScoringTest, TheNoteThatOneIsAtIsTheEvidence) {
    const auto note = m_catalog.addNote(m_catalog.ann, m_session, ms(3000), "Carries it");
    m_catalog.score(m_catalog.ann, m_session, {4});
    open();
    emit desk().notes().jumpRequested(note.id);
    ASSERT_TRUE(waitFor([&] { return player().shownTime() == ms(3000); }));
    desk().tabs().setCurrentIndex(1);
    emit criterion(0).momentAdded();
    ASSERT_EQ(scores()[0].evidence.size(), 1u);
    EXPECT_EQ(scores()[0].evidence[0].note, note.id);
}

TEST_F(ScoringTest, TheTotalFormsAsCriteriaAreScored) {
    open();
    EXPECT_TRUE(desk().rubric().totalText().contains("0 of 3"));
    emit criterion(0).levelChosen(3);
    EXPECT_TRUE(desk().rubric().totalText().contains("60 %"));
    EXPECT_TRUE(desk().rubric().totalText().contains("1 of 3"));
    emit criterion(1).levelChosen(4);
    emit criterion(2).levelChosen(5);
    EXPECT_TRUE(desk().rubric().totalText().contains("Total 80 %")); // (3 + 2*4 + 5) of 20
}

TEST_F(ScoringTest, WhatDiffersIsAgreedOnAndTheFirstScoresStay) {
    m_catalog.score(m_catalog.ben, m_session, {2, 3, 3});
    m_catalog.score(m_catalog.ann, m_session, {4, 3, 3});
    open();
    EXPECT_FALSE(desk().tabs().isTabVisible(3));
    m_catalog.seal(m_catalog.ben, m_session);
    desk().model().seal();
    ASSERT_TRUE(desk().tabs().isTabVisible(3));
    ASSERT_EQ(desk().consensus().differing().size(), 1u);
    const auto structure = m_catalog.kit.rubric.criteria[0].id;
    emit desk().consensus().agreed(structure, {}, 3, "The order is there, the end is thin");
    const auto agreed = *m_catalog->consensus().ofSession(m_session.id);
    ASSERT_EQ(agreed.size(), 1u);
    EXPECT_EQ(agreed[0].level, 3);
    std::vector<int> levels;
    for (const catalog::Score& score : scores())
        if (score.criterion == structure)
            levels.push_back(score.level);
    EXPECT_THAT(levels, testing::UnorderedElementsAre(2, 4));
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(m_catalog->consensus().ofSession(m_session.id)->empty());
}

} // namespace
} // namespace mockingbird::review
