// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/consensus/calibration_table.h"

#include "tests/review/rubric/scored_kit.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class CalibrationTableTest : public testing::Test {
protected:
    CalibrationTableTest() {
        m_content.kit = m_kit.kit;
        m_content.viewer = m_kit.ann;
        m_content.calibration = true;
        m_content.units =
            scoredUnits(m_kit.kit, {m_kit.score(m_kit.ann, 0, 0, 5), m_kit.score(m_kit.ben, 0, 0, 2),
                                    m_kit.score(m_kit.ann, 1, 0, 3)});
        m_content.agreed = {m_kit.agreed(0, 0, 3)};
    }
    [[nodiscard]] QString cell(int row, int column) const { return m_table.item(row, column)->text(); }
    test::ScoredKit m_kit;
    ConsensusContent m_content;
    CalibrationTable m_table;
};

TEST_F(CalibrationTableTest, ARaterReadsTheirOwnDifferenceInWords) {
    m_table.showContent(m_content);
    EXPECT_EQ(cell(0, 0), "Question 1 · Structure:\n2 levels higher than agreed");
    EXPECT_EQ(cell(0, 1), "5");
    EXPECT_EQ(cell(0, 2), "3");
    EXPECT_TRUE(cell(1, 0).contains("not comparable yet"));
    EXPECT_EQ(m_table.columnCount(), 3);
}

TEST_F(CalibrationTableTest, WhoWritesTheLevelsDownReadsEverybodys) {
    m_content.editable = true;
    m_table.showContent(m_content);
    ASSERT_EQ(m_table.columnCount(), 4);
    EXPECT_EQ(m_table.horizontalHeaderItem(3)->text(), "Ben Ruiz");
    EXPECT_EQ(cell(0, 2), "5 (+2)");
    EXPECT_EQ(cell(0, 3), "2 (−1)");
    EXPECT_EQ(m_table.item(0, 3)->data(Qt::AccessibleTextRole).toString(), "2, one level lower");
    EXPECT_EQ(cell(1, 1), "none yet");
    EXPECT_EQ(cell(1, 3), "none");
    EXPECT_EQ(cell(2, 2), "0 of 1");
    EXPECT_EQ(cell(3, 3), "−1.0");
}

TEST_F(CalibrationTableTest, IsAsHighAsItsRows) {
    m_table.resize(340, 100);
    m_table.show();
    m_table.showContent(m_content);
    EXPECT_GE(m_table.height(), m_table.rowHeight(0) + m_table.rowHeight(1));
}

} // namespace
} // namespace mockingbird::review
