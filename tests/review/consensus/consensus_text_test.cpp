// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/consensus/consensus_text.h"

#include "tests/review/rubric/scored_kit.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class ConsensusTextTest : public testing::Test {
protected:
    /// The agreement of two raters, a pair of levels a unit.
    FigureText textOf(const std::vector<std::pair<int, int>>& levels) {
        std::vector<catalog::Score> scores;
        for (std::size_t i = 0; i < levels.size(); ++i) {
            scores.push_back(m_kit.score(m_kit.ann, i % 3, i / 3, levels[i].first));
            scores.push_back(m_kit.score(m_kit.ben, i % 3, i / 3, levels[i].second));
        }
        ConsensusContent content;
        content.kit = m_kit.kit;
        content.units = scoredUnits(m_kit.kit, scores);
        return agreementText(content);
    }
    test::ScoredKit m_kit;
};

TEST_F(ConsensusTextTest, SaysTheFiguresWithWhatTheyRestOn) {
    const FigureText text = textOf({{1, 1}, {2, 3}, {3, 3}, {5, 2}});
    EXPECT_TRUE(text.figures.contains("The same level on 50 % of 4 scores, within one level on 75 %."))
        << text.figures.toStdString();
    EXPECT_TRUE(text.figures.contains("Weighted kappa"));
    EXPECT_TRUE(text.figures.contains("n = 4"));
    EXPECT_TRUE(text.meaning.contains("take it as a hint, not as a measure"));
}

TEST_F(ConsensusTextTest, NamesAlphaForMoreThanTwoRaters) {
    std::vector<catalog::Score> scores;
    const catalog::PersonId third = catalog::PersonId::make();
    for (const std::size_t criterion : {0u, 1u, 2u}) {
        const int level = static_cast<int>(criterion) + 1;
        for (const catalog::PersonId rater : {m_kit.ann, m_kit.ben, third})
            scores.push_back(m_kit.score(rater, criterion, 0, level));
    }
    ConsensusContent content;
    content.kit = m_kit.kit;
    content.units = scoredUnits(m_kit.kit, scores);
    const FigureText text = agreementText(content);
    EXPECT_TRUE(text.figures.contains("Krippendorff's alpha 1.00, n = 3.")) << text.figures.toStdString();
    EXPECT_TRUE(text.meaning.contains("much alike"));
}

TEST_F(ConsensusTextTest, SaysWhyThereIsNoFigure) {
    EXPECT_TRUE(textOf({{3, 3}, {3, 3}}).meaning.contains("hardly vary"));
    ConsensusContent alone;
    alone.kit = m_kit.kit;
    alone.units = scoredUnits(m_kit.kit, {m_kit.score(m_kit.ann, 0, 0, 3)});
    EXPECT_TRUE(agreementText(alone).figures.contains("nothing to compare"));
}

TEST_F(ConsensusTextTest, TellsARaterHowTheyDiffer) {
    RaterCalibration rater;
    EXPECT_TRUE(calibrationText(rater).figures.contains("None of your scores"));
    rater.n = 9;
    rater.exact = 5;
    rater.withinOne = 8;
    rater.meanDifference = -0.6;
    const FigureText text = calibrationText(rater);
    EXPECT_TRUE(text.figures.contains("5 of 9 times, within one level 8 of 9"));
    EXPECT_TRUE(text.meaning.contains("0.6 levels stricter"));
    rater.meanDifference = 0.1;
    EXPECT_TRUE(calibrationText(rater).meaning.contains("about as mild or strict"));
}

TEST_F(ConsensusTextTest, PutsDifferencesAndUnitsIntoWords) {
    EXPECT_EQ(differenceText(0), "the same");
    EXPECT_EQ(differenceText(1), "one level higher");
    EXPECT_EQ(differenceText(-3), "3 levels lower");
    EXPECT_EQ(unitName(m_kit.kit, m_kit.criterion(1), m_kit.question(1)), "Question 2 · Service");
    EXPECT_EQ(unitName(m_kit.kit, m_kit.criterion(1), std::nullopt), "Service");
    EXPECT_EQ(levelText(m_kit.kit, m_kit.criterion(0), 4), "4 Strong");
    EXPECT_EQ(levelText(m_kit.kit, m_kit.criterion(0), 9), "9");
}

} // namespace
} // namespace mockingbird::review
