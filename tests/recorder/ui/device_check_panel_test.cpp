// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/device_check_panel.h"

#include "common/ui/banner.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

const SourceSpec kCamera{SourceKind::Camera, "front"};
const SourceSpec kMic{SourceKind::Microphone, "desk"};
const SourceSpec kOther{SourceKind::Microphone, "lapel"};
const SourceSpec kSystem{SourceKind::System, {}};
constexpr int kSecond = 15; ///< calls of show()

SourceStats sound(const SourceSpec& source, const char* name, double peak) {
    SourceStats stats;
    stats.source = source;
    stats.name = name;
    stats.peak = peak;
    return stats;
}

SourceStats picture(const SourceSpec& source, const char* name, std::vector<Trouble> troubles = {}) {
    SourceStats stats;
    stats.source = source;
    stats.video = true;
    stats.name = name;
    stats.frames = 30;
    stats.troubles = std::move(troubles);
    return stats;
}

void feed(DeviceCheckPanel& panel, const std::vector<SourceStats>& sources, int times = 1) {
    RecorderStats stats;
    stats.sources = sources;
    for (int i = 0; i < times; ++i)
        panel.show(stats);
}

media::Picture light() {
    return {64, 36, {}, decltype(media::Picture::pixels)(64U * 36U * 4U, 120)};
}

media::Picture black() {
    return {64, 36, {}, decltype(media::Picture::pixels)(64U * 36U * 4U, 0)};
}

QStringList states(const DeviceCheckPanel& panel) {
    QStringList words;
    for (const QLabel* label : panel.findChildren<QLabel*>(QStringLiteral("checkState")))
        words << label->text();
    return words;
}

/// The button of that name in the row that can be clicked now.
QPushButton* shown(const DeviceCheckPanel& panel, const char* name) {
    for (QPushButton* button : panel.findChildren<QPushButton*>(QLatin1String(name))) {
        if (!button->isHidden())
            return button;
    }
    return nullptr;
}

} // namespace

TEST(DeviceCheckPanel, PassesOnceEverySourceWasHeardOrSeen) {
    DeviceCheckPanel panel;
    QSignalSpy changed(&panel, &DeviceCheckPanel::passedChanged);
    EXPECT_FALSE(panel.passed()); // nothing is chosen
    panel.reset({{kCamera}, {kMic}});
    EXPECT_FALSE(panel.passed());
    feed(panel, {picture(kCamera, "Front camera"), sound(kMic, "Desk microphone", 0.001)}, 2 * kSecond);
    panel.showPicture(0, black());
    EXPECT_EQ(panel.nextStep(), QStringLiteral("Waiting for a picture. Is the camera covered?"));
    panel.showPicture(0, light());
    EXPECT_FALSE(panel.passed());
    EXPECT_EQ(panel.nextStep(), QStringLiteral("Tap the microphone or say something."));
    feed(panel, {picture(kCamera, "Front camera"), sound(kMic, "Desk microphone", 0.3)});
    EXPECT_TRUE(panel.passed());
    EXPECT_EQ(states(panel), (QStringList{QStringLiteral("Seen"), QStringLiteral("Heard")}));
    EXPECT_TRUE(panel.nextStep().isEmpty());
    EXPECT_EQ(changed.size(), 1);
    feed(panel, {picture(kCamera, "Front camera"), sound(kMic, "Desk microphone", 0)}, 10 * kSecond);
    EXPECT_TRUE(panel.passed()); // it stays
}

TEST(DeviceCheckPanel, KeepsWhatWasHeardOfASourceThatStaysAndForgetsOneThatGoes) {
    DeviceCheckPanel panel;
    panel.reset({{}, {kMic}});
    feed(panel, {sound(kMic, "Desk", 0.001)}, 2 * kSecond);
    feed(panel, {sound(kMic, "Desk", 0.3)});
    ASSERT_TRUE(panel.passed());
    panel.reset({{}, {kMic}}); // opened anew
    EXPECT_TRUE(panel.passed());
    panel.reset({{}, {kOther, kMic}});
    EXPECT_FALSE(panel.passed());
    EXPECT_TRUE(states(panel).contains(QStringLiteral("Heard")));
    panel.reset({{}, {kOther}});
    panel.reset({{}, {kMic}});
    EXPECT_FALSE(panel.passed());
    panel.reset({});
    EXPECT_FALSE(panel.passed());
}

