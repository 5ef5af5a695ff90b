// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/consensus/calibration_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

TEST(CalibrationDialog, BeginsForACohortUnderItsTitle) {
    CalibrationChoice choice;
    choice.session = "Maya, attempt 2";
    choice.cohorts = {{catalog::CohortId::make(), "2026"}, {catalog::CohortId::make(), "2027"}};
    QPointer<CalibrationDialog> dialog = new CalibrationDialog(choice);
    dialog->show();
    EXPECT_EQ(dialog->titleField()->text(), "Maya, attempt 2");
    EXPECT_FALSE(dialog->endButton());
    QSignalSpy begun(dialog.data(), &CalibrationDialog::beginRequested);
    dialog->cohortBox()->setCurrentIndex(2);
    QTest::mouseClick(dialog->beginButton(), Qt::LeftButton);
    ASSERT_EQ(begun.size(), 1);
    EXPECT_EQ(begun[0][0].toString(), "Maya, attempt 2");
    EXPECT_EQ(begun[0][1].value<catalog::CohortId>(), choice.cohorts[1].first);
}

TEST(CalibrationDialog, IsForEverybodyUnlessSaidOtherwiseAndNeedsATitle) {
    auto* dialog = new CalibrationDialog({"A session", {}, std::nullopt});
    dialog->show();
    QSignalSpy begun(dialog, &CalibrationDialog::beginRequested);
    dialog->titleField()->setText("  ");
    EXPECT_FALSE(dialog->beginButton()->isEnabled());
    dialog->titleField()->setText("Spring");
    QTest::mouseClick(dialog->beginButton(), Qt::LeftButton);
    ASSERT_EQ(begun.size(), 1);
    EXPECT_TRUE(begun[0][1].value<catalog::CohortId>().isNull());
}

TEST(CalibrationDialog, EndsTheOneThatIsRunning) {
    CalibrationChoice choice;
    choice.session = "A session";
    choice.running = catalog::Calibration{catalog::CalibrationId::make(), {}, {}, "Spring"};
    auto* dialog = new CalibrationDialog(choice);
    dialog->show();
    EXPECT_FALSE(dialog->beginButton());
    QSignalSpy ended(dialog, &CalibrationDialog::endRequested);
    QTest::mouseClick(dialog->endButton(), Qt::LeftButton);
    ASSERT_EQ(ended.size(), 1);
    EXPECT_EQ(ended[0][0].value<catalog::CalibrationId>(), choice.running->id);
}

} // namespace
} // namespace mockingbird::review
