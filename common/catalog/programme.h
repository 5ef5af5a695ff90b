// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/cohort_year_store.h"
#include "common/catalog/commitment_closing_store.h"
#include "common/catalog/feedback_store.h"
#include "common/catalog/outcome_store.h"
#include "common/catalog/quarter_store.h"

namespace mockingbird::catalog {

class Catalog;

/// The stores of what comes of practice, of an open catalog, which outlives it: a light handle, made where it
/// is needed.
class Programme {
public:
    explicit Programme(Catalog& catalog);

    [[nodiscard]] OutcomeStore outcomes() const { return OutcomeStore(*m_database); }
    [[nodiscard]] CommitmentClosingStore commitments() const { return CommitmentClosingStore(*m_database); }
    [[nodiscard]] FeedbackStore feedback() const { return FeedbackStore(*m_database); }
    [[nodiscard]] QuarterStore quarters() const { return QuarterStore(*m_database); }
    [[nodiscard]] CohortYearStore cohortYears() const { return CohortYearStore(*m_database); }

private:
    Database* m_database;
};

} // namespace mockingbird::catalog
