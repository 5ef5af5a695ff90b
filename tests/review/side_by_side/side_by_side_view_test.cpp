// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/side_by_side/side_by_side_view.h"

#include "common/ui/banner.h"
#include "review/playback/players_in_step.h"
#include "review/player_view/toggle_button.h"
#include "review/side_by_side/answer_column.h"
#include "review/side_by_side/answer_list.h"
#include "review/side_by_side/attempt_choice.h"
#include "review/side_by_side/step_bar.h"
#include "review/side_by_side/step_picture.h"
#include "tests/gui/wait_for.h"
#include "tests/review/review_page/reviewed_catalog.h"
#include "tests/support/coded_media.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

#include <filesystem>

namespace mockingbird::review {
namespace {

MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

/// Three questions each, answered from 0, 3 and 6 s on, at 25 frames a second.
class SideBySideTest : public testing::Test {
protected:
    void TearDown() override { QSettings().clear(); }

    void makeView() {
        m_view = std::make_unique<SideBySideView>(*m_catalog);
        m_view->resize(1080, 640);
        m_view->show();
        m_view->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setFocus();
    }
    void showTwo() {
        m_first = m_catalog.addRecordedSession(40);
        m_second = m_catalog.addRecordedSession(5);
        makeView();
        m_view->chooseQuestion(m_catalog.kit.questions[1].id);
        arrive();
    }
    void arrive() {
        ASSERT_TRUE(m_view->players() != nullptr);
        ASSERT_TRUE(test::waitFor([&] { return !m_view->players()->seeking() && !timerIsBusy(); }));
    }
    /// The pictures are taken a tick after they are there.
    bool timerIsBusy() {
        for (const AnswerColumn* column : m_view->columns())
            if (!column->picture()->picture() && column->failureText().isEmpty())
                return true;
        return m_ticks++ % 8 != 0;
    }
    int shown(std::size_t place) {
        const auto& picture = m_view->columns().at(place)->picture()->picture();
        return picture ? test::numberIn(*picture).value_or(-2) : -1;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(m_view.get(), key, modifiers);
    }

