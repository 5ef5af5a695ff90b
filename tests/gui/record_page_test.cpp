// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/consent_store.h"
#include "common/media/probe.h"
#include "common/ui/banner.h"
#include "review/review_page/review_page.h"
#include "studio/library/library_model.h"
#include "studio/library/library_page.h"
#include "studio/rail.h"
#include "tests/gui/window_test.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace mockingbird::test {

namespace {
using recorder::RecordPage;
using studio::PageKind;
} // namespace

TEST_F(WindowTest, RecordsTheTestSourcesFilesTheSessionAndOpensItInReview) {
    open();
    ASSERT_TRUE(recordFor(2));

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
}

TEST_F(WindowTest, WhatIsFiledOffersTheReviewFirst) {
    open();
    ASSERT_TRUE(recordFor(1));
    auto* review = control<QPushButton>(recordPage(), "reviewNow");
    EXPECT_TRUE(review->hasFocus());
    QTest::keyClick(review, Qt::Key_Space);
    EXPECT_EQ(m_window->currentPage(), PageKind::Review);
    EXPECT_TRUE(dynamic_cast<review::ReviewPage*>(m_window->page(PageKind::Review))->sessionOpen());
    m_window->showPage(PageKind::Record);
    EXPECT_EQ(recordPage()->stage(), RecordPage::Stage::SetUp);
}

TEST_F(WindowTest, QuestionsAndBookmarksAreKeptByTheirKeysAndSpaceDoesNotStop) {
    open();
    ASSERT_TRUE(startRecording());
    RecordPage* page = recordPage();
    QTest::keyClick(page, Qt::Key_N);
    QTest::keyClick(page, Qt::Key_B);
    QTest::keyClick(page, Qt::Key_F);
    QTest::keyClick(page, Qt::Key_N);
    auto* stop = control<QPushButton>(page, "stop");
    stop->setFocus();
    QTest::keyClick(stop, Qt::Key_Space);
    EXPECT_TRUE(page->isRecording());
    QTest::keyClick(stop, Qt::Key_Return);
    EXPECT_FALSE(page->isRecording());

    const auto sessions = catalog().sessions().all().valueOr({});
    ASSERT_EQ(sessions.size(), 1u);
    const auto bookmarks = catalog().sessions().bookmarks(sessions[0].id).valueOr({});
    ASSERT_EQ(bookmarks.size(), 2u);
    EXPECT_EQ(bookmarks[0].label, "");
    EXPECT_EQ(bookmarks[1].label, "Follow-up");
    const auto segments = catalog().sessions().segments(sessions[0].id).valueOr({});
    ASSERT_EQ(segments.size(), 2u);
    EXPECT_TRUE(segments[1].end.has_value());
}

TEST_F(WindowTest, EverybodysAgreementIsFiledWithTheSession) {
    open();
    ASSERT_TRUE(startRecording());
    recordPage()->stop();
    const auto sessions = catalog().sessions().all().valueOr({});
    ASSERT_EQ(sessions.size(), 1u);
    const auto consents = catalog().consents().ofSession(sessions[0].id).valueOr({});
    ASSERT_EQ(consents.size(), 1u);
    EXPECT_EQ(consents[0].person, sessions[0].mentee);
    EXPECT_TRUE(catalog().consents().text(consents[0].textHash).ok());
}

TEST_F(WindowTest, ARecordingGoesOnBehindOtherPagesAndItsChipLeadsBack) {
    open();
    ASSERT_TRUE(startRecording());
    m_window->showPage(PageKind::Library);
    EXPECT_TRUE(recordPage()->isRecording());
    QPushButton* chip = m_window->rail().recordingChip();
    EXPECT_TRUE(chip->isVisible());
    ASSERT_TRUE(waitFor([&] { return chip->text().endsWith(QStringLiteral("0:02")); }))
        << chip->text().toStdString();
    EXPECT_EQ(m_window->windowTitle(), "Recording 0:02 - Mockingbird");
    chip->click();
    EXPECT_EQ(m_window->currentPage(), PageKind::Record);
    recordPage()->stop();
    EXPECT_FALSE(chip->isVisible());
    EXPECT_EQ(m_window->windowTitle(), "Record - Mockingbird");
}

TEST_F(WindowTest, PausingStopsTheClockAndSaysSo) {
    open();
    ASSERT_TRUE(startRecording());
    RecordPage* page = recordPage();
    bool paused = false;
    QObject::connect(page, &RecordPage::recordingChanged, [&](const QString&, bool now) { paused = now; });
    QTest::keyClick(page, Qt::Key_P);
    EXPECT_TRUE(paused);
    EXPECT_TRUE(m_window->windowTitle().startsWith("Paused")) << m_window->windowTitle().toStdString();
    QTest::keyClick(page, Qt::Key_P);
    EXPECT_FALSE(paused);
    page->stop();
}

TEST_F(WindowTest, ClosingWhileRecordingAsksAndKeepsWhatWasRecorded) {
    open();
    ASSERT_TRUE(startRecording());
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
    EXPECT_TRUE(agree());
}

TEST_F(WindowTest, TroubleIsToldOnEveryPageAndInTheTitle) {
    open();
    ASSERT_TRUE(startRecording());
    m_window->showPage(PageKind::Library);
    emit recordPage()->troubleChanged(
        {ui::Tone::Warning, QStringLiteral("Nothing is heard."), QStringLiteral("Microphone silent")});
    EXPECT_TRUE(m_window->troubleStrip().isVisible());
    EXPECT_EQ(m_window->troubleStrip().text(), "Nothing is heard.");
    EXPECT_TRUE(m_window->windowTitle().startsWith("! Microphone silent - Recording 0:0"))
        << m_window->windowTitle().toStdString();
    recordPage()->stop();
    EXPECT_FALSE(m_window->troubleStrip().isVisible());
    EXPECT_FALSE(m_window->windowTitle().startsWith("!"));
}

} // namespace mockingbird::test
