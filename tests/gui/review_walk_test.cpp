// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "common/catalog/consensus_store.h"
#include "review/consensus/consensus_panel.h"
#include "review/consensus/level_picker.h"
#include "review/consensus/unit_card.h"
#include "review/notes/note_entry.h"
#include "review/notes/notes_panel.h"
#include "review/player_view/player_view.h"
#include "review/review_page/recording_panel.h"
#include "review/review_page/review_desk.h"
#include "review/review_page/review_page.h"
#include "review/review_page/review_queue.h"
#include "review/review_page/seal_panel.h"
#include "review/review_page/summary_panel.h"
#include "review/rubric/criterion_card.h"
#include "review/rubric/evidence_prompt.h"
#include "review/rubric/level_card.h"
#include "review/rubric/rubric_panel.h"
#include "review/timeline/timeline_view.h"
#include "tests/gui/window_test.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <algorithm>

namespace mockingbird::test {

namespace {

using studio::PageKind;

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void type(const QString& text) {
    for (const QChar c : text)
        QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
}

/// With the Tab key alone; whether it got there.
bool tabTo(const QWidget* wanted) {
    constexpr int kMostStops = 150;
    for (int i = 0; i < kMostStops; ++i) {
        if (QApplication::focusWidget() == wanted)
            return true;
        press(Qt::Key_Tab);
    }
    return false;
}

} // namespace

/// The sample's second attempt as its second mentor reviews it, with no mouse.
class ReviewWalk : public WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        open();
        control<QPushButton>(m_window->page(PageKind::Home), "openSample")->click();
        ASSERT_TRUE(waitFor([&] { return m_app->place() == studio::App::Place::Sample; }));
        m_aisha = catalog().people().find("Aisha").value();
        m_app->setActor(m_aisha.id);
        m_window->showPage(PageKind::Review);
    }

    review::ReviewPage& page() {
        return *dynamic_cast<review::ReviewPage*>(m_window->page(PageKind::Review));
    }
    review::ReviewDesk& desk() { return page().desk(); }
    void openFirst() {
        page().queue().list()->setFocus();
        press(Qt::Key_Return);
        ASSERT_TRUE(page().sessionOpen());
        ASSERT_TRUE(waitFor(
            [&] { return !desk().recording().seeking() && desk().recording().timeline().hasFocus(); }));
        m_session = desk().model().now().session.id;
    }
    std::vector<catalog::Note> ownNotes() {
        auto notes = catalog().reviews().notes(m_session).valueOr({});
        std::erase_if(notes, [&](const catalog::Note& note) { return note.author != m_aisha.id; });
        return notes;
    }
    void scoreByKeys(std::size_t criterion, Qt::Key level) {
        review::CriterionCard* card = desk().rubric().cards().at(criterion);
        if (card->folded()) {
            ASSERT_TRUE(tabTo(card->header()));
            press(Qt::Key_Space);
        }
        // A group of levels has one stop: the one that is chosen, or the first.
        const auto isLevel = [&] {
            const auto& levels = card->levels();
            return std::ranges::find(levels, QApplication::focusWidget()) != levels.end();
        };
        for (int i = 0; i < 100 && !isLevel(); ++i)
            press(Qt::Key_Tab);
        ASSERT_TRUE(isLevel());
        press(level);
    }

    catalog::Person m_aisha;
    catalog::SessionId m_session;
};

