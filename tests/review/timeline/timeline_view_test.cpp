// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/timeline_view.h"

#include "review/timeline/overview_bar.h"
#include "tests/review/timeline/timeline_fixture.h"

#include <QApplication>
#include <QNativeGestureEvent>
#include <QPaintEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using test::seconds;

class TimelineViewTest : public ::testing::Test {
protected:
    TimelineViewTest() {
        m_view.resize(816, m_view.sizeHint().height());
        m_view.setContent(test::minute());
        m_view.setWaveform(test::speech(seconds(60)));
        m_view.setMovable([this](catalog::NoteId id) { return id != privateNote().id; });
        m_view.show();
        m_view.setFocus();
        // As whoever owns a timeline does.
        QObject::connect(&m_view, &TimelineView::seekRequested, &m_view,
                         [this](MediaTime time) { m_view.setPlayhead(time); });
    }

    [[nodiscard]] const TimelineNote& privateNote() const { return m_view.content().notes[0]; }
    [[nodiscard]] const TimelineNote& moment() const { return m_view.content().notes[1]; }
    [[nodiscard]] const TimelineNote& stretch() const { return m_view.content().notes[2]; }

    [[nodiscard]] QPoint on(const QRectF& lane, MediaTime time, double part = 0.5) const {
        return {qRound(m_view.xOf(time)), qRound(lane.top() + lane.height() * part)};
    }
    [[nodiscard]] QPoint wave(MediaTime time, double part = 0.6) const {
        return on(m_view.lanes().wave, time, part);
    }
    [[nodiscard]] QPoint markOf(const TimelineNote& note) const {
        return m_view.markRect(note).center().toPoint();
    }

    void press(const QPoint& at, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(&m_view, Qt::LeftButton, modifiers, at);
    }
    /// With the button held, as QTest::mouseMove doesn't.
    void dragTo(const QPoint& at) {
        QMouseEvent move(QEvent::MouseMove, at, m_view.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(&m_view, &move);
    }
    void release(const QPoint& at) { QTest::mouseRelease(&m_view, Qt::LeftButton, {}, at); }
    void wheel(int delta, const QPoint& at, Qt::KeyboardModifiers modifiers = {}) {
        QWheelEvent event(at, m_view.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&m_view, &event);
    }
    static MediaTime timeOf(const QSignalSpy& spy, qsizetype index = 0) {
        return spy.at(index).at(0).value<MediaTime>();
    }
    static bool near(MediaTime one, MediaTime other, double within = 0.06) {
        return std::abs((one - other).seconds()) <= within;
    }

    TimelineView m_view;
    QSignalSpy m_seeks{&m_view, &TimelineView::seekRequested};
    QSignalSpy m_scrubs{&m_view, &TimelineView::scrubbed};
    QSignalSpy m_moves{&m_view, &TimelineView::noteMoved};
    QSignalSpy m_activated{&m_view, &TimelineView::noteActivated};
};

TEST_F(TimelineViewTest, AClickSeeksOnce) {
    QTest::mouseClick(&m_view, Qt::LeftButton, {}, wave(seconds(30)));
    ASSERT_EQ(m_seeks.count(), 1);
    EXPECT_TRUE(near(timeOf(m_seeks), seconds(30)));
    EXPECT_EQ(m_scrubs.count(), 0);
}

TEST_F(TimelineViewTest, ADragScrubsAndEndsAtTheExactFrame) {
    press(wave(seconds(30)));
    for (int i = 31; i <= 45; ++i)
        dragTo(wave(seconds(i)));
    EXPECT_TRUE(near(m_view.playhead(), seconds(45)));
    m_view.setPlayhead(seconds(3)); // playback is behind; the playhead stays in the hand
    EXPECT_TRUE(near(m_view.playhead(), seconds(45)));
    EXPECT_GE(m_scrubs.count(), 1);
    EXPECT_LT(m_scrubs.count(), 15); // not one for each move
    ASSERT_TRUE(QTest::qWaitFor([&] { return near(timeOf(m_scrubs, m_scrubs.count() - 1), seconds(45)); }));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_seeks.count() == 2; })); // at rest
    release(wave(seconds(45)));
    ASSERT_EQ(m_seeks.count(), 3);
    EXPECT_TRUE(near(timeOf(m_seeks, 2), seconds(45)));
    EXPECT_FALSE(m_view.dragging());
}

