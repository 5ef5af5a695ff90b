// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/programme.h"
#include "tests/review/review_page/review_page_fixture.h"

namespace mockingbird::review {
namespace {

class ReviewPageTest : public ReviewPageFixture {};

TEST_F(ReviewPageTest, OffersTheRecordedSessionsAndOpensTheOneChosen) {
    QListWidget* queue = m_page->queue().list();
    ASSERT_EQ(queue->count(), 1);
    EXPECT_TRUE(queue->item(0)->text().contains("Maya Lind"));
    m_page->entered();
    press(Qt::Key_Return);
    EXPECT_TRUE(m_page->sessionOpen());
    EXPECT_EQ(desk().model().now().session.id, m_session.id);
}

TEST_F(ReviewPageTest, AMenteeWhoOpensTheirSessionHasLookedAtTheFeedback) {
    const auto unopened = [&] {
        m_catalog->actAsStudio();
        const auto all =
            catalog::Programme(*m_catalog).feedback().ofMentee(m_catalog.mentee.id, {}, WallTime::now());
        return all.ok() && all->size() == 1 && !all->front().seenAt;
    };
    m_catalog.seal(m_catalog.ann, m_session);
    m_catalog->actAs({});
    ASSERT_TRUE(m_catalog->reviews().open(m_catalog.reviewOf(m_catalog.ann, m_session).id).ok());
    ASSERT_TRUE(unopened());
    m_catalog->actAs(m_catalog.ann.id);
    open();
    EXPECT_TRUE(unopened()) << "their mentor looked";
    m_catalog->actAs(m_catalog.mentee.id);
    open();
    EXPECT_FALSE(unopened());
}

TEST_F(ReviewPageTest, UndoAndRedoGoOverNotesAndScores) {
    open();
    type("First");
    press(Qt::Key_Return);
    desk().tabs().setCurrentIndex(1);
    criterion(0).levels().front()->setFocus();
    press(Qt::Key_3);
    ASSERT_EQ(scores().size(), 1u);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(scores().empty());
    EXPECT_FALSE(criterion(0).chosen());
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(notes().empty());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_EQ(notes().size(), 1u);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_EQ(scores().size(), 1u);
    EXPECT_EQ(scores()[0].level, 3);
}

TEST_F(ReviewPageTest, TheTimelineSeeksByMouseAndGoesToANotesMark) {
    const auto note = m_catalog.addNote(m_catalog.ann, m_session, ms(6000), "Mark");
    open();
    const auto wave = [&](MediaTime time) {
        return QPoint(qRound(timeline().xOf(time)), timeline().height() / 2);
    };
    QTest::mouseClick(&timeline(), Qt::LeftButton, {}, wave(ms(4000)));
    EXPECT_TRUE(waitFor([&] {
        return !recording().seeking() && std::abs((player().shownTime() - ms(4000)).microseconds()) < 60'000;
    }));
    QTest::mouseClick(&timeline(), Qt::LeftButton, {},
                      timeline().markRect(timeline().content().notes.front()).center().toPoint());
    EXPECT_TRUE(waitFor([&] { return player().shownTime() == ms(6000); }));
    ASSERT_TRUE(desk().notes().selected());
    EXPECT_EQ(desk().notes().selected()->id, note.id);
}

TEST_F(ReviewPageTest, CommasAndFullStopsStepFramesAndArrowsSkip) {
    open();
    jumpTo(ms(2000));
    type(".");
    EXPECT_TRUE(waitFor([&] { return player().shownTime() == ms(2040); }));
    type(",");
    EXPECT_TRUE(waitFor([&] { return player().shownTime() == ms(2000); }));
    press(Qt::Key_Right);
    EXPECT_TRUE(waitFor([&] { return player().shownTime() == ms(7000); }));
    EXPECT_FALSE(entry().draft());
}

TEST_F(ReviewPageTest, ARangeIsRepeatedUntilToldOtherwise) {
    catalog::Note note;
    note.at = ms(2000);
    note.until = ms(2400);
    note.text = "Again";
    const auto review = m_catalog.reviewOf(m_catalog.ann, m_session);
    const auto added = m_catalog->reviews().addNote(review.id, note);
    ASSERT_TRUE(added.ok());
    open();
    emit desk().notes().jumpRequested(added->id);
    press(Qt::Key_L, Qt::ControlModifier);
    ASSERT_TRUE(recording().loop());
    EXPECT_EQ(recording().loop()->start, ms(2000));
    recording().play();
    ASSERT_TRUE(waitFor([&] { return player().shownTime() >= ms(2280); }));
    EXPECT_TRUE(waitFor([&] { return player().shownTime() < ms(2200); })) << "it begins again";
    EXPECT_TRUE(player().playing());
    press(Qt::Key_L, Qt::ControlModifier);
    EXPECT_FALSE(recording().loop());
    EXPECT_TRUE(waitFor([&] { return player().shownTime() >= ms(2600); }));
}

TEST_F(ReviewPageTest, AltWithPlusMinusAndZeroShowsMoreOrLessOfTheTimeline) {
    open();
    const PlayRange whole = timeline().visible();
    press(Qt::Key_Plus, Qt::AltModifier);
    const PlayRange closer = timeline().visible();
    EXPECT_LT(closer.end - closer.start, whole.end - whole.start);
    press(Qt::Key_Equal, Qt::AltModifier); // the same key on many keyboards
    EXPECT_LT(timeline().visible().end - timeline().visible().start, closer.end - closer.start);
    press(Qt::Key_Minus, Qt::AltModifier);
    EXPECT_EQ(timeline().visible().end - timeline().visible().start, closer.end - closer.start);
    press(Qt::Key_0, Qt::AltModifier);
    EXPECT_EQ(timeline().visible(), whole);
}

TEST_F(ReviewPageTest, PageDownGoesToTheNextQuestionAndCtrlPageDownToTheBookmark) {
    open();
    press(Qt::Key_PageDown);
    EXPECT_TRUE(waitFor([&] { return player().shownTime() == ms(3000); }));
    press(Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_TRUE(waitFor([&] { return player().shownTime() == ms(4480); })); // the frame of 4.5 s
    press(Qt::Key_PageUp);
    EXPECT_TRUE(waitFor([&] { return player().shownTime() == ms(3000); }));
}

TEST_F(ReviewPageTest, FitsTheWindowInBothThemes) {
    const auto session = m_catalog.addSession(2);
    const std::filesystem::path sample =
        std::filesystem::path(MOCKINGBIRD_SOURCE_DIR) / "studio/sample/attempt_2.mkv";
    const auto made = m_catalog.addRecording(session, sample, ms(61'000));
    std::int64_t second = 2;
    for (const catalog::Question& question : m_catalog.kit.questions) {
        ASSERT_TRUE(
            m_catalog->sessions().beginSegment(session.id, made.id, question.id, ms(second * 1000)).ok());
        second += 20;
    }
    ASSERT_TRUE(m_catalog->sessions().addBookmark(session.id, made.id, ms(31'000), "strong").ok());
    m_catalog.addNote(m_catalog.ann, session, ms(5300), "Begins with the situation, in one sentence. Good.",
                      0);
    m_catalog.addNote(m_catalog.ann, session, ms(18'200),
                      "Asks what the person needs before offering anything.", 1);
    m_catalog.addNote(m_catalog.ann, session, ms(33'900), "Who did this? Say \"I\" where it was you.", 2);
    m_catalog.addNote(m_catalog.ben, session, ms(21'000), "The result is told in general words only.", 2);
    m_catalog.addNote(m_catalog.ben, session, ms(47'000), "Pauses before the answer: that is fine.");
    m_catalog.score(m_catalog.ann, session, {4});
    for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
        ui::applyTheme(*qApp, scheme, 1.0);
        makePage();
        EXPECT_LE(m_page->minimumSizeHint().width(), 1080);
        EXPECT_LE(m_page->minimumSizeHint().height(), 720);
        m_page->openSession(session.id);
        emit desk().notes().jumpRequested(desk().model().now().notes.at(1).id);
        ASSERT_TRUE(waitFor([&] { return !recording().seeking() && timeline().hasWaveform(); }));
        for (const QSize size : {QSize(1080, 720), QSize(1720, 1080)}) {
            m_page->resize(size);
            for (const int tab : {0, 1, 2}) {
                desk().tabs().setCurrentIndex(tab);
                QCoreApplication::processEvents();
                const QString folder = qEnvironmentVariable("MOCKINGBIRD_SCREENSHOTS");
                if (!folder.isEmpty()) {
                    EXPECT_TRUE(
                        m_page->grab().save(QStringLiteral("%1/review_%2_%3_%4.png")
                                                .arg(folder, scheme == ui::Scheme::Dark ? "dark" : "light")
                                                .arg(size.height())
                                                .arg(tab)));
                }
            }
        }
    }
    ui::applyTheme(*qApp, ui::Scheme::Light, 1.0);
}

TEST_F(ReviewPageTest, WithTextOfTwiceTheSizeASmallScreenShowsOneHalfAtATime) {
    m_catalog.addNote(m_catalog.ann, m_session, ms(6000), "Mark");
    for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
        ui::applyTheme(*qApp, scheme, 2.0);
        makePage();
        m_page->resize(1130, 720);
        open();
        EXPECT_LE(m_page->minimumSizeHint().width(), 1130);
        EXPECT_EQ(m_page->width(), 1130) << "it scrolls down, never sideways";
        ASSERT_TRUE(desk().panes().folded());
        EXPECT_TRUE(player().isVisible());
        EXPECT_FALSE(desk().tabs().isVisible());
        EXPECT_GE(player().height(), 180);
        const QString folder = qEnvironmentVariable("MOCKINGBIRD_SCREENSHOTS");
        const QString name = folder + (scheme == ui::Scheme::Dark ? "/review_dark_" : "/review_light_");
        if (!folder.isEmpty()) {
            EXPECT_TRUE(m_page->grab().save(name + "200.png"));
        }
        press(Qt::Key_2, Qt::AltModifier);
        EXPECT_FALSE(player().isVisible());
        QTest::mouseClick(desk().paneButton(), Qt::LeftButton);
        EXPECT_TRUE(player().isVisible());
        QTest::mouseClick(desk().paneButton(), Qt::LeftButton);
        ASSERT_TRUE(desk().tabs().isVisible());
        EXPECT_TRUE(waitFor([&] { return desk().tabs().width() > 1000 && desk().tabs().height() > 400; }));
        if (!folder.isEmpty()) {
            EXPECT_TRUE(m_page->grab().save(name + "200_side.png"));
        }
        type("Good");
        EXPECT_TRUE(player().isVisible());
        EXPECT_EQ(entry().field()->toPlainText(), "Good");
        if (!folder.isEmpty()) {
            EXPECT_TRUE(m_page->grab().save(name + "200_typing.png"));
        }
        entry().clear();
        m_page->resize(2400, 1200);
        EXPECT_FALSE(desk().panes().folded());
        EXPECT_TRUE(player().isVisible() && desk().tabs().isVisible());
        EXPECT_FALSE(desk().paneButton()->isVisible());
    }
    ui::applyTheme(*qApp, ui::Scheme::Light, 1.0);
}

TEST_F(ReviewPageTest, ACalibrationWaitsForTheMentorsOfItsCohort) {
    m_catalog->actAs({});
    const auto cohort = *m_catalog->people().addCohort("2026", "2026-01-01", "2026-12-31");
    ASSERT_TRUE(m_catalog->people().addPair(cohort.id, m_catalog.mentee.id, m_catalog.ben.id, {}).ok());
    ASSERT_TRUE(m_catalog->calibrations().begin(m_session.id, cohort.id, "Before the year").ok());
    m_catalog->actAs(m_catalog.ann.id);
    m_page->refresh();
    EXPECT_EQ(m_page->queue().list()->count(), 0) << "Ann mentors nobody of that cohort";
    m_catalog->actAs({});
    ASSERT_TRUE(m_catalog->people().addPair(cohort.id, m_catalog.mentee.id, m_catalog.ann.id, {}).ok());
    m_catalog->actAs(m_catalog.ann.id);
    m_page->refresh();
    EXPECT_EQ(m_page->queue().list()->count(), 1);
}

} // namespace
} // namespace mockingbird::review
