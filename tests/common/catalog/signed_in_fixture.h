// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/access_store.h"
#include "common/catalog/sign_in_store.h"
#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

/// Quick to make; what it costs to guess is passphrase_test's business.
inline constexpr PassphraseCost kCheap{1, std::size_t{8} << 10};
inline constexpr const char* kCoordinatorsPassphrase = "the coordinator's words";

/// The catalog of CatalogTest where people sign in, with a coordinator besides, a pair, and people who have
/// nothing to do with the session. The coordinator acts.
class SignedInTest : public CatalogTest {
protected:
    SignedInTest() {
        auto& people = m_catalog->people();
        m_coordinator = must(people.add("Dora Ek", {Role::Coordinator}));
        m_accompanying = must(people.add("Eli Fox", {Role::Liaison}));
        m_otherMentee = must(people.add("Fay Gil", {Role::Mentee}));
        m_otherMentor = must(people.add("Gus Hale", {Role::Mentor}));
        m_otherLiaison = must(people.add("Hal Ito", {Role::Liaison}));
        m_pairedMentor = must(people.add("Ina Jung", {Role::Mentor}));
        m_cohort = must(people.addCohort("2026", "2026-01-01", "2026-12-31"));
        must(people.addPair(m_cohort.id, m_mentee.id, m_pairedMentor.id, m_accompanying.id));
        must(people.addPair(m_cohort.id, m_otherMentee.id, m_otherMentor.id, m_otherLiaison.id));
        m_catalog->signIn().setCost(kCheap);
        m_catalog->actAs(m_coordinator.id);
    }
    void turnOn() { m_recoveryCode = must(m_catalog->signIn().turnOn(kCoordinatorsPassphrase, 10)); }

    Person m_coordinator;
    Person m_accompanying;
    Person m_otherMentee;
    Person m_otherMentor;
    Person m_otherLiaison;
    Person m_pairedMentor; ///< of the mentee; m_mentor sits on the session's panel
    Cohort m_cohort;
    std::string m_recoveryCode;
};

} // namespace mockingbird::catalog::test
