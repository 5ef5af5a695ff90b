// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/kit_draft_store.h"

#include "common/catalog/kit_json.h"
#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class KitDraftTest : public CatalogTest {
protected:
    KitDraftStore& drafts() { return m_catalog->kitDrafts(); }
    /// Reads the catalog as another start of the program does.
    void reopen() {
        const PersonId actor = m_catalog->actor();
        m_catalog.reset();
        m_catalog = must(Catalog::open(m_folder.path()));
        m_catalog->actAs(actor);
    }
};

} // namespace

TEST_F(KitDraftTest, HoldsWhatWasTypedAfterARestart) {
    const KitDraft draft = must(drafts().begin(Kit{}));
    Kit typed = draft.content;
    typed.name = "Half a na";
    typed.questions.push_back({QuestionId::make(), "", "", {}, "", -3});
    must(drafts().change(draft.id, typed));
    reopen();
    const auto open = must(drafts().open());
    ASSERT_THAT(open, SizeIs(1));
    EXPECT_EQ(open[0].name, "Half a na");
    EXPECT_TRUE(open[0].kit.isNull());
    EXPECT_EQ(toJson(must(drafts().byId(draft.id)).content), toJson(typed)) << "typing is never refused";
}

TEST_F(KitDraftTest, WhatIsTheSameIsNoEvent) {
    const KitDraft draft = must(drafts().beginNext(m_kit.id));
    const auto revision = m_catalog->revision();
    must(drafts().change(draft.id, draft.content));
    EXPECT_EQ(m_catalog->revision(), revision);
}

TEST_F(KitDraftTest, ChangesAreTakenBackAndForthAlsoAfterARestart) {
    const KitDraft draft = must(drafts().beginNext(m_kit.id));
    Kit content = draft.content;
    std::swap(content.questions[0], content.questions[1]);
    must(drafts().change(draft.id, content));
    const Kit swapped = content;
    content.rubric.criteria.pop_back();
    content.name = "Other";
    must(drafts().change(draft.id, content));
    EXPECT_EQ(toJson(must(drafts().undo(draft.id))), toJson(swapped));
    reopen();
    EXPECT_EQ(must(drafts().steps(draft.id)).back, 1);
    EXPECT_EQ(must(drafts().steps(draft.id)).forth, 1);
    EXPECT_EQ(toJson(must(drafts().undo(draft.id))), toJson(draft.content));
    EXPECT_EQ(codeOf(drafts().undo(draft.id)), ErrorCode::OutOfRange);
    must(drafts().redo(draft.id));
    EXPECT_EQ(toJson(must(drafts().redo(draft.id))), toJson(content));
    EXPECT_EQ(codeOf(drafts().redo(draft.id)), ErrorCode::OutOfRange);
}

TEST_F(KitDraftTest, WhatIsTypedAfterAnUndoEndsTheWayForth) {
    const KitDraft draft = must(drafts().begin(sampleKit()));
    Kit content = draft.content;
    content.name = "First";
    must(drafts().change(draft.id, content));
    must(drafts().undo(draft.id));
    content.name = "Second";
    must(drafts().change(draft.id, content));
    EXPECT_EQ(codeOf(drafts().redo(draft.id)), ErrorCode::OutOfRange);
    EXPECT_EQ(must(drafts().undo(draft.id)).name, sampleKit().name);
}

TEST_F(KitDraftTest, ANewOneIsPublishedAsVersionOne) {
    KitDraft draft = must(drafts().begin(sampleKit()));
    draft.content.profile.timesUp = TimesUp::Bell;
    must(drafts().change(draft.id, draft.content));
    const Kit published = must(drafts().publish(draft.id));
    EXPECT_NE(published.id, m_kit.id);
    EXPECT_EQ(published.version, 1);
    EXPECT_EQ(must(m_catalog->kits().byId(published.id)).profile.timesUp, TimesUp::Bell);
    EXPECT_THAT(must(drafts().open()), IsEmpty());
    EXPECT_EQ(codeOf(drafts().change(draft.id, sampleKit())), ErrorCode::Sealed);
    EXPECT_EQ(codeOf(drafts().publish(draft.id)), ErrorCode::Sealed);
    EXPECT_EQ(codeOf(drafts().restore(draft.id)), ErrorCode::InvalidArgument);
}

TEST_F(KitDraftTest, ANextVersionKeepsWhoItIs) {
    KitDraft draft = must(drafts().beginNext(m_kit.id));
    EXPECT_EQ(draft.basedOn, 1);
    EXPECT_EQ(codeOf(drafts().publish(draft.id)), ErrorCode::InvalidArgument) << "nothing differs";
    draft.content.questions[0].text += " Please.";
    must(drafts().change(draft.id, draft.content));
    const Kit published = must(drafts().publish(draft.id));
    EXPECT_EQ(published.id, m_kit.id);
    EXPECT_EQ(published.version, 2);
    EXPECT_EQ(published.questions[0].id, m_kit.questions[0].id);
    EXPECT_EQ(published.rubric.version, 1);
    EXPECT_EQ(must(m_catalog->sessions().byId(m_session.id)).kitVersion, 1);
}

