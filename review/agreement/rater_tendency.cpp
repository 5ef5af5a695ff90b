// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/agreement/rater_tendency.h"

#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/review_round.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace mockingbird::review {

namespace {

constexpr std::size_t kLevelsForASpread = 3;

/// A mean that grows.
struct Mean {
    double sum = 0;
    std::size_t n = 0;

    void add(double value) {
        sum += value;
        ++n;
    }
    [[nodiscard]] std::optional<Tendency> tendency() const {
        if (n == 0)
            return std::nullopt;
        return Tendency{sum / static_cast<double>(n), n};
    }
};

/// One side's figures: the rater's, or the co-raters' together.
struct Side {
    Mean spread;
    Mean central;
};

using Scores = std::vector<catalog::Score>;

double standardDeviation(const Scores& scores) {
    Mean mean;
    for (const catalog::Score& score : scores)
        mean.add(score.level);
    Mean squares;
    for (const catalog::Score& score : scores)
        squares.add(std::pow(score.level - mean.sum / static_cast<double>(mean.n), 2));
    return std::sqrt(squares.sum / static_cast<double>(squares.n));
}

/// Whether the level is the scale's middle one, or one of its two; nullopt where a scale is too short to have
/// a middle that differs from its ends.
std::optional<bool> isCentral(const catalog::Kit& kit, const catalog::Score& score) {
    const catalog::Criterion* criterion = kit.rubric.criterion(score.criterion);
    if (criterion == nullptr || criterion->levels.size() < 3)
        return std::nullopt;
    const std::size_t last = criterion->levels.size() - 1;
    return score.level == criterion->levels[last / 2].level ||
           score.level == criterion->levels[(last + 1) / 2].level;
}

void addReview(Side& side, const catalog::Kit& kit, const Scores& scores) {
    if (scores.size() >= kLevelsForASpread)
        side.spread.add(standardDeviation(scores));
    for (const catalog::Score& score : scores)
        if (const auto central = isCentral(kit, score))
            side.central.add(*central ? 1 : 0);
}

void addSeverity(Mean& severity, const Scores& mine, const Scores& others) {
    for (const catalog::Score& score : mine) {
        Mean given;
        for (const catalog::Score& other : others)
            if (other.criterion == score.criterion && other.question == score.question)
                given.add(other.level);
        if (given.n > 0)
            severity.add(score.level - given.sum / static_cast<double>(given.n));
    }
}

Scores ofReview(const Scores& scores, catalog::ReviewId review) {
    Scores found;
    std::ranges::copy_if(scores, std::back_inserter(found),
                         [&](const catalog::Score& score) { return score.review == review; });
    return found;
}

} // namespace

Result<RaterTendency> tendencyOf(catalog::Catalog& catalog, catalog::PersonId rater) {
    RaterTendency tendency;
    Side mine;
    Side theirs;
    Mean severity;
    Mean evidence;
    for (const catalog::Review& review : TRY(catalog.reviews().sealed())) {
        if (review.rater != rater)
            continue;
        const auto round = TRY(catalog.reviews().round(review.session));
        if (round.session.mentee == rater)
            continue; // how somebody sees their own attempt says nothing about how they rate others
        const auto kit = TRY(catalog.kits().byId(round.session.kit, round.session.kitVersion));
        const Scores scores = TRY(catalog.reviews().scores(review.session));
        const Scores own = ofReview(scores, review.id);
        ++tendency.reviews;
        addReview(mine, kit, own);
        for (const catalog::Score& score : own)
            evidence.add(score.evidence.empty() ? 0 : 1);

        Scores others;
        for (const catalog::Review& other : round.reviews) {
            // What this rater may not read yet must not show through a mean either.
            if (other.rater == rater || other.rater == round.session.mentee ||
                other.state == catalog::ReviewState::Draft || !round.mayRead({rater, {}}, other))
                continue;
            const Scores given = ofReview(scores, other.id);
            addReview(theirs, kit, given);
            others.insert(others.end(), given.begin(), given.end());
        }
        addSeverity(severity, own, others);
    }
    tendency.severity = severity.tendency();
    tendency.spreadWithin = mine.spread.tendency();
    tendency.coRatersSpreadWithin = theirs.spread.tendency();
    tendency.centralShare = mine.central.tendency();
    tendency.coRatersCentralShare = theirs.central.tendency();
    tendency.evidenceShare = evidence.tendency();
    return tendency;
}

} // namespace mockingbird::review
