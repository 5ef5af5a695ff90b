// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/cohort_year_store.h"
#include "common/catalog/kit_store.h"
#include "review/compare/cohort_year.h"

#include <map>
#include <memory>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace mockingbird::review {

/// A cohort's scores of one year, gathered one by one and then counted by criterion, question and rater. One
/// thread; the catalog outlives it.
class YearScores {
public:
    explicit YearScores(catalog::Catalog& catalog);
    ~YearScores();
    YearScores(const YearScores&) = delete;
    YearScores& operator=(const YearScores&) = delete;

    /// `mentee` is their place in the cohort. Fails where the session's kit can't be read.
    Result<void> addSession(const catalog::YearSession& session, std::size_t mentee);
    /// Of a session that was added; others are passed over.
    void add(const catalog::YearScore& score);
    void add(const catalog::YearAgreed& agreed);
    /// Fills in what a year says of criteria, questions and raters.
    void count(CohortYear& year) const;

private:
    struct Rubric;
    struct Held {
        Rubric* rubric = nullptr;
        std::size_t mentee = 0;
        bool calibrated = false;
    };
    /// One version of a rubric as one kit used it.
    using RubricKey = std::tuple<catalog::KitId, catalog::RubricId, int>;

    Result<Rubric*> rubricOf(catalog::KitId kit, int version);

    catalog::Catalog& m_catalog;
    std::map<RubricKey, std::unique_ptr<Rubric>> m_rubrics;
    std::map<std::pair<catalog::KitId, int>, Rubric*> m_ofKitVersion;
    std::map<catalog::SessionId, Held> m_sessions;
};

} // namespace mockingbird::review
