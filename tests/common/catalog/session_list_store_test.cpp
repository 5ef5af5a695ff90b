// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/session_list_store.h"

#include "tests/common/catalog/fixture.h"

#include <algorithm>
#include <random>

namespace mockingbird::catalog::test {

using ::testing::ElementsAreArray;

/// Sessions of which many began in the same millisecond, some recorded, some reviewed, some removed.
class SessionListTest : public CatalogTest {
protected:
    SessionListTest() {
        std::mt19937 dice(11);
        m_other = must(m_catalog->kits().publish(sampleKit()));
        const std::vector<PersonId> mentees{m_mentee.id, m_liaison.id};
        for (int i = 0; i < 60; ++i) {
            const Session made = must(m_catalog->sessions().add(
                mentees[dice() % 2], dice() % 3 ? m_kit.id : m_other.id, SessionMode::Solo, {},
                WallTime{1000 + static_cast<int>(dice() % 6)}));
            if (dice() % 3 != 0) {
                const Recording recording = must(m_catalog->recordings().begin(made.id, {}));
                must(m_catalog->recordings().finish(
                    recording.id, dice() % 4 ? RecordingState::Complete : RecordingState::Lost, seconds(60),
                    1000, {}));
            }
            if (dice() % 3 == 0) {
                const Review mine = must(m_catalog->reviews().mine(made.id));
                if (dice() % 2 == 0)
                    must(m_catalog->reviews().seal(mine.id));
            }
            if (dice() % 8 == 0)
                must(m_catalog->sessions().remove(made.id));
            m_made.push_back(made.id);
        }
        m_made.push_back(m_session.id);
    }

    /// What the list should be, found out session by session.
    [[nodiscard]] std::vector<SessionId> expected(const SessionFilter& filter) const {
        std::vector<Session> fitting;
        for (const SessionId id : m_made) {
            const auto session = m_catalog->sessions().byId(id);
            if (!session.ok() || (filter.mentee && session->mentee != *filter.mentee) ||
                (filter.kit && session->kit != *filter.kit) || (filter.recorded && session->state == "none"))
                continue;
            const auto sealed = [&](PersonId rater) {
                const auto reviews = must(m_catalog->reviews().ofSession(id));
                return std::any_of(reviews.begin(), reviews.end(), [&](const Review& one) {
                    return one.rater == rater && one.state != ReviewState::Draft;
                });
            };
            if ((filter.unsealedBy && sealed(*filter.unsealedBy)) ||
                (filter.sealedBy && !sealed(*filter.sealedBy)))
                continue;
            fitting.push_back(*session);
        }
        std::sort(fitting.begin(), fitting.end(), [](const Session& a, const Session& b) {
            return a.startedAt != b.startedAt ? a.startedAt > b.startedAt : a.id > b.id;
        });
        return idsOf(fitting);
    }

    static std::vector<SessionId> idsOf(const std::vector<Session>& sessions) {
        std::vector<SessionId> ids;
        for (const Session& one : sessions)
            ids.push_back(one.id);
        return ids;
    }

    [[nodiscard]] std::vector<SessionFilter> filters() const {
        return {{},
                {.mentee = m_mentee.id},
                {.kit = m_other.id},
                {.mentee = m_liaison.id, .kit = m_kit.id},
                {.recorded = true},
                {.recorded = true, .unsealedBy = m_mentor.id},
                {.sealedBy = m_mentor.id},
                {.mentee = m_mentee.id, .recorded = true, .sealedBy = m_mentor.id},
                {.kit = m_other.id, .unsealedBy = m_mentor.id},
                {.kit = m_kit.id, .sealedBy = m_mentor.id},
                {.mentee = m_mentor.id}};
    }

    Kit m_other;
    std::vector<SessionId> m_made;
};

TEST_F(SessionListTest, PagesOfAnySizeTogetherAreTheWholeListWithTiesInOrder) {
    std::size_t longest = 0;
    for (const SessionFilter& filter : filters()) {
        const auto whole = expected(filter);
        longest = std::max(longest, whole.size());
        EXPECT_THAT(idsOf(must(m_catalog->sessions().all(filter))), ElementsAreArray(whole));
        EXPECT_EQ(must(m_catalog->sessions().count(filter)), static_cast<std::int64_t>(whole.size()));
        for (const int size : {1, 2, 3, 7, 60, 1000}) {
            std::vector<SessionId> paged;
            std::optional<SessionPlace> after;
            for (;;) {
                const auto page = must(m_catalog->sessions().page(filter, size, after));
                if (page.empty())
                    break;
                ASSERT_LE(page.size(), static_cast<std::size_t>(size));
                for (const Session& one : page)
                    paged.push_back(one.id);
                ASSERT_LE(paged.size(), whole.size());
                after = placeOf(page.back());
            }
            EXPECT_THAT(paged, ElementsAreArray(whole)) << "in pages of " << size;
        }
    }
    EXPECT_GT(longest, 40U); // the control: there was something to page through
}

TEST_F(SessionListTest, APageSaysOfASessionWhatItSaysAlone) {
    for (const Session& listed : must(m_catalog->sessions().page({}, 100))) {
        const Session alone = must(m_catalog->sessions().byId(listed.id));
        EXPECT_EQ(listed.attempt, alone.attempt);
        EXPECT_EQ(listed.state, alone.state);
        EXPECT_EQ(listed.panel, alone.panel);
        EXPECT_EQ(listed.menteeName, alone.menteeName);
        EXPECT_EQ(listed.kitName, alone.kitName);
    }
}

TEST_F(SessionListTest, WhatIsAddedMeanwhileMovesNoPageBehindIt) {
    auto& sessions = m_catalog->sessions();
    const auto first = must(sessions.page({}, 10));
    const auto second = idsOf(must(sessions.page({}, 10, placeOf(first.back()))));
    must(sessions.add(m_mentee.id, m_kit.id, SessionMode::Solo));
    must(sessions.remove(first[3].id));
    EXPECT_THAT(idsOf(must(sessions.page({}, 10, placeOf(first.back())))), ElementsAreArray(second));
    EXPECT_TRUE(must(sessions.page({}, 0)).empty());
    EXPECT_TRUE(must(sessions.page({}, -1)).empty());
}

} // namespace mockingbird::catalog::test
