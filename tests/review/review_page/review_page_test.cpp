// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/review_page.h"

#include "common/catalog/event.h"
#include "common/ui/banner.h"
#include "common/ui/theme.h"
#include "review/notes/note_entry.h"
#include "review/notes/notes_panel.h"
#include "review/player_view/player_view.h"
#include "review/review_page/recording_panel.h"
#include "review/review_page/review_queue.h"
#include "review/review_page/seal_panel.h"
#include "review/review_page/summary_panel.h"
#include "review/rubric/evidence_chip.h"
#include "review/rubric/level_card.h"
#include "review/rubric/rubric_panel.h"
#include "review/timeline/timeline_view.h"
#include "tests/review/review_page/reviewed_catalog.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using catalog::ReviewState;

constexpr int kDeadlineMs = 10'000;

MediaTime ms(std::int64_t milliseconds) {
    return MediaTime(std::chrono::milliseconds(milliseconds));
}

class ReviewPageTest : public testing::Test {
protected:
    void SetUp() override {
        m_session = m_catalog.addRecordedSession(3);
        makePage();
    }

    void makePage() {
        m_page = std::make_unique<ReviewPage>(*m_catalog);
        m_page->setConfirm(
            [this](QWidget*, const QString& question, const QString&, const QString&, const QString&) {
                m_asked << question;
                return m_answer;
            });
        m_page->resize(1280, 720);
        m_page->show();
        m_page->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_page.get()));
    }

    void open() {
        m_page->openSession(m_session.id);
        m_page->entered();
        ASSERT_TRUE(waitFor([&] { return !recording().seeking() && timeline().hasFocus(); }));
    }

    template <class Condition>
    static bool waitFor(Condition condition) {
        return QTest::qWaitFor(condition, kDeadlineMs);
    }

    void jumpTo(MediaTime time) {
        recording().goTo(recording().now().recording, time);
        ASSERT_TRUE(waitFor([&] { return !recording().seeking() && player().shownTime() == time; }));
    }

    void playUntil(MediaTime time) {
        recording().play();
        ASSERT_TRUE(waitFor([&] { return player().shownTime() >= time; }));
        ASSERT_TRUE(player().playing());
    }

    static void type(const QString& text) {
        for (const QChar c : text)
            QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    ReviewDesk& desk() { return m_page->desk(); }
    RecordingPanel& recording() { return desk().recording(); }
    PlayerView& player() { return recording().player(); }
    TimelineView& timeline() { return recording().timeline(); }
    NoteEntry& entry() { return desk().entry(); }
    QListView& list() { return *desk().notes().list(); }
    std::vector<catalog::Note> notes() { return *m_catalog->reviews().notes(m_session.id); }
    std::vector<catalog::Score> scores() { return *m_catalog->reviews().scores(m_session.id); }
    CriterionCard& criterion(std::size_t index) { return *desk().rubric().cards().at(index); }

    test::ReviewedCatalog m_catalog;
    catalog::Session m_session;
    std::unique_ptr<ReviewPage> m_page;
    bool m_answer = true;
    QStringList m_asked;
};

TEST_F(ReviewPageTest, OffersTheRecordedSessionsAndOpensTheOneChosen) {
    QListWidget* queue = m_page->queue().list();
    ASSERT_EQ(queue->count(), 1);
    EXPECT_TRUE(queue->item(0)->text().contains("Maya Lind"));
    m_page->entered();
    press(Qt::Key_Return);
    EXPECT_TRUE(m_page->sessionOpen());
    EXPECT_EQ(desk().model().session().id, m_session.id);
}

TEST_F(ReviewPageTest, TypingStartsANoteAtTheMomentShownAndPauses) {
    open();
    playUntil(ms(400));
    const MediaTime shown = player().shownTime();
    type("G");
    EXPECT_FALSE(player().playing());
    EXPECT_TRUE(entry().field()->hasFocus());
    ASSERT_TRUE(entry().draft());
    EXPECT_EQ(entry().draft()->at, shown);
    type("ood");
    EXPECT_EQ(entry().field()->toPlainText(), "Good");
    EXPECT_EQ(entry().draft()->at, shown);
    EXPECT_TRUE(entry().momentLabel().startsWith("Note at 0:0"));
}

TEST_F(ReviewPageTest, SpaceInANoteIsASpaceAndElsewherePlaysAndPauses) {
    open();
    type("a b");
    EXPECT_EQ(entry().field()->toPlainText(), "a b");
    EXPECT_FALSE(player().playing());
    press(Qt::Key_Return);
    press(Qt::Key_Space);
    EXPECT_TRUE(waitFor([&] { return player().playing(); }));
    press(Qt::Key_Space);
    EXPECT_FALSE(player().playing());
    EXPECT_EQ(notes().size(), 1u);
}

