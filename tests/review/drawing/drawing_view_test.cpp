// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/drawing/drawing_view.h"

#include "review/drawing/drawing_bar.h"
#include "tests/gui/wait_for.h"

#include <QAbstractButton>
#include <QImage>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <gtest/gtest.h>
#include <memory>
#include <vector>

namespace mockingbird::review {
namespace {

using catalog::DrawnShape;
using catalog::ShapeKind;

class DrawingViewTest : public ::testing::Test {
protected:
    DrawingViewTest() {
        auto* column = new QVBoxLayout(&m_window);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_view = new DrawingView, 1);
        column->addWidget(m_bar = new DrawingBar);
        column->addWidget(m_field = new QPlainTextEdit);
        m_view->setMinimumSize(640, 360);
        m_drawn = std::make_unique<QSignalSpy>(m_view, &DrawingView::shapeDrawn);
        m_window.show();
        m_window.activateWindow();
        m_view->setPlaces({{0, {0, 0, 640, 360}}, {1, {400, 20, 200, 100}}});
        m_field->setFocus();
        EXPECT_TRUE(test::waitFor([this] { return m_field->hasFocus(); }));
    }
    void drag(std::vector<QPoint> way) {
        QTest::mousePress(m_view, Qt::LeftButton, {}, way.front());
        for (const QPoint& point : way)
            QTest::mouseMove(m_view, point);
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, way.back());
    }
    [[nodiscard]] DrawnShape shape(int place = 0) { return m_drawn->at(place).at(0).value<DrawnShape>(); }
    [[nodiscard]] QColor colorAt(int x, int y) { return m_view->grab().toImage().pixelColor(x, y); }

    QWidget m_window;
    DrawingView* m_view = nullptr;
    DrawingBar* m_bar = nullptr;
    QPlainTextEdit* m_field = nullptr;
    std::unique_ptr<QSignalSpy> m_drawn;
};

TEST_F(DrawingViewTest, LetsClicksThroughUntilItDraws) {
    EXPECT_TRUE(m_view->testAttribute(Qt::WA_TransparentForMouseEvents));
    m_view->start(ShapeKind::Arrow);
    EXPECT_FALSE(m_view->testAttribute(Qt::WA_TransparentForMouseEvents));
    m_view->stop();
    EXPECT_TRUE(m_view->testAttribute(Qt::WA_TransparentForMouseEvents));
}

TEST_F(DrawingViewTest, DrawsEachKindOnThePictureUnderTheMouse) {
    m_view->start(ShapeKind::Arrow);
    drag({{64, 36}, {100, 100}, {320, 180}});
    EXPECT_EQ(shape(), (DrawnShape{ShapeKind::Arrow, {{0.1, 0.1}, {0.5, 0.5}}}));
    EXPECT_EQ(m_drawn->at(0).at(1).toInt(), 0);
    m_view->start(ShapeKind::Ellipse);
    drag({{420, 30}, {500, 70}});
    EXPECT_EQ(shape(1), (DrawnShape{ShapeKind::Ellipse, {{0.1, 0.1}, {0.5, 0.5}}}));
    EXPECT_EQ(m_drawn->at(1).at(1).toInt(), 1);
    m_view->start(ShapeKind::Line);
    std::vector<QPoint> way;
    for (int x = 64; x <= 320; x += 2)
        way.emplace_back(x, 180);
    for (int y = 180; y >= 36; y -= 2)
        way.emplace_back(320, y);
    drag(way);
    EXPECT_EQ(shape(2), (DrawnShape{ShapeKind::Line, {{0.1, 0.5}, {0.5, 0.5}, {0.5, 0.1}}}));
    EXPECT_TRUE(m_view->drawing()) << "until it is stopped";
}

TEST_F(DrawingViewTest, StaysOnThePictureItBeganOn) {
    m_view->start(ShapeKind::Arrow);
    drag({{500, 70}, {700, -40}});
    EXPECT_EQ(shape(), (DrawnShape{ShapeKind::Arrow, {{0.5, 0.5}, {1.0, 0.0}}}));
}

TEST_F(DrawingViewTest, IgnoresClicksAndWhatLiesBesideThePictures) {
    m_view->start(ShapeKind::Arrow);
    drag({{100, 100}, {101, 101}});
    QTest::mouseClick(m_view, Qt::LeftButton, {}, {300, 300});
    m_view->start(ShapeKind::Ellipse);
    drag({{100, 100}, {300, 101}});
    m_view->setPlaces({{0, {100, 0, 440, 360}}});
    drag({{50, 100}, {300, 200}});
    EXPECT_EQ(m_drawn->count(), 0);
    drag({{150, 100}, {300, 200}});
    EXPECT_EQ(m_drawn->count(), 1);
}

