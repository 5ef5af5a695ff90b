// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/live_interview.h"

#include "common/catalog/consent_store.h"
#include "common/catalog/event.h"
#include "common/catalog/people_store.h"
#include "recorder/ui/consent_panel.h"
#include "tests/recorder/filing/filing_fixture.h"

#include <algorithm>

namespace mockingbird::recorder {
namespace {

constexpr const char* kText = "What is said here is recorded.";

class LiveInterviewTest : public FilingTest {
protected:
    void SetUp() override {
        FilingTest::SetUp();
        choice.mentee = catalog->sessions().byId(session)->mentee;
        choice.kit = catalog->sessions().byId(session)->kit;
        asks = catalog->people().add("Ruth", {catalog::Role::Mentor})->id;
        watches = catalog->people().add("Noor", {catalog::Role::Liaison})->id;
        choice.panel = {asks};
        choice.observers = {watches};
        recorder = openRecorder();
    }

    std::vector<Agreement> everybody() const {
        return {{choice.mentee, WallTime{1000}}, {asks, WallTime{2000}}, {watches, WallTime{3000}}};
    }
    std::size_t sessions() { return catalog->sessions().all()->size(); }

    RecordChoice choice;
    catalog::PersonId asks;
    catalog::PersonId watches;
    std::unique_ptr<Recorder> recorder;
};

TEST_F(LiveInterviewTest, RefusesWhileSomebodyHasNotAgreedAndLeavesNothing) {
    const auto before = sessions();
    for (std::size_t missing = 0; missing < 3; ++missing) {
        auto agreed = everybody();
        agreed.erase(agreed.begin() + static_cast<std::ptrdiff_t>(missing));
        const auto begun = LiveInterview::begin(*catalog, *recorder, choice, agreed, kText);
        ASSERT_FALSE(begun.ok()) << missing;
        EXPECT_EQ(begun.error().code, ErrorCode::InvalidArgument);
    }
    EXPECT_EQ(sessions(), before);
    EXPECT_FALSE(recorder->stats().recording);
    EXPECT_TRUE(catalog->recordings().unfinished()->empty());
}

TEST_F(LiveInterviewTest, FilesEveryAgreementBeforeTheFirstFrame) {
    auto begun = LiveInterview::begin(*catalog, *recorder, choice, everybody(), kText);
    ASSERT_TRUE(begun.ok()) << begun.error().detail;
    const auto held = begun->session();
    EXPECT_EQ(held.observers, std::vector{watches});
    std::vector<std::string> kinds;
    const auto events = catalog->events(held.id.uuid()).value();
    for (const auto& event : events)
        kinds.push_back(event.kind);
    const auto recording = std::ranges::find(kinds, "recording.begun");
    ASSERT_NE(recording, kinds.end());
    EXPECT_EQ(std::count(kinds.begin(), recording, "consent.given"), 3);
    const auto consents = catalog->consents().ofSession(held.id).value();
    ASSERT_EQ(consents.size(), 3U);
    EXPECT_EQ(consents[0].agreedAt, WallTime{1000});
    EXPECT_EQ(*catalog->consents().text(consents[0].textHash), kText);
    EXPECT_TRUE(begun->finish().ok());
}

TEST_F(LiveInterviewTest, WhoComesLaterHasASeatAndAnAgreement) {
    auto begun = LiveInterview::begin(*catalog, *recorder, choice, everybody(), kText);
    ASSERT_TRUE(begun.ok()) << begun.error().detail;
    const auto late = catalog->people().add("Tomas", {})->id;
    ASSERT_TRUE(begun->join({late, WallTime{4000}}, catalog::Seat::Panel, kText).ok());
    EXPECT_EQ(begun->session().panel, (std::vector{asks, late}));
    EXPECT_EQ(catalog->consents().ofSession(begun->session().id)->size(), 4U);
    EXPECT_TRUE(begun->finish().ok());
}

TEST_F(LiveInterviewTest, ASecondPartNeedsNoSecondAgreement) {
    auto first = LiveInterview::begin(*catalog, *recorder, choice, everybody(), kText);
    ASSERT_TRUE(first.ok()) << first.error().detail;
    const auto id = first->session().id;
    recordUntil(*recorder, 0.2);
    ASSERT_TRUE(first->finish().ok());
    auto second = LiveInterview::resume(*catalog, *recorder, id, {}, kText);
    ASSERT_TRUE(second.ok()) << second.error().detail;
    EXPECT_EQ(second->recording().part, 2);
    recordUntil(*recorder, 0.2);
    EXPECT_TRUE(second->finish().ok());
    EXPECT_EQ(catalog->consents().ofSession(id)->size(), 3U);
    // The control: in a session that nobody agreed in, nothing is recorded.
    EXPECT_FALSE(LiveInterview::resume(*catalog, *recorder, session, {}, kText).ok());
}

} // namespace
} // namespace mockingbird::recorder
