// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/consent_store.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using ::testing::IsEmpty;

namespace {

constexpr WallTime kMorning{1'700'000'000'000};
constexpr WallTime kLater{1'700'000'060'000};
constexpr std::string_view kText = "I agree to be recorded. Käthe keeps it.";

} // namespace

TEST_F(CatalogTest, AnAgreementSaysWhoWhenAndToWhatText) {
    auto& consents = m_catalog->consents();
    const Consent second = must(consents.agree(m_session.id, m_mentor.id, kText, kLater));
    const Consent first = must(consents.agree(m_session.id, m_mentee.id, kText, kMorning));
    const auto all = must(consents.ofSession(m_session.id));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].id, first.id) << "by the time of agreeing";
    EXPECT_EQ(all[0].person, m_mentee.id);
    EXPECT_EQ(all[0].session, m_session.id);
    EXPECT_EQ(all[0].agreedAt, kMorning);
    EXPECT_EQ(all[1].id, second.id);
    // As sha256sum says it.
    EXPECT_EQ(all[0].textHash, "49188bab9bef51ed97b2b6b09a5fc0a698a0bd424ba266678eeb68dd10eb95ca");
    EXPECT_EQ(must(consents.text(all[0].textHash)), kText);
}

TEST_F(CatalogTest, ATextThatManyAgreedToIsKeptOnce) {
    auto& consents = m_catalog->consents();
    const Session other = must(m_catalog->sessions().add(m_mentee.id, m_kit.id, SessionMode::Solo));
    must(consents.agree(m_session.id, m_mentee.id, kText, kMorning));
    must(consents.agree(m_session.id, m_mentor.id, kText, kMorning));
    must(consents.agree(other.id, m_mentee.id, kText, kLater));
    const Dump dump = dumpOf(m_folder.path());
    EXPECT_EQ(dump.at("consent_text").size(), 1U);
    EXPECT_EQ(dump.at("consent").size(), 3U);
    for (const Event& event : must(m_catalog->events(m_session.id.uuid())))
        EXPECT_EQ(event.payload.dump().find("Käthe"), std::string::npos) << event.kind;
}

TEST_F(CatalogTest, AgreeingToTheSameTextAgainAnswersTheEarlierAgreement) {
    auto& consents = m_catalog->consents();
    const Consent first = must(consents.agree(m_session.id, m_mentee.id, kText, kMorning));
    const auto revision = m_catalog->revision();
    const Consent again = must(consents.agree(m_session.id, m_mentee.id, kText, kLater));
    EXPECT_EQ(again.id, first.id);
    EXPECT_EQ(again.agreedAt, kMorning);
    EXPECT_EQ(m_catalog->revision(), revision);
    const Consent changed = must(consents.agree(m_session.id, m_mentee.id, "Another text", kLater));
    EXPECT_NE(changed.id, first.id) << "another text needs another agreement";
    EXPECT_EQ(must(consents.ofSession(m_session.id)).size(), 2U);
}

TEST_F(CatalogTest, OnlyWhoTakesPartCanAgreeAndToATextAlone) {
    auto& consents = m_catalog->consents();
    EXPECT_EQ(codeOf(consents.agree(m_session.id, m_liaison.id, kText, kMorning)),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(consents.agree(m_session.id, m_mentee.id, " \n", kMorning)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(consents.agree(m_session.id, m_mentee.id, "\xff\xfe", kMorning)),
              ErrorCode::InvalidArgument)
        << "no text";
    EXPECT_EQ(codeOf(consents.agree(SessionId::make(), m_mentee.id, kText, kMorning)), ErrorCode::NotFound);
    EXPECT_THAT(must(consents.ofSession(m_session.id)), IsEmpty());
    EXPECT_THAT(dumpOf(m_folder.path()).at("consent_text"), IsEmpty()) << "nothing is left of a refusal";
    EXPECT_EQ(codeOf(consents.text(std::string(64, '0'))), ErrorCode::NotFound);
}

TEST_F(CatalogTest, WhoJoinsLaterAgreesToo) {
    must(m_catalog->sessions().join(m_session.id, m_liaison.id, Seat::Observer));
    EXPECT_EQ(must(m_catalog->consents().agree(m_session.id, m_liaison.id, kText, kLater)).person,
              m_liaison.id);
}

} // namespace mockingbird::catalog::test
