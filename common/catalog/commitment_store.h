// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/review_store.h"

namespace mockingbird::catalog {

/// The commitments of reviews, for the ReviewStore, whose public functions these implement.
class CommitmentStore {
public:
    explicit CommitmentStore(Database& database);

    Result<void> set(const Review& review, const std::vector<std::string>& texts);
    [[nodiscard]] Result<std::vector<Commitment>> ofReview(ReviewId review) const;
    [[nodiscard]] Result<std::vector<Commitment>> before(PersonId mentee, WallTime time) const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
