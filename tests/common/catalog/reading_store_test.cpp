// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/reading_store.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

namespace {

class ReadingStoreTest : public CatalogTest {
protected:
    ReadingStoreTest() {
        m_material = must(m_catalog->materials().add(m_kit.id, "STAR", "markdown", "Situation"));
        m_catalog->actAs(m_mentee.id);
    }
    ReadingStore store() { return m_catalog->materials().readings(); }
    std::optional<Reading> mine() { return must(store().of(m_mentee.id, m_material.id)); }
    std::size_t events() { return must(m_catalog->events(m_mentee.id.uuid())).size(); }

    Material m_material;
};

} // namespace

TEST_F(ReadingStoreTest, RemembersThePlaceAndTheFarthest) {
    EXPECT_FALSE(mine().has_value());
    must(store().move(m_mentee.id, m_material.id, {1, 700}, 60));
    must(store().move(m_mentee.id, m_material.id, {1, 100}, 10));
    EXPECT_EQ(mine()->place, (ReadingPlace{1, 100}));
    EXPECT_EQ(mine()->percent, 60);
    EXPECT_FALSE(mine()->readAt.has_value());
}

TEST_F(ReadingStoreTest, WritesNothingWhereNothingMoved) {
    must(store().move(m_mentee.id, m_material.id, {1, 700}, 60));
    const std::size_t before = events();
    must(store().move(m_mentee.id, m_material.id, {1, 700}, 60));
    must(store().move(m_mentee.id, m_material.id, {1, 700}, 40));
    EXPECT_EQ(events(), before);
}

TEST_F(ReadingStoreTest, TheEndIsReadAndSoIsWhatThePersonSaysIs) {
    must(store().move(m_mentee.id, m_material.id, {1, 900}, 100));
    EXPECT_TRUE(mine()->readAt.has_value());
    must(store().setRead(m_mentee.id, m_material.id, false));
    EXPECT_FALSE(mine()->readAt.has_value());
    EXPECT_EQ(mine()->place, (ReadingPlace{1, 900})) << "the place stays";
    must(store().setRead(m_mentee.id, m_material.id, true));
    const std::size_t before = events();
    must(store().setRead(m_mentee.id, m_material.id, true));
    EXPECT_EQ(events(), before);
    EXPECT_EQ(must(store().readBy(m_mentee.id)).at(0).material.title, "STAR");
}

TEST_F(ReadingStoreTest, ANewerVersionIsReadFromItsBeginning) {
    must(store().move(m_mentee.id, m_material.id, {1, 900}, 100));
    m_catalog->actAs({});
    MaterialDraft newer;
    newer.text = "Situation, task, action, result";
    must(m_catalog->materials().replace(m_material.id, newer));
    m_catalog->actAs(m_mentee.id);
    EXPECT_EQ(mine()->version, 1) << "what was read is the one before";
    must(store().move(m_mentee.id, m_material.id, {1, 10}, 5));
    EXPECT_EQ(mine()->version, 2);
    EXPECT_EQ(mine()->percent, 5);
}

TEST_F(ReadingStoreTest, IsEverybodysOwn) {
    m_catalog->actAs(m_mentor.id);
    EXPECT_EQ(codeOf(store().move(m_mentee.id, m_material.id, {}, 1)), ErrorCode::Denied);
    EXPECT_EQ(codeOf(store().setRead(m_mentee.id, m_material.id, true)), ErrorCode::Denied);
    EXPECT_EQ(codeOf(store().addBookmark(m_mentee.id, m_material.id, {}, "x")), ErrorCode::Denied);
    MaterialDraft draft;
    draft.title = "Mine alone";
    draft.attached = {Attachment::person(m_mentor.id)};
    const Material other = must(m_catalog->materials().add(draft));
    m_catalog->actAs(m_mentee.id);
    EXPECT_EQ(codeOf(store().move(m_mentee.id, other.id, {}, 1)), ErrorCode::Denied);
    EXPECT_EQ(codeOf(store().move(m_mentee.id, m_material.id, {0, 0}, 1)), ErrorCode::OutOfRange);
    EXPECT_EQ(codeOf(store().move(m_mentee.id, m_material.id, {1, 0}, 101)), ErrorCode::OutOfRange);
}

TEST_F(ReadingStoreTest, BookmarksHaveALabelAndCanBeTakenBack) {
    const auto later = must(store().addBookmark(m_mentee.id, m_material.id, {3, 0}, "Ask about this"));
    must(store().addBookmark(m_mentee.id, m_material.id, {1, 50}, ""));
    auto marks = must(store().bookmarks(m_mentee.id, m_material.id));
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_EQ(marks[1].label, "Ask about this");
    must(store().renameBookmark(later.id, " Ask "));
    must(store().removeBookmark(later.id));
    EXPECT_EQ(must(store().bookmarks(m_mentee.id, m_material.id)).size(), 1U);
    must(store().restoreBookmark(later.id));
    EXPECT_EQ(must(store().bookmarks(m_mentee.id, m_material.id)).at(1).label, "Ask");
    EXPECT_EQ(codeOf(store().bookmarks(m_mentor.id, m_material.id)), ErrorCode::Denied);
}

TEST_F(ReadingStoreTest, RecommendsByTheNearestReason) {
    const Cohort cohort = must(m_catalog->people().addCohort("2026", "2026-01-01", "2026-12-31"));
    m_catalog->actAs({});
    must(m_catalog->people().addPair(cohort.id, m_mentee.id, m_mentor.id, {}));
    const auto add = [&](const std::string& title, std::vector<Attachment> attached) {
        MaterialDraft draft;
        draft.title = title;
        draft.attached = std::move(attached);
        return must(m_catalog->materials().add(draft));
    };
    add("Everyone", {Attachment::everyone()});
    add("Question", {Attachment::question(m_kit.questions[0].id)});
    add("Cohort", {Attachment::cohort(cohort.id)});
    add("Person and everyone", {Attachment::everyone(), Attachment::person(m_mentee.id)});
    add("Another's", {Attachment::person(m_mentor.id)});
    m_catalog->actAs(m_mentee.id);
    must(store().setRead(m_mentee.id, m_material.id, true));
    std::vector<std::string> titles;
    const auto recommended = must(store().recommendedTo(m_mentee.id, {m_kit.id}));
    for (const MaterialToRead& each : recommended)
        titles.push_back(each.material.title);
    EXPECT_EQ(titles,
              (std::vector<std::string>{"Person and everyone", "Cohort", "STAR", "Question", "Everyone"}));
    EXPECT_EQ(recommended[2].reason, Attachment::kit(m_kit.id));
    EXPECT_TRUE(recommended[2].reading->readAt.has_value());
    EXPECT_FALSE(recommended[0].reading.has_value());
    EXPECT_EQ(must(store().recommendedTo(m_mentee.id, {})).size(), 3U) << "without the kit and its questions";
}

} // namespace mockingbird::catalog::test
