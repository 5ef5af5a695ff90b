// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/field_store.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using ::testing::UnorderedElementsAre;

class FieldStoreTest : public CatalogTest {
protected:
    FieldStoreTest() {
        m_coordinator = must(m_catalog->people().add("Ida Coordinator", {Role::Coordinator}));
        m_catalog->actAs(m_coordinator.id);
        must(m_catalog->fields().describe(m_mentee.id, {{"pronouns", "she/her"},
                                                        {"employment", "part-time"},
                                                        {"hired_on", "2021-03-01"},
                                                        {"notes", "Asked for mornings"}}));
    }
    std::set<std::string> keysSeenBy(PersonId reader) {
        m_catalog->actAs(reader);
        std::set<std::string> keys;
        for (const auto& [key, value] : must(m_catalog->fields().valuesOf(m_mentee.id)))
            keys.insert(key);
        const auto all = must(m_catalog->fields().values());
        std::set<std::string> amongAll;
        if (const auto found = all.find(m_mentee.id); found != all.end())
            for (const auto& [key, value] : found->second)
                amongAll.insert(key);
        EXPECT_EQ(keys, amongAll) << "the list and the page say the same";
        return keys;
    }

    Person m_coordinator;
};

TEST_F(FieldStoreTest, EachReaderSeesWhatTheFieldsReadersAllow) {
    EXPECT_THAT(keysSeenBy(m_coordinator.id),
                UnorderedElementsAre("pronouns", "employment", "hired_on", "notes"));
    EXPECT_THAT(keysSeenBy(m_mentee.id), UnorderedElementsAre("pronouns", "employment", "hired_on"));
    EXPECT_THAT(keysSeenBy(m_mentor.id), UnorderedElementsAre("pronouns"));
    EXPECT_THAT(keysSeenBy({}), UnorderedElementsAre("pronouns", "employment", "hired_on", "notes"));
}

TEST_F(FieldStoreTest, WhoAccompaniesThemSeesMoreAsLongAsThePairRuns) {
    auto& people = m_catalog->people();
    const Cohort cohort = must(people.addCohort("2026", "2026-01-01", "2026-12-31"));
    const Person liaison = must(people.add("Lea Liaison", {Role::Liaison}));
    const auto pair = must(people.addPair(cohort.id, m_mentee.id, m_mentor.id, liaison.id));
    EXPECT_THAT(keysSeenBy(m_mentor.id), UnorderedElementsAre("pronouns", "employment"));
    EXPECT_THAT(keysSeenBy(liaison.id), UnorderedElementsAre("pronouns", "employment"));
    must(people.endPair(pair.id, "moved away"));
    EXPECT_THAT(keysSeenBy(m_mentor.id), UnorderedElementsAre("pronouns"));
    must(people.revertPair(pair.id));
    EXPECT_THAT(keysSeenBy(m_mentor.id), UnorderedElementsAre("pronouns", "employment"));
    must(people.endCohort(cohort.id));
    EXPECT_THAT(keysSeenBy(liaison.id), UnorderedElementsAre("pronouns"));
}

TEST_F(FieldStoreTest, OnlyWhoMayFillsAFieldInAndAllOrNothingOfIt) {
    auto& fields = m_catalog->fields();
    m_catalog->actAs(m_mentor.id);
    EXPECT_EQ(codeOf(fields.describe(m_mentee.id, {{"pronouns", "they"}})), ErrorCode::Denied);
    m_catalog->actAs(m_mentee.id);
    EXPECT_EQ(codeOf(fields.describe(m_mentee.id, {{"languages", "Spanish"}, {"notes", "mine"}})),
              ErrorCode::Denied);
    EXPECT_FALSE(must(fields.valuesOf(m_mentee.id)).contains("languages")) << "nothing of it was kept";
    must(fields.describe(m_mentee.id, {{"languages", "Spanish"}, {"pronouns", ""}}));
    EXPECT_THAT(must(fields.valuesOf(m_mentee.id)),
                UnorderedElementsAre(::testing::Pair("languages", "Spanish"),
                                     ::testing::Pair("employment", "part-time"),
                                     ::testing::Pair("hired_on", "2021-03-01")));
    EXPECT_EQ(codeOf(fields.describe(m_mentee.id, {{"shoe_size", "40"}})), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(fields.describe(m_mentee.id, {{"hired_on", "spring"}})), ErrorCode::InvalidArgument);
}

TEST_F(FieldStoreTest, WhatIsTheSameIsNoEvent) {
    const auto before = m_catalog->revision();
    must(m_catalog->fields().describe(m_mentee.id, {{"pronouns", " she/her "}, {"languages", ""}}));
    EXPECT_EQ(m_catalog->revision(), before);
}

TEST_F(FieldStoreTest, AProgrammeAddsRenamesMarksAndRemovesFields) {
    auto& fields = m_catalog->fields();
    PersonField desk = must(fields.add(" Desk ", FieldKind::Text, FieldAudience::Self));
    EXPECT_EQ(desk.name, "Desk");
    EXPECT_EQ(codeOf(fields.add("desk", FieldKind::Text, FieldAudience::Self)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(fields.add(" ", FieldKind::Text, FieldAudience::Self)), ErrorCode::InvalidArgument);
    desk.name = "Service desk";
    desk.audience = FieldAudience::Everyone;
    must(fields.change(desk));
    must(fields.describe(m_mentee.id, {{desk.key, "Children"}}));
    EXPECT_EQ(must(fields.find("service DESK")).key, desk.key);
    EXPECT_EQ(must(fields.all()).size(), builtInFields().size() + 1);
    must(fields.remove(desk.key));
    EXPECT_FALSE(must(fields.valuesOf(m_mentee.id)).contains(desk.key));
    EXPECT_EQ(codeOf(fields.find("Service desk")), ErrorCode::NotFound);
    must(fields.restore(desk.key));
    EXPECT_EQ(must(fields.valuesOf(m_mentee.id)).at(desk.key), "Children");
    EXPECT_EQ(codeOf(fields.remove("pronouns")), ErrorCode::InvalidArgument);
}

TEST_F(FieldStoreTest, ABuiltInFieldCanBeMarkedForOtherReaders) {
    auto& fields = m_catalog->fields();
    PersonField employment = must(fields.find("employment"));
    employment.audience = FieldAudience::Coordinators;
    must(fields.change(employment));
    EXPECT_TRUE(must(fields.find("employment")).builtIn);
    EXPECT_THAT(keysSeenBy(m_mentee.id), UnorderedElementsAre("pronouns", "hired_on"));
}

TEST_F(FieldStoreTest, WhichFieldsThereAreIsForCoordinators) {
    auto& fields = m_catalog->fields();
    PersonField notes = must(fields.find("notes"));
    m_catalog->actAs(m_mentee.id);
    notes.audience = FieldAudience::Everyone;
    EXPECT_EQ(codeOf(fields.change(notes)), ErrorCode::Denied);
    EXPECT_EQ(codeOf(fields.add("Desk", FieldKind::Text, FieldAudience::Self)), ErrorCode::Denied);
    EXPECT_THAT(keysSeenBy(m_mentee.id), UnorderedElementsAre("pronouns", "employment", "hired_on"));
}

} // namespace mockingbird::catalog::test