TEST(DeviceCheckPanel, GoesOnWithoutByTheKeyboardUntilTheSourcesChange) {
    DeviceCheckPanel panel;
    panel.reset({{}, {kMic}});
    panel.QWidget::show();
    QPushButton* on = shown(panel, "goOnWithout");
    ASSERT_NE(on, nullptr);
    EXPECT_NE(on->focusPolicy() & Qt::TabFocus, 0);
    QTest::keyClick(on, Qt::Key_Space);
    EXPECT_TRUE(panel.passed());
    EXPECT_EQ(states(panel).first(), QStringLiteral("Not heard. It is recorded all the same."));
    panel.reset({{}, {kMic}});
    EXPECT_TRUE(panel.passed());
    QTest::keyClick(shown(panel, "goOnWithout"), Qt::Key_Space); // check it again
    EXPECT_FALSE(panel.passed());
    panel.reset({{}, {kOther}});
    EXPECT_FALSE(panel.passed());
}

TEST(DeviceCheckPanel, AsksAgainWhileADeviceIsGone) {
    DeviceCheckPanel panel;
    panel.reset({{}, {kMic}});
    feed(panel, {sound(kMic, "Desk", 0.001)}, 2 * kSecond);
    feed(panel, {sound(kMic, "Desk", 0.3)});
    ASSERT_TRUE(panel.passed());
    SourceStats gone = sound(kMic, "Desk", 0);
    gone.troubles = {Trouble::Lost};
    feed(panel, {gone});
    EXPECT_FALSE(panel.passed());
    EXPECT_EQ(panel.nextStep(), QStringLiteral("Desk is not there now. Plug it in again."));
    feed(panel, {sound(kMic, "Desk", 0)});
    EXPECT_TRUE(panel.passed()); // the same one, heard before
}

TEST(DeviceCheckPanel, PlaysASoundSoThatTheSystemsCanBeHeard) {
    DeviceCheckPanel panel;
    int played = 0;
    bool loudspeaker = true;
    panel.setPlaySound([&] {
        ++played;
        return loudspeaker;
    });
    panel.reset({{}, {kMic, kSystem}});
    panel.QWidget::show();
    QPushButton* play = shown(panel, "playTestSound");
    ASSERT_NE(play, nullptr); // the system's row alone has one
    loudspeaker = false;
    play->click();
    EXPECT_TRUE(states(panel).last().startsWith(QStringLiteral("No loudspeaker")));
    loudspeaker = true;
    play->click();
    EXPECT_EQ(played, 2);
    feed(panel, {sound(kMic, "Desk", 0.001), sound(kSystem, "System sound", 0.2)}, kSecond);
    EXPECT_EQ(states(panel).last(), QStringLiteral("Heard"));
    EXPECT_EQ(shown(panel, "playTestSound"), nullptr);
}

TEST(DeviceCheckPanel, SeesByTheRecorderWhereNoPreviewIsShown) {
    DeviceCheckPanel panel;
    panel.reset({{kCamera}, {}});
    feed(panel, {picture(kCamera, "Front", {Trouble::Black})}, 20 * kSecond);
    EXPECT_FALSE(panel.passed());
    feed(panel, {picture(kCamera, "Front")}, 5 * kSecond); // the recorder may still tell Black
    EXPECT_FALSE(panel.passed());
    feed(panel, {picture(kCamera, "Front")}, 2 * kSecond);
    EXPECT_TRUE(panel.passed());
}

TEST(DeviceCheckPanel, AdvisesHeadphonesWhereTheLoudspeakerIsHeard) {
    DeviceCheckPanel panel;
    panel.reset({{}, {kMic, kSystem}});
    panel.QWidget::show();
    const auto* advice = panel.findChild<ui::Banner*>();
    RecorderStats stats;
    stats.sources = {sound(kMic, "Desk", 0.1), sound(kSystem, "System sound", 0.1)};
    panel.show(stats);
    EXPECT_TRUE(advice->isHidden());
    stats.speakerLeak = 0.49;
    panel.show(stats);
    EXPECT_FALSE(panel.headphonesAdvised());
    stats.speakerLeak = 0.5;
    panel.show(stats);
    EXPECT_TRUE(panel.headphonesAdvised());
    EXPECT_FALSE(advice->isHidden());
    EXPECT_TRUE(advice->text().startsWith(QStringLiteral("Use headphones")));
    stats.speakerLeak = std::nullopt; // they were put on
    panel.show(stats);
    EXPECT_FALSE(panel.headphonesAdvised());
    EXPECT_TRUE(advice->isHidden());
}

} // namespace mockingbird::recorder
