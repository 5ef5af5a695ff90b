// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/meter_panel.h"

#include "common/ui/level_meter.h"

#include <QSignalSpy>
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

TEST(MeterPanel, HasARowForEachSoundAndNamesTheSilentOnesAsTheRecorderDoes) {
    MeterPanel panel;
    QSignalSpy changed(&panel, &MeterPanel::silenceChanged);
    RecorderStats stats;
    stats.sources = {sound("desk", 0.3), sound("lapel", 0)};
    SourceStats camera;
    camera.video = true;
    stats.sources.insert(stats.sources.begin(), camera);
    panel.show(stats);
    EXPECT_EQ(panel.count(), 2u);
    EXPECT_TRUE(panel.silent().isEmpty()); // quiet, but nobody calls it silent yet
    EXPECT_GT(panel.loudest(), 0.5);

    stats.sources[2] = sound("lapel", 0, {Trouble::Silent});
    panel.show(stats);
    panel.show(stats);
    EXPECT_EQ(panel.silent(), QStringList{QStringLiteral("lapel")});
    EXPECT_EQ(changed.size(), 1);
    stats.sources[2] = sound("lapel", 0.2);
    panel.show(stats);
    EXPECT_TRUE(panel.silent().isEmpty());
    EXPECT_EQ(changed.size(), 2);
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
