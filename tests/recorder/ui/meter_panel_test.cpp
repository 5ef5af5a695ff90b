// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/meter_panel.h"

#include "common/ui/level_meter.h"

#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

SourceStats sound(const char* id, double level, std::vector<Trouble> troubles = {}) {
    SourceStats stats;
    stats.source = {SourceKind::Microphone, id};
    stats.name = id;
    stats.peak = stats.rms = level;
    stats.troubles = std::move(troubles);
    return stats;
}

} // namespace

TEST(MeterPanel, HasARowForEachSoundAndCallsThoseSilentThatTheRecorderDoes) {
    MeterPanel panel;
    RecorderStats stats;
    stats.sources = {sound("desk", 0.3), sound("lapel", 0)};
    SourceStats camera;
    camera.video = true;
    stats.sources.insert(stats.sources.begin(), camera);
    panel.show(stats);
    EXPECT_EQ(panel.count(), 2u);
    const auto meters = panel.findChildren<ui::LevelMeter*>();
    ASSERT_EQ(meters.size(), 2);
    EXPECT_GT(meters[0]->filled(), 0.5);
    EXPECT_FALSE(meters[1]->silent()); // quiet, but nobody calls it silent yet

    stats.sources[2] = sound("lapel", 0, {Trouble::Silent});
    panel.show(stats);
    EXPECT_FALSE(meters[0]->silent());
    EXPECT_TRUE(meters[1]->silent());
    stats.sources[2] = sound("lapel", 0.2);
    panel.show(stats);
    EXPECT_FALSE(meters[1]->silent());
    panel.clear();
    EXPECT_EQ(panel.count(), 0u);
}

TEST(MeterPanel, SaysTooLoudOfTheSourceThatClips) {
    MeterPanel panel;
    RecorderStats stats;
    stats.sources = {sound("desk", 0.3), sound("lapel", 1)};
    stats.sources[1].clipped = true;
    panel.show(stats);
    const auto meters = panel.findChildren<ui::LevelMeter*>();
    ASSERT_EQ(meters.size(), 2);
    EXPECT_FALSE(meters[0]->tooLoud());
    EXPECT_TRUE(meters[1]->tooLoud());
}

} // namespace mockingbird::recorder
