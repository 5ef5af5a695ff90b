// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/people_store.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

TEST_F(CatalogTest, APersonIsKeptWithRolesAndPlace) {
    const Person person = must(m_catalog->people().byId(m_mentee.id));
    EXPECT_EQ(person.name, "Ana Díaz");
    EXPECT_EQ(person.roles, std::set<Role>{Role::Mentee});
    EXPECT_EQ(person.classification, "Library Assistant");
    EXPECT_EQ(person.branch, "Downtown");
}

TEST_F(CatalogTest, APersonWithoutANameIsRefused) {
    EXPECT_EQ(codeOf(m_catalog->people().add("  ", {Role::Mentee})), ErrorCode::InvalidArgument);
    Person person = m_mentee;
    person.name.clear();
    EXPECT_EQ(codeOf(m_catalog->people().change(person)), ErrorCode::InvalidArgument);
}

TEST_F(CatalogTest, APersonCanBeChanged) {
    Person person = m_mentee;
    person.name = "Ana Díaz-Moreno";
    person.roles = {Role::Mentee, Role::Mentor};
    must(m_catalog->people().change(person));
    EXPECT_EQ(must(m_catalog->people().byId(person.id)).roles.size(), 2U);
    EXPECT_EQ(must(m_catalog->sessions().byId(m_session.id)).menteeName, "Ana Díaz-Moreno");
    person.id = PersonId::make();
    EXPECT_EQ(codeOf(m_catalog->people().change(person)), ErrorCode::NotFound);
}

TEST_F(CatalogTest, AccommodationsBelongToThePerson) {
    auto& people = m_catalog->people();
    EXPECT_EQ(must(people.byId(m_mentee.id)).accommodations, Accommodations{});
    Person person = m_mentee;
    person.accommodations = {50, true};
    must(people.change(person));
    const Accommodations given{50, true};
    EXPECT_EQ(must(people.byId(person.id)).accommodations, given);
    EXPECT_EQ(must(people.find("Ana")).accommodations, given);
    EXPECT_EQ(must(people.byId(m_mentor.id)).accommodations, Accommodations{});
    person.name = "Ana Díaz-Moreno";
    must(people.change(person));
    EXPECT_EQ(must(people.byId(person.id)).accommodations, given);
    person.accommodations = {};
    must(people.change(person));
    EXPECT_EQ(must(people.byId(person.id)).accommodations, Accommodations{});
}

TEST_F(CatalogTest, ExtraTimeHasBounds) {
    Person person = m_mentee;
    for (const int refused : {-1, 201, 1000}) {
        person.accommodations.extraTimePercent = refused;
        EXPECT_EQ(codeOf(m_catalog->people().change(person)), ErrorCode::InvalidArgument) << refused;
    }
    for (const int taken : {0, 25, 200}) {
        person.accommodations.extraTimePercent = taken;
        EXPECT_EQ(must(m_catalog->people().change(person)).accommodations.extraTimePercent, taken);
    }
}

TEST_F(CatalogTest, PeopleAreListedByNameWhateverTheCase) {
    must(m_catalog->people().add("ábel", {}));
    must(m_catalog->people().add("anders", {}));
    std::vector<std::string> names;
    for (const Person& person : must(m_catalog->people().all()))
        names.push_back(person.name);
    EXPECT_THAT(names, ::testing::ElementsAre("Ana Díaz", "anders", "Ben Okafor", "Chen Li", "ábel"));
}

TEST_F(CatalogTest, APersonIsFoundByIdNameOrAUniqueBeginning) {
    auto& people = m_catalog->people();
    EXPECT_EQ(must(people.find(m_mentee.id.toString())).id, m_mentee.id);
    EXPECT_EQ(must(people.find("ANA DÍAZ")).id, m_mentee.id);
    EXPECT_EQ(must(people.find(" be ")).id, m_mentor.id);
    EXPECT_EQ(codeOf(people.find("Zoe")), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(people.find("")), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(people.find(PersonId::make().toString())), ErrorCode::NotFound);
}

TEST_F(CatalogTest, ANameThatFitsSeveralIsRefusedAndAWholeOneWins) {
    auto& people = m_catalog->people();
    const Person ben = must(people.add("Ben", {Role::Mentor}));
    EXPECT_EQ(must(people.find("ben")).id, ben.id);
    const auto several = people.find("be");
    EXPECT_EQ(codeOf(several), ErrorCode::InvalidArgument);
    EXPECT_THAT(several.error().detail, ::testing::HasSubstr("Ben Okafor"));
}

TEST_F(CatalogTest, PairsBelongToACohortAndMayLackALiaison) {
    auto& people = m_catalog->people();
    const Cohort cohort = must(people.addCohort("2026", "2026-01-01", "2026-12-31"));
    const Pair with = must(people.addPair(cohort.id, m_mentee.id, m_mentor.id, m_liaison.id));
    must(people.addPair(cohort.id, m_mentee.id, m_liaison.id, {}));
    const auto pairs = must(people.pairs());
    ASSERT_EQ(pairs.size(), 2U);
    EXPECT_EQ(pairs[0].liaison, with.liaison);
    EXPECT_TRUE(pairs[1].liaison.isNull());
    EXPECT_EQ(codeOf(people.addPair(CohortId::make(), m_mentee.id, m_mentor.id, {})), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(people.addPair(cohort.id, m_mentee.id, m_mentee.id, {})), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(people.addPair(cohort.id, m_mentee.id, PersonId::make(), {})), ErrorCode::NotFound);
}

TEST_F(CatalogTest, ACohortsDatesAreChecked) {
    auto& people = m_catalog->people();
    EXPECT_EQ(codeOf(people.addCohort("2026", "1.1.2026", "")), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(people.addCohort("2026", "2026-12-31", "2026-01-01")), ErrorCode::InvalidArgument);
    must(people.addCohort("2026", "2026-01-01", ""));
    EXPECT_EQ(must(people.cohorts()).size(), 1U);
}

TEST(Role, HasOneNameForEach) {
    for (const Role role : {Role::Mentee, Role::Mentor, Role::Liaison, Role::Coordinator})
        EXPECT_EQ(must(parseRole(name(role))), role);
    EXPECT_EQ(codeOf(parseRole("boss")), ErrorCode::InvalidArgument);
}

} // namespace mockingbird::catalog::test