TEST_F(TimelineViewTest, EscapePutsThePlayheadBack) {
    m_view.setPlayhead(seconds(5));
    press(wave(seconds(30)));
    dragTo(wave(seconds(50)));
    QTest::keyClick(&m_view, Qt::Key_Escape);
    EXPECT_EQ(m_view.playhead(), seconds(5));
    EXPECT_EQ(timeOf(m_seeks, m_seeks.count() - 1), seconds(5));
    const auto seeks = m_seeks.count();
    release(wave(seconds(50)));
    EXPECT_EQ(m_seeks.count(), seeks);
}

TEST_F(TimelineViewTest, ANotesMarkMovesIt) {
    press(markOf(moment()));
    dragTo(markOf(moment()) + QPoint(40, 0));
    EXPECT_TRUE(m_view.dragging());
    EXPECT_EQ(m_moves.count(), 0); // told at its end
    release(markOf(moment()) + QPoint(40, 0));
    ASSERT_EQ(m_moves.count(), 1);
    EXPECT_EQ(m_moves.at(0).at(0).value<catalog::NoteId>(), moment().id);
    EXPECT_TRUE(near(m_moves.at(0).at(1).value<MediaTime>(), seconds(13)));
    EXPECT_FALSE(m_moves.at(0).at(2).value<std::optional<MediaTime>>());
    EXPECT_EQ(m_activated.count(), 0);
    EXPECT_EQ(m_seeks.count(), 0);
}

TEST_F(TimelineViewTest, ARangeKeepsItsLengthWhenItsMarkIsMoved) {
    press(markOf(stretch()));
    dragTo(markOf(stretch()) - QPoint(40, 0));
    release(markOf(stretch()) - QPoint(40, 0));
    ASSERT_EQ(m_moves.count(), 1);
    const auto at = m_moves.at(0).at(1).value<MediaTime>();
    EXPECT_TRUE(near(at, seconds(17)));
    EXPECT_EQ(*m_moves.at(0).at(2).value<std::optional<MediaTime>>(), at + seconds(4));
}

TEST_F(TimelineViewTest, AClickThatTremblesMovesNothing) {
    press(markOf(moment()));
    dragTo(markOf(moment()) + QPoint(3, 2));
    release(markOf(moment()) + QPoint(3, 2));
    EXPECT_EQ(m_moves.count(), 0);
    ASSERT_EQ(m_activated.count(), 1);
    EXPECT_EQ(m_activated.at(0).at(0).value<catalog::NoteId>(), moment().id);
}

TEST_F(TimelineViewTest, OnlyWhatIsMovableMoves) {
    press(markOf(privateNote()));
    dragTo(markOf(privateNote()) + QPoint(60, 0));
    EXPECT_EQ(m_view.cursor().shape(), Qt::ForbiddenCursor);
    release(markOf(privateNote()) + QPoint(60, 0));
    EXPECT_EQ(m_moves.count(), 0);
    EXPECT_EQ(m_activated.count(), 0);
    m_view.setMovable({});
    press(markOf(moment()));
    dragTo(markOf(moment()) + QPoint(60, 0));
    release(markOf(moment()) + QPoint(60, 0));
    EXPECT_EQ(m_moves.count(), 0);
}

TEST_F(TimelineViewTest, EscapeLeavesANoteWhereItWas) {
    press(markOf(moment()));
    dragTo(markOf(moment()) + QPoint(60, 0));
    QTest::keyClick(&m_view, Qt::Key_Escape);
    release(markOf(moment()) + QPoint(60, 0));
    EXPECT_EQ(m_moves.count(), 0);
    EXPECT_EQ(m_activated.count(), 0);
}

