// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/drawing/drawing_view.h"
#include "review/player_view/picture_menu.h"
#include "review/player_view/player_view.h"
#include "tests/gui/wait_for.h"
#include "tests/review/player_view/two_pictures.h"
#include "tests/support/temporary_folder.h"

#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace mockingbird::review {
namespace {

constexpr QSize kCamera(320, 180);
constexpr QSize kScreen(320, 240);

MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

class TwoPicturesTest : public ::testing::Test {
protected:
    TwoPicturesTest() {
        EXPECT_TRUE(test::writeTwoPictures(m_file));
        m_view.resize(900, 400);
        m_view.show();
        open(m_view);
    }
    void open(PlayerView& view) const {
        const auto opened = view.open(m_file);
        ASSERT_TRUE(opened.ok()) << opened.error().detail;
    }
    [[nodiscard]] int cameraNumber() { return number(0, kCamera); }
    [[nodiscard]] int screenNumber() { return number(1, kScreen); }
    [[nodiscard]] int number(std::size_t picture, QSize size) {
        const QRectF rect = m_view.pictureRect(picture);
        return rect.isEmpty() ? -1 : test::paintedNumber(m_view.grab().toImage(), rect, size);
    }
    /// Where the camera's frame is 50, the screen's 25; the sound begins a little before both.
    void seekAndExpectBoth() {
        m_view.seek(ms(2035));
        EXPECT_TRUE(test::waitFor([&] { return cameraNumber() == 50 && screenNumber() == 25; }))
            << cameraNumber() << " " << screenNumber();
    }
    [[nodiscard]] QAction* entry(const QString& text) {
        fillPictureMenu(m_menu, m_view);
        for (QAction* action : m_menu.actions())
            if (action->text() == text)
                return action;
        return nullptr;
    }

