// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/region_picker.h"

#include "recorder/ui/region.h"
#include "recorder/ui/region_overlay.h"

#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

/// The picker over the offscreen platform's one screen of 800x800.
class RegionPickerTest : public testing::Test {
protected:
    void SetUp() override {
        QObject::connect(&m_picker, &RegionPicker::picked, [this](const SourceSpec& source) {
            m_picked = QString::fromStdString(source.toString());
        });
        m_picker.pick();
        ASSERT_EQ(m_picker.overlays().size(), static_cast<std::size_t>(QGuiApplication::screens().size()));
        m_overlay = m_picker.overlays().front();
    }

    void drag(QPoint from, QPoint to) {
        QTest::mousePress(m_overlay, Qt::LeftButton, {}, from);
        QTest::mouseMove(m_overlay, (from + to) / 2);
        QTest::mouseMove(m_overlay, to);
        QTest::mouseRelease(m_overlay, Qt::LeftButton, {}, to);
    }

    RegionPicker m_picker;
    RegionOverlay* m_overlay = nullptr;
    QString m_picked;
};

} // namespace

TEST_F(RegionPickerTest, CoversTheScreenAndTakesWhatIsDrawnWithTheMouse) {
    EXPECT_EQ(m_overlay->size(), QGuiApplication::primaryScreen()->size());
    drag({100, 120}, {420, 360});
    EXPECT_EQ(m_overlay->findChild<QLabel*>(QStringLiteral("regionSize"))->text(),
              QStringLiteral("320 × 240 pixels"));
    QTest::keyClick(m_overlay, Qt::Key_Return);
    EXPECT_EQ(m_picked, QStringLiteral("screen:320x240+100+120"));
    EXPECT_FALSE(m_picker.picking());
}

TEST_F(RegionPickerTest, DrawsInAnyDirectionAndMovesWhatIsDrawn) {
    drag({420, 360}, {100, 120});
    EXPECT_EQ(m_overlay->region(), QRect(100, 120, 320, 240));
    drag({200, 200}, {230, 190});
    EXPECT_EQ(m_overlay->region(), QRect(130, 110, 320, 240));
    drag({200, 200}, {-900, 200}); // no further than the edge
    EXPECT_EQ(m_overlay->region(), QRect(0, 110, 320, 240));
    drag({500, 500}, {600, 560}); // beside it: a new one
    EXPECT_EQ(m_overlay->region(), QRect(500, 500, 100, 60));
}

TEST_F(RegionPickerTest, IsPickedByKeysAlone) {
    const QRect suggested = m_overlay->region();
    ASSERT_FALSE(suggested.isEmpty());
    QTest::keyClick(m_overlay, Qt::Key_Left);
    QTest::keyClick(m_overlay, Qt::Key_Up, Qt::ControlModifier);
    EXPECT_EQ(m_overlay->region(), suggested.translated(-10, -1));
    QTest::keyClick(m_overlay, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_overlay, Qt::Key_Up, Qt::ShiftModifier);
    QTest::keyClick(m_overlay, Qt::Key_Down, Qt::ShiftModifier | Qt::ControlModifier);
    EXPECT_EQ(m_overlay->region().size(), suggested.size() + QSize(10, -9));
    const QRect region = m_overlay->region();
    QTest::keyClick(m_overlay, Qt::Key_Enter);
    EXPECT_EQ(m_picked.toStdString(),
              regionSource(devicePixels(region, m_overlay->screenGeometry(), 1.0)).toString());
}

TEST_F(RegionPickerTest, StaysOnTheScreenAndNeverShrinksToNothing) {
    for (int i = 0; i < 200; ++i) {
        QTest::keyClick(m_overlay, Qt::Key_Right);
        QTest::keyClick(m_overlay, Qt::Key_Down);
    }
    EXPECT_EQ(m_overlay->region().right(), m_overlay->width() - 1);
    EXPECT_EQ(m_overlay->region().bottom(), m_overlay->height() - 1);
    for (int i = 0; i < 200; ++i)
        QTest::keyClick(m_overlay, Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_EQ(m_overlay->region().width(), RegionOverlay::kLeast);
}

TEST_F(RegionPickerTest, LeavesByEscapeWithNothingPicked) {
    QSignalSpy left(&m_picker, &RegionPicker::left);
    QTest::keyClick(m_overlay, Qt::Key_Escape);
    EXPECT_EQ(left.size(), 1);
    EXPECT_TRUE(m_picked.isEmpty());
    EXPECT_FALSE(m_picker.picking());
    m_picker.pick(); // and anew
    EXPECT_TRUE(m_picker.picking());
}

TEST_F(RegionPickerTest, DoesNotTakeAMereClick) {
    drag({300, 300}, {303, 302});
    auto* take = m_overlay->findChild<QPushButton*>(QStringLiteral("regionTake"));
    EXPECT_FALSE(take->isEnabled());
    QTest::keyClick(m_overlay, Qt::Key_Return);
    EXPECT_TRUE(m_picked.isEmpty());
    EXPECT_TRUE(m_picker.picking());
    drag({300, 300}, {500, 500});
    QTest::mouseClick(take, Qt::LeftButton);
    EXPECT_EQ(m_picked, QStringLiteral("screen:200x200+300+300"));
}

TEST(RegionOverlay, ShowsTheScreenWithAllButTheRegionDarkened) {
    QPixmap white(800, 800);
    white.fill(Qt::white);
    RegionOverlay overlay(*QGuiApplication::primaryScreen(), white);
    overlay.resize(800, 800);
    overlay.suggest();
    const QImage drawn = overlay.grab().toImage();
    EXPECT_EQ(drawn.pixelColor(overlay.region().center()), QColor(Qt::white));
    EXPECT_LT(drawn.pixelColor(20, 600).lightness(), 160);
}

} // namespace mockingbird::recorder
