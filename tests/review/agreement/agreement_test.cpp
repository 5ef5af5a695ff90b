// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/agreement/agreement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

namespace mockingbird::review {
namespace {

using Row = std::vector<std::optional<int>>;
constexpr std::nullopt_t kNone = std::nullopt;

/// The two raters' levels out of a square table of counts, the first rater's level by the row, from 1.
struct Pairs {
    Row one;
    Row other;
};
Pairs pairsOf(const std::vector<std::vector<int>>& counts) {
    Pairs pairs;
    for (std::size_t row = 0; row < counts.size(); ++row) {
        for (std::size_t column = 0; column < counts.size(); ++column) {
            pairs.one.insert(pairs.one.end(), static_cast<std::size_t>(counts[row][column]),
                             static_cast<int>(row) + 1);
            pairs.other.insert(pairs.other.end(), static_cast<std::size_t>(counts[row][column]),
                               static_cast<int>(column) + 1);
        }
    }
    return pairs;
}

/// Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability. University of Pennsylvania: the data
/// of four observers and twelve units with missing values, for which it gives 0.743 nominal, 0.815 ordinal
/// and 0.849 interval. The twelfth unit has one value and can't be paired.
Ratings krippendorffsData() {
    return {{1, 2, 3, 3, 2, 1, 4, 1, 2, kNone, kNone, kNone},
            {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, kNone, 3},
            {kNone, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, kNone},
            {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, kNone}};
}

Ratings randomRatings(std::mt19937& random, std::size_t raters, std::size_t units) {
    std::uniform_int_distribution level(1, 5);
    std::bernoulli_distribution missing(0.2);
    Ratings ratings(raters, Row(units));
    for (Row& row : ratings)
        for (auto& cell : row)
            if (!missing(random))
                cell = level(random);
    return ratings;
}

/// Alpha by its definition over pairs of values, without a table of coincidences.
double alphaByPairs(const Ratings& ratings) {
    std::vector<std::vector<int>> units;
    std::vector<int> all;
    for (std::size_t unit = 0; unit < ratings.front().size(); ++unit) {
        std::vector<int> values;
        for (const Row& row : ratings)
            if (row[unit])
                values.push_back(*row[unit]);
        if (values.size() > 1) {
            all.insert(all.end(), values.begin(), values.end());
            units.push_back(std::move(values));
        }
    }
    const auto distance = [&](int c, int k) {
        double between = 0;
        for (int g = std::min(c, k); g <= std::max(c, k); ++g)
            between += static_cast<double>(std::ranges::count(all, g));
        between -= static_cast<double>(std::ranges::count(all, c) + std::ranges::count(all, k)) / 2.0;
        return between * between;
    };
    const double n = static_cast<double>(all.size());
    double observed = 0;
    for (const auto& values : units)
        for (const int c : values)
            for (const int k : values)
                observed += c == k ? 0 : distance(c, k) / static_cast<double>(values.size() - 1) / n;
    double expected = 0;
    for (const int c : all)
        for (const int k : all)
            expected += c == k ? 0 : distance(c, k) / (n * (n - 1));
    return 1 - observed / expected;
}

TEST(KrippendorffAlpha, IsThatOfThePublishedExampleWithMissingData) {
    const auto alpha = krippendorffAlphaOrdinal(krippendorffsData());
    ASSERT_TRUE(alpha);
    EXPECT_NEAR(alpha->value, 0.815, 0.0005); // the paper's figure for the ordinal metric
    EXPECT_EQ(alpha->n, 11U);
}

TEST(KrippendorffAlpha, IsItsDefinitionOverPairsOfValues) {
    std::mt19937 random(1);
    for (int round = 0; round < 50; ++round) {
        const Ratings ratings = randomRatings(random, 4, 12);
        EXPECT_NEAR(krippendorffAlphaOrdinal(ratings)->value, alphaByPairs(ratings), 1e-12);
    }
}

TEST(KrippendorffAlpha, GoesByRanksNotByTheNumbersOfTheLevels) {
    Ratings ratings = krippendorffsData();
    const double before = krippendorffAlphaOrdinal(ratings)->value;
    const std::array<int, 6> steeper{0, 1, 10, 11, 500, 501};
    for (Row& row : ratings)
        for (auto& cell : row)
            if (cell)
                cell = steeper[static_cast<std::size_t>(*cell)];
    EXPECT_DOUBLE_EQ(krippendorffAlphaOrdinal(ratings)->value, before);
}

TEST(WeightedKappa, IsThatOfScikitLearnsWeightingExample) {
    // scikit-learn, sklearn/metrics/tests/test_classification.py, test_cohen_kappa, "Weighting example":
    // 0.9315 without weights, 0.9412 linear, 0.9541 quadratic. Sorted lists, so the table follows from
    // counts.
    Row one(46, 0);
    one.insert(one.end(), 44, 1);
    one.insert(one.end(), 10, 2);
    Row other(50, 0);
    other.insert(other.end(), 40, 1);
    other.insert(other.end(), 10, 2);
    const auto kappa = quadraticWeightedKappa(one, other);
    EXPECT_NEAR(kappa->value, 0.9541, 0.00005);
    EXPECT_EQ(kappa->n, 100U);
}

TEST(WeightedKappa, IsThatOfThePsychPackagesExamples) {
    // The R package psych, help page of cohen.kappa, printed there to two places (0.68; and 0.45 for the
    // table of Cohen 1968 with squared weights). To ten by R 4.2.2 with psych 2.2.9:
    //   cohen.kappa(cbind(c(1,2,3,4,5,6,7,8,9), c(1,3,1,6,1,5,5,6,7)))$weighted.kappa
    EXPECT_NEAR(quadraticWeightedKappa({1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 3, 1, 6, 1, 5, 5, 6, 7})->value,
                0.6779661017, 5e-11);
    const Pairs cohen = pairsOf({{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
    EXPECT_NEAR(quadraticWeightedKappa(cohen.one, cohen.other)->value, 0.45, 0.005);
}

TEST(WeightedKappa, IsThatOfTheVcdPackagesTables) {
    // Hout, Duncan and Sobel 1987, the table SexualFun of the R package vcd, and Landis and Koch 1977,
    // Biometrics 33, there MSPatients, the patients of Winnipeg. R 4.2.2, vcd 1.4-11:
    //   Kappa(SexualFun, weights = "Fleiss-Cohen"); Kappa(MSPatients[,,1], weights = "Fleiss-Cohen")
    const Pairs couples = pairsOf({{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}});
    EXPECT_NEAR(quadraticWeightedKappa(couples.one, couples.other)->value, 0.332046, 5e-7);
    const Pairs patients = pairsOf({{38, 5, 0, 1}, {33, 11, 3, 0}, {10, 14, 5, 6}, {3, 7, 3, 10}});
    EXPECT_NEAR(quadraticWeightedKappa(patients.one, patients.other)->value, 0.52457646, 5e-9);
}

TEST(WeightedKappa, IsTheCorrelationWhereBothUseTheLevelsAlikeOften) {
    // Cohen 1968: with equal marginals, quadratic weights make kappa the product-moment correlation.
    std::mt19937 random(2);
    std::vector<int> levels(60);
    for (std::size_t index = 0; index < levels.size(); ++index)
        levels[index] = static_cast<int>(index % 5) + 1;
    std::vector<int> shuffled = levels;
    std::ranges::shuffle(shuffled, random);
    double covariance = 0;
    double variance = 0;
    for (std::size_t index = 0; index < levels.size(); ++index) {
        covariance += (levels[index] - 3) * (shuffled[index] - 3);
        variance += (levels[index] - 3) * (levels[index] - 3);
    }
    const auto kappa =
        quadraticWeightedKappa(Row(levels.begin(), levels.end()), Row(shuffled.begin(), shuffled.end()));
    EXPECT_NEAR(kappa->value, covariance / variance, 1e-12);
}

TEST(WeightedKappa, CountsOnlyWhatBothRated) {
    const Row one{1, kNone, 3, 4, 2};
    const Row other{1, 5, kNone, 3, 2};
    const auto kappa = quadraticWeightedKappa(one, other);
    EXPECT_EQ(kappa->n, 3U);
    EXPECT_DOUBLE_EQ(kappa->value, quadraticWeightedKappa({1, 4, 2}, {1, 3, 2})->value);
}

TEST(PercentAgreement, IsTheShareOfAgreeingPairsWithEachUnitWeighingAlike) {
    const Ratings ratings{{1, 2, 3, 5}, {1, 3, kNone, kNone}, {2, 3, kNone, 5}};
    const auto exact = percentAgreement(ratings); // a third, a third, -, all
    EXPECT_EQ(exact->n, 3U);
    EXPECT_NEAR(exact->value, (1.0 / 3 + 1.0 / 3 + 1) / 3, 1e-12);
    EXPECT_DOUBLE_EQ(percentAgreement(ratings, 1)->value, 1);
}

TEST(AgreementFigures, AreOneForIdenticalRaters) {
    const Row row{1, 4, kNone, 2, 5};
    EXPECT_DOUBLE_EQ(percentAgreement({row, row, row})->value, 1);
    EXPECT_DOUBLE_EQ(quadraticWeightedKappa(row, row)->value, 1);
    EXPECT_DOUBLE_EQ(krippendorffAlphaOrdinal({row, row, row})->value, 1);
    EXPECT_EQ(krippendorffAlphaOrdinal({row, row, row})->n, 4U);
}

TEST(AgreementFigures, AreBelowNoughtForRatersWhoContradictEachOther) {
    const Row up{1, 2, 3, 4, 5};
    const Row down{5, 4, 3, 2, 1};
    EXPECT_DOUBLE_EQ(quadraticWeightedKappa(up, down)->value, -1);
    EXPECT_LT(krippendorffAlphaOrdinal({up, down})->value, 0);
}

TEST(AgreementFigures, AreAbsentWhereOneLevelIsAllThereIs) {
    const Row same{3, 3, 3};
    EXPECT_FALSE(quadraticWeightedKappa(same, same));
    EXPECT_FALSE(krippendorffAlphaOrdinal({same, same, same}));
    EXPECT_DOUBLE_EQ(percentAgreement({same, same})->value, 1); // this one knows no chance
    // Each constant, but on different levels: chance predicts all of the difference.
    EXPECT_DOUBLE_EQ(quadraticWeightedKappa({3, 3}, {4, 4})->value, 0);
}

TEST(AgreementFigures, AreAbsentWhereNothingWasRatedTwice) {
    for (const Ratings& ratings :
         {Ratings{}, Ratings{{}}, Ratings{{1, 2, 3}}, Ratings{{1, kNone, 3}, {kNone, 2, kNone}}}) {
        EXPECT_FALSE(percentAgreement(ratings));
        EXPECT_FALSE(krippendorffAlphaOrdinal(ratings));
    }
    EXPECT_FALSE(quadraticWeightedKappa({}, {}));
    EXPECT_FALSE(quadraticWeightedKappa({1, kNone}, {kNone, 2}));
}

TEST(AgreementFigures, DependNeitherOnTheOrderOfRatersNorOfUnits) {
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
        const Ratings ratings = randomRatings(random, 4, 10);
        std::vector<std::size_t> order(10);
        for (std::size_t index = 0; index < order.size(); ++index)
            order[index] = index;
        std::ranges::shuffle(order, random);
        Ratings other;
        for (const Row& row : ratings) {
            other.emplace_back();
            for (const std::size_t unit : order)
                other.back().push_back(row[unit]);
        }
        std::ranges::shuffle(other, random);
        EXPECT_NEAR(krippendorffAlphaOrdinal(ratings)->value, krippendorffAlphaOrdinal(other)->value, 1e-12);
        EXPECT_NEAR(percentAgreement(ratings)->value, percentAgreement(other)->value, 1e-12);
        EXPECT_NEAR(quadraticWeightedKappa(ratings[0], ratings[1])->value,
                    quadraticWeightedKappa(ratings[1], ratings[0])->value, 1e-12);
    }
}

TEST(AgreementFigures, PayNoHeedToUnitsWithOneRatingOrNone) {
    Ratings ratings = krippendorffsData();
    const auto alpha = krippendorffAlphaOrdinal(ratings);
    const auto percent = percentAgreement(ratings);
    for (Row& row : ratings)
        row.insert(row.end(), {kNone, kNone});
    ratings[2].back() = 5;
    EXPECT_DOUBLE_EQ(krippendorffAlphaOrdinal(ratings)->value, alpha->value);
    EXPECT_EQ(krippendorffAlphaOrdinal(ratings)->n, alpha->n);
    EXPECT_DOUBLE_EQ(percentAgreement(ratings)->value, percent->value);
}

} // namespace
} // namespace mockingbird::review
