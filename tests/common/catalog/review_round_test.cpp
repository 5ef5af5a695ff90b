// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/review_round.h"

#include "tests/common/catalog/fixture.h"

#include <algorithm>

namespace mockingbird::catalog::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

namespace {

/// A round of a mentee, two raters on the panel, a liaison, a coordinator and somebody else, by plain
/// structs.
struct Table {
    PersonId mentee = PersonId::make();
    PersonId ann = PersonId::make();
    PersonId ben = PersonId::make();
    PersonId cleo = PersonId::make();
    PersonId liaison = PersonId::make();
    PersonId coordinator = PersonId::make();
    ReviewRound round;

    Table() {
        round.session.mentee = mentee;
        round.raters = {ann, ben};
    }
    const Review& add(PersonId rater, ReviewState state) {
        Review review;
        review.id = ReviewId::make();
        review.rater = rater;
        review.state = state;
        round.reviews.push_back(review);
        return round.reviews.back();
    }
    [[nodiscard]] Viewer as(PersonId id) const {
        Viewer viewer{id, {}};
        if (id == mentee)
            viewer.roles = {Role::Mentee};
        else if (id == liaison)
            viewer.roles = {Role::Liaison};
        else if (id == coordinator)
            viewer.roles = {Role::Coordinator};
        else
            viewer.roles = {Role::Mentor};
        return viewer;
    }
    /// Who may read the review of that rater, as letters: m, a, b, c, l, o(coordinator), 0 (nobody acting).
    [[nodiscard]] std::string readers(PersonId rater) const {
        const auto review = std::ranges::find(round.reviews, rater, &Review::rater);
        std::string text;
        const std::pair<char, PersonId> all[] = {{'m', mentee},  {'a', ann},         {'b', ben}, {'c', cleo},
                                                 {'l', liaison}, {'o', coordinator}, {'0', {}}};
        for (const auto& [letter, person] : all)
            if (round.mayRead(as(person), *review))
                text += letter;
        return text;
    }
};

} // namespace

TEST(ReviewRound, WhoReadsWhatInEachState) {
    using enum ReviewState;
    struct Row {
        ReviewState anns;
        std::optional<ReviewState> bens; ///< none: he hasn't begun
        std::optional<ReviewState> self;
        bool calibration;
        std::string readAnns;
        std::string readSelf;
    };
    const Row rows[] = {
        {Draft, std::nullopt, std::nullopt, false, "a0", ""},
        {Draft, Sealed, Sealed, false, "a0", "mblo0"},
        {Sealed, std::nullopt, std::nullopt, false, "alo0", ""},
        {Sealed, Draft, Draft, false, "alo0", "m0"},
        {Sealed, Draft, Sealed, false, "alo0", "malo0"},
        {Sealed, Sealed, Sealed, false, "ablo0", "mablo0"},
        {Opened, Draft, Draft, false, "mabclo0", "m0"},
        {Opened, Opened, Opened, false, "mabclo0", "mabclo0"},
        {Sealed, Sealed, std::nullopt, true, "ao0", ""},
        {Draft, Sealed, std::nullopt, true, "a0", ""},
    };
    int number = 0;
    for (const Row& row : rows) {
        Table table;
        table.round.calibration = row.calibration;
        table.add(table.ann, row.anns);
        if (row.bens)
            table.add(table.ben, *row.bens);
        if (row.self)
            table.add(table.mentee, *row.self);
        EXPECT_EQ(table.readers(table.ann), row.readAnns) << "row " << number;
        if (row.self) {
            EXPECT_EQ(table.readers(table.mentee), row.readSelf) << "row " << number;
        }
        ++number;
    }
}

TEST(ReviewRound, ACoordinatorWhoRatesReadsAsARater) {
    Table table;
    table.round.raters.push_back(table.coordinator);
    table.add(table.ann, ReviewState::Sealed);
    table.add(table.ben, ReviewState::Sealed);
    EXPECT_EQ(table.readers(table.ann), "al0");
    table.add(table.coordinator, ReviewState::Sealed);
    EXPECT_EQ(table.readers(table.ann), "ablo0");
    table.round.calibration = true;
    EXPECT_EQ(table.readers(table.ann), "ao0") << "who has sealed their own";
    table.round.reviews.back().state = ReviewState::Draft;
    EXPECT_EQ(table.readers(table.ann), "a0");
}

TEST(ReviewRound, WhatIsSaidOfAMenteeTheyReadOnceItIsOpenedWhateverTheyAreBesides) {
    Table table;
    table.add(table.ann, ReviewState::Sealed);
    table.add(table.ben, ReviewState::Sealed);
    const Viewer both{table.mentee, {Role::Mentee, Role::Coordinator, Role::Liaison}};
    EXPECT_FALSE(table.round.mayRead(both, table.round.reviews[0]));
    table.round.reviews[0].state = ReviewState::Opened;
    EXPECT_TRUE(table.round.mayRead(both, table.round.reviews[0]));
}

