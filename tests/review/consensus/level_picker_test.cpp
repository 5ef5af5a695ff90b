// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/consensus/level_picker.h"

#include "tests/review/rubric/scored_kit.h"

#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class LevelPickerTest : public testing::Test {
protected:
    LevelPickerTest() : m_picker(m_kit.kit.rubric.criteria[0].levels, "Agreed level of Structure") {
        m_picker.resize(320, 200);
        m_picker.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&m_picker));
    }
    test::ScoredKit m_kit;
    LevelPicker m_picker;
};

TEST_F(LevelPickerTest, GoingAlongTheRowChoosesNothingAndShowsTheAnchors) {
    QSignalSpy chosen(&m_picker, &LevelPicker::chosen);
    m_picker.buttons()[0]->setFocus();
    QTest::keyClick(m_picker.buttons()[0], Qt::Key_Right);
    EXPECT_TRUE(m_picker.buttons()[1]->hasFocus());
    EXPECT_EQ(m_picker.anchorShown(), "Some of it is there.");
    EXPECT_FALSE(m_picker.level());
    EXPECT_EQ(chosen.size(), 0);
    QTest::keyClick(m_picker.buttons()[1], Qt::Key_Space);
    EXPECT_EQ(m_picker.level(), 2);
    EXPECT_EQ(chosen.size(), 1);
}

TEST_F(LevelPickerTest, ADigitChoosesItsLevel) {
    QSignalSpy chosen(&m_picker, &LevelPicker::chosen);
    QTest::keyClick(m_picker.buttons()[0], Qt::Key_4);
    EXPECT_EQ(m_picker.level(), 4);
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 4);
    QTest::keyClick(m_picker.buttons()[3], Qt::Key_9); // no such level
    EXPECT_EQ(m_picker.level(), 4);
}

TEST_F(LevelPickerTest, TheChosenLevelStaysChosenWhenPressedAgain) {
    m_picker.setLevel(3);
    QSignalSpy chosen(&m_picker, &LevelPicker::chosen);
    QTest::mouseClick(m_picker.buttons()[2], Qt::LeftButton, {}, QPoint(8, 12));
    EXPECT_TRUE(m_picker.buttons()[2]->isChecked());
    EXPECT_EQ(chosen.size(), 0);
}

} // namespace
} // namespace mockingbird::review
