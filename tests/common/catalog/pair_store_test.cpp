// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/pair_store.h"

#include "common/catalog/calendar_day.h"
#include "tests/common/catalog/fixture.h"

#include <SQLiteCpp/Database.h>

namespace mockingbird::catalog::test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class PairStoreTest : public CatalogTest {
protected:
    PairStoreTest() {
        m_cohort = must(m_catalog->people().addCohort("2020", "2020-01-01", "2020-12-31"));
        m_other = must(m_catalog->people().add("Dora Ek", {Role::Mentor}));
        m_pair = must(
            m_catalog->people().addPair(m_cohort.id, m_mentee.id, m_mentor.id, m_liaison.id, "2020-01-15"));
    }
    PeopleStore& people() { return m_catalog->people(); }

    Cohort m_cohort;
    Person m_other;
    catalog::Pair m_pair;
};

TEST_F(PairStoreTest, AnotherMentorLeavesWhoWasBeforeAsHistory) {
    must(people().changePair(m_pair.id, m_other.id, m_liaison.id, " Ben is on leave ", "2020-03-01"));
    must(people().changePair(m_pair.id, m_other.id, {}, "", "2020-05-01"));
    must(people().endPair(m_pair.id, "Ana was promoted", "2020-06-30"));
    const auto terms = must(people().termsOf(m_pair.id));
    ASSERT_THAT(terms, SizeIs(3));
    EXPECT_EQ(terms[0].mentor, m_mentor.id);
    EXPECT_EQ(terms[0].from, "2020-01-15");
    EXPECT_EQ(terms[0].until, "2020-03-01");
    EXPECT_EQ(terms[0].endReason, "") << "it is the pair's, not this mentor's";
    EXPECT_EQ(terms[1].mentor, m_other.id);
    EXPECT_EQ(terms[1].liaison, m_liaison.id);
    EXPECT_EQ(terms[1].reason, "Ben is on leave");
    EXPECT_EQ(terms[1].until, "2020-05-01");
    EXPECT_TRUE(terms[2].liaison.isNull());
    EXPECT_EQ(terms[2].until, "2020-06-30");
    EXPECT_EQ(terms[2].endReason, "Ana was promoted");
}

TEST_F(PairStoreTest, PairsAreThoseThatRunNow) {
    const auto second = must(people().addPair(m_cohort.id, m_mentee.id, m_other.id, {}));
    EXPECT_THAT(must(people().pairs()), SizeIs(2));
    must(people().endPair(m_pair.id, ""));
    const auto running = must(people().pairs());
    ASSERT_THAT(running, SizeIs(1));
    EXPECT_EQ(running[0].id, second.id);
    EXPECT_THAT(must(people().allPairs()), SizeIs(2));
    must(people().endCohort(m_cohort.id, "2020-12-01"));
    EXPECT_THAT(must(people().pairs()), IsEmpty());
    EXPECT_EQ(must(people().pair(second.id)).endedOn, "2020-12-01");
    EXPECT_EQ(must(people().termsOf(second.id)).back().until, "2020-12-01");
    must(people().resumeCohort(m_cohort.id));
    EXPECT_THAT(must(people().pairs()), SizeIs(1)) << "what ended by itself stays ended";
}

TEST_F(PairStoreTest, TheHistoryOfAPersonHoldsWhatTheyTookPartIn) {
    must(people().changePair(m_pair.id, m_other.id, m_liaison.id, "", "2020-03-01"));
    const auto own = must(people().termsOf(m_mentor.id));
    ASSERT_THAT(own, SizeIs(1)) << "whom one accompanied one may know for ever";
    EXPECT_EQ(own[0].until, "2020-03-01");
    EXPECT_THAT(must(people().termsOf(m_mentee.id)), SizeIs(1)) << "but not who came after";
    m_catalog->actAs(m_liaison.id);
    EXPECT_THAT(must(people().termsOf(m_mentee.id)), SizeIs(2));
    EXPECT_THAT(must(people().termsOf(m_liaison.id)), SizeIs(2));
    EXPECT_THAT(must(people().termsOf(m_other.id)), SizeIs(1));
}

TEST_F(PairStoreTest, TheLastThingDoneToAPairIsTakenBackStepByStep) {
    must(people().changePair(m_pair.id, m_other.id, {}, "", "2020-03-01"));
    must(people().endPair(m_pair.id, "by mistake", "2020-04-01"));
    must(people().revertPair(m_pair.id));
    EXPECT_EQ(must(people().pair(m_pair.id)).endedOn, "");
    EXPECT_EQ(must(people().pair(m_pair.id)).mentor, m_other.id);
    must(people().revertPair(m_pair.id));
    EXPECT_EQ(must(people().pair(m_pair.id)).mentor, m_mentor.id);
    EXPECT_EQ(must(people().pair(m_pair.id)).liaison, m_liaison.id);
    EXPECT_THAT(must(people().termsOf(m_pair.id)), SizeIs(1));
    must(people().revertPair(m_pair.id));
    EXPECT_THAT(must(people().allPairs()), IsEmpty());
    EXPECT_EQ(codeOf(people().revertPair(m_pair.id)), ErrorCode::NotFound);
}