    struct Forgotten {
        Forgotten() { QSettings().clear(); }
    } m_settings; // before the view, which reads them
    test::TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder.path() / "interview.mkv";
    PlayerView m_view;
    QMenu m_menu;
};

TEST_F(TwoPicturesTest, StandSideBySideAtFirst) {
    EXPECT_EQ(m_view.pictureLayout(), PictureLayout::SideBySide);
    seekAndExpectBoth();
    const QRectF camera = m_view.pictureRect(0);
    const QRectF screen = m_view.pictureRect(1);
    EXPECT_LT(camera.right(), screen.left());
    EXPECT_NEAR(camera.height(), screen.height(), 0.01);
    EXPECT_NEAR(camera.width() / camera.height(), 320.0 / 180, 0.01);
    EXPECT_NEAR(screen.width() / screen.height(), 320.0 / 240, 0.01);
}

TEST_F(TwoPicturesTest, AreShownInsetWithEitherInTheCorner) {
    for (const std::size_t large : {0u, 1u}) {
        m_view.setPictures(PictureLayout::Inset, large, 1 - large);
        ASSERT_TRUE(test::waitFor(
            [&] { return !m_view.pictureRect(0).isEmpty() && !m_view.pictureRect(1).isEmpty(); }));
        const QRectF outer = m_view.pictureRect(large);
        const QRectF inner = m_view.pictureRect(1 - large);
        EXPECT_TRUE(outer.contains(inner));
        EXPECT_LT(inner.width(), outer.width() * 0.31);
        EXPECT_EQ(nearestCorner(outer, inner.center()), InsetCorner::TopRight);
        // Their numbers are drawn into their upper halves.
        m_view.setInsetCorner(InsetCorner::BottomRight);
        seekAndExpectBoth();
        m_view.setInsetCorner(InsetCorner::TopRight);
        m_view.seek(ms(0));
    }
}

TEST_F(TwoPicturesTest, AreShownOneAlone) {
    m_view.setPictures(PictureLayout::Single, 1, 0);
    m_view.seek(ms(2035));
    ASSERT_TRUE(test::waitFor([&] { return screenNumber() == 25; }));
    EXPECT_TRUE(m_view.pictureRect(0).isEmpty());
    EXPECT_EQ(m_view.shownPictures(), std::vector<std::size_t>{1});
    // The one that leads says what time it is.
    const MediaTime ofScreen = m_view.shownTime();
    m_view.seek(ms(2075));
    ASSERT_TRUE(test::waitFor([&] { return !m_view.player()->seeking(); }));
    EXPECT_EQ(m_view.shownTime(), ofScreen);
    m_view.setPictures(PictureLayout::SideBySide, 0, 1);
    ASSERT_TRUE(test::waitFor([&] { return m_view.shownTime() == ofScreen + ms(test::kCameraMs); }));
    ASSERT_TRUE(test::waitFor([&] { return cameraNumber() == 51 && screenNumber() == 25; }));
}

TEST_F(TwoPicturesTest, AreShownTheSameWayNextTime) {
    m_view.setPictures(PictureLayout::Inset, 1, 0);
    m_view.setInsetCorner(InsetCorner::BottomLeft);
    PlayerView later;
    open(later);
    EXPECT_EQ(later.pictureLayout(), PictureLayout::Inset);
    EXPECT_EQ(later.shownPictures(), (std::vector<std::size_t>{1, 0}));
    EXPECT_EQ(later.insetCorner(), InsetCorner::BottomLeft);
}

TEST_F(TwoPicturesTest, LeaveARecordingOfOnePictureAlone) {
    m_view.setPictures(PictureLayout::Inset, 1, 0);
    test::CodedMedia media;
    const auto file = m_folder.path() / "one.mkv";
    ASSERT_TRUE(test::write(media, file).ok());
    ASSERT_TRUE(m_view.open(file).ok());
    EXPECT_EQ(m_view.pictureLayout(), PictureLayout::Single);
    EXPECT_EQ(m_view.shownPictures(), std::vector<std::size_t>{0});
    m_view.setPictures(PictureLayout::SideBySide, 5, 1);
    EXPECT_EQ(m_view.pictureLayout(), PictureLayout::Single);
    ASSERT_TRUE(test::waitFor([&] { return cameraNumber() == 0; }));
    open(m_view);
    EXPECT_EQ(m_view.pictureLayout(), PictureLayout::Inset);
}

TEST_F(TwoPicturesTest, TakeTheSmallOneToAnotherCornerByDragging) {
    m_view.setPictures(PictureLayout::Inset, 0, 1);
    ASSERT_TRUE(
        test::waitFor([&] { return !m_view.pictureRect(0).isEmpty() && !m_view.pictureRect(1).isEmpty(); }));
    QSignalSpy clicked(&m_view, &PlayerView::clicked);
    const QPoint from = m_view.pictureRect(1).center().toPoint();
    const QPoint to = m_view.pictureRect(0).bottomLeft().toPoint() + QPoint(40, -40);
    QTest::mousePress(&m_view, Qt::LeftButton, {}, from);
    QTest::mouseMove(&m_view, (from + to) / 2);
    EXPECT_LT(m_view.pictureRect(1).center().x(), from.x());
    QTest::mouseMove(&m_view, to);
    QTest::mouseRelease(&m_view, Qt::LeftButton, {}, to);
    EXPECT_EQ(m_view.insetCorner(), InsetCorner::BottomLeft);
    EXPECT_EQ(nearestCorner(m_view.pictureRect(0), m_view.pictureRect(1).center()), InsetCorner::BottomLeft);
    EXPECT_EQ(clicked.count(), 0);
    // A mere click on it stays a click.
    QTest::mouseClick(&m_view, Qt::LeftButton, {}, m_view.pictureRect(1).center().toPoint());
    EXPECT_EQ(clicked.count(), 1);
    EXPECT_EQ(m_view.insetCorner(), InsetCorner::BottomLeft);
}

TEST_F(TwoPicturesTest, AreChosenByTheirNames) {
    ASSERT_NE(entry("Camera and Screen side by side"), nullptr);
    EXPECT_TRUE(entry("Camera and Screen side by side")->isChecked());
    entry("Screen large, Camera in a corner")->trigger();
    EXPECT_EQ(m_view.pictureLayout(), PictureLayout::Inset);
    EXPECT_EQ(m_view.shownPictures(), (std::vector<std::size_t>{1, 0}));
    EXPECT_TRUE(entry("Screen large, Camera in a corner")->isChecked());
    EXPECT_FALSE(entry("Camera large, Screen in a corner")->isChecked());
    QAction* corners = entry("Corner of the small picture");
    ASSERT_NE(corners, nullptr);
    corners->menu()->actions().at(2)->trigger();
    EXPECT_EQ(m_view.insetCorner(), InsetCorner::BottomLeft);
    entry("Camera alone")->trigger();
    EXPECT_EQ(m_view.shownPictures(), std::vector<std::size_t>{0});
    EXPECT_EQ(entry("Corner of the small picture"), nullptr);
}

TEST_F(TwoPicturesTest, TakeADrawingAtTheSamePlaceInEverySizeAndLayout) {
    QSignalSpy drawn(&m_view, &PlayerView::shapeDrawn);
    m_view.startDrawing(catalog::ShapeKind::Arrow);
    EXPECT_TRUE(m_view.drawing());
    auto* overlay = m_view.findChild<DrawingView*>();
    ASSERT_NE(overlay, nullptr);
    const auto at = [](const QRectF& rect, double x, double y) {
        return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()).toPoint();
    };
    for (const QSize size : {QSize(900, 400), QSize(400, 700), QSize(1300, 300)}) {
        m_view.resize(size);
        for (const auto layout : {PictureLayout::SideBySide, PictureLayout::Inset, PictureLayout::Single}) {
            for (const std::size_t on : {0u, 1u}) {
                m_view.setPictures(layout, on, 1 - on);
                ASSERT_TRUE(test::waitFor([&] {
                    return !m_view.pictureRect(on).isEmpty() &&
                           (layout == PictureLayout::Single || !m_view.pictureRect(1 - on).isEmpty());
                }));
                const QRectF rect = m_view.pictureRect(on);
                drawn.clear();
                QTest::mousePress(overlay, Qt::LeftButton, {}, at(rect, 0.2, 0.75));
                QTest::mouseMove(overlay, at(rect, 0.4, 0.6));
                QTest::mouseRelease(overlay, Qt::LeftButton, {}, at(rect, 0.6, 0.5));
                ASSERT_EQ(drawn.count(), 1);
                EXPECT_EQ(drawn[0][1].toInt(), static_cast<int>(on));
                const auto shape = drawn[0][0].value<catalog::DrawnShape>();
                ASSERT_EQ(shape.points.size(), 2u);
                const double pixel = 1.5 / std::min(rect.width(), rect.height());
                EXPECT_NEAR(shape.points[0].x, 0.2, pixel);
                EXPECT_NEAR(shape.points[0].y, 0.75, pixel);
                EXPECT_NEAR(shape.points[1].x, 0.6, pixel);
                EXPECT_NEAR(shape.points[1].y, 0.5, pixel);
            }
        }
    }
}

