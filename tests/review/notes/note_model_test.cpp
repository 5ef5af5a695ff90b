// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_model.h"

#include "tests/review/notes/written_notes.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using Failing = QAbstractItemModelTester::FailureReportingMode;

class NoteModelTest : public testing::Test {
protected:
    QStringList texts() const {
        QStringList all;
        for (int i = 0; i < m_model.rowCount(); ++i)
            all << m_model.data(m_model.index(i), Qt::DisplayRole).toString();
        return all;
    }

    NoteModel m_model;
    QAbstractItemModelTester m_tester{&m_model, Failing::Fatal};
    QSignalSpy m_inserted{&m_model, &QAbstractItemModel::rowsInserted};
    QSignalSpy m_removed{&m_model, &QAbstractItemModel::rowsRemoved};
    QSignalSpy m_changed{&m_model, &QAbstractItemModel::dataChanged};
    QSignalSpy m_reset{&m_model, &QAbstractItemModel::modelReset};
    NoteRow m_first = test::noteRow(1, "first");
    NoteRow m_second = test::noteRow(2, "second");
    NoteRow m_third = test::noteRow(3, "third");
};

TEST_F(NoteModelTest, RepliesFollowTheirNote) {
    m_first.replies = {test::reply(m_first, "Maya", "one"), test::reply(m_first, "Tomás", "two")};
    m_model.setRows({m_first, m_second});
    EXPECT_EQ(texts(), (QStringList{"first", "one", "two", "second"}));
    EXPECT_EQ(m_model.rows().size(), 2u);
    EXPECT_EQ(m_model.shownNotes(), 2);
    EXPECT_FALSE(m_model.reply(m_model.index(0)));
    EXPECT_EQ(m_model.reply(m_model.index(2))->text, "two");
    EXPECT_EQ(m_model.row(m_model.index(2)).note.id, m_first.note.id);
    EXPECT_EQ(m_model.indexOf(m_first.replies[1].id).row(), 2);
    EXPECT_EQ(m_model.indexOf(m_second.note.id).row(), 3);
}

TEST_F(NoteModelTest, WhatComesAndGoesMovesAlone) {
    m_model.setRows({m_first, m_third});
    m_reset.clear();
    m_inserted.clear();
    const QPersistentModelIndex third = m_model.index(1);
    m_model.setRows({m_first, m_second, m_third});
    EXPECT_EQ(m_inserted.count(), 1);
    EXPECT_EQ(third.row(), 2);
    m_second.replies = {test::reply(m_second, "Maya", "yes")};
    m_model.setRows({m_first, m_second, m_third});
    EXPECT_EQ(third.row(), 3);
    EXPECT_EQ(m_changed.count(), 1); // the second says "1 reply" now
    m_model.setRows({m_first, m_third});
    EXPECT_EQ(m_removed.count(), 1);
    EXPECT_EQ(third.row(), 1);
    EXPECT_EQ(m_reset.count(), 0);
}

TEST_F(NoteModelTest, OnePutOrRemovedGoesToItsPlaceInTime) {
    m_model.setRows({m_first, m_third});
    m_model.putRow(m_second);
    EXPECT_EQ(texts(), (QStringList{"first", "second", "third"}));
    m_second.note.text = "rewritten";
    m_model.putRow(m_second);
    EXPECT_EQ(texts(), (QStringList{"first", "rewritten", "third"}));
    m_second.note.at = MediaTime::fromSeconds(9); // dragged behind
    m_model.putRow(m_second);
    EXPECT_EQ(texts(), (QStringList{"first", "third", "rewritten"}));
    m_model.removeRow(m_first.note.id);
    EXPECT_EQ(texts(), (QStringList{"third", "rewritten"}));
}

TEST_F(NoteModelTest, WhatWasMeasuredHoldsUntilTheLineChanges) {
    m_model.setRows({m_first, m_second});
    m_model.setHeight(m_model.index(0), 300, 40);
    m_model.setHeight(m_model.index(1), 300, 50);
    EXPECT_EQ(m_model.height(m_model.index(0), 300), 40);
    EXPECT_EQ(m_model.height(m_model.index(0), 310), -1);
    m_first.note.text = "much longer now";
    m_model.setRows({m_first, m_second, m_third});
    EXPECT_EQ(m_model.height(m_model.index(0), 300), -1);
    EXPECT_EQ(m_model.height(m_model.index(1), 300), 50);
    EXPECT_EQ(m_model.height(m_model.index(2), 300), -1);
    m_model.forgetHeights();
    EXPECT_EQ(m_model.height(m_model.index(1), 300), -1);
}

