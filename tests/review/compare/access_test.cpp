// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/comparison.h"
#include "review/compare/progress.h"
#include "review/compare/question_attempts.h"
#include "review/report/report_html.h"
#include "tests/common/catalog/signed_in_fixture.h"

#include <gtest/gtest.h>

namespace mockingbird::review::test {

using catalog::PersonId;

namespace {

template <class T>
bool isDenied(const Result<T>& result) {
    return !result.ok() && result.error().code == ErrorCode::Denied;
}

} // namespace

/// What is made of many things is asked for by itself, not only thing by thing.
class CompareAccessTest : public catalog::test::SignedInTest {
protected:
    [[nodiscard]] std::vector<bool> refusals(PersonId who) {
        m_catalog->actAs(who);
        const auto kit = m_session.kit;
        return {isDenied(progressOf(*m_catalog, m_mentee.id)),
                isDenied(compareAttempts(*m_catalog, m_mentee.id, kit)),
                isDenied(askedQuestions(*m_catalog, m_mentee.id, kit)),
                isDenied(reportHtml(*m_catalog, m_session.id))};
    }
};

TEST_F(CompareAccessTest, IsForThoseWhoHaveToDoWithAPerson) {
    turnOn();
    const std::vector<bool> none(4, false);
    const std::vector<bool> all(4, true);
    EXPECT_EQ(refusals(m_mentee.id), none);
    EXPECT_EQ(refusals(m_pairedMentor.id), none);
    EXPECT_EQ(refusals(m_accompanying.id), none);
    EXPECT_EQ(refusals(m_coordinator.id), none);
    EXPECT_EQ(refusals(m_mentor.id), none) << "sat on the panel";
    EXPECT_EQ(refusals(m_otherMentee.id), all);
    EXPECT_EQ(refusals(m_otherMentor.id), all);
    EXPECT_EQ(refusals(m_otherLiaison.id), all);
}

} // namespace mockingbird::review::test