TEST_F(TwoPicturesTest, ShowADrawingOnThePictureItBelongsTo) {
    ASSERT_TRUE(test::waitFor([&] { return cameraNumber() == 0 && screenNumber() == 0; }));
    m_view.showDrawing({1, {{catalog::ShapeKind::Line, {{0.1, 0.9}, {0.9, 0.9}}}}});
    for (const auto layout : {PictureLayout::SideBySide, PictureLayout::Inset}) {
        m_view.setPictures(layout, 1, 0);
        ASSERT_TRUE(test::waitFor([&] { return !m_view.pictureRect(1).isEmpty(); }));
        const QRectF rect = m_view.pictureRect(1);
        const QColor ink = m_view.grab().toImage().pixelColor(
            (rect.topLeft() + QPointF(rect.width() * 0.5, rect.height() * 0.9)).toPoint());
        EXPECT_GT(ink.red(), 220);
        EXPECT_LT(ink.blue(), 80);
    }
    m_view.setPictures(PictureLayout::Single, 0, 0);
    const QImage alone = m_view.grab().toImage();
    m_view.showDrawing({});
    EXPECT_EQ(m_view.grab().toImage(), alone);
}

TEST_F(TwoPicturesTest, StopDrawingWithEscapeAndBeforeAnotherRecording) {
    QSignalSpy stopped(&m_view, &PlayerView::drawingStopped);
    QSignalSpy clicked(&m_view, &PlayerView::clicked);
    m_view.startDrawing(catalog::ShapeKind::Ellipse);
    QTest::keyClick(&m_view, Qt::Key_Escape);
    EXPECT_FALSE(m_view.drawing());
    EXPECT_EQ(stopped.count(), 1);
    m_view.startDrawing(catalog::ShapeKind::Ellipse);
    open(m_view);
    EXPECT_FALSE(m_view.drawing());
    EXPECT_EQ(stopped.count(), 2);
    EXPECT_EQ(clicked.count(), 0);
}

TEST_F(TwoPicturesTest, OneThatCantBeShownIsTold) {
    m_view.close();
    std::fstream bytes(m_file, std::ios::in | std::ios::out | std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(bytes), {}};
    bytes.clear();
    bytes.seekp(static_cast<std::streamoff>(all.rfind("V_MPEG4/ISO/AVC")));
    bytes << "V_MPEG4/ISO/ASP";
    bytes.close();
    QSignalSpy failed(&m_view, &PlayerView::pictureFailed);
    QSignalSpy whole(&m_view, &PlayerView::failed);
    open(m_view);
    m_view.seek(ms(2035));
    ASSERT_TRUE(test::waitFor([&] { return failed.count() == 1 && cameraNumber() == 50; }));
    EXPECT_EQ(failed[0][0].toString(), "Screen");
    m_view.seek(ms(1000));
    EXPECT_TRUE(test::waitFor([&] { return cameraNumber() == 24 || cameraNumber() == 25; }));
    EXPECT_EQ(failed.count(), 1);
    EXPECT_EQ(whole.count(), 0);
}

} // namespace
} // namespace mockingbird::review