TEST_F(TimelineViewTest, ANoteThatGoesAwayWhileItIsDraggedIsLetGo) {
    press(markOf(moment()));
    dragTo(markOf(moment()) + QPoint(60, 0));
    auto content = m_view.content();
    content.notes.clear();
    m_view.setContent(content);
    release({200, 20});
    EXPECT_EQ(m_moves.count(), 0);
}

TEST_F(TimelineViewTest, TheEndsOfTheSelectedRangeCanBeDragged) {
    const auto end = wave(seconds(24), 0.8);
    press(end); // not selected: that is the sound
    release(end);
    EXPECT_EQ(m_seeks.count(), 1);
    m_view.setSelectedNote(stretch().id);
    press(end);
    dragTo(wave(seconds(29), 0.8));
    release(wave(seconds(29), 0.8));
    ASSERT_EQ(m_moves.count(), 1);
    EXPECT_EQ(m_moves.at(0).at(1).value<MediaTime>(), seconds(20));
    EXPECT_TRUE(near(*m_moves.at(0).at(2).value<std::optional<MediaTime>>(), seconds(29)));
}

TEST_F(TimelineViewTest, AltAndArrowsMoveTheSelectedNoteAsOneChange) {
    m_view.setSelectedNote(stretch().id);
    QTest::keyPress(&m_view, Qt::Key_Right, Qt::AltModifier);
    QTest::keyPress(&m_view, Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(m_moves.count(), 0);
    QTest::keyRelease(&m_view, Qt::Key_Right, Qt::AltModifier);
    ASSERT_EQ(m_moves.count(), 1);
    EXPECT_EQ(m_moves.at(0).at(1).value<MediaTime>(), seconds(20.2));
    QTest::keyClick(&m_view, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    ASSERT_EQ(m_moves.count(), 2);
    EXPECT_EQ(m_moves.at(1).at(1).value<MediaTime>(), seconds(20));
    EXPECT_EQ(*m_moves.at(1).at(2).value<std::optional<MediaTime>>(), seconds(23.9));
    m_view.setSelectedNote(privateNote().id);
    QTest::keyClick(&m_view, Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(m_moves.count(), 2);
}

TEST_F(TimelineViewTest, TheLoopsEndsCanBeDragged) {
    QSignalSpy loops(&m_view, &TimelineView::loopChanged);
    m_view.setLoop(PlayRange{seconds(30), seconds(40)});
    press(wave(seconds(40)));
    dragTo(wave(seconds(50)));
    release(wave(seconds(50)));
    ASSERT_EQ(loops.count(), 1);
    ASSERT_TRUE(m_view.loop());
    EXPECT_EQ(m_view.loop()->start, seconds(30));
    EXPECT_TRUE(near(m_view.loop()->end, seconds(50)));
}

TEST_F(TimelineViewTest, ShiftDrawsARange) {
    QSignalSpy ranges(&m_view, &TimelineView::rangeDrawn);
    press(wave(seconds(50)), Qt::ShiftModifier);
    dragTo(wave(seconds(44)));
    release(wave(seconds(44)));
    ASSERT_EQ(ranges.count(), 1);
    const auto range = ranges.at(0).at(0).value<PlayRange>();
    EXPECT_TRUE(near(range.start, seconds(44)));
    EXPECT_TRUE(near(range.end, seconds(50)));
    EXPECT_EQ(m_seeks.count(), 0);
}

TEST_F(TimelineViewTest, AQuestionGoesToItsStartAndTwoClicksShowIt) {
    const QPoint place = on(m_view.lanes().segments, seconds(30));
    QTest::mouseClick(&m_view, Qt::LeftButton, {}, place);
    ASSERT_EQ(m_seeks.count(), 1);
    EXPECT_EQ(timeOf(m_seeks), seconds(18));
    QTest::mouseDClick(&m_view, Qt::LeftButton, {}, place);
    EXPECT_TRUE(near(m_view.visible().start, seconds(17.6)));
    EXPECT_TRUE(near(m_view.visible().end, seconds(38.4)));
}

TEST_F(TimelineViewTest, CtrlAndTheWheelZoomAroundThePointerDownToASecond) {
    const QPoint place = wave(seconds(45));
    const double x = m_view.xOf(seconds(45));
    wheel(120, place, Qt::ControlModifier);
    EXPECT_NEAR(m_view.xOf(seconds(45)), x, 1.0);
    EXPECT_LT((m_view.visible().end - m_view.visible().start).seconds(), 45);
    for (int i = 0; i < 40; ++i)
        wheel(120, place, Qt::ControlModifier);
    EXPECT_EQ(m_view.visible().end - m_view.visible().start, seconds(1));
    EXPECT_FALSE(m_view.grab().isNull());
    for (int i = 0; i < 60; ++i)
        wheel(-120, place, Qt::ControlModifier);
    EXPECT_EQ(m_view.visible(), (PlayRange{seconds(0), seconds(60)}));
}

TEST_F(TimelineViewTest, TwoFingersZoom) {
    const QPointF place = wave(seconds(45));
    const double x = m_view.xOf(seconds(45));
    QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, place,
                              place, m_view.mapToGlobal(place), 0.5, {});
    QApplication::sendEvent(&m_view, &pinch);
    EXPECT_NEAR((m_view.visible().end - m_view.visible().start).seconds(), 40, 0.01);
    EXPECT_NEAR(m_view.xOf(seconds(45)), x, 1.0);
}

TEST_F(TimelineViewTest, PlayingRedrawsLittle) {
    class Painted : public QObject {
    public:
        int area = 0;
        bool eventFilter(QObject*, QEvent* event) override {
            if (event->type() == QEvent::Paint)
                for (const QRect& rect : static_cast<QPaintEvent*>(event)->region())
                    area += rect.width() * rect.height();
            return false;
        }
    } painted;
    const auto paint = [&] {
        QEvent request(QEvent::UpdateRequest);
        QApplication::sendEvent(&m_view, &request);
    };
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&m_view));
    m_view.setPlayhead(seconds(30));
    paint();
    m_view.installEventFilter(&painted);
    m_view.setPlayhead(seconds(30.04));
    paint();
    EXPECT_GT(painted.area, 0);
    EXPECT_LT(painted.area, m_view.width() * m_view.height() / 10);
}