TEST_F(PairStoreTest, WhatMakesNoSenseIsRefused) {
    EXPECT_EQ(codeOf(people().addPair(m_cohort.id, m_mentee.id, m_mentor.id, m_liaison.id)),
              ErrorCode::InvalidArgument)
        << "the same pair twice";
    EXPECT_EQ(codeOf(people().changePair(m_pair.id, m_mentor.id, m_liaison.id, "")),
              ErrorCode::InvalidArgument)
        << "nothing changes";
    EXPECT_EQ(codeOf(people().changePair(m_pair.id, m_mentee.id, {}, "")), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(people().changePair(m_pair.id, m_other.id, {}, "", "2020-01-01")),
              ErrorCode::InvalidArgument)
        << "before it began";
    EXPECT_EQ(codeOf(people().changePair(m_pair.id, m_other.id, {}, "", "2020-02-30")),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(people().changePair(m_pair.id, PersonId::make(), {}, "")), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(people().endPair(PairId::make(), "")), ErrorCode::NotFound);
    must(people().endPair(m_pair.id, ""));
    EXPECT_EQ(codeOf(people().endPair(m_pair.id, "")), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(people().changePair(m_pair.id, m_other.id, {}, "")), ErrorCode::InvalidArgument);
    must(people().endCohort(m_cohort.id));
    EXPECT_EQ(codeOf(people().addPair(m_cohort.id, m_mentee.id, m_other.id, {})), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(people().endCohort(m_cohort.id)), ErrorCode::InvalidArgument);
}

TEST_F(PairStoreTest, ACohortIsRenamedAndMoved) {
    m_cohort.name = " Spring 2020 ";
    m_cohort.endsOn = "2020-06-30";
    EXPECT_EQ(must(people().changeCohort(m_cohort)).name, "Spring 2020");
    EXPECT_EQ(must(people().cohort(m_cohort.id)).endsOn, "2020-06-30");
    m_cohort.endsOn = "2019-06-30";
    EXPECT_EQ(codeOf(people().changeCohort(m_cohort)), ErrorCode::InvalidArgument);
    m_cohort.endsOn = "2020-06-31";
    EXPECT_EQ(codeOf(people().changeCohort(m_cohort)), ErrorCode::InvalidArgument);
    EXPECT_EQ(must(people().cohort(m_cohort.id)).endsOn, "2020-06-30");
}

TEST_F(PairStoreTest, OnlyACohortThatNothingHangsOnIsRemoved) {
    EXPECT_EQ(codeOf(people().removeCohort(m_cohort.id)), ErrorCode::InvalidArgument);
    must(people().revertPair(m_pair.id));
    must(people().removeCohort(m_cohort.id));
    EXPECT_THAT(must(people().cohorts()), IsEmpty());
}

TEST_F(PairStoreTest, OnlySomebodyWhomNothingHangsOnIsRemoved) {
    EXPECT_EQ(codeOf(people().remove(m_mentee.id)), ErrorCode::InvalidArgument) << "a session is theirs";
    const Person newcomer = must(people().add("Added by mistake", {Role::Mentee}));
    const auto pair = must(people().addPair(m_cohort.id, newcomer.id, m_other.id, {}));
    EXPECT_EQ(codeOf(people().remove(newcomer.id)), ErrorCode::InvalidArgument) << "a pair runs";
    must(people().endPair(pair.id, ""));
    m_catalog->actAs(newcomer.id);
    EXPECT_EQ(codeOf(people().remove(newcomer.id)), ErrorCode::InvalidArgument)
        << "nobody removes themselves";
    m_catalog->actAs(m_mentor.id);
    must(people().remove(newcomer.id));
    EXPECT_EQ(codeOf(people().find("Added by")), ErrorCode::NotFound);
    EXPECT_EQ(must(people().byId(newcomer.id)).name, "Added by mistake") << "history still names them";
    must(people().restore(newcomer.id));
    EXPECT_EQ(must(people().find("Added by")).id, newcomer.id);
}

TEST_F(PairStoreTest, APairWrittenDownBeforeThereWereDaysBeganOnTheDayItWas) {
    SQLite::Database log((m_folder.path() / "catalog.db").string(), SQLite::OPEN_READWRITE, 5000);
    const auto id = PairId::make();
    log.exec("INSERT INTO event (id, stream, kind, version, at_ms, clock, payload) SELECT '" +
             EventId::make().toString() +
             "', stream, kind, 1, 1700000000000, 999, json_remove(json_set(payload, '$.id', '" +
             id.toString() + "'), '$.on') FROM event WHERE kind = 'pair.added'");
    must(m_catalog->rebuild());
    EXPECT_EQ(must(people().pair(id)).startedOn, "2023-11-14");
}

} // namespace mockingbird::catalog::test
