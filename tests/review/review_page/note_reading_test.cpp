// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/review_page/review_page_fixture.h"

namespace mockingbird::review {
namespace {

class NoteReadingTest : public ReviewPageFixture {};

TEST_F(NoteReadingTest, ANoteCanBeRewrittenAndRemovedFromTheList) {
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

TEST_F(NoteReadingTest, AClickOnANoteShowsItsExactFrame) {
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

TEST_F(NoteReadingTest, ANotePlaysFromItsLeadIn) {
    ReviewSettings{std::chrono::milliseconds(0), std::chrono::milliseconds(2000)}.save();
    const auto note = m_catalog.addNote(m_catalog.ann, m_session, ms(6000), "Here");
    makePage();
    open();
    desk().notes().select(note.id);
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(waitFor([&] { return player().playing() && player().shownTime() >= ms(4000); }));
    EXPECT_LT(player().shownTime(), ms(6000));
}

TEST_F(NoteReadingTest, ANoteIsMovedByItsMark) {
    const auto note = m_catalog.addNote(m_catalog.ann, m_session, ms(2000), "Moves");
    open();
    emit timeline().noteMoved(note.id, ms(5000), std::nullopt);
    EXPECT_EQ(notes()[0].at, ms(5000));
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(notes()[0].at, ms(2000));
}

TEST_F(NoteReadingTest, TheMenteeAnswersANoteAndMarksItAsUnderstood) {
    const auto note = m_catalog.addNote(m_catalog.ann, m_session, ms(2000), "What came of it?");
    m_catalog.seal(m_catalog.ann, m_session);
    m_catalog.seal(m_catalog.ben, m_session);
    m_catalog->actAs(m_catalog.mentee.id);
    makePage();
    open();
    ASSERT_EQ(desk().notes().model().rows().size(), 1u);
    emit desk().notes().replyWritten(note.id, "He came back the next week.");
    emit desk().notes().understoodToggled(note.id, true);
    EXPECT_EQ(m_catalog->reviews().replies(m_session.id)->at(0).text, "He came back the next week.");
    EXPECT_TRUE(notes()[0].understood);
    EXPECT_EQ(desk().notes().model().rows()[0].replies.size(), 1u);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_FALSE(notes()[0].understood);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(m_catalog->reviews().replies(m_session.id)->empty());
}

TEST_F(NoteReadingTest, NotesStayReadableWhereTheFileIsMissing) {
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

TEST_F(NoteReadingTest, ANoteOfAnotherPartChangesThePart) {
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

TEST_F(NoteReadingTest, TheMenteeAnswersANoteAndSaysThatTheyUnderstood) {
    const auto note = m_catalog.addNote(m_catalog.ann, m_session, ms(2000), "Slower here");
    m_catalog.seal(m_catalog.ann, m_session);
    ASSERT_TRUE(m_catalog->reviews().open(note.review).ok());
    m_catalog->actAs(m_catalog.mentee.id);
    makePage();
    open();
    list().setFocus();
    desk().notes().select(note.id);
    EXPECT_TRUE(desk().notes().actions().replyButton()->isVisible());
    press(Qt::Key_U, Qt::AltModifier);
    EXPECT_TRUE(notes()[0].understood);
    list().setFocus();
    press(Qt::Key_R, Qt::AltModifier);
    ASSERT_TRUE(desk().notes().replyField().isOpen());
    type("Thank you");
    press(Qt::Key_Return);
    EXPECT_EQ(m_catalog->reviews().replies(m_session.id)->size(), 1u);
}

TEST_F(NoteReadingTest, AnUnsentReplySurvivesTheProgram) {
    const auto note = m_catalog.addNote(m_catalog.ann, m_session, ms(2000), "Slower here");
    open();
    desk().notes().select(note.id);
    desk().notes().replyToSelected();
    type("I will");
    m_page->left();
    makePage();
    open();
    EXPECT_FALSE(desk().notes().replyField().isOpen());
    ASSERT_TRUE(desk().banner().isVisible());
    QTest::mouseClick(desk().banner().actionButton(), Qt::LeftButton);
    ASSERT_TRUE(desk().notes().replyField().isOpen());
    EXPECT_EQ(desk().notes().replyField().field()->toPlainText(), "I will");
    press(Qt::Key_Return);
    const auto replies = *m_catalog->reviews().replies(m_session.id);
    ASSERT_EQ(replies.size(), 1u);
    EXPECT_EQ(replies[0].text, "I will");
    makePage();
    open();
    EXPECT_FALSE(desk().notes().replyField().holdsText());
}

} // namespace
} // namespace mockingbird::review
