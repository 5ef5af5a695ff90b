// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/thumbnail_job.h"

#include "review/timeline/thumbnail_view.h"
#include "review/timeline/waveform_job.h"
#include "tests/review/timeline/timeline_fixture.h"
#include "tests/support/coded_media.h"
#include "tests/support/temporary_folder.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using test::seconds;

class ThumbnailJobTest : public ::testing::Test {
protected:
    ThumbnailJobTest() : m_file(m_folder.path() / "recording.mkv") {
        test::CodedMedia media;
        media.frames = 250; // ten seconds, with a keyframe every 1.2
        media.sound = true;
        EXPECT_TRUE(test::write(media, m_file).ok());
    }
    [[nodiscard]] static bool arrives(const QSignalSpy& spy) {
        return QTest::qWaitFor([&] { return spy.count() > 0; }, 20'000);
    }

    test::TemporaryFolder m_folder;
    std::filesystem::path m_file;
    ThumbnailJob m_job;
    QSignalSpy m_ready{&m_job, &ThumbnailJob::ready};
};

/// A timeline at the lower edge of a window, with room above for the picture.
struct TimelineWindow : QWidget {
    explicit TimelineWindow(const std::filesystem::path& recording) {
        resize(800, 500);
        view.setGeometry(0, 350, 800, view.sizeHint().height());
        auto content = test::minute();
        content.duration = seconds(10);
        view.setContent(content);
        view.setThumbnailSource(recording);
        show();
    }

    TimelineView view{this};
};

TEST_F(ThumbnailJobTest, GetsAPictureOnceAndKeepsIt) {
    m_job.setSource(m_file, 160);
    EXPECT_TRUE(m_job.picture(seconds(5)).isNull());
    ASSERT_TRUE(arrives(m_ready));
    EXPECT_EQ(m_ready.at(0).at(0).value<MediaTime>(), seconds(5));
    EXPECT_EQ(m_ready.at(0).at(1).value<QImage>().size(), QSize(160, 90));
    EXPECT_EQ(m_job.picture(seconds(5)).size(), QSize(160, 90));
    EXPECT_FALSE(m_job.picture(seconds(4.9)).isNull()); // of the same keyframe, at 4.8 s
    EXPECT_TRUE(m_job.picture(seconds(4.7)).isNull());
}

TEST_F(ThumbnailJobTest, TheLastAskedForComes) {
    m_job.setSource(m_file, 160);
    for (int i = 0; i < 90; ++i)
        EXPECT_TRUE(m_job.picture(seconds(9.5 - i * 0.1)).isNull());
    const MediaTime last = seconds(9.5 - 89 * 0.1);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return m_ready.count() > 0 && m_ready.last().at(0).value<MediaTime>() == last; }, 20'000));
    EXPECT_LT(m_ready.count(), 90);
}

TEST_F(ThumbnailJobTest, NothingOfAnotherRecordingComes) {
    m_job.setSource(m_file, 160);
    EXPECT_TRUE(m_job.picture(seconds(5)).isNull());
    m_job.setSource({}, 160);
    EXPECT_FALSE(m_job.hasSource());
    QCoreApplication::processEvents();
    EXPECT_EQ(m_ready.count(), 0);
    EXPECT_TRUE(m_job.picture(seconds(5)).isNull());
}

TEST_F(ThumbnailJobTest, WhereThereIsNoPictureItSaysSo) {
    test::CodedMedia media;
    media.codec.clear();
    media.sound = true;
    ASSERT_TRUE(test::write(media, m_file).ok());
    m_job.setSource(m_file, 160);
    EXPECT_TRUE(m_job.picture(seconds(1)).isNull());
    ASSERT_TRUE(arrives(m_ready));
    EXPECT_TRUE(m_ready.at(0).at(1).value<QImage>().isNull());
}

TEST_F(ThumbnailJobTest, TheTimelineShowsThePictureUnderThePointerWithItsTime) {
    TimelineWindow window(m_file);
    TimelineView& view = window.view;
    const QPoint place(qRound(view.xOf(seconds(5))), 40);
    const auto shown = [&] { return window.findChild<ThumbnailView*>("thumbnail"); };
    QTest::mouseMove(&view, place);
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown() != nullptr && shown()->isVisible(); }, 20'000));
    EXPECT_FALSE(shown()->picture().isNull());
    EXPECT_EQ(shown()->time(), "0:05.0");
    EXPECT_LE(shown()->geometry().bottom(), view.y());
    EXPECT_NEAR(shown()->geometry().center().x(), place.x(), 2);
    QTest::mouseMove(&view, {2, 40});
    EXPECT_TRUE(window.rect().contains(shown()->geometry())); // never cut at the edge
    QTest::mouseMove(&view, {400, view.height() - 8});        // on the overview
    EXPECT_FALSE(shown()->isVisible());
}

TEST_F(ThumbnailJobTest, NothingOfTheTagIsLeftOnceThePictureTellsTheTime) {
    TimelineWindow window(m_file);
    TimelineView& view = window.view;
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    const QPointF place(view.xOf(seconds(5)), 40);
    QMouseEvent move(QEvent::MouseMove, place, view.mapToGlobal(place), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(&view, &move);
    QEvent request(QEvent::UpdateRequest);
    QApplication::sendEvent(&window, &request); // the tag is painted, for the picture isn't there yet
    ASSERT_EQ(window.findChild<ThumbnailView*>("thumbnail"), nullptr);

    struct : QObject {
        QRegion region;
        bool eventFilter(QObject*, QEvent* event) override {
            if (event->type() == QEvent::Paint)
                region += static_cast<QPaintEvent*>(event)->region();
            return false;
        }
    } painted;
    view.installEventFilter(&painted);
    const QPoint tag(qRound(place.x()), qRound(view.lanes().segments.center().y()));
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return painted.region.contains(QRect(tag - QPoint(15, 4), QSize(30, 8))); }, 5'000));
    const auto* shown = window.findChild<ThumbnailView*>("thumbnail");
    ASSERT_NE(shown, nullptr);
    EXPECT_TRUE(shown->isVisible());
}

TEST_F(ThumbnailJobTest, AWaveformIsShownAsItGrows) {
    WaveformJob job;
    QSignalSpy grown(&job, &WaveformJob::grown);
    QSignalSpy finished(&job, &WaveformJob::finished);
    job.start(m_file);
    ASSERT_TRUE(arrives(finished));
    EXPECT_GE(grown.count(), 1);
    grown.clear();
    finished.clear();
    job.start(m_file); // from the cache at once
    ASSERT_TRUE(arrives(finished));
    EXPECT_EQ(grown.count(), 0);
}

} // namespace
} // namespace mockingbird::review
