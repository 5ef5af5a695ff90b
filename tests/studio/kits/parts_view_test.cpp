// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/parts_view.h"

#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::studio::test {

namespace {

const QString kA = QStringLiteral("a");
const QString kB = QStringLiteral("b");
const QString kC = QStringLiteral("c");

std::vector<PartsView::Part> parts(const QStringList& ids) {
    std::vector<PartsView::Part> all;
    for (const QString& id : ids)
        all.push_back({id, QStringLiteral("part ") + id, {}});
    return all;
}

} // namespace

TEST(PartsView, TheChosenOneStaysChosenWhereverItGoes) {
    PartsView view(QStringLiteral("Parts"));
    view.setParts(parts({kA, kB, kC}));
    view.choose(kB);
    QSignalSpy chosen(&view, &PartsView::chosen);
    view.setParts(parts({kC, kA, kB}));
    EXPECT_EQ(view.currentId(), kB);
    EXPECT_EQ(view.currentRow(), 2);
    EXPECT_EQ(chosen.size(), 0);
    view.setParts(parts({kC, kA}));
    EXPECT_EQ(view.currentId(), kA) << "the one in its place";
    EXPECT_EQ(chosen.size(), 1);
    view.setParts({});
    EXPECT_TRUE(view.currentId().isEmpty());
}

TEST(PartsView, NumbersItsRowsAndMarksThoseWithSomethingWrong) {
    PartsView view(QStringLiteral("Parts"));
    view.setParts(
        {{kA, QStringLiteral("Calm"), {}}, {kB, QStringLiteral("Care"), QStringLiteral("No name")}});
    EXPECT_EQ(view.item(0)->text(), QStringLiteral("1. Calm"));
    EXPECT_EQ(view.item(1)->text(), QStringLiteral("! 2. Care"));
    EXPECT_EQ(view.item(1)->toolTip(), QStringLiteral("No name"));
}

TEST(PartsView, KeysOpenCopyAndRemoveTheChosenOne) {
    PartsView view(QStringLiteral("Parts"));
    QSignalSpy open(&view, &PartsView::openRequested);
    QSignalSpy copy(&view, &PartsView::duplicateRequested);
    QSignalSpy remove(&view, &PartsView::removeRequested);
    QTest::keyClick(&view, Qt::Key_Delete);
    EXPECT_EQ(remove.size(), 0) << "there is none";
    view.setParts(parts({kA, kB}));
    QTest::keyClick(&view, Qt::Key_Return);
    QTest::keyClick(&view, Qt::Key_D, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_Delete);
    EXPECT_EQ(open.size(), 1);
    EXPECT_EQ(copy.size(), 1);
    EXPECT_EQ(remove.size(), 1);
}

} // namespace mockingbird::studio::test
