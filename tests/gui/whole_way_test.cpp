// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/compare_page.h"
#include "review/compare_page/comparison_model.h"
#include "review/compare_page/comparison_view.h"
#include "review/compare_page/progress_panel.h"
#include "review/notes/note_entry.h"
#include "review/player_view/player_view.h"
#include "review/review_page/recording_panel.h"
#include "review/review_page/review_desk.h"
#include "review/review_page/review_page.h"
#include "review/review_page/review_settings.h"
#include "review/rubric/criterion_card.h"
#include "review/rubric/level_card.h"
#include "review/rubric/rubric_panel.h"
#include "tests/gui/window_test.h"

#include <QAbstractItemModel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

namespace mockingbird::test {

namespace {

using studio::PageKind;

void type(const QString& text) {
    for (const QChar c : text)
        QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
}

} // namespace

// Record, stop, review it by the keyboard, and see the scores of two attempts side by side.
TEST_F(WindowTest, ARecordingIsReviewedByTheKeyboardAndComparedWithAnEarlierOne) {
    review::ReviewSettings{std::chrono::milliseconds(0), std::chrono::milliseconds(0)}.save();
    open();
    for (const Qt::Key level : {Qt::Key_2, Qt::Key_4}) {
        m_window->showPage(PageKind::Record);
        ASSERT_TRUE(recordFor(1.5));
        control<QPushButton>(recordPage(), "reviewNow")->click();
        ASSERT_EQ(m_window->currentPage(), PageKind::Review);
        auto* page = dynamic_cast<review::ReviewPage*>(m_window->page(PageKind::Review));
        review::ReviewDesk& desk = page->desk();
        ASSERT_TRUE(
            waitFor([&] { return !desk.recording().seeking() && QApplication::focusWidget() != nullptr; }));

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        ASSERT_TRUE(
            waitFor([&] { return desk.recording().player().shownTime() > MediaTime::fromSeconds(0.2); }));
        type("A calm start");
        EXPECT_FALSE(desk.recording().player().playing());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);

        desk.tabs().setCurrentIndex(1);
        review::LevelCard* first = desk.rubric().cards().front()->levels().front();
        first->setFocus();
        QTest::keyClick(QApplication::focusWidget(), level);
    }

    for (const catalog::Session& session : catalog().sessions().all().valueOr({})) {
        const auto notes = catalog().reviews().notes(session.id).valueOr({});
        ASSERT_EQ(notes.size(), 1u);
        EXPECT_EQ(notes[0].text, "A calm start");
        EXPECT_GT(notes[0].at, MediaTime::fromSeconds(0.1));
    }
    m_window->showPage(PageKind::Compare);
    auto* compare = dynamic_cast<review::ComparePage*>(m_window->page(PageKind::Compare));
    compare->progress().showPart(review::ProgressPanel::Part::EveryScore);
    const QAbstractItemModel* table = compare->progress().comparison().table()->model();
    ASSERT_EQ(table->columnCount(), 3); // two attempts and the change
    EXPECT_EQ(table->index(0, 0).data().toString(), "2");
    EXPECT_EQ(table->index(0, 1).data().toString(), "4");
    EXPECT_EQ(table->index(0, 1).data(review::ComparisonModel::ChangeRole).toString(), "▲ +2");
}

} // namespace mockingbird::test