TEST_F(ReviewPageTest, EnterKeepsTheNoteAndPlaysOn) {
    open();
    playUntil(ms(400));
    const MediaTime shown = player().shownTime();
    type("Names the task");
    press(Qt::Key_Return);
    EXPECT_TRUE(player().playing());
    EXPECT_TRUE(entry().field()->toPlainText().isEmpty());
    ASSERT_EQ(notes().size(), 1u);
    EXPECT_EQ(notes()[0].text, "Names the task");
    EXPECT_EQ(notes()[0].at, shown);
    EXPECT_EQ(notes()[0].author, m_catalog.ann.id);
    EXPECT_EQ(desk().notes().model().rowCount(), 1);
}

TEST_F(ReviewPageTest, EnterStaysPausedWhereItWasPausedBefore) {
    open();
    type("x");
    press(Qt::Key_Return);
    EXPECT_FALSE(player().playing());
    EXPECT_EQ(notes().size(), 1u);
}

TEST_F(ReviewPageTest, ShiftEnterIsANewLine) {
    open();
    type("one");
    press(Qt::Key_Return, Qt::ShiftModifier);
    type("two");
    press(Qt::Key_Return);
    ASSERT_EQ(notes().size(), 1u);
    EXPECT_EQ(notes()[0].text, "one\ntwo");
}

TEST_F(ReviewPageTest, EscapeDiscardsAndUndoBringsTheTextBackAtItsMoment) {
    open();
    jumpTo(ms(2000));
    type("half a tho");
    press(Qt::Key_Escape);
    EXPECT_TRUE(entry().field()->toPlainText().isEmpty());
    EXPECT_FALSE(entry().draft());
    EXPECT_TRUE(desk().banner().isVisible());
    jumpTo(ms(5000));
    QTest::mouseClick(desk().banner().actionButton(), Qt::LeftButton);
    ASSERT_TRUE(entry().draft());
    EXPECT_EQ(entry().draft()->text, "half a tho");
    EXPECT_EQ(entry().draft()->at, ms(2000));
    EXPECT_FALSE(desk().banner().isVisible());
    EXPECT_TRUE(notes().empty());
}

