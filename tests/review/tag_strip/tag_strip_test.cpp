// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/tag_strip/tag_strip.h"

#include "review/tag_strip/tag_button.h"
#include "review/tag_strip/tag_set_settings.h"

#include <QLayout>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

AnswerTags answer(int number, std::map<std::string, int> counts) {
    return {catalog::QuestionId::make(), number, std::move(counts)};
}

class TagStripTest : public testing::Test {
protected:
    TagStripTest() {
        m_strip.resize(700, 40);
        m_strip.show();
    }

    TagButton& button(std::size_t index) { return *m_strip.buttons().at(index); }

    TagStrip m_strip;
};

TEST_F(TagStripTest, ShowsStarFirstAndSaysWhichTagWasClicked) {
    QSignalSpy chosen(&m_strip, &TagStrip::tagChosen);
    ASSERT_EQ(m_strip.buttons().size(), 4u);
    QTest::mouseClick(&button(3), Qt::LeftButton);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].toString(), "result");
}

TEST_F(TagStripTest, CountsOverAllAnswersAndNamesTheOneWithoutItsResult) {
    m_strip.showCounts({answer(1, {{"situation", 2}, {"result", 1}}), answer(2, {{"situation", 1}})});
    EXPECT_EQ(button(0).count(), 3);
    EXPECT_EQ(button(1).count(), 0);
    EXPECT_EQ(button(0).accessibleName(), "Situation, given 3 times");
    EXPECT_EQ(button(0).toolTip(), "Answer 1: 2\nAnswer 2: 1");
    EXPECT_EQ(m_strip.hint(), "Answer 2 has no Result yet");
    m_strip.showCounts({answer(1, {{"task", 1}}), answer(3, {{"action", 1}})});
    EXPECT_EQ(m_strip.hint(), "Answers 1, 3 have no Result yet");
    m_strip.chooseSet("Delivery");
    EXPECT_EQ(m_strip.hint(), ""); // it has no Result to give
}

TEST_F(TagStripTest, AKeyGivesItsTagWhicheverWayItIsWritten) {
    EXPECT_EQ(m_strip.tagForKey('s'), "situation");
    EXPECT_EQ(m_strip.tagForKey('S'), "situation");
    EXPECT_EQ(m_strip.tagForKey('x'), std::nullopt);
    EXPECT_EQ(m_strip.tagForKey(QChar()), std::nullopt);
    EXPECT_EQ(m_strip.tagForKey(QChar(0x416)), std::nullopt);
}

TEST_F(TagStripTest, KeysAreSeenInTagModeAlone) {
    QSignalSpy changed(&m_strip, &TagStrip::tagModeChanged);
    EXPECT_FALSE(button(0).keyShown());
    QTest::mouseClick(m_strip.modeButton(), Qt::LeftButton);
    EXPECT_TRUE(m_strip.tagMode());
    EXPECT_TRUE(button(0).keyShown());
    EXPECT_TRUE(button(0).accessibleName().endsWith("key S"));
    m_strip.chooseSet("Delivery");
    EXPECT_TRUE(button(0).keyShown());
    m_strip.setTagMode(true);
    EXPECT_EQ(changed.count(), 1);
    m_strip.setTagMode(false);
    EXPECT_EQ(changed.count(), 2);
    EXPECT_FALSE(button(0).keyShown());
}

TEST_F(TagStripTest, NothingIsTaggedInASealedReview) {
    m_strip.setTagMode(true);
    m_strip.setWritable(false);
    EXPECT_FALSE(m_strip.tagMode());
    EXPECT_FALSE(button(0).isEnabled());
    m_strip.setTagMode(true);
    EXPECT_FALSE(m_strip.tagMode());
    EXPECT_FALSE(m_strip.modeButton()->isChecked());
}

TEST_F(TagStripTest, EachPersonsSetsAndChoiceAreRemembered) {
    const auto ann = catalog::PersonId::make();
    const auto ben = catalog::PersonId::make();
    TagSetSettings settings;
    settings.own = {{"Mine", {{'Q', "question"}}}};
    settings.save(ann);
    m_strip.setPerson(ann);
    m_strip.chooseSet("Mine");
    m_strip.setPerson(ben);
    EXPECT_EQ(m_strip.chosenSet().name, "STAR");
    EXPECT_EQ(m_strip.sets(), builtInTagSets());
    m_strip.chooseSet("Delivery");
    TagStrip another;
    another.setPerson(ann);
    EXPECT_EQ(another.chosenSet(), settings.own[0]);
    EXPECT_EQ(another.tagForKey('q'), "question");
    another.setPerson(ben);
    EXPECT_EQ(another.chosenSet().name, "Delivery");
}

TEST_F(TagStripTest, ASetThatCantBeOneIsLeftOut) {
    const auto ann = catalog::PersonId::make();
    TagSetSettings settings;
    settings.own = {{"Two of a key", {{'Q', "one"}, {'Q', "two"}}}, {"Good", {{'Q', "one"}}}};
    settings.chosen = "Two of a key";
    settings.save(ann);
    m_strip.setPerson(ann);
    EXPECT_EQ(m_strip.sets().size(), builtInTagSets().size() + 1);
    EXPECT_EQ(m_strip.chosenSet().name, "STAR");
}

TEST_F(TagStripTest, WrapsWhereItIsNarrow) {
    m_strip.showCounts({answer(2, {{"situation", 1}})});
    EXPECT_GT(m_strip.layout()->heightForWidth(260), m_strip.layout()->heightForWidth(900));
}

} // namespace
} // namespace mockingbird::review
