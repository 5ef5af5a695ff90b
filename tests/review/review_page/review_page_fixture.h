// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/calibration_store.h"
#include "common/catalog/consensus_store.h"
#include "common/catalog/event.h"
#include "common/ui/banner.h"
#include "common/ui/theme.h"
#include "review/consensus/consensus_panel.h"
#include "review/drawing/drawing_bar.h"
#include "review/notes/discard_panel.h"
#include "review/notes/note_action_panel.h"
#include "review/notes/note_entry.h"
#include "review/notes/notes_panel.h"
#include "review/notes/reply_panel.h"
#include "review/player_view/player_view.h"
#include "review/review_page/desk_panes.h"
#include "review/review_page/recording_panel.h"
#include "review/review_page/review_page.h"
#include "review/review_page/review_queue.h"
#include "review/review_page/review_settings.h"
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
using catalog::ReviewState;

inline constexpr int kDeadlineMs = 10'000;

inline MediaTime ms(std::int64_t milliseconds) {
    return MediaTime(std::chrono::milliseconds(milliseconds));
}

/// The review page, shown, over a catalog of its own with one recorded session.
class ReviewPageFixture : public testing::Test {
protected:
    void SetUp() override {
        ReviewSettings{std::chrono::milliseconds(0), std::chrono::milliseconds(0)}.save();
        m_session = m_catalog.addRecordedSession(3);
        makePage();
    }

    void makePage() {
        m_page = std::make_unique<ReviewPage>(*m_catalog);
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
};

} // namespace mockingbird::review