    test::ReviewedCatalog m_catalog;
    catalog::Session m_first, m_second;
    std::unique_ptr<SideBySideView> m_view;
    int m_ticks = 1;
};

TEST_F(SideBySideTest, SaysWhatIsMissingWhereThereAreNoTwoAttempts) {
    makeView();
    EXPECT_TRUE(m_view->emptyText().contains("Nothing to compare yet"));
    m_catalog.addRecordedSession(4);
    m_view->refresh();
    EXPECT_TRUE(m_view->emptyText().contains("no second recorded attempt of Maya Lind"));
    EXPECT_EQ(m_view->players(), nullptr);
}

TEST_F(SideBySideTest, ShowsTheStartOfTheAnswerInTheFirstAndTheLastAttempt) {
    m_catalog.addRecordedSession(20);
    showTwo();
    ASSERT_EQ(m_view->columns().size(), 2U);
    EXPECT_EQ(m_view->columns()[0]->attempt().session.id, m_first.id);
    EXPECT_EQ(m_view->columns()[1]->attempt().session.id, m_second.id);
    EXPECT_EQ(shown(0), 75);
    EXPECT_EQ(shown(1), 75);
    EXPECT_EQ(m_view->columns()[0]->alignmentText(), "Answer begins at 0:03.0");
    EXPECT_EQ(m_view->stepBar()->positionText(), "0:00 / 0:03");
}

TEST_F(SideBySideTest, OneControlPlaysStepsAndJumps) {
    showTwo();
    press(Qt::Key_Period);
    arrive();
    EXPECT_EQ(shown(0), 76);
    EXPECT_EQ(shown(1), 76);
    press(Qt::Key_Comma);
    arrive();
    EXPECT_EQ(shown(1), 75);
    press(Qt::Key_Right, Qt::ShiftModifier);
    arrive();
    EXPECT_EQ(shown(0), 100);
    press(Qt::Key_Space);
    EXPECT_TRUE(m_view->players()->playing());
    ASSERT_TRUE(test::waitFor([&] { return shown(0) > 105 && shown(1) > 105; }));
    press(Qt::Key_Space);
    EXPECT_FALSE(m_view->players()->playing());
    m_view->stepBar()->slider()->setValue(200);
    arrive();
    EXPECT_EQ(shown(0), 125);
    EXPECT_EQ(shown(1), 125);
}

TEST_F(SideBySideTest, StopsAtTheEndOfTheLongestAnswer) {
    showTwo();
    m_view->stepBar()->slider()->setValue(280);
    arrive();
    m_view->play();
    ASSERT_TRUE(test::waitFor([&] { return !m_view->players()->playing(); }));
    EXPECT_EQ(m_view->players()->position(), ms(3000));
}

TEST_F(SideBySideTest, EitherIsHeard) {
    showTwo();
    EXPECT_TRUE(m_view->columns()[0]->hearButton()->isChecked());
    press(Qt::Key_2);
    EXPECT_EQ(m_view->players()->heard(), 1U);
    EXPECT_FALSE(m_view->columns()[0]->hearButton()->isChecked());
    EXPECT_TRUE(m_view->columns()[1]->hearButton()->isChecked());
    m_view->columns()[0]->hearButton()->click();
    EXPECT_EQ(m_view->players()->heard(), 0U);
}

TEST_F(SideBySideTest, TheOneThatIsHeardIsMovedAndStaysSo) {
    showTwo();
    press(Qt::Key_2);
    press(Qt::Key_Right, Qt::AltModifier);
    arrive();
    EXPECT_EQ(shown(0), 75);
    EXPECT_EQ(shown(1), 76);
    press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    arrive();
    EXPECT_EQ(m_view->players()->start(1), ms(3140));
    ASSERT_TRUE(test::waitFor([&] { return m_view->columns()[1]->alignmentText() == "Moved on by 0.14 s"; }))
        << m_view->columns()[1]->alignmentText().toStdString();
    makeView(); // another time
    m_view->chooseQuestion(m_catalog.kit.questions[1].id);
    arrive();
    EXPECT_EQ(m_view->players()->start(1), ms(3140));
    EXPECT_EQ(m_view->players()->start(0), ms(3000));
}

TEST_F(SideBySideTest, ShowsLevelsAndNotesUnderEachAndWhatChangedAboveThem) {
    m_first = m_catalog.addRecordedSession(40);
    m_second = m_catalog.addRecordedSession(5);
    m_catalog.score(m_catalog.ann, m_first, {2, 2, 3});
    m_catalog.score(m_catalog.ann, m_second, {4, 2, 2});
    m_catalog.addNote(m_catalog.ann, m_second, ms(4000), "Began with the end");
    makeView();
    m_view->chooseQuestion(m_catalog.kit.questions[1].id);
    arrive();
    EXPECT_EQ(m_view->differences(), "The whole interview: Structure 2 → 4 (▲ +2) · "
                                     "Own part and result 3 → 2 (▼ −1) · Service 2 → 2 (= 0).");
    AnswerList* list = m_view->columns()[1]->list();
    ASSERT_EQ(list->count(), 6);
    EXPECT_EQ(list->item(1)->text(), "Structure: 4 (Ann Okafor 4 (draft))");
    EXPECT_TRUE(list->item(5)->text().contains("Began with the end"));
    list->setCurrentRow(5);
    QTest::keyClick(list, Qt::Key_Return);
    arrive();
    EXPECT_EQ(shown(0), 100);
    EXPECT_EQ(shown(1), 100);
    // Keys that play go past the list.
    QTest::keyClick(list, Qt::Key_Period);
    arrive();
    EXPECT_EQ(shown(1), 101);
}

TEST_F(SideBySideTest, ALevelLeadsToTheMomentThatShowsIt) {
    m_first = m_catalog.addRecordedSession(40);
    m_second = m_catalog.addRecordedSession(5);
    m_catalog.score(m_catalog.ann, m_second, {4, 2, 2});
    const auto recording = m_catalog->recordings().ofSession(m_second.id)->front().id;
    const auto scores = *m_catalog->reviews().scores(m_second.id);
    for (const catalog::Score& given : scores)
        if (given.criterion == m_catalog.kit.rubric.criteria[0].id) {
            ASSERT_TRUE(m_catalog->reviews().addEvidence(given.id, {std::nullopt, recording, ms(4000)}).ok());
        }
    makeView();
    m_view->chooseQuestion(m_catalog.kit.questions[1].id);
    arrive();
    AnswerList* list = m_view->columns()[1]->list();
    EXPECT_TRUE(list->item(1)->text().startsWith("Structure: 4 (Ann Okafor 4 (draft)), shown at 0:04"));
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Return);
    arrive();
    EXPECT_EQ(shown(1), 100);
}

TEST_F(SideBySideTest, SaysOfAChangeWhetherRatersDifferAsMuch) {
    m_first = m_catalog.addRecordedSession(40);
    m_second = m_catalog.addRecordedSession(5);
    const auto rated = [&](const catalog::Session& session, const std::vector<int>& byAnn,
                           const std::vector<int>& byBen) {
        m_catalog.score(m_catalog.ann, session, byAnn);
        m_catalog.score(m_catalog.ben, session, byBen);
        m_catalog.seal(m_catalog.ann, session);
        m_catalog.seal(m_catalog.ben, session);
    };
    rated(m_first, {1, 2, 3}, {1, 3, 3});
    rated(m_second, {5, 3, 3}, {5, 3, 3});
    makeView();
    m_view->chooseQuestion(m_catalog.kit.questions[1].id);
    arrive();
    EXPECT_EQ(m_view->differences().toStdString(),
              "The whole interview: Structure 1 → 5 (▲ +4, more than raters differ) · "
              "Service 2.5 → 3 (▲ +0.5, which may be nothing) · "
              "Own part and result 3 → 3 (= 0).");
}

TEST_F(SideBySideTest, AFileThatIsMissingIsToldAndTheOtherPlaysOn) {
    m_first = m_catalog.addRecordedSession(40);
    m_second = m_catalog.addRecordedSession(5);
    std::filesystem::remove(
        m_catalog->recordings().path(m_catalog->recordings().ofSession(m_first.id)->front()));
    makeView();
    arrive();
    EXPECT_FALSE(m_view->columns()[0]->failureText().isEmpty());
    EXPECT_TRUE(m_view->columns()[1]->failureText().isEmpty());
    EXPECT_EQ(m_view->players()->heard(), 1U);
    EXPECT_FALSE(m_view->columns()[0]->hearButton()->isEnabled());
    m_view->play();
    EXPECT_TRUE(test::waitFor([&] { return shown(1) > 5; }));
}

TEST_F(SideBySideTest, UpToFourAreChosen) {
    for (int day = 60; day > 10; day -= 10)
        m_catalog.addRecordedSession(day);
    m_catalog.addSession(3); // not recorded
    makeView();
    AttemptChoice* choice = m_view->attemptChoice();
    ASSERT_EQ(choice->boxes().size(), 6U);
    EXPECT_FALSE(choice->boxes()[5]->isEnabled());
    choice->boxes()[1]->click();
    choice->boxes()[2]->click();
    EXPECT_EQ(m_view->columns().size(), 4U);
    EXPECT_FALSE(choice->boxes()[3]->isEnabled());
    choice->boxes()[0]->click();
    EXPECT_EQ(m_view->columns().size(), 3U);
    EXPECT_TRUE(choice->boxes()[3]->isEnabled());
    arrive();
}

TEST_F(SideBySideTest, AnAttemptOpensInReviewAtItsMoment) {
    showTwo();
    m_view->stepBar()->slider()->setValue(100);
    arrive();
    catalog::SessionId opened;
    std::optional<MediaTime> at;
    QObject::connect(m_view.get(), &SideBySideView::openSession,
                     [&](catalog::SessionId session, std::optional<MediaTime> moment) {
                         opened = session;
                         at = moment;
                     });
    m_view->columns()[1]->openButton()->click();
    EXPECT_EQ(opened, m_second.id);
    EXPECT_EQ(at, ms(4000));
}

TEST_F(SideBySideTest, ARefreshLeavesWhatPlaysAlone) {
    showTwo();
    m_view->play();
    const PlayersInStep* players = m_view->players();
    m_catalog.addNote(m_catalog.ann, m_second, ms(4000), "New");
    m_view->refresh();
    EXPECT_EQ(m_view->players(), players);
    EXPECT_TRUE(m_view->players()->playing());
    EXPECT_TRUE(m_view->columns()[1]
                    ->list()
                    ->item(m_view->columns()[1]->list()->count() - 1)
                    ->text()
                    .contains("New"));
    m_view->left();
    EXPECT_EQ(m_view->players(), nullptr);
}

} // namespace
} // namespace mockingbird::review
