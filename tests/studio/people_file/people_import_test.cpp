// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people_file/people_import.h"

#include "common/catalog/goal_store.h"
#include "studio/people_file/people_export.h"
#include "studio/people_file/people_filter.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>

namespace mockingbird::studio::test {

namespace {

using catalog::Person;
using catalog::Role;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

template <class T>
T must(Result<T> result) {
    if (!result.ok())
        throw std::runtime_error(result.error().detail);
    return std::move(result).value();
}

} // namespace

class PeopleImportTest : public ::testing::Test {
protected:
    PeopleImportTest() {
        m_catalog = must(catalog::Catalog::open(m_folder.path()));
        const Person ida = must(m_catalog->people().add("Ida", {Role::Coordinator}));
        m_catalog->actAs(ida.id);
        m_ana = must(m_catalog->people().add("Ana", {Role::Mentee}, "Page", "North"));
    }
    catalog::PeopleImport import(const std::string& csv) {
        return must(
            applyPlan(*m_catalog, must(planPeople(csv, must(snapshotForImport(*m_catalog)))), "staff.csv"));
    }
    Person person(const char* name) { return must(m_catalog->people().find(name)); }

    mockingbird::test::TemporaryFolder m_folder;
    std::unique_ptr<catalog::Catalog> m_catalog;
    Person m_ana;
    const std::string m_csv = "Name,Roles,Branch,Employment,Cohort,Mentor\n"
                              "Ana,,South,part-time,2026,Ben\n"
                              "Ben,mentor,East,full-time,,\n";
};

TEST_F(PeopleImportTest, DoesWhatThePlanSays) {
    import(m_csv);
    EXPECT_EQ(person("Ana").branch, "South");
    EXPECT_EQ(person("Ana").classification, "Page") << "what the file doesn't speak of stays";
    EXPECT_EQ(must(m_catalog->fields().valuesOf(m_ana.id)).at("employment"), "part-time");
    const auto pairs = must(m_catalog->people().pairs());
    ASSERT_THAT(pairs, SizeIs(1));
    EXPECT_EQ(pairs[0].mentor, person("Ben").id);
    EXPECT_EQ(must(m_catalog->people().cohorts()).at(0).name, "2026");
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
}

TEST_F(PeopleImportTest, TheSameFileAgainChangesNothing) {
    import(m_csv);
    const auto again = must(planPeople(m_csv, must(snapshotForImport(*m_catalog))));
    EXPECT_FALSE(again.doesSomething());
    EXPECT_FALSE(applyPlan(*m_catalog, again, "staff.csv").ok());
}

TEST_F(PeopleImportTest, IsTakenBackAsAWhole) {
    const auto done = import(m_csv);
    const auto undone = must(undoImport(*m_catalog, done.id));
    EXPECT_THAT(undone.kept, IsEmpty());
    EXPECT_EQ(person("Ana").branch, "North");
    EXPECT_THAT(must(m_catalog->fields().valuesOf(m_ana.id)), IsEmpty());
    EXPECT_THAT(must(m_catalog->people().all()), SizeIs(2));
    EXPECT_THAT(must(m_catalog->people().allPairs()), IsEmpty());
    EXPECT_THAT(must(m_catalog->people().cohorts()), IsEmpty());
    EXPECT_FALSE(undoImport(*m_catalog, done.id).ok()) << "once";
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
}

TEST_F(PeopleImportTest, WhatWasChangedSinceStaysAndIsTold) {
    const auto done = import(m_csv);
    Person ana = person("Ana");
    ana.branch = "West";
    must(m_catalog->people().change(ana));
    ASSERT_TRUE(m_catalog->fields().describe(person("Ben").id, {{"languages", "Spanish"}}).ok());
    const auto undone = must(undoImport(*m_catalog, done.id));
    EXPECT_EQ(person("Ana").branch, "West");
    EXPECT_FALSE(must(m_catalog->fields().valuesOf(m_ana.id)).contains("employment")) << "the rest goes back";
    EXPECT_EQ(person("Ben").branch, "East");
    EXPECT_THAT(undone.kept, ::testing::UnorderedElementsAre(HasSubstr("branch"), HasSubstr("Ben stays")));
}

TEST_F(PeopleImportTest, APairThatWasEndedSinceStays) {
    const auto done = import(m_csv);
    ASSERT_TRUE(m_catalog->people().endPair(must(m_catalog->people().pairs()).at(0).id, "moved").ok());
    const auto undone = must(undoImport(*m_catalog, done.id));
    EXPECT_THAT(undone.kept, ::testing::Contains(HasSubstr("Ana with Ben")));
    EXPECT_THAT(must(m_catalog->people().allPairs()), SizeIs(1));
    EXPECT_THAT(must(m_catalog->people().cohorts()), SizeIs(1)) << "the pair is in it";
}

TEST_F(PeopleImportTest, IsRefusedWhereTheCatalogMovedSinceThePreview) {
    const auto plan = must(planPeople(m_csv, must(snapshotForImport(*m_catalog))));
    must(m_catalog->people().add("Meanwhile", {}));
    const auto refused = applyPlan(*m_catalog, plan, "staff.csv");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::Busy);
    EXPECT_EQ(person("Ana").branch, "North");
}

TEST_F(PeopleImportTest, IsACoordinatorsAlone) {
    m_catalog->actAs(m_ana.id);
    const auto refused = snapshotForImport(*m_catalog);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::Denied);
}

TEST_F(PeopleImportTest, WhatIsExportedComesBackAsItWasAndRunsNoFormula) {
    import("Name,Branch,Notes,Cohort,Mentor\n=cmd(),@home,\"one\ntwo\",2026,Ida\n");
    const auto everybody = must(m_catalog->people().all());
    const std::string csv = must(peopleAsCsv(*m_catalog, everybody));
    EXPECT_THAT(csv, HasSubstr("'=cmd()"));
    const auto plan = must(planPeople(csv, must(snapshotForImport(*m_catalog))));
    EXPECT_EQ(plan.count(PlannedRow::Kind::Unchanged), everybody.size());
    EXPECT_FALSE(plan.doesSomething());
}

TEST_F(PeopleImportTest, PeopleAreFoundByWhatIsKnownOfThem) {
    import(m_csv);
    const auto entries = must(peopleEntries(*m_catalog));
    const auto names = [&](const PeopleFilter& filter) {
        std::vector<std::string> found;
        for (const std::size_t at : fitting(entries, filter))
            found.push_back(entries[at].person.name);
        return found;
    };
    EXPECT_THAT(names({}), ElementsAre("Ana", "Ben", "Ida"));
    EXPECT_THAT(names({"sou pag", {}, {}, {}, {}, {}}), ElementsAre("Ana"));
    EXPECT_THAT(names({{}, Role::Mentor, {}, {}, {}, {}}), ElementsAre("Ben"));
    EXPECT_THAT(names({{}, {}, "east", {}, {}, {}}), ElementsAre("Ben"));
    EXPECT_THAT(names({{}, {}, {}, "page", {}, {}}), ElementsAre("Ana"));
    EXPECT_THAT(names({{}, {}, {}, {}, "full-time", {}}), ElementsAre("Ben"));
    EXPECT_THAT(names({{}, {}, {}, {}, {}, must(m_catalog->people().cohorts()).at(0).id}),
                ElementsAre("Ana", "Ben"));
    EXPECT_THAT(names({"nobody", {}, {}, {}, {}, {}}), IsEmpty());
}

} // namespace mockingbird::studio::test