TEST_F(KitDraftTest, WhatIsUnfitIsRefusedAndStaysADraft) {
    KitDraft draft = must(drafts().begin(sampleKit()));
    draft.content.questions.clear();
    must(drafts().change(draft.id, draft.content));
    EXPECT_EQ(codeOf(drafts().publish(draft.id)), ErrorCode::InvalidArgument);
    EXPECT_TRUE(must(drafts().byId(draft.id)).open);
    EXPECT_EQ(must(m_catalog->kits().all()).size(), 1U);
}

TEST_F(KitDraftTest, ADuplicateHasItsWordsAndNotItsIdentity) {
    const KitDraft draft = must(drafts().duplicate(m_kit.id, "Adapted"));
    EXPECT_EQ(draft.copiedFrom, m_kit.id);
    EXPECT_TRUE(draft.kit.isNull());
    EXPECT_EQ(draft.content.name, "Adapted");
    EXPECT_EQ(draft.content.questions[0].text, m_kit.questions[0].text);
    EXPECT_NE(draft.content.questions[0].id, m_kit.questions[0].id);
    EXPECT_FALSE(draft.content.questions[0].id.isNull());
    const Kit published = must(drafts().publish(draft.id));
    EXPECT_NE(published.id, m_kit.id);
    EXPECT_NE(published.rubric.id, m_kit.rubric.id);
    EXPECT_NE(published.rubric.criteria[0].id, m_kit.rubric.criteria[0].id);
    EXPECT_EQ(codeOf(drafts().duplicate(KitId::make(), "None")), ErrorCode::NotFound);
}

TEST_F(KitDraftTest, ADuplicateIsPublishedWithWhatIsReadBeforehand) {
    const Material guide = must(m_catalog->materials().add(m_kit.id, "Guide", "markdown", "Read me"));
    const Kit copy = must(drafts().publish(must(drafts().duplicate(m_kit.id, "Adapted")).id));
    const auto materials = must(m_catalog->materials().ofKit(copy.id));
    ASSERT_THAT(materials, SizeIs(1));
    EXPECT_EQ(materials[0].id, guide.id) << "the same, not a copy of it";
    EXPECT_THAT(must(m_catalog->materials().ofKit(m_kit.id)), SizeIs(1));
}

TEST_F(KitDraftTest, MenteesNeitherSeeNorReadDrafts) {
    const KitDraft draft = must(drafts().begin(sampleKit()));
    m_catalog->actAs(m_mentee.id);
    EXPECT_THAT(must(drafts().open()), IsEmpty());
    EXPECT_EQ(codeOf(drafts().byId(draft.id)), ErrorCode::Denied);
}

TEST_F(KitDraftTest, ADiscardedOneCanBeBroughtBack) {
    const KitDraft draft = must(drafts().begin(sampleKit()));
    must(drafts().discard(draft.id));
    EXPECT_THAT(must(drafts().open()), IsEmpty());
    EXPECT_EQ(codeOf(drafts().change(draft.id, Kit{})), ErrorCode::Sealed);
    must(drafts().restore(draft.id));
    EXPECT_EQ(must(drafts().find("senior")).id, draft.id);
}

TEST_F(KitDraftTest, NobodyReadsTheDraftOfSomebodyElse) {
    m_catalog->actAs(m_mentor.id);
    const KitDraft draft = must(drafts().begin(sampleKit()));
    m_catalog->actAs(m_liaison.id);
    EXPECT_THAT(must(drafts().open()), IsEmpty());
    EXPECT_EQ(codeOf(drafts().byId(draft.id)), ErrorCode::Denied);
    EXPECT_EQ(codeOf(drafts().change(draft.id, Kit{})), ErrorCode::Denied);
    EXPECT_EQ(codeOf(drafts().discard(draft.id)), ErrorCode::Denied);
    EXPECT_EQ(codeOf(drafts().publish(draft.id)), ErrorCode::Denied);
    m_catalog->actAs(m_mentor.id);
    EXPECT_THAT(must(drafts().open()), SizeIs(1));
    m_catalog->actAs({});
    EXPECT_THAT(must(drafts().open()), SizeIs(1)) << "the machine's owner";
}

TEST_F(KitDraftTest, DraftsComeOutOfTheLogAgain) {
    const KitDraft draft = must(drafts().beginNext(m_kit.id));
    Kit content = draft.content;
    content.questions.erase(content.questions.begin());
    must(drafts().change(draft.id, content));
    must(drafts().undo(draft.id));
    must(drafts().redo(draft.id));
    must(drafts().discard(must(drafts().begin(Kit{})).id));
    must(m_catalog->kits().retire(m_kit.id));
    const Dump before = dumpOf(m_folder.path());
    must(m_catalog->rebuild());
    EXPECT_EQ(dumpOf(m_folder.path()), before);
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
}

} // namespace mockingbird::catalog::test
