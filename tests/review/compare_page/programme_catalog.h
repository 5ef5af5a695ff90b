// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/review/review_page/reviewed_catalog.h"

#include <gtest/gtest.h>
#include <string>

namespace mockingbird::test {

/// A ReviewedCatalog whose mentee and mentor are a pair of a cohort, with a liaison and a coordinator.
class ProgrammeCatalog : public ReviewedCatalog {
public:
    ProgrammeCatalog() {
        auto& people = (*this)->people();
        liaison = people.add("Lia Marsh", {catalog::Role::Liaison}).value();
        coordinator = people.add("Cora Hill", {catalog::Role::Coordinator}).value();
        cohort = people.addCohort("Autumn", "2020-01-01", "2030-12-31").value();
        pair = people.addPair(cohort.id, mentee.id, ann.id, liaison.id, "2020-01-01").value();
    }

    /// Another mentee of the cohort, whose mentor Ben is.
    catalog::Person addMentee(const std::string& name, const std::string& branch = {}) {
        auto& people = (*this)->people();
        const auto added = people.add(name, {catalog::Role::Mentee}, "Library Page", branch).value();
        EXPECT_TRUE(people.addPair(cohort.id, added.id, ben.id, liaison.id, "2020-01-01").ok());
        return added;
    }

    catalog::Person liaison;
    catalog::Person coordinator;
    catalog::Cohort cohort;
    catalog::Pair pair;
};

} // namespace mockingbird::test