TEST_F(ReviewPageTest, ANoteTakesTheRangeSetWithBrackets) {
    open();
    jumpTo(ms(2000));
    type("[");
    jumpTo(ms(3000));
    type("]");
    type("Range");
    press(Qt::Key_Return);
    ASSERT_EQ(notes().size(), 1u);
    EXPECT_EQ(notes()[0].at, ms(2000));
    ASSERT_TRUE(notes()[0].until);
    EXPECT_EQ(*notes()[0].until, ms(3000));
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

TEST_F(ReviewPageTest, ANoteCanBeRewrittenAndRemovedFromTheList) {
    m_catalog.addNote(m_catalog.ann, m_session, ms(2000), "Old words");
    open();
    list().setFocus();
    list().setCurrentIndex(desk().notes().model().index(0));
    press(Qt::Key_F2);
    auto* editor = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
    ASSERT_TRUE(editor);
    editor->setPlainText("New words");
    press(Qt::Key_Return);
    ASSERT_EQ(notes().size(), 1u);
    EXPECT_EQ(notes()[0].text, "New words");
    list().setFocus();
    press(Qt::Key_Delete);
    EXPECT_TRUE(notes().empty());
    timeline().setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(notes().size(), 1u);
}

TEST_F(ReviewPageTest, AClickOnANoteShowsItsExactFrame) {
    m_catalog.addNote(m_catalog.ann, m_session, ms(3240), "Here");  // the frame that begins at 3.24 s
    m_catalog.addNote(m_catalog.ann, m_session, ms(7133), "There"); // shown from 7.12 s to 7.16 s
    open();
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
                      list().visualRect(desk().notes().model().index(0)).center());
    EXPECT_TRUE(waitFor([&] { return !recording().seeking() && player().shownTime() == ms(3240); }));
    list().setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    EXPECT_TRUE(waitFor([&] { return !recording().seeking() && player().shownTime() == ms(7120); }));
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

TEST_F(ReviewPageTest, ScoresByKeyboardWithEvidenceThatCanBeRemoved) {
    open();
    jumpTo(ms(3000));
    desk().tabs().setCurrentIndex(1);
    LevelCard* first = criterion(0).levels().front();
    first->setFocus();
    press(Qt::Key_4);
    ASSERT_EQ(scores().size(), 1u);
    EXPECT_EQ(scores()[0].level, 4);
    EXPECT_TRUE(criterion(0).levels().at(3)->isChecked());
    press(Qt::Key_Down);
    EXPECT_EQ(scores()[0].level, 5);
    QTest::mouseClick(criterion(0).addMomentButton(), Qt::LeftButton);
    ASSERT_EQ(scores()[0].evidence.size(), 1u);
    EXPECT_EQ(scores()[0].evidence[0].at, ms(3000));
    jumpTo(ms(8000));
    auto* chip = criterion(0).findChild<EvidenceChip*>();
    ASSERT_TRUE(chip);
    QTest::mouseClick(chip->jumpButton(), Qt::LeftButton);
    EXPECT_TRUE(waitFor([&] { return player().shownTime() == ms(3000); }));
    QTest::mouseClick(chip->removeButton(), Qt::LeftButton);
    EXPECT_TRUE(scores()[0].evidence.empty());
}

TEST_F(ReviewPageTest, TheNoteThatOneIsAtIsTheEvidence) {
    const auto note = m_catalog.addNote(m_catalog.ann, m_session, ms(3000), "Carries it");
    m_catalog.score(m_catalog.ann, m_session, {4});
    open();
    emit desk().notes().jumpRequested(note.id);
    ASSERT_TRUE(waitFor([&] { return player().shownTime() == ms(3000); }));
    desk().tabs().setCurrentIndex(1);
    emit criterion(0).momentAdded();
    ASSERT_EQ(scores()[0].evidence.size(), 1u);
    EXPECT_EQ(scores()[0].evidence[0].note, note.id);
}

TEST_F(ReviewPageTest, TheTotalFormsAsCriteriaAreScored) {
    open();
    EXPECT_TRUE(desk().rubric().totalText().contains("0 of 3"));
    desk().model().setLevel(m_catalog.kit.rubric.criteria[0].id, 3);
    EXPECT_TRUE(desk().rubric().totalText().contains("60 %"));
    EXPECT_TRUE(desk().rubric().totalText().contains("1 of 3"));
    desk().model().setLevel(m_catalog.kit.rubric.criteria[1].id, 4);
    desk().model().setLevel(m_catalog.kit.rubric.criteria[2].id, 5);
    EXPECT_TRUE(desk().rubric().totalText().contains("Total 80 %")); // (3 + 2*4 + 5) of 20
}

TEST_F(ReviewPageTest, TheSummaryIsOneEventAPauseAndNotOneAKey) {
    open();
    desk().tabs().setCurrentIndex(2);
    desk().summary().summaryField()->setFocus();
    type("Calm and clear");
    desk().summary().commitmentFields()[0]->setFocus();
    type("Name the result");
    timeline().setFocus();
    const auto review = *m_catalog->reviews().ofActor(m_session.id);
    ASSERT_TRUE(review);
    EXPECT_EQ(review->summary, "Calm and clear");
    EXPECT_EQ(m_catalog->reviews().commitments(review->id)->at(0).text, "Name the result");
    const auto events = *m_catalog->events(review->id.uuid());
    EXPECT_EQ(std::ranges::count(events, std::string("review.summarised"), &catalog::Event::kind), 1);
}

TEST_F(ReviewPageTest, SealingAsksFirst) {
    m_catalog.score(m_catalog.ann, m_session, {4});
    open();
    m_answer = false;
    desk().summary().sealButton()->click();
    desk().summary().sealPanel().sealButton()->click();
    EXPECT_EQ(m_asked.size(), 1);
    EXPECT_EQ((*m_catalog->reviews().ofActor(m_session.id))->state, ReviewState::Draft);
}

TEST_F(ReviewPageTest, ASealedReviewIsReadOnly) {
    m_catalog.addNote(m_catalog.ann, m_session, ms(2000), "Stays");
    m_catalog.score(m_catalog.ann, m_session, {4});
    open();
    desk().summary().sealButton()->click();
    desk().summary().sealPanel().sealButton()->click();
    EXPECT_EQ((*m_catalog->reviews().ofActor(m_session.id))->state, ReviewState::Sealed);
    timeline().setFocus();
    type("Nothing");
    EXPECT_FALSE(entry().draft());
    EXPECT_FALSE(entry().writable());
    desk().tabs().setCurrentIndex(1);
    QTest::mouseClick(criterion(0).levels().at(1), Qt::LeftButton);
    EXPECT_EQ(scores()[0].level, 4);
    EXPECT_FALSE(criterion(0).addMomentButton()->isVisible());
    list().setCurrentIndex(desk().notes().model().index(0));
    emit desk().notes().removalRequested(notes()[0].id);
    EXPECT_EQ(notes().size(), 1u);
    EXPECT_TRUE(desk().summary().summaryField()->isReadOnly());
    EXPECT_FALSE(desk().summary().sealButton()->isVisible());
}

TEST_F(ReviewPageTest, WhatIsBeingTypedSurvivesTheProgram) {
    open();
    jumpTo(ms(4000));
    type("unfinished");
    m_page->left();
    makePage();
    open();
    ASSERT_TRUE(entry().draft());
    EXPECT_EQ(entry().draft()->text, "unfinished");
    EXPECT_EQ(entry().draft()->at, ms(4000));
    entry().field()->setFocus();
    press(Qt::Key_Return);
    ASSERT_EQ(notes().size(), 1u);
    EXPECT_EQ(notes()[0].at, ms(4000));
    makePage();
    open();
    EXPECT_FALSE(entry().draft());
}

TEST_F(ReviewPageTest, OthersDraftsAreNotShownAndTheirScoresOnlyAfterSealingOnesOwn) {
    m_catalog.addNote(m_catalog.ben, m_session, ms(1000), "Ben's");
    m_catalog.score(m_catalog.ben, m_session, {2, 2, 2});
    m_catalog.score(m_catalog.ann, m_session, {4, 4, 4});
    open();
    EXPECT_EQ(desk().notes().model().rowCount(), 0);
    const auto structure = m_catalog.kit.rubric.criteria[0].id;
    m_catalog.seal(m_catalog.ben, m_session);
    m_page->refresh();
    ASSERT_EQ(desk().notes().model().rowCount(), 1);
    EXPECT_FALSE(desk().notes().model().flags(desk().notes().model().index(0)).testFlag(Qt::ItemIsEditable));
    EXPECT_TRUE(desk().model().othersScores(structure).empty());
    desk().model().seal();
    ASSERT_EQ(desk().model().othersScores(structure).size(), 1u);
    EXPECT_EQ(desk().model().othersScores(structure)[0].level, 2);
}

TEST_F(ReviewPageTest, NotesStayReadableWhereTheFileIsMissing) {
    const auto session = m_catalog.addSession(1);
    m_catalog.addLostFile(session);
    m_catalog.addNote(m_catalog.ann, session, ms(2000), "Still here");
    m_page->openSession(session.id);
    EXPECT_TRUE(desk().banner().isVisible());
    EXPECT_FALSE(desk().banner().text().isEmpty());
    EXPECT_EQ(desk().notes().model().rowCount(), 1);
    m_page->entered();
    type("a");
    press(Qt::Key_Space);
    EXPECT_FALSE(entry().draft());
}

TEST_F(ReviewPageTest, ANoteOfAnotherPartChangesThePart) {
    const auto second = m_catalog.addRecording(m_session);
    catalog::Note note;
    note.recording = second.id;
    note.at = ms(2000);
    note.text = "In part two";
    ASSERT_TRUE(m_catalog->reviews().addNote(m_catalog.reviewOf(m_catalog.ann, m_session).id, note).ok());
    open();
    EXPECT_NE(recording().now().recording, second.id);
    emit desk().notes().jumpRequested(notes()[0].id);
    EXPECT_TRUE(waitFor([&] { return player().shownTime() == ms(2000); }));
    EXPECT_EQ(recording().now().recording, second.id);
}

TEST_F(ReviewPageTest, CommandsWorkWhileANoteIsTyped) {
    open();
    jumpTo(ms(3000));
    type("Pace");
    press(Qt::Key_K, Qt::AltModifier);
    EXPECT_TRUE(player().playing());
    press(Qt::Key_Space, Qt::ControlModifier);
    EXPECT_FALSE(player().playing());
    jumpTo(ms(6000));
    press(Qt::Key_O, Qt::AltModifier);
    press(Qt::Key_Return);
    ASSERT_EQ(notes().size(), 1u);
    EXPECT_EQ(notes()[0].text, "Pace");
    EXPECT_EQ(notes()[0].at, ms(3000));
    EXPECT_EQ(notes()[0].until, ms(6000));
}

TEST_F(ReviewPageTest, SpacePressesAButtonThatTheKeyboardIsOn) {
    open();
    desk().tabs().setCurrentIndex(2);
    desk().summary().showSealStep();
    desk().summary().sealPanel().sealButton()->setFocus();
    m_answer = false;
    press(Qt::Key_Space);
    EXPECT_EQ(m_asked.size(), 1);
    EXPECT_FALSE(player().playing());
    EXPECT_EQ(desk().summary().sealPanel().sealButton()->focusPolicy(), Qt::TabFocus);
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
    m_catalog.seal(m_catalog.ben, session);
    m_catalog.score(m_catalog.ann, session, {4});
    for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
        ui::applyTheme(*qApp, scheme, 1.0);
        makePage();
        EXPECT_LE(m_page->minimumSizeHint().width(), 1080);
        EXPECT_LE(m_page->minimumSizeHint().height(), 720);
        m_page->openSession(session.id);
        emit desk().notes().jumpRequested(desk().model().notes().at(1).id);
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

} // namespace
} // namespace mockingbird::review
