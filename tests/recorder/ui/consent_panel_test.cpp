// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/consent_panel.h"

#include <QCheckBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

Participant someone(const char* name, const char* role = "asks") {
    return {catalog::PersonId::make(), QString::fromLatin1(name), QString::fromLatin1(role)};
}

QCheckBox* boxOf(const ConsentPanel& panel, const Participant& one) {
    return panel.findChild<QCheckBox*>(
        QStringLiteral("agrees %1").arg(QString::fromStdString(one.person.toString())));
}

} // namespace

TEST(ConsentPanel, IsCompleteOnceEverybodyAgreesAndSaysWhoAndWhen) {
    ConsentPanel panel;
    EXPECT_FALSE(panel.complete()); // nobody
    const Participant maya = someone("Maya", "interviewed");
    const Participant ruth = someone("Ruth");
    panel.setParticipants({maya, ruth});
    EXPECT_FALSE(panel.complete());
    const WallTime before = WallTime::now();
    boxOf(panel, ruth)->click();
    EXPECT_FALSE(panel.complete());
    EXPECT_EQ(panel.waitingFor(), QStringList{QStringLiteral("Maya")});
    boxOf(panel, maya)->click();
    EXPECT_TRUE(panel.complete());
    const auto given = panel.agreements();
    ASSERT_EQ(given.size(), 2u);
    EXPECT_EQ(given[0].person, maya.person);
    EXPECT_EQ(given[1].person, ruth.person);
    EXPECT_GE(given[1].at, before);
    EXPECT_LE(given[1].at, given[0].at);
    boxOf(panel, maya)->click(); // thought better of it
    EXPECT_FALSE(panel.complete());
}

TEST(ConsentPanel, IsAgreedToByKeysAlone) {
    ConsentPanel panel;
    const Participant maya = someone("Maya");
    panel.setParticipants({maya});
    QSignalSpy agreed(&panel, &ConsentPanel::agreed);
    QTest::keyClick(boxOf(panel, maya), Qt::Key_Space);
    EXPECT_TRUE(panel.complete());
    EXPECT_EQ(agreed.size(), 1);
}

TEST(ConsentPanel, KeepsTheTicksOfThoseWhoStayAndNoneForAnotherInterview) {
    ConsentPanel panel;
    const Participant maya = someone("Maya");
    const Participant ruth = someone("Ruth");
    const Participant omar = someone("Omar");
    panel.setParticipants({maya, ruth});
    boxOf(panel, maya)->click();
    boxOf(panel, ruth)->click();
    const auto given = panel.agreements();

    panel.setParticipants({maya, omar, ruth});
    EXPECT_EQ(panel.agreements(), given); // the times too
    EXPECT_EQ(panel.waitingFor(), QStringList{QStringLiteral("Omar")});
    panel.setParticipants({maya, omar});
    panel.setParticipants({maya, ruth});
    EXPECT_EQ(panel.waitingFor(), QStringList{QStringLiteral("Ruth")}); // was away in between

    panel.setParticipants({omar, maya});
    EXPECT_TRUE(panel.agreements().empty());
}

TEST(ConsentPanel, AsksOfNobodyTwiceAndTakesLateJoiners) {
    ConsentPanel panel;
    const Participant maya = someone("Maya");
    const Participant late = someone("Lena");
    panel.setParticipants({maya});
    boxOf(panel, maya)->click();
    panel.setRecording(true);
    EXPECT_FALSE(boxOf(panel, maya)->isEnabled()); // filed, and the recording runs
    panel.addParticipant(late);
    panel.addParticipant(late);
    EXPECT_EQ(panel.participants().size(), 2u);
    EXPECT_FALSE(panel.complete());
    EXPECT_TRUE(boxOf(panel, maya)->isChecked());
    boxOf(panel, late)->click();
    EXPECT_TRUE(panel.complete());
    panel.clearAgreements();
    panel.setRecording(false);
    EXPECT_TRUE(panel.agreements().empty());
    EXPECT_TRUE(boxOf(panel, maya)->isEnabled());
}

TEST(ConsentPanel, ShowsTheVeryTextThatIsFiled) {
    const ConsentPanel panel;
    QStringList shown; // of nobody yet
    for (const QLabel* label : panel.findChildren<QLabel*>())
        shown << label->text();
    EXPECT_EQ(shown.join(QStringLiteral("\n\n")), ConsentPanel::consentText());
    EXPECT_GT(shown.size(), 2);
}

TEST(ConsentPanel, TakesANameForANameAndNoShortcut) {
    ConsentPanel panel;
    const Participant both = someone("Marks & Co");
    panel.setParticipants({both, someone("Ruth")});
    EXPECT_EQ(boxOf(panel, both)->text(), QStringLiteral("Marks && Co agrees"));
}

} // namespace mockingbird::recorder
