// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class CommitmentTest : public CatalogTest {
protected:
    [[nodiscard]] std::vector<std::string> before(WallTime time) const {
        m_catalog->actAs(m_mentee.id); // of their own, others read no draft
        std::vector<std::string> texts;
        for (const Commitment& each : must(m_catalog->reviews().commitmentsBefore(m_mentee.id, time)))
            texts.push_back(each.text);
        return texts;
    }
    void commitAs(const Person& person, const Session& session, const std::vector<std::string>& texts,
                  bool seals) {
        m_catalog->actAs(person.id);
        const Review mine = must(m_catalog->reviews().mine(session.id));
        must(m_catalog->reviews().setCommitments(mine.id, texts));
        if (seals)
            must(m_catalog->reviews().seal(mine.id));
    }
    Session attempt(std::int64_t day) {
        return must(m_catalog->sessions().add(m_mentee.id, m_kit.id, SessionMode::Solo, {m_mentor.id},
                                              WallTime{1'700'000'000'000 + day * 86'400'000}));
    }
    static constexpr WallTime kLater{1'800'000'000'000};
};

TEST_F(CommitmentTest, TheNewestAttemptWithCommitmentsThatTheMenteeMayReadCounts) {
    EXPECT_THAT(before(kLater), IsEmpty());
    commitAs(m_mentor, m_session, {"Breathe", "Slow down"}, true);
    EXPECT_THAT(before(kLater), ElementsAre("Breathe", "Slow down"));
    EXPECT_THAT(before(m_session.startedAt), IsEmpty()) << "not its own";
    const Session second = attempt(1);
    EXPECT_THAT(before(kLater), ElementsAre("Breathe", "Slow down")) << "nothing was said there yet";
    commitAs(m_mentor, second, {"Name the result"}, false);
    EXPECT_THAT(before(kLater), ElementsAre("Breathe", "Slow down")) << "a draft is its rater's alone";
    commitAs(m_mentor, second, {"Name the result"}, true);
    EXPECT_THAT(before(kLater), ElementsAre("Name the result"));
    EXPECT_THAT(before(second.startedAt), ElementsAre("Breathe", "Slow down"));
    must(m_catalog->sessions().remove(second.id));
    EXPECT_THAT(before(kLater), ElementsAre("Breathe", "Slow down"));
}

TEST_F(CommitmentTest, TheMenteesOwnCountAtOnceAndAnothersAfterOpening) {
    must(m_catalog->sessions().join(m_session.id, m_liaison.id, Seat::Panel));
    commitAs(m_mentor, m_session, {"Breathe"}, true); // sealed, and Chen is awaited
    EXPECT_THAT(before(kLater), IsEmpty());
    commitAs(m_mentee, m_session, {"Smile"}, false);
    EXPECT_THAT(before(kLater), ElementsAre("Smile"));
    commitAs(m_liaison, m_session, {}, true);
    EXPECT_THAT(before(kLater), ElementsAre("Breathe", "Smile"));
}

TEST_F(CommitmentTest, WhatTwoSaidInTheSameWordsComesOnce) {
    must(m_catalog->sessions().join(m_session.id, m_liaison.id, Seat::Panel));
    commitAs(m_mentor, m_session, {"Breathe", "Slow down"}, true);
    commitAs(m_liaison, m_session, {"breathe", "Smile"}, true);
    EXPECT_THAT(before(kLater), ElementsAre("Breathe", "Slow down", "Smile"));
}

} // namespace mockingbird::catalog::test
