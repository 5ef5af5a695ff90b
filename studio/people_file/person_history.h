// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"

#include <string>
#include <vector>

namespace mockingbird::studio {

/// One review of an attempt, as far as the acting person may know of it.
struct ReviewOnPage {
    catalog::SessionId session;
    std::string rater;
    std::string mentee;
    std::string kit;
    int attempt = 1;
    WallTime heldAt;
    catalog::ReviewState state = catalog::ReviewState::Draft;
    bool readable = false;
};

/// What a mentee took along from an attempt; only of reviews that the acting person may read.
struct CommitmentOnPage {
    catalog::SessionId session;
    std::string text;
    WallTime heldAt;
};

/// What a person has read to its end, or says so.
struct ReadOnPage {
    std::string title;
    WallTime readAt;
};

struct TermOnPage {
    catalog::PairTerm term;
    std::string cohort;
    std::string mentee;
    std::string mentor;
    std::string liaison; ///< empty where there was none
};

/// What a person's page tells besides who they are.
struct PersonHistory {
    std::vector<catalog::Session> attempts; ///< newest first
    std::vector<ReviewOnPage> received;     ///< of those attempts
    std::vector<ReviewOnPage> written;      ///< by them, newest first
    std::vector<CommitmentOnPage> commitments;
    std::vector<ReadOnPage> materials; ///< newest first; empty where it is not the reader's to know
    std::vector<TermOnPage> terms;     ///< newest first
};

/// As far as the acting person finds it: sessions out of their sight are left out.
[[nodiscard]] Result<PersonHistory> historyOf(catalog::Catalog& catalog, catalog::PersonId person);

} // namespace mockingbird::studio
