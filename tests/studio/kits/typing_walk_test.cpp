// SPDX-License-Identifier: GPL-3.0-or-later
// A kit from nothing to published by keyboard alone, every key counted.
#include "studio/kits/kits_panel.h"
#include "tests/studio/kits/kit_fixture.h"

#include <QApplication>
#include <QListView>
#include <QTest>
#include <iostream>

namespace mockingbird::studio::test {

namespace {

// Forty words a minute, which office work asks of beginners.
constexpr int kKeysAMinute = 200;
constexpr int kMinutes = 5;

class TypingWalk : public KitTest {
protected:
    void text(const char* words) {
        const QString all = QString::fromUtf8(words);
        QTest::keyClicks(QApplication::focusWidget(), all);
        m_keys += static_cast<int>(all.size());
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        ++m_keys;
    }
    void line(const char* words) {
        text(words);
        key(Qt::Key_Return);
    }

    int m_keys = 0;
};

} // namespace

TEST_F(TypingWalk, AKitIsMadeFromNothingInFiveMinutesOfTyping) {
    KitsPanel panel(*m_catalog);
    panel.resize(1040, 640);
    panel.show();
    panel.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&panel));
    panel.refresh();
    panel.findChild<QListView*>(QStringLiteral("kits"))->setFocus();

    key(Qt::Key_N, Qt::ControlModifier);
    text("Clerk, desk");
    key(Qt::Key_Tab);
    text("Library Clerk");
    key(Qt::Key_Tab);
    text("Grade 5");
    key(Qt::Key_Tab);
    key(Qt::Key_P); // the practice chat: three levels
    key(Qt::Key_PageDown, Qt::ControlModifier);
    line("Why would you like to work with us?");
    line("Tell us about a hard day at a desk. What did you do?");
    line("Someone is sure that a book came back. What do you say?");
    line("How do you keep small things right when it is busy?");
    line("What would you like to learn here?");
    key(Qt::Key_PageDown, Qt::ControlModifier);
    line("Service");
    line("Calm");
    line("Accuracy");
    key(Qt::Key_Return); // all are there: on to what each level looks like
    line("Quotes the rule and ends it there");
    line("Looks into it when asked to");
    line("Finds out, offers a step, says what comes next");
    line("Talks over people");
    line("Stays polite, loses the thread");
    line("Slows down, names what upsets, goes on");
    line("Says only that it matters");
    line("Names one check");
    line("Names the check, who is told, and what came of it");
    key(Qt::Key_Return, Qt::ControlModifier);

    const auto kit = m_catalog->kits().find("Clerk, desk");
    ASSERT_TRUE(kit.ok()) << kit.error().detail;
    EXPECT_EQ(kit->position, "Library Clerk");
    EXPECT_EQ(kit->classification, "Grade 5");
    EXPECT_EQ(kit->profile.name, "Practice chat");
    ASSERT_EQ(kit->questions.size(), 5u);
    EXPECT_EQ(kit->questions[1].text, "Tell us about a hard day at a desk. What did you do?");
    ASSERT_EQ(kit->rubric.criteria.size(), 3u);
    for (const catalog::Criterion& criterion : kit->rubric.criteria) {
        ASSERT_EQ(criterion.levels.size(), 3u) << criterion.name;
        for (const catalog::Level& level : criterion.levels)
            EXPECT_FALSE(level.label.empty() || level.anchor.empty()) << criterion.name;
    }
    EXPECT_EQ(kit->rubric.criteria[2].levels[0].anchor, "Says only that it matters");
    EXPECT_LE(m_keys, kKeysAMinute * kMinutes);
    RecordProperty("keys", m_keys);
    std::cout << m_keys << " keys, at " << kKeysAMinute << " a minute "
              << static_cast<double>(m_keys) / kKeysAMinute << " minutes\n";
}

} // namespace mockingbird::studio::test