TEST_F(TimelineViewTest, TheWheelScrollsOnceZoomedIn) {
    wheel(-120, wave(seconds(30)));
    EXPECT_EQ(m_view.visible(), (PlayRange{seconds(0), seconds(60)}));
    m_view.show(PlayRange{seconds(20), seconds(30)});
    wheel(-120, wave(seconds(25)));
    EXPECT_GT(m_view.visible().start, seconds(20));
    EXPECT_EQ(m_view.visible().end - m_view.visible().start, seconds(10));
}

TEST_F(TimelineViewTest, ButtonsZoom) {
    m_view.zoomIn();
    EXPECT_EQ(m_view.visible(), (PlayRange{seconds(0), seconds(30)}));
    m_view.zoomIn();
    EXPECT_EQ(m_view.visible(), (PlayRange{seconds(0), seconds(15)}));
    m_view.zoomOut();
    EXPECT_EQ(m_view.visible().end - m_view.visible().start, seconds(30));
    m_view.zoomToFit();
    EXPECT_EQ(m_view.visible(), (PlayRange{seconds(0), seconds(60)}));
    for (QToolButton* button : m_view.findChildren<QToolButton*>()) {
        EXPECT_FALSE(button->accessibleName().isEmpty());
        EXPECT_EQ(button->isEnabled(), button->text() == "+");
        EXPECT_TRUE(m_view.rect().contains(button->geometry()));
    }
}

TEST_F(TimelineViewTest, FollowsPlaybackPageByPageButNotAwayFromWhereThePersonLooks) {
    m_view.setPlayhead(seconds(20));
    m_view.show(PlayRange{seconds(15), seconds(25)});
    for (int i = 200; i <= 251; ++i)
        m_view.setPlayhead(seconds(i / 10.0));
    EXPECT_EQ(m_view.visible(), (PlayRange{seconds(24.6), seconds(34.6)}));
    wheel(120, wave(seconds(30)));
    for (int i = 0; i < 8; ++i)
        wheel(120, wave(seconds(20)));
    const PlayRange looked = m_view.visible();
    EXPECT_LT(looked.end, seconds(25));
    for (int i = 252; i <= 300; ++i)
        m_view.setPlayhead(seconds(i / 10.0));
    EXPECT_EQ(m_view.visible(), looked);
    m_view.setPlayhead(seconds(50)); // a jump was asked for
    EXPECT_LE(m_view.visible().start, seconds(50));
    EXPECT_GE(m_view.visible().end, seconds(50));
}