TEST_F(ReviewWalk, AReviewFromTheQueueToTheSealAndTheAgreement) {
    openFirst();
    // Tomás has sealed his; what he wrote leads nobody who still rates.
    EXPECT_EQ(desk().notes().model().rows().size(), ownNotes().size());
    EXPECT_FALSE(desk().summary().aboutText().isEmpty()) << "what Maya took along last time";

    type(">>");
    ASSERT_TRUE(waitFor([&] { return desk().recording().timeline().hasWaveform(); }));
    press(Qt::Key_S, Qt::AltModifier);
    press(Qt::Key_Space);
    ASSERT_TRUE(waitFor([&] { return desk().recording().player().shownTime() > MediaTime::fromSeconds(1); }));
    EXPECT_EQ(desk().recording().player().player()->speed(), 1.5);

    // Eight notes: six in words, one of them over a range and one private; and a pass of S, T, A, R.
    const std::size_t before = ownNotes().size();
    for (const char* words : {"A calm start", "The place and the time", "Your own step"}) {
        press(Qt::Key_Right);
        ASSERT_TRUE(waitFor([&] { return !desk().recording().seeking(); }));
        type(QString::fromLatin1(words));
        press(Qt::Key_Return);
    }
    press(Qt::Key_Space); // pause
    type("[");
    press(Qt::Key_Right);
    ASSERT_TRUE(waitFor([&] { return !desk().recording().seeking(); }));
    type("]");
    type("The whole middle part");
    press(Qt::Key_Return);
    type("For myself: ask about the gap");
    press(Qt::Key_P, Qt::AltModifier);
    press(Qt::Key_Return);
    press(Qt::Key_T, Qt::ControlModifier);
    type("star");
    press(Qt::Key_T, Qt::ControlModifier);
    const auto notes = ownNotes();
    ASSERT_EQ(notes.size(), before + 9);
    EXPECT_EQ(std::ranges::count_if(notes, [](const catalog::Note& note) { return note.text.empty(); }), 4);
    EXPECT_EQ(std::ranges::count(notes, catalog::NoteAudience::Private, &catalog::Note::audience), 1);

    // A top level without evidence asks for its moment; far from Tomás's levels, so that there is something
    // to agree on.
    press(Qt::Key_2, Qt::AltModifier);
    review::CriterionCard* first = desk().rubric().cards().at(3);
    ASSERT_FALSE(first->folded()) << "the first that lacks a level";
    press(Qt::Key_5);
    ASSERT_TRUE(first->prompt()->isVisible());
    press(Qt::Key_E, Qt::AltModifier);
    EXPECT_TRUE(waitFor([&] { return !first->prompt()->isVisible(); }));
    scoreByKeys(1, Qt::Key_2);

    press(Qt::Key_3, Qt::AltModifier);
    ASSERT_TRUE(desk().summary().summaryField()->hasFocus());
    type("Calm, clear, and nearer to the result than last time.");
    for (QLineEdit* field : desk().summary().commitmentFields()) {
        ASSERT_TRUE(tabTo(field));
        type("Name what came of it");
    }
    ASSERT_TRUE(tabTo(desk().summary().sealButton()));
    press(Qt::Key_Space);
    ASSERT_TRUE(desk().summary().atSealStep());
    ASSERT_TRUE(tabTo(desk().summary().sealPanel().sealButton()));
    press(Qt::Key_Space);
    const auto sealed = catalog().reviews().ofActor(m_session).value();
    ASSERT_TRUE(sealed);
    EXPECT_NE(sealed->state, catalog::ReviewState::Draft);
    EXPECT_EQ(catalog().reviews().commitments(sealed->id)->size(), 3u);

    // The mentee's copy of the report has what is shared, and not what is private.
    m_dialogs.report = {QString::fromStdString((m_folder / "report.html").string()), false};
    ASSERT_TRUE(tabTo(desk().summary().reportButton()));
    press(Qt::Key_Space);
    ASSERT_TRUE(waitFor([&] { return std::filesystem::exists(m_folder / "report.html"); }));
    const std::string report = readWholeFile(m_folder / "report.html").value();
    EXPECT_NE(report.find("The whole middle part"), std::string::npos);
    EXPECT_EQ(report.find("ask about the gap"), std::string::npos);

    // Both have sealed: what differs is agreed on, and the first levels stay beside it.
    press(Qt::Key_4, Qt::AltModifier);
    ASSERT_TRUE(desk().tabs().isTabVisible(3));
    ASSERT_FALSE(desk().consensus().differing().empty());
    EXPECT_TRUE(desk().consensus().differing().front()->picker()->buttons().front()->hasFocus());
    const auto criterion = desk().model().now().kit.rubric.criteria.at(1).id;
    const auto& cards = desk().consensus().differing();
    const auto card = std::ranges::find(cards, criterion,
                                        [](const review::UnitCard* one) { return one->unit().criterion; });
    ASSERT_NE(card, cards.end());
    review::UnitCard* unit = *card;
    ASSERT_TRUE(tabTo(unit->picker()->buttons().front()));
    press(Qt::Key_3);
    ASSERT_TRUE(tabTo(unit->reasonField()));
    type("The listening is there, once");
    press(Qt::Key_Return);
    const auto agreed = catalog().consensus().ofSession(m_session).value();
    ASSERT_EQ(agreed.size(), 1u);
    EXPECT_EQ(agreed.front().level, 3);
    EXPECT_EQ(agreed.front().reason, "The listening is there, once");
    const auto scores = catalog().reviews().scores(m_session).valueOr({});
    EXPECT_GE(std::ranges::count(scores, criterion, &catalog::Score::criterion), 2);

    // Opened anew, all is as it was.
    const auto shown = desk().notes().model().rows().size();
    page().showQueue();
    page().openSession(m_session);
    EXPECT_EQ(desk().notes().model().rows().size(), shown);
    EXPECT_FALSE(desk().model().editable());
}

} // namespace mockingbird::test