TEST(ReviewRound, APrivateNoteIsItsAuthorsAloneForEver) {
    Table table;
    Note note;
    note.review = table.add(table.ann, ReviewState::Opened).id;
    note.author = table.ann;
    for (const PersonId person : {table.mentee, table.ann, table.ben, table.coordinator, PersonId{}})
        EXPECT_TRUE(table.round.mayRead(table.as(person), note));
    note.audience = NoteAudience::Private;
    for (const PersonId person : {table.mentee, table.ben, table.liaison, table.coordinator, PersonId{}})
        EXPECT_FALSE(table.round.mayRead(table.as(person), note));
    EXPECT_TRUE(table.round.mayRead(table.as(table.ann), note));
    note.author = {}; // written by nobody who is named
    EXPECT_TRUE(table.round.mayRead(table.as(table.ann), note));
    EXPECT_TRUE(table.round.mayRead(Viewer{}, note));
    EXPECT_FALSE(table.round.mayRead(table.as(table.mentee), note));
    note.review = ReviewId::make();
    EXPECT_FALSE(table.round.mayRead(table.as(table.ann), note)) << "of another session";
}

TEST(ReviewRound, OpensOnceAllHaveSealedAndTheSelfReviewThatComesFirst) {
    Table table;
    EXPECT_FALSE(table.round.allSealed());
    const ReviewId anns = table.add(table.ann, ReviewState::Sealed).id;
    EXPECT_THAT(table.round.awaited(), ElementsAre(table.ben)) << "the panel, whether or not they began";
    EXPECT_THAT(table.round.opensNow(), IsEmpty());
    const ReviewId bens = table.add(table.ben, ReviewState::Draft).id;
    EXPECT_THAT(table.round.opensNow(), IsEmpty());
    table.round.reviews.back().state = ReviewState::Sealed;
    EXPECT_TRUE(table.round.allSealed());
    EXPECT_THAT(table.round.opensNow(), ElementsAre(anns, bens));

    table.round.selfReviewFirst = true;
    EXPECT_TRUE(table.round.selfReviewAwaited());
    EXPECT_THAT(table.round.opensNow(), IsEmpty());
    const ReviewId self = table.add(table.mentee, ReviewState::Draft).id;
    EXPECT_THAT(table.round.opensNow(), IsEmpty());
    table.round.reviews.back().state = ReviewState::Sealed;
    EXPECT_THAT(table.round.opensNow(), UnorderedElementsAre(anns, bens, self));

    table.round.calibration = true;
    EXPECT_THAT(table.round.opensNow(), IsEmpty());
    table.round.calibration = false;
    table.round.raters.clear();
    EXPECT_FALSE(table.round.allSealed()) << "nobody rates";
}

TEST(ReviewRound, WhoOpensASealedReview) {
    Table table;
    table.add(table.ann, ReviewState::Sealed);
    table.add(table.ben, ReviewState::Draft);
    const auto openers = [&](const Review& review) {
        std::string text;
        const std::pair<char, PersonId> all[] = {{'m', table.mentee},      {'a', table.ann},
                                                 {'b', table.ben},         {'l', table.liaison},
                                                 {'o', table.coordinator}, {'0', {}}};
        for (const auto& [letter, person] : all)
            if (table.round.mayOpen(table.as(person), review))
                text += letter;
        return text;
    };
    EXPECT_EQ(openers(table.round.reviews[0]), "ao0") << "a rater who has sealed, where nobody coordinates";
    table.round.coordinated = true;
    EXPECT_EQ(openers(table.round.reviews[0]), "o0");
    EXPECT_EQ(openers(table.round.reviews[1]), "") << "a draft";
    table.round.calibration = true;
    EXPECT_EQ(openers(table.round.reviews[0]), "");
}

TEST(ReviewRound, WhoAgreesAndWhoReadsWhatWasAgreed) {
    Table table;
    table.add(table.ann, ReviewState::Sealed);
    EXPECT_FALSE(table.round.mayAgree());
    table.add(table.ben, ReviewState::Sealed);
    EXPECT_TRUE(table.round.mayAgree());
    EXPECT_TRUE(table.round.mayAgree(table.as(table.ann)));
    EXPECT_FALSE(table.round.mayAgree(table.as(table.mentee)));
    EXPECT_TRUE(table.round.mayReadAgreed(table.as(table.ben)));
    EXPECT_FALSE(table.round.mayReadAgreed(table.as(table.mentee)));
    table.round.reviews[0].state = ReviewState::Opened;
    EXPECT_TRUE(table.round.mayReadAgreed(table.as(table.mentee)));

    table.round.calibration = true;
    table.round.coordinated = true;
    EXPECT_FALSE(table.round.mayAgree(table.as(table.ann)));
    EXPECT_TRUE(table.round.mayAgree(table.as(table.coordinator)));
    EXPECT_TRUE(table.round.mayReadAgreed(table.as(table.coordinator)));
    EXPECT_TRUE(table.round.mayReadAgreed(table.as(table.ann))) << "who has rated";
    EXPECT_FALSE(table.round.mayReadAgreed(table.as(table.cleo))) << "who may want to rate yet";

    table.round.raters.pop_back();
    EXPECT_FALSE(table.round.mayAgree()) << "one rater alone has nobody to agree with";
}