TEST_F(TimelineViewTest, TheOverviewBringsAnotherPartInSight) {
    m_view.show(PlayRange{seconds(0), seconds(10)});
    auto* overview = m_view.findChild<OverviewBar*>();
    QTest::mouseClick(overview, Qt::LeftButton, {},
                      {qRound(overview->xOf(seconds(40))), overview->height() / 2});
    EXPECT_TRUE(near(m_view.visible().start, seconds(35), 0.2));
    EXPECT_TRUE(near(m_view.visible().end, seconds(45), 0.2));
}

TEST_F(TimelineViewTest, NotesTooCloseAreOneBadgeThatZoomsInAndThenGoesFromOneToTheNext) {
    auto content = test::minute();
    content.notes[0].at = seconds(10.2);
    content.notes[2].at = seconds(10.4);
    content.notes[2].until.reset();
    m_view.setContent(content);
    ASSERT_EQ(m_view.groups().groups().size(), 1u);
    const QPoint badge = m_view.groupRect(m_view.groups().groups().front()).center().toPoint();
    QTest::mouseClick(&m_view, Qt::LeftButton, {}, badge);
    EXPECT_EQ(m_activated.count(), 0);
    EXPECT_EQ(m_view.groups().groups().size(), 3u);

    for (TimelineNote& note : content.notes)
        note.at = seconds(10);
    m_view.setContent(content);
    ASSERT_EQ(m_view.groups().groups().size(), 1u);
    const QPoint there = m_view.groupRect(m_view.groups().groups().front()).center().toPoint();
    QTest::mouseClick(&m_view, Qt::LeftButton, {}, there);
    ASSERT_EQ(m_activated.count(), 1);
    m_view.setSelectedNote(m_activated.at(0).at(0).value<catalog::NoteId>());
    QTest::mouseClick(&m_view, Qt::LeftButton, {}, there);
    ASSERT_EQ(m_activated.count(), 2);
    EXPECT_NE(m_activated.at(1).at(0), m_activated.at(0).at(0));
}

TEST_F(TimelineViewTest, ADragBeyondTheEdgeBringsTheRestInSight) {
    m_view.show(PlayRange{seconds(20), seconds(30)});
    press(wave(seconds(25)));
    dragTo({m_view.width() + 40, 40});
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_view.visible().start > seconds(21); }));
    EXPECT_TRUE(near(m_view.playhead(), m_view.visible().end, 0.2));
    release({m_view.width() + 40, 40});
}

TEST_F(TimelineViewTest, ArrowsHomeAndEndSeek) {
    m_view.setPlayhead(seconds(30));
    QTest::keyClick(&m_view, Qt::Key_Left);
    EXPECT_EQ(timeOf(m_seeks, 0), seconds(25));
    QTest::keyClick(&m_view, Qt::Key_End);
    EXPECT_EQ(timeOf(m_seeks, 1), seconds(60));
    QTest::keyClick(&m_view, Qt::Key_Right);
    EXPECT_EQ(timeOf(m_seeks, 2), seconds(60));
    QTest::keyClick(&m_view, Qt::Key_Home);
    EXPECT_EQ(timeOf(m_seeks, 3), seconds(0));
}

TEST_F(TimelineViewTest, WithoutARecordingItDoesNothing) {
    m_view.setContent({});
    QTest::mouseClick(&m_view, Qt::LeftButton, {}, {300, 40});
    wheel(120, {300, 40}, Qt::ControlModifier);
    EXPECT_EQ(m_seeks.count(), 0);
    EXPECT_FALSE(m_view.grab().isNull());
}

} // namespace
} // namespace mockingbird::review
