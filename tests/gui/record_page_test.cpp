// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/media/probe.h"
#include "common/ui/banner.h"
#include "review/review_page/review_page.h"
#include "studio/library/library_model.h"
#include "studio/library/library_page.h"
#include "studio/rail.h"
#include "tests/gui/window_test.h"

#include <QPushButton>
#include <QTest>

namespace mockingbird::test {

namespace {
using studio::PageKind;
}

TEST_F(WindowTest, RecordsTheTestSourcesFilesTheSessionAndOpensItInReview) {
    open();
    ASSERT_TRUE(recordFor(2));
    EXPECT_EQ(recordPage()->banner()->tone(), ui::Tone::Success)
        << recordPage()->banner()->text().toStdString();

    m_window->showPage(PageKind::Library);
    auto* library = dynamic_cast<studio::LibraryPage*>(m_window->page(PageKind::Library));
    ASSERT_EQ(library->model().rowCount(), 1);
    const catalog::Session session = library->model().row(0).session;
    const auto recordings = catalog().recordings().ofSession(session.id).valueOr({});
    ASSERT_EQ(recordings.size(), 1u);
    EXPECT_EQ(recordings[0].state, catalog::RecordingState::Complete);
    const auto media = media::probe(catalog().recordings().path(recordings[0]));
    ASSERT_TRUE(media.ok()) << media.error().detail;
    EXPECT_GE(media->duration.seconds(), 2.0);
    EXPECT_EQ(media->streams.size(), 3u); // picture, mix, tone

    m_window->showPage(PageKind::Record);
    recordPage()->banner()->actionButton()->click();
    EXPECT_EQ(m_window->currentPage(), PageKind::Review);
    EXPECT_TRUE(dynamic_cast<review::ReviewPage*>(m_window->page(PageKind::Review))->sessionOpen());
}

TEST_F(WindowTest, QuestionsAndBookmarksAreKeptByTheirKeysAndSpaceDoesNotStop) {
    open();
    ASSERT_TRUE(openTestSources());
    recorder::RecordPage* page = recordPage();
    control<QPushButton>(page, "record")->click();
    ASSERT_TRUE(page->isRecording());
    QTest::keyClick(page, Qt::Key_N);
    QTest::keyClick(page, Qt::Key_B);
    QTest::keyClick(page, Qt::Key_N);
    auto* stop = control<QPushButton>(page, "stop");
    stop->setFocus();
    QTest::keyClick(stop, Qt::Key_Space);
    EXPECT_TRUE(page->isRecording());
    QTest::keyClick(stop, Qt::Key_Return);
    EXPECT_FALSE(page->isRecording());

    const auto sessions = catalog().sessions().all().valueOr({});
    ASSERT_EQ(sessions.size(), 1u);
    EXPECT_EQ(catalog().sessions().bookmarks(sessions[0].id).valueOr({}).size(), 1u);
    const auto segments = catalog().sessions().segments(sessions[0].id).valueOr({});
    ASSERT_EQ(segments.size(), 2u);
    EXPECT_TRUE(segments[1].end.has_value());
}

TEST_F(WindowTest, ARecordingGoesOnBehindOtherPagesAndItsChipLeadsBack) {
    open();
    ASSERT_TRUE(openTestSources());
    control<QPushButton>(recordPage(), "record")->click();
    m_window->showPage(PageKind::Library);
    EXPECT_TRUE(recordPage()->isRecording());
    QPushButton* chip = m_window->rail().recordingChip();
    EXPECT_TRUE(chip->isVisible());
    ASSERT_TRUE(waitFor([&] { return chip->text().endsWith(QStringLiteral("0:02")); }))
        << chip->text().toStdString();
    chip->click();
    EXPECT_EQ(m_window->currentPage(), PageKind::Record);
    recordPage()->stop();
    EXPECT_FALSE(chip->isVisible());
}

TEST_F(WindowTest, PausingStopsTheClockAndSaysSo) {
    open();
    ASSERT_TRUE(openTestSources());
    recorder::RecordPage* page = recordPage();
    bool paused = false;
    QObject::connect(page, &recorder::RecordPage::recordingChanged,
                     [&](const QString&, bool now) { paused = now; });
    control<QPushButton>(page, "record")->click();
    QTest::keyClick(page, Qt::Key_P);
    EXPECT_TRUE(paused);
    QTest::keyClick(page, Qt::Key_P);
    EXPECT_FALSE(paused);
    page->stop();
}

TEST_F(WindowTest, ClosingWhileRecordingAsksAndKeepsWhatWasRecorded) {
    open();
    ASSERT_TRUE(openTestSources());
    control<QPushButton>(recordPage(), "record")->click();
    m_dialogs.answer = false;
    EXPECT_FALSE(m_window->close());
    EXPECT_TRUE(recordPage()->isRecording());
    m_dialogs.answer = true;
    EXPECT_TRUE(m_window->close());
    EXPECT_EQ(m_dialogs.asked.size(), 2);
    const auto sessions = catalog().sessions().all().valueOr({});
    ASSERT_EQ(sessions.size(), 1u);
    EXPECT_EQ(sessions[0].state, "recorded");
}

TEST_F(WindowTest, TheLastChoiceOfSourcesIsThereAgainAtTheNextStart) {
    open();
    ASSERT_TRUE(recordFor(1));
    close();
    open();
    m_window->showPage(PageKind::Record);
    EXPECT_TRUE(waitFor([&] { return recordPage()->ready(); }));
}

} // namespace mockingbird::test
