// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/timeline_accessible.h"

#include "tests/review/timeline/timeline_fixture.h"

#include <QAccessible>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using test::seconds;

class TimelineAccessibleTest : public ::testing::Test {
protected:
    TimelineAccessibleTest() {
        m_view.resize(800, m_view.sizeHint().height());
        m_view.setContent(test::minute());
        m_view.show();
    }
    [[nodiscard]] QAccessibleInterface& timeline() { return *QAccessible::queryAccessibleInterface(&m_view); }
    QStringList names() {
        QStringList all;
        for (int i = 0; i < timeline().childCount(); ++i)
            all << timeline().child(i)->text(QAccessible::Name);
        return all;
    }

    TimelineView m_view;
};

TEST_F(TimelineAccessibleTest, IsASliderThatTellsWherePlaybackIs) {
    m_view.setPlayhead(seconds(23.4));
    EXPECT_EQ(timeline().role(), QAccessible::Slider);
    EXPECT_EQ(timeline().text(QAccessible::Name), "Timeline");
    EXPECT_EQ(timeline().text(QAccessible::Value), "0:23 of 1:00, question 2");
    EXPECT_TRUE(timeline().text(QAccessible::Description).contains("0:23 of 1:00, question 2"));
    QAccessibleValueInterface* value = timeline().valueInterface();
    ASSERT_NE(value, nullptr);
    EXPECT_DOUBLE_EQ(value->currentValue().toDouble(), 23.4);
    EXPECT_DOUBLE_EQ(value->maximumValue().toDouble(), 60);
    QSignalSpy seeks(&m_view, &TimelineView::seekRequested);
    value->setCurrentValue(12.5);
    ASSERT_EQ(seeks.count(), 1);
    EXPECT_EQ(seeks.at(0).at(0).value<MediaTime>(), seconds(12.5));
    m_view.setPlayhead(seconds(38.5)); // between two questions
    EXPECT_EQ(timeline().text(QAccessible::Value), "0:38 of 1:00");
}

TEST_F(TimelineAccessibleTest, HoldsQuestionsNotesAndBookmarksInTheOrderOfTime) {
    EXPECT_EQ(
        names().first(7),
        (QStringList{"Question 1, 0:02.0 – 0:18.0: Why do you want to work at a library?",
                     "0:10.0, Structure, Tomás Rivera: Calm & clear",
                     "Question 2, 0:18.0 – 0:38.0: Tell us of a time you helped somebody who was upset.",
                     "0:20.0 – 0:24.0, Structure, Tomás Rivera: The task", "Bookmark 0:33.0: Pause",
                     "Question 3, 0:39.0 – 0:59.0: You are alone at the desk.",
                     "0:40.0, Structure, Tomás Rivera, private: For myself"}));
    for (int i = 0; i < timeline().childCount(); ++i) {
        QAccessibleInterface* child = timeline().child(i);
        ASSERT_NE(child, nullptr);
        EXPECT_EQ(timeline().indexOfChild(child), i);
        EXPECT_EQ(child->parent(), &timeline());
        EXPECT_FALSE(child->rect().isEmpty());
    }
}

TEST_F(TimelineAccessibleTest, AnItemIsPressedAsByAClick) {
    QSignalSpy activated(&m_view, &TimelineView::noteActivated);
    QSignalSpy seeks(&m_view, &TimelineView::seekRequested);
    QAccessibleInterface* note = timeline().child(1);
    ASSERT_NE(note->actionInterface(), nullptr);
    note->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    ASSERT_EQ(activated.count(), 1);
    EXPECT_EQ(activated.at(0).at(0).value<catalog::NoteId>(), m_view.content().notes[1].id);
    timeline().child(2)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    ASSERT_EQ(seeks.count(), 1);
    EXPECT_EQ(seeks.at(0).at(0).value<MediaTime>(), seconds(18));
    EXPECT_FALSE(note->state().selected);
    m_view.setSelectedNote(m_view.content().notes[1].id);
    EXPECT_TRUE(note->state().selected);
}

TEST_F(TimelineAccessibleTest, NothingIsLeftOfWhatIsNoLongerShown) {
    const QAccessible::Id old = QAccessible::uniqueId(timeline().child(1));
    auto content = test::minute();
    content.notes.resize(1);
    m_view.setContent(content);
    EXPECT_EQ(names().filter("Tomás").size(), 1);
    EXPECT_EQ(QAccessible::accessibleInterface(old), nullptr);
}

TEST_F(TimelineAccessibleTest, ManyNotesComeAndGo) {
    for (int round = 0; round < 3; ++round) {
        m_view.setContent(test::crowded(5000));
        EXPECT_EQ(names().filter("Structure").size(), 5000);
    }
}

} // namespace
} // namespace mockingbird::review