TEST_F(NoteModelTest, AFilterLeavesOutNotesWithTheirReplies) {
    m_first.replies = {test::reply(m_first, "Maya", "one")};
    m_model.setRows({m_first, m_second, m_third});
    NoteFilter filter;
    filter.text = "second";
    m_model.setFilter(filter);
    EXPECT_EQ(texts(), QStringList{"second"});
    EXPECT_EQ(m_model.shownNotes(), 1);
    EXPECT_EQ(m_model.rows().size(), 3u);
    EXPECT_FALSE(m_model.indexOf(m_first.note.id).isValid());
    m_model.setFilter({});
    EXPECT_EQ(m_model.rowCount(), 4);
}

TEST_F(NoteModelTest, HundredsThatComeAndGoAtOnceAreAnotherList) {
    std::vector<NoteRow> rows;
    for (int i = 0; i < 300; ++i)
        rows.push_back(test::noteRow(i, i % 2 ? "odd" : "even"));
    m_model.setRows(rows);
    NoteFilter filter;
    filter.text = "odd";
    m_model.setFilter(filter);
    EXPECT_EQ(m_model.rowCount(), 150);
    filter.text = "even";
    m_model.setFilter(filter);
    EXPECT_EQ(m_model.rowCount(), 150);
    EXPECT_GT(m_reset.count(), 0);
}

TEST_F(NoteModelTest, AScreenReaderHearsTimeCriterionAuthorAndWhatElseItIs) {
    m_first.note.at = MediaTime::fromSeconds(12.1);
    m_first.criterion = "Structure";
    m_first.note.audience = catalog::NoteAudience::Private;
    m_first.replies = {test::reply(m_first, "Maya", "one"), test::reply(m_first, "Maya", "two")};
    m_model.setRows({m_first, m_second});
    const auto spoken = [this](int row) {
        return m_model.data(m_model.index(row), Qt::AccessibleTextRole).toString();
    };
    EXPECT_EQ(spoken(0), "0:12.1, Structure, by Tomás Rivera, private, 2 replies: first");
    EXPECT_EQ(spoken(1), "Reply by Maya: one");
    m_second.questionNumber = 2;
    m_second.note.tags = {"task"};
    m_second.note.drawing = test::drawing();
    m_second.note.understood = true;
    m_model.setRows({m_second});
    EXPECT_EQ(spoken(0), "0:02.0, by Tomás Rivera, question 2, tag task, with a drawing, understood: second");
}

TEST_F(NoteModelTest, OnlyOnesOwnIsEditable) {
    m_first.editable = false;
    m_first.replies = {test::reply(m_first, "Maya", "hers"), test::reply(m_first, "Tomás", "his")};
    m_model.setActor(m_first.replies[1].author);
    m_model.setRows({m_first, m_second});
    QSignalSpy rewritten(&m_model, &NoteModel::rewritten);
    QSignalSpy reply(&m_model, &NoteModel::replyRewritten);
    for (int i = 0; i < 4; ++i)
        m_model.setData(m_model.index(i), "new words", Qt::EditRole);
    EXPECT_EQ(rewritten.count(), 1);
    ASSERT_EQ(reply.count(), 1);
    EXPECT_EQ(reply[0][0].value<catalog::ReplyId>(), m_first.replies[1].id);
    m_model.setData(m_model.index(3), "  ", Qt::EditRole);
    EXPECT_EQ(rewritten.count(), 1);
    EXPECT_FALSE(m_model.flags(m_model.index(1)).testFlag(Qt::ItemIsEditable));
    EXPECT_TRUE(m_model.flags(m_model.index(2)).testFlag(Qt::ItemIsEditable));
}

TEST_F(NoteModelTest, TheNotePlayedMovesWithoutMeasuringAnything) {
    m_model.setRows({m_first, m_second});
    m_changed.clear();
    QSignalSpy moved(&m_model, &NoteModel::currentMoved);
    m_model.setCurrent(m_second.note.id);
    m_model.setCurrent(m_second.note.id);
    EXPECT_EQ(moved.count(), 1);
    EXPECT_EQ(m_changed.count(), 0);
    EXPECT_TRUE(m_model.data(m_model.index(1), NoteModel::CurrentRole).toBool());
}

} // namespace
} // namespace mockingbird::review
