// SPDX-License-Identifier: GPL-3.0-or-later
// The device check on a real recorder and a real sound server.
#include "recorder/recorder.h"
#include "recorder/ui/device_check_panel.h"
#include "tests/gui/wait_for.h"

#include <QPushButton>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

TEST(DeviceCheckInTheLab, HearsTheSystemsSoundOnceTheTestSoundIsPlayed) {
    const RecorderSettings settings{{}, {{SourceKind::System, {}}}};
    auto opened = Recorder::open(settings);
    ASSERT_TRUE(opened.ok()) << opened.error().detail;
    DeviceCheckPanel panel;
    panel.reset(settings);
    // The control: while nothing plays, nothing is heard.
    int looks = 0;
    ASSERT_TRUE(test::waitFor([&] {
        panel.show((*opened)->stats());
        return ++looks > 60;
    }));
    EXPECT_FALSE(panel.passed());
    panel.findChild<QPushButton*>(QStringLiteral("playTestSound"))->click();
    EXPECT_TRUE(test::waitFor([&] {
        panel.show((*opened)->stats());
        return panel.passed();
    })) << panel.nextStep().toStdString();
}

} // namespace mockingbird::recorder
