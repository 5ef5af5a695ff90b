// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/kit_draft_model.h"

#include "tests/studio/kits/kit_fixture.h"

namespace mockingbird::studio::test {

namespace {

using catalog::Kit;
using catalog::KitFault;
using Keep = KitDraftModel::Keep;

class KitDraftModelTest : public KitTest {
protected:
    KitDraftModelTest() : m_model(*m_catalog) {
        m_draft = m_catalog->kitDrafts().beginNext(m_kit.id).value().id;
        EXPECT_TRUE(m_model.open(m_draft).ok());
    }
    void type(const std::string& name) {
        m_model.edit(Keep::AtPause, [&](Kit& kit) { kit.name = name; });
    }
    [[nodiscard]] std::string keptName() { return m_catalog->kitDrafts().byId(m_draft).value().content.name; }

    KitDraftModel m_model;
    catalog::KitDraftId m_draft;
};

} // namespace

TEST_F(KitDraftModelTest, WhatIsTypedIsKeptAtThePauseAsOneStep) {
    type("D");
    type("De");
    type("Desk");
    EXPECT_FALSE(m_model.isKept());
    EXPECT_EQ(keptName(), "Desk kit");
    EXPECT_TRUE(m_model.flush());
    EXPECT_EQ(keptName(), "Desk");
    m_model.undo();
    EXPECT_EQ(m_model.kit().name, "Desk kit");
    EXPECT_FALSE(m_model.canUndo());
    m_model.redo();
    EXPECT_EQ(m_model.kit().name, "Desk");
}

TEST_F(KitDraftModelTest, WhatWasTypedBeforeAnotherStepIsAStepOfItsOwn) {
    type("Desk");
    m_model.edit(Keep::Now, [](Kit& kit) { kit.questions.clear(); });
    EXPECT_EQ(keptName(), "Desk");
    m_model.undo();
    EXPECT_EQ(m_model.kit().questions.size(), 2u);
    EXPECT_EQ(m_model.kit().name, "Desk");
    m_model.undo();
    EXPECT_EQ(m_model.kit().name, "Desk kit");
}

TEST_F(KitDraftModelTest, UndoTakesBackWhatIsNotKeptYet) {
    type("Desk");
    EXPECT_TRUE(m_model.canUndo());
    m_model.undo();
    EXPECT_EQ(m_model.kit().name, "Desk kit");
}

TEST_F(KitDraftModelTest, TheWayBackIsThereAfterARestart) {
    type("Desk");
    m_model.close();
    EXPECT_FALSE(m_model.isOpen());
    KitDraftModel again(*m_catalog);
    ASSERT_TRUE(again.open(m_draft).ok());
    EXPECT_EQ(again.kit().name, "Desk");
    ASSERT_TRUE(again.canUndo());
    again.undo();
    EXPECT_EQ(again.kit().name, "Desk kit");
}

TEST_F(KitDraftModelTest, WhatIsUnwrittenIsToldOnceSomebodyWantsToPublish) {
    type("");
    EXPECT_TRUE(m_model.noteOf({KitFault::NoName}).isEmpty()) << "it is being typed";
    m_model.edit(Keep::Now, [](Kit& kit) { kit.rubric.criteria[1].weight = -1; });
    EXPECT_FALSE(m_model.noteOf({KitFault::WeightUnfit}, {{}, 1, {}}).isEmpty()) << "that is wrong as it is";
    EXPECT_TRUE(m_model.noteOf({KitFault::WeightUnfit}, {{}, 0, {}}).isEmpty());
    const auto first = m_model.checkAll();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->fault, KitFault::NoName);
    EXPECT_FALSE(m_model.noteOf({KitFault::NoName}).isEmpty());
}

TEST_F(KitDraftModelTest, PublishesWhatWasTypedLast) {
    type("Desk, new");
    const auto published = m_model.publish();
    ASSERT_TRUE(published);
    EXPECT_EQ(published->name, "Desk, new");
    EXPECT_EQ(published->version, 2);
    EXPECT_FALSE(m_model.isOpen());
}

TEST_F(KitDraftModelTest, ShowsWhatAnotherWindowChangedButNeverOverTyping) {
    Kit other = m_model.kit();
    other.position = "Page";
    ASSERT_TRUE(m_catalog->kitDrafts().change(m_draft, other).ok());
    type("Desk");
    m_model.refresh();
    EXPECT_EQ(m_model.kit().name, "Desk");
    EXPECT_TRUE(m_model.flush());
}

} // namespace mockingbird::studio::test
