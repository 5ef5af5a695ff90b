// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/adding_edit.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::studio::test {

TEST(AddingEdit, GivesWhatWasTypedAtEnterAndIsEmptyForTheNext) {
    AddingEdit field(QStringLiteral("Add"), {});
    QSignalSpy entered(&field, &AddingEdit::linesEntered);
    QSignalSpy finished(&field, &AddingEdit::finished);
    QTest::keyClicks(&field, QStringLiteral("Why us?"));
    QTest::keyClick(&field, Qt::Key_Return);
    ASSERT_EQ(entered.size(), 1);
    EXPECT_EQ(entered[0][0].toStringList(), QStringList{QStringLiteral("Why us?")});
    EXPECT_TRUE(field.text().isEmpty());
    QTest::keyClick(&field, Qt::Key_Return);
    EXPECT_EQ(entered.size(), 1) << "nothing was typed";
    EXPECT_EQ(finished.size(), 1);
}

TEST(AddingEdit, SeveralLinesThatArePastedAreSeveral) {
    AddingEdit field(QStringLiteral("Add"), {});
    QSignalSpy entered(&field, &AddingEdit::linesEntered);
    QApplication::clipboard()->setText(QStringLiteral("1. Why us?\n2. A hard day?\n\n3. And then?"));
    field.paste();
    ASSERT_EQ(entered.size(), 1);
    EXPECT_EQ(
        entered[0][0].toStringList(),
        (QStringList{QStringLiteral("Why us?"), QStringLiteral("A hard day?"), QStringLiteral("And then?")}));
    EXPECT_TRUE(field.text().isEmpty());
}

} // namespace mockingbird::studio::test
