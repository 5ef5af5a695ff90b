// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/round_text.h"

#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using Viewer = RoundStanding::Viewer;

TEST(RoundText, ARaterWhoHasSealedReadsWhoIsAwaited) {
    RoundStanding standing;
    standing.awaited = {"Aisha Rahman"};
    standing.ownSealed = true;
    standing.coordinated = true;
    EXPECT_EQ(
        standingText(standing, "Maya"),
        "Waiting for Aisha Rahman's review; yours is sealed. The coordinator can open the reviews earlier.");
    standing.coordinated = false;
    standing.mayOpen = true;
    EXPECT_TRUE(standingText(standing, "Maya").contains("You can open your review earlier."));
}

TEST(RoundText, ARaterWhoStillWritesReadsWhenTheySeeTheOthers) {
    RoundStanding standing;
    standing.awaited = {"Aisha Rahman", "Tom Fry"};
    EXPECT_EQ(standingText(standing, "Maya"),
              "You see Aisha Rahman and Tom Fry's scores when you have sealed yours and they theirs.");
}

TEST(RoundText, TheMenteesOwnReviewComesFirst) {
    RoundStanding standing;
    standing.viewer = Viewer::Mentee;
    standing.selfReviewFirst = standing.selfReviewAwaited = true;
    EXPECT_EQ(standingText(standing, "Maya"),
              "Your own review comes first; your mentors' opens when you have sealed yours.");
    standing.viewer = Viewer::Rater;
    standing.ownSealed = true;
    EXPECT_TRUE(standingText(standing, "Maya").contains("Waiting for Maya's own review"));
}

TEST(RoundText, SaysNothingOnceAllIsOpen) {
    RoundStanding standing;
    standing.opened = true;
    for (const Viewer viewer : {Viewer::Rater, Viewer::Mentee, Viewer::Onlooker}) {
        standing.viewer = viewer;
        EXPECT_TRUE(standingText(standing, "Maya").isEmpty());
    }
}

TEST(RoundText, SaysBeforeSealingWhoCanReadIt) {
    RoundStanding standing;
    EXPECT_TRUE(readersText(standing, "Maya").contains("opens at once: Maya and everybody"));
    standing.awaited = {"Aisha Rahman"};
    EXPECT_TRUE(readersText(standing, "Maya").contains("until Aisha Rahman has sealed too"));
    standing.awaited.clear();
    standing.selfReviewAwaited = true;
    EXPECT_TRUE(readersText(standing, "Maya").contains("Maya when they have sealed their own review"));
    standing.calibration = true;
    EXPECT_TRUE(readersText(standing, "Maya").contains("Only a coordinator"));
}

TEST(RoundText, ListsNames) {
    EXPECT_EQ(listOfNames({}), "");
    EXPECT_EQ(listOfNames({"A"}), "A");
    EXPECT_EQ(listOfNames({"A", "B", "C"}), "A, B and C");
}

} // namespace
} // namespace mockingbird::review
