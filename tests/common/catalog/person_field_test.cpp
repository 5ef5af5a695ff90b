// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/person_field.h"

#include "common/catalog/calendar_day.h"

#include <gtest/gtest.h>
#include <set>

namespace mockingbird::catalog::test {

namespace {

using enum FieldAudience;

const FieldReader kStranger{};
const FieldReader kSelf{true, false, false, false};
const FieldReader kAccompanies{false, true, false, false};
const FieldReader kCoordinator{false, false, true, false};
const FieldReader kOwner{false, false, false, true};

struct Row {
    FieldAudience audience;
    const char* who;
    FieldReader reader;
    bool sees;
    bool changes;
};

/// The whole table: every audience with everybody who may come.
const Row kTable[] = {
    {Self, "a stranger", kStranger, false, false},
    {Self, "they themselves", kSelf, true, true},
    {Self, "who accompanies them", kAccompanies, false, false},
    {Self, "a coordinator", kCoordinator, false, false},
    {Self, "the owner", kOwner, false, false},
    {Coordinators, "a stranger", kStranger, false, false},
    {Coordinators, "they themselves", kSelf, false, false},
    {Coordinators, "who accompanies them", kAccompanies, false, false},
    {Coordinators, "a coordinator", kCoordinator, true, true},
    {Coordinators, "the owner", kOwner, true, true},
    {SelfAndCoordinators, "a stranger", kStranger, false, false},
    {SelfAndCoordinators, "they themselves", kSelf, true, true},
    {SelfAndCoordinators, "who accompanies them", kAccompanies, false, false},
    {SelfAndCoordinators, "a coordinator", kCoordinator, true, true},
    {SelfAndCoordinators, "the owner", kOwner, true, true},
    {FieldAudience::Pair, "a stranger", kStranger, false, false},
    {FieldAudience::Pair, "they themselves", kSelf, true, true},
    {FieldAudience::Pair, "who accompanies them", kAccompanies, true, false},
    {FieldAudience::Pair, "a coordinator", kCoordinator, true, true},
    {FieldAudience::Pair, "the owner", kOwner, true, true},
    {Everyone, "a stranger", kStranger, true, false},
    {Everyone, "they themselves", kSelf, true, true},
    {Everyone, "who accompanies them", kAccompanies, true, false},
    {Everyone, "a coordinator", kCoordinator, true, true},
    {Everyone, "the owner", kOwner, true, true},
};

PersonField fieldOf(FieldKind kind) {
    return {"x", "X", kind, Everyone};
}

} // namespace

TEST(PersonField, SaysWhoSeesItAndWhoFillsItIn) {
    for (const Row& row : kTable) {
        EXPECT_EQ(maySee(row.audience, row.reader), row.sees) << name(row.audience) << ", " << row.who;
        EXPECT_EQ(mayChange(row.audience, row.reader), row.changes) << name(row.audience) << ", " << row.who;
    }
}

TEST(PersonField, SomebodyWhoIsSeveralThingsSeesWhatAnyOfThemSees) {
    const FieldReader both{true, false, true, false};
    for (const FieldAudience audience :
         {Self, Coordinators, SelfAndCoordinators, FieldAudience::Pair, Everyone})
        EXPECT_TRUE(maySee(audience, both)) << name(audience);
}

TEST(PersonField, BuiltInOnesHaveNamesAndKeysOfTheirOwn) {
    std::set<std::string> keys;
    std::set<std::string> names;
    for (const PersonField& field : builtInFields()) {
        EXPECT_TRUE(keys.insert(field.key).second) << field.key;
        EXPECT_TRUE(names.insert(field.name).second) << field.name;
        EXPECT_TRUE(field.builtIn);
    }
    EXPECT_TRUE(keys.contains(std::string(kEmploymentField)));
}

TEST(PersonField, WordsForKindsAndReadersAreReadBack) {
    for (const FieldAudience audience :
         {Self, Coordinators, SelfAndCoordinators, FieldAudience::Pair, Everyone})
        EXPECT_EQ(parseFieldAudience(name(audience)).value(), audience);
    for (const FieldKind kind : {FieldKind::Text, FieldKind::LongText, FieldKind::Day, FieldKind::Number})
        EXPECT_EQ(parseFieldKind(name(kind)).value(), kind);
    EXPECT_FALSE(parseFieldAudience("nobody").ok());
    EXPECT_FALSE(parseFieldKind("picture").ok());
}

TEST(PersonField, AValueIsOfItsKind) {
    EXPECT_EQ(checkedValue(fieldOf(FieldKind::Employment), " Part time ").value(), "part-time");
    EXPECT_EQ(checkedValue(fieldOf(FieldKind::Employment), "FT").value(), "full-time");
    EXPECT_FALSE(checkedValue(fieldOf(FieldKind::Employment), "sometimes").ok());
    EXPECT_EQ(checkedValue(fieldOf(FieldKind::Number), "17.5").value(), "17.5");
    for (const char* wrong : {"-3", "1e9", "seven", "1.", ".5", "12345678901"})
        EXPECT_FALSE(checkedValue(fieldOf(FieldKind::Number), wrong).ok()) << wrong;
    EXPECT_EQ(checkedValue(fieldOf(FieldKind::Day), "2024-02-29").value(), "2024-02-29");
    for (const char* wrong : {"2023-02-29", "2023-13-01", "1.1.2023", "2023-1-1", "2023-00-10", "2023-01-00"})
        EXPECT_FALSE(checkedValue(fieldOf(FieldKind::Day), wrong).ok()) << wrong;
    EXPECT_EQ(checkedValue(fieldOf(FieldKind::Text), " she\nher ").value(), "she her");
    EXPECT_EQ(checkedValue(fieldOf(FieldKind::LongText), "one\ntwo").value(), "one\ntwo");
    EXPECT_FALSE(checkedValue(fieldOf(FieldKind::LongText), std::string(4001, 'x')).ok());
    for (const FieldKind kind : {FieldKind::Employment, FieldKind::Number, FieldKind::Day})
        EXPECT_EQ(checkedValue(fieldOf(kind), "  ").value(), "");
}

TEST(PersonField, YearsAreCountedWhole) {
    EXPECT_EQ(yearsBetween("2020-06-15", "2026-06-14").value(), 5);
    EXPECT_EQ(yearsBetween("2020-06-15", "2026-06-15").value(), 6);
    EXPECT_EQ(yearsBetween("2026-06-15", "2026-06-15").value(), 0);
    EXPECT_FALSE(yearsBetween("2026-06-16", "2026-06-15").ok());
    EXPECT_FALSE(yearsBetween("soon", "2026-06-15").ok());
}

} // namespace mockingbird::catalog::test
