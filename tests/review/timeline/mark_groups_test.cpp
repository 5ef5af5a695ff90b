// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/mark_groups.h"

#include <gtest/gtest.h>

#include <random>

namespace mockingbird::review {
namespace {

constexpr double kMark = 12;

double badge(std::size_t count) {
    return count < 100 ? 24 : 36;
}

std::vector<TimelineNote> notesAt(const std::vector<double>& seconds) {
    std::vector<TimelineNote> notes;
    for (const double at : seconds)
        notes.push_back({catalog::NoteId::make(), MediaTime::fromSeconds(at), {}, {}, {}});
    return notes;
}

MarkGroups arranged(const std::vector<TimelineNote>& notes, double pixelsPerSecond, double end = 1e9) {
    MarkGroups groups;
    groups.setNotes(notes);
    groups.arrange(notes, pixelsPerSecond, kMark, end, badge);
    return groups;
}

std::vector<std::size_t> countsOf(const MarkGroups& groups) {
    std::vector<std::size_t> counts;
    for (const MarkGroup& group : groups.groups())
        counts.push_back(group.count);
    return counts;
}

TEST(MarkGroups, LeaveMarksAloneThatCanBeToldApart) {
    const auto notes = notesAt({30, 10, 20});
    const MarkGroups groups = arranged(notes, 1);
    EXPECT_EQ(countsOf(groups), (std::vector<std::size_t>{1, 1, 1}));
    EXPECT_EQ(groups.order(), (std::vector<std::size_t>{1, 2, 0}));
    EXPECT_DOUBLE_EQ(groups.groups()[0].left, 4);
}

TEST(MarkGroups, PutThoseTogetherThatLieOnOneAnother) {
    const auto notes = notesAt({10, 11, 12, 100});
    EXPECT_EQ(countsOf(arranged(notes, 1)), (std::vector<std::size_t>{3, 1}));
    EXPECT_EQ(countsOf(arranged(notes, 50)), (std::vector<std::size_t>{1, 1, 1, 1}));
}

TEST(MarkGroups, TakeInWhatTheirBadgeWouldCover) {
    // Two marks apart enough from the third; the badge that stands for them is not.
    EXPECT_EQ(countsOf(arranged(notesAt({10, 12, 25}), 1)), (std::vector<std::size_t>{3}));
    EXPECT_EQ(countsOf(arranged(notesAt({10, 25}), 1)), (std::vector<std::size_t>{1, 1}));
}

TEST(MarkGroups, HoldEveryNoteOnceAndBadgesNeverLieOnAnything) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> time(0, 10'800);
    std::vector<double> times(5000);
    for (double& at : times)
        at = time(random);
    const auto notes = notesAt(times);
    for (const double pixelsPerSecond : {0.06, 0.5, 3.0, 20.0, 700.0}) {
        const double end = 10'800 * pixelsPerSecond + 8;
        const MarkGroups groups = arranged(notes, pixelsPerSecond, end);
        std::size_t next = 0;
        const MarkGroup* before = nullptr;
        for (const MarkGroup& group : groups.groups()) {
            EXPECT_EQ(group.first, next);
            next += group.count;
            if (before != nullptr && (group.count > 1 || before->count > 1)) {
                EXPECT_GE(group.left, before->right() - kMark * 0.3 - 1e-6) << pixelsPerSecond;
            }
            EXPECT_LE(group.right(), end + 1e-6);
            before = &group;
        }
        EXPECT_EQ(next, notes.size());
    }
}

TEST(MarkGroups, FindWhatLiesInSightAndWhatHoldsANote) {
    const MarkGroups groups = arranged(notesAt({10, 11, 100, 200}), 1);
    EXPECT_EQ(groups.between(0, 50).size(), 1u);
    EXPECT_EQ(groups.between(50, 150).size(), 1u);
    EXPECT_EQ(groups.between(110, 150).size(), 0u);
    EXPECT_EQ(groups.between(0, 1000).size(), 3u);
    EXPECT_EQ(groups.holding(1), &groups.groups()[0]);
    EXPECT_EQ(groups.holding(2), &groups.groups()[1]);
    EXPECT_EQ(groups.holding(3), &groups.groups()[2]);
    EXPECT_EQ(MarkGroups().holding(0), nullptr);
}

TEST(MarkGroups, StayInsideTheRecordingsEnd) {
    const MarkGroups groups = arranged(notesAt({70, 98, 99}), 1, 108);
    ASSERT_EQ(countsOf(groups), (std::vector<std::size_t>{1, 2}));
    EXPECT_DOUBLE_EQ(groups.groups()[1].right(), 108);
    EXPECT_EQ(countsOf(arranged(notesAt({85, 98, 99}), 1, 108)), (std::vector<std::size_t>{3}));
}

} // namespace
} // namespace mockingbird::review