TEST_F(DrawingViewTest, ShowsTheShapeWhileItIsDrawn) {
    m_view->start(ShapeKind::Arrow);
    const QColor before = colorAt(200, 200);
    QTest::mousePress(m_view, Qt::LeftButton, {}, {100, 200});
    QTest::mouseMove(m_view, {300, 200});
    EXPECT_NE(colorAt(200, 200), before);
    QTest::keyClick(m_field, Qt::Key_Escape);
    EXPECT_EQ(colorAt(200, 200), before);
    EXPECT_TRUE(m_view->drawing()) << "Escape takes the shape back first";
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, {300, 200});
    EXPECT_EQ(m_drawn->count(), 0);
    QTest::keyClick(m_field, Qt::Key_Escape);
    EXPECT_FALSE(m_view->drawing());
}

TEST_F(DrawingViewTest, LeavesTheKeysOfTheFieldAlone) {
    m_view->start(ShapeKind::Line);
    EXPECT_TRUE(m_field->hasFocus());
    QTest::keyClicks(m_field, "look here");
    drag({{100, 100}, {200, 200}});
    QTest::keyClicks(m_field, " now");
    EXPECT_EQ(m_field->toPlainText(), "look here now");
}

TEST_F(DrawingViewTest, IsDrawnOnWithTheKeyboardWhereAButtonWasPressedByIt) {
    QSignalSpy chosen(m_bar, &DrawingBar::toolChosen);
    QSignalSpy stopped(m_view, &DrawingView::stopped);
    QObject::connect(m_bar, &DrawingBar::toolChosen, m_view, &DrawingView::start);
    auto* arrow = m_bar->findChildren<QAbstractButton*>().front();
    EXPECT_EQ(arrow->accessibleName(), "Arrow");
    arrow->setFocus();
    QTest::keyClick(arrow, Qt::Key_Space);
    ASSERT_EQ(chosen.count(), 1);
    ASSERT_TRUE(m_view->hasFocus());
    // From the middle of the first picture: 0.05 of its height a step.
    QTest::keyClick(m_view, Qt::Key_Return);
    for (int step = 0; step < 4; ++step)
        QTest::keyClick(m_view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_view, Qt::Key_Left);
    QTest::keyClick(m_view, Qt::Key_Return);
    ASSERT_EQ(m_drawn->count(), 1);
    const DrawnShape drawn = shape();
    EXPECT_EQ(drawn.points.front(), (catalog::FramePoint{0.5, 0.5}));
    EXPECT_NEAR(drawn.points.back().y, 0.7, 1e-9);
    EXPECT_NEAR(drawn.points.back().x, 0.5 - 3.6 / 640, 1e-9);
    QTest::keyClick(m_view, Qt::Key_Escape);
    EXPECT_EQ(stopped.count(), 1);
    EXPECT_TRUE(arrow->hasFocus());
}

TEST_F(DrawingViewTest, HidesADrawingUnderAPictureThatLiesOverIt) {
    m_view->setDrawing({0, {{ShapeKind::Line, {{0.1, 70.0 / 360}, {0.9, 70.0 / 360}}}}});
    EXPECT_GT(colorAt(200, 70).red(), 220);
    EXPECT_LT(colorAt(200, 70).blue(), 80);
    const QColor over = colorAt(500, 70);
    m_view->setDrawing({});
    EXPECT_EQ(colorAt(500, 70), over);
}

TEST_F(DrawingViewTest, IsSeenOnBlackAndOnWhite) {
    m_view->setDrawing({0, {{ShapeKind::Line, {{0.1, 0.5}, {0.9, 0.5}}}}});
    for (const QColor ground : {QColor(Qt::black), QColor(Qt::white), QColor(0xff, 0x7a, 0x1a)}) {
        QImage image(640, 360, QImage::Format_RGB32);
        image.fill(ground);
        m_view->render(&image, QPoint(), QRegion(), QWidget::RenderFlags());
        int different = 0;
        for (int y = 170; y < 190; ++y) {
            const QColor color = image.pixelColor(320, y);
            different += std::abs(color.lightness() - ground.lightness()) > 60 ? 1 : 0;
        }
        EXPECT_GE(different, 2) << ground.name().toStdString();
    }
}

TEST_F(DrawingViewTest, HasABarThatSaysWhatCanBeDone) {
    QAbstractButton* undo = nullptr;
    for (auto* each : m_bar->findChildren<QAbstractButton*>())
        if (each->accessibleName() == "Undo last shape")
            undo = each;
    ASSERT_NE(undo, nullptr);
    EXPECT_FALSE(undo->isEnabled());
    m_bar->setShapes(catalog::Drawing::kMostShapes);
    EXPECT_TRUE(undo->isEnabled());
    EXPECT_FALSE(m_bar->findChildren<QAbstractButton*>().front()->isEnabled());
    m_bar->setShapes(1);
    QSignalSpy undone(m_bar, &DrawingBar::undone);
    QTest::mouseClick(undo, Qt::LeftButton);
    EXPECT_EQ(undone.count(), 1);
    m_bar->setTool(ShapeKind::Line);
    EXPECT_EQ(m_bar->tool(), ShapeKind::Line);
    m_bar->setTool(std::nullopt);
    EXPECT_EQ(m_bar->tool(), std::nullopt);
}

} // namespace
} // namespace mockingbird::review
