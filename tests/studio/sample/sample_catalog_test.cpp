// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sample/sample_catalog.h"

#include "common/base/whole_file.h"
#include "common/catalog/people_store.h"
#include "common/catalog/programme.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"
#include "common/media/probe.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::studio {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class SampleCatalog : public ::testing::Test {
protected:
    void SetUp() override { fs::create_directories(folder); }
    void TearDown() override { fs::remove_all(folder); }
    fs::path folder = fs::temp_directory_path() / ("sample-" + Uuid7::make().toString());
    CatalogPlace place{folder / "catalog", folder / "sample", true};
};

TEST_F(SampleCatalog, HasThreeAttemptsThatPlayAndTwoRaters) {
    const auto catalog = openSample(place);
    ASSERT_TRUE(catalog.ok()) << catalog.error().detail;
    EXPECT_THAT((*catalog)->verify().value(), IsEmpty());
    auto sessions = (*catalog)->sessions().all();
    ASSERT_THAT(*sessions, SizeIs(16));
    std::erase_if(*sessions, [](const catalog::Session& session) { return session.state == "none"; });
    ASSERT_THAT(*sessions, SizeIs(3)) << "the others were scored on paper";
    for (const auto& session : *sessions) {
        EXPECT_EQ(session.menteeName, "Maya Okafor");
        const auto recordings = (*catalog)->recordings().ofSession(session.id);
        ASSERT_THAT(*recordings, SizeIs(1));
        const auto summary = media::probe((*catalog)->recordings().path(recordings->front()));
        ASSERT_TRUE(summary.ok());
        EXPECT_NEAR(summary->duration.seconds(), 68, 5);
        EXPECT_THAT(summary->streams, SizeIs(4));
        EXPECT_THAT(recordings->front().tracks, SizeIs(4));
        EXPECT_EQ(recordings->front().tracks[0].width, 1280);
        EXPECT_THAT((*catalog)->sessions().segments(session.id).value(), SizeIs(2));
        EXPECT_THAT((*catalog)->reviews().ofSession(session.id).value(), SizeIs(2));
    }
    const auto second = std::ranges::find(*sessions, 2, &catalog::Session::attempt);
    ASSERT_NE(second, sessions->end());
    const auto reviews = (*catalog)->reviews().ofSession(second->id).value();
    EXPECT_EQ(std::ranges::count(reviews, catalog::ReviewState::Sealed, &catalog::Review::state), 1);
    EXPECT_EQ(std::ranges::count(reviews, catalog::ReviewState::Draft, &catalog::Review::state), 1);
}

TEST_F(SampleCatalog, EveryWayOfComparingHasSomethingToShow) {
    const auto catalog = openSample(place);
    ASSERT_TRUE(catalog.ok());
    const catalog::Programme programme(**catalog);
    const auto maya = (*catalog)->people().find("Maya").value();
    const auto taken = programme.commitments().ofMentee(maya.id).value();
    EXPECT_EQ(std::ranges::count_if(taken, [](const auto& one) { return one.closing.has_value(); }), 2);
    EXPECT_THAT(programme.outcomes().ofPerson(maya.id).value(), SizeIs(2));
    const auto cohort = (*catalog)->people().cohorts().value().front();
    const WallTime now = WallTime::now();
    const auto quarters = programme.quarters().quarters(now).value();
    int overdue = 0;
    for (const catalog::QuarterRow& row : programme.quarters().list({quarters.front()}, now).value())
        overdue += row.overdue;
    EXPECT_EQ(overdue, 1);
    EXPECT_THAT(programme.cohortYears().mentees(cohort.id, catalog::quarterOf(now).year).value(), SizeIs(16));
}

TEST_F(SampleCatalog, RebuildsFromItsLog) {
    const auto catalog = openSample(place);
    ASSERT_TRUE(catalog.ok());
    EXPECT_TRUE((*catalog)->rebuild().ok());
    EXPECT_THAT((*catalog)->verify().value(), IsEmpty());
}

TEST_F(SampleCatalog, IsMadeOnceAndStaysRemoved) {
    EXPECT_EQ(sampleState(place), SampleState::NotMade);
    EXPECT_EQ(ensureSample(place).value(), SampleState::There);
    const auto made = fs::last_write_time(place.sample / "sample.txt");
    EXPECT_EQ(ensureSample(place).value(), SampleState::There);
    EXPECT_EQ(fs::last_write_time(place.sample / "sample.txt"), made);
    ASSERT_TRUE(removeSample(place).ok());
    EXPECT_FALSE(fs::exists(place.sample));
    EXPECT_EQ(ensureSample(place).value(), SampleState::Removed);
    EXPECT_FALSE(fs::exists(place.sample));
    ASSERT_TRUE(restoreSample(place).ok());
    EXPECT_EQ(sampleState(place), SampleState::There);
}

TEST_F(SampleCatalog, NeverTouchesAFolderThatIsNotTheSample) {
    fs::create_directories(place.sample);
    ASSERT_TRUE(writeWholeFile(place.sample / "mine.txt", "precious").ok());
    EXPECT_EQ(removeSample(place).error().code, ErrorCode::InvalidArgument);
    EXPECT_FALSE(ensureSample(place).ok());
    EXPECT_EQ(readWholeFile(place.sample / "mine.txt").value(), "precious");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1)
        << "nothing is left beside";
}

TEST_F(SampleCatalog, SweepsUpWhatAKilledProgramLeft) {
    // No process has a number so high: the kernel's limit is 2^22.
    fs::create_directories(folder / "sample.tmp-99999999");
    ASSERT_TRUE(ensureSample(place).ok());
    EXPECT_FALSE(fs::exists(folder / "sample.tmp-99999999"));
}

} // namespace
} // namespace mockingbird::studio