class RoundTest : public CatalogTest {
protected:
    RoundTest() : m_reviews(m_catalog->reviews()) {}

    Review sealAs(const Person& person) {
        m_catalog->actAs(person.id);
        return must(m_reviews.seal(must(m_reviews.mine(m_session.id)).id));
    }
    [[nodiscard]] ReviewState stateOf(const Review& review) const {
        return must(m_reviews.byId(review.id)).state;
    }

    ReviewStore& m_reviews;
};

TEST_F(RoundTest, KnowsPanelRatersKitAndCoordinator) {
    must(m_catalog->sessions().join(m_session.id, m_mentee.id, Seat::Panel));
    must(m_catalog->sessions().join(m_session.id, m_liaison.id, Seat::Observer));
    ReviewRound round = must(m_reviews.round(m_session.id));
    EXPECT_EQ(round.session.id, m_session.id);
    EXPECT_THAT(round.raters, ElementsAre(m_mentor.id));
    EXPECT_TRUE(round.coordinated);
    EXPECT_FALSE(round.selfReviewFirst);
    EXPECT_FALSE(round.calibration);
    m_catalog->actAs(m_liaison.id);
    must(m_reviews.mine(m_session.id));
    round = must(m_reviews.round(m_session.id));
    EXPECT_THAT(round.raters, ElementsAre(m_mentor.id, m_liaison.id)) << "an observer who rates is a rater";
    EXPECT_EQ(codeOf(m_reviews.round(SessionId::make())), ErrorCode::NotFound);
}

TEST_F(RoundTest, TheLastSealOpensAllInOneStep) {
    must(m_catalog->sessions().join(m_session.id, m_liaison.id, Seat::Panel));
    const Review self = sealAs(m_mentee);
    EXPECT_EQ(self.state, ReviewState::Sealed);
    const Review first = sealAs(m_mentor);
    EXPECT_EQ(first.state, ReviewState::Sealed);
    const Review last = sealAs(m_liaison);
    EXPECT_EQ(last.state, ReviewState::Opened);
    EXPECT_EQ(stateOf(first), ReviewState::Opened);
    EXPECT_EQ(stateOf(self), ReviewState::Opened);
    EXPECT_EQ(must(m_reviews.contentHash(first)), first.hash);
}

TEST_F(RoundTest, ASelfReviewThatComesFirstOpensTheOthers) {
    Kit kit = m_kit;
    kit.profile.selfReviewFirst = true;
    kit = must(m_catalog->kits().publish(kit));
    m_session = must(m_catalog->sessions().add(m_mentee.id, kit.id, SessionMode::Solo, {m_mentor.id}));
    const Review mentors = sealAs(m_mentor);
    EXPECT_EQ(mentors.state, ReviewState::Sealed);
    EXPECT_EQ(sealAs(m_mentee).state, ReviewState::Opened);
    EXPECT_EQ(stateOf(mentors), ReviewState::Opened);
}

TEST_F(RoundTest, ACalibrationOpensToNobody) {
    must(m_catalog->calibrations().begin(m_session.id, {}, "Practice"));
    const Review review = sealAs(m_mentor);
    EXPECT_EQ(review.state, ReviewState::Sealed);
    m_catalog->actAs(m_liaison.id);
    EXPECT_EQ(codeOf(m_reviews.open(review.id)), ErrorCode::Denied);
}

TEST_F(RoundTest, OpeningEarlyIsTheCoordinatorsOrTheOwners) {
    must(m_catalog->sessions().join(m_session.id, m_liaison.id, Seat::Panel));
    const Review review = sealAs(m_mentor);
    EXPECT_EQ(codeOf(m_reviews.open(review.id)), ErrorCode::Denied);
    m_catalog->actAs(m_mentee.id);
    EXPECT_EQ(codeOf(m_reviews.open(review.id)), ErrorCode::Denied);
    EXPECT_EQ(stateOf(review), ReviewState::Sealed);
    m_catalog->actAs({});
    EXPECT_EQ(must(m_reviews.open(review.id)).state, ReviewState::Opened);
}

} // namespace mockingbird::catalog::test
