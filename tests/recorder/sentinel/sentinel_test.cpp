// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sentinel/sentinel.h"

#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr SteadyTime kStart{100s};

/// Asks as the interface does, some 15 times a second.
class Asked {
public:
    Asked(SourceKind kind, bool video) : m_sentinel(kind, video) { m_seen.latestFrame = kStart; }

    std::vector<Trouble> after(std::chrono::milliseconds length, bool framesCome = true) {
        std::vector<Trouble> troubles;
        for (const SteadyTime end = m_now + length; m_now < end;) {
            m_now += 50ms;
            if (framesCome)
                m_seen.latestFrame = m_now - 10ms;
            troubles = m_sentinel.judge(m_seen, m_now);
        }
        return troubles;
    }
    Sentinel::Seen& seen() { return m_seen; }

private:
    Sentinel m_sentinel;
    Sentinel::Seen m_seen;
    SteadyTime m_now = kStart;
};

} // namespace

TEST(Sentinel, FindsNothingWrongWithASoundSource) {
    Asked camera(SourceKind::Camera, true);
    EXPECT_THAT(camera.after(60s), IsEmpty());
}

TEST(Sentinel, NamesASourceThatStallsWithinFiveSeconds) {
    for (const SourceKind kind :
         {SourceKind::Camera, SourceKind::Screen, SourceKind::Microphone, SourceKind::System}) {
        Asked source(kind, kind == SourceKind::Camera || kind == SourceKind::Screen);
        source.after(5s);
        EXPECT_THAT(source.after(2s, false), IsEmpty());
        EXPECT_THAT(source.after(1s, false), ElementsAre(Trouble::Stalled));
        EXPECT_THAT(source.after(900ms), ElementsAre(Trouble::Stalled));
        EXPECT_THAT(source.after(500ms), IsEmpty());
    }
}

TEST(Sentinel, AScreenMayStandStill) {
    for (const SourceKind kind : {SourceKind::Screen, SourceKind::Window}) {
        Asked screen(kind, true);
        screen.seen().frozen = true;
        EXPECT_THAT(screen.after(60s), IsEmpty());
        screen.seen().black = true;
        EXPECT_THAT(screen.after(1s), ElementsAre(Trouble::Black));
    }
}

TEST(Sentinel, NamesALostDeviceAndNothingElseOfIt) {
    Asked microphone(SourceKind::Microphone, false);
    microphone.after(5s);
    microphone.seen().silent = true;
    microphone.seen().lost = true;
    EXPECT_THAT(microphone.after(900ms, false), IsEmpty());
    EXPECT_THAT(microphone.after(200ms, false), ElementsAre(Trouble::Lost));
    EXPECT_THAT(microphone.after(30s, false), ElementsAre(Trouble::Lost)) << "not stalled besides";
    microphone.seen().silent = false;
    microphone.seen().lost = false;
    EXPECT_THAT(microphone.after(1500ms), IsEmpty());
}

TEST(Sentinel, ADeviceThatBlinksIsNotNamed) {
    Asked camera(SourceKind::Camera, true);
    for (int i = 0; i < 20; ++i) {
        camera.seen().lost = i % 2 == 0;
        EXPECT_THAT(camera.after(700ms), IsEmpty());
    }
}

TEST(Sentinel, AFileAtItsEndIsNoTrouble) {
    Asked file(SourceKind::File, true);
    file.after(5s);
    file.seen().ended = true;
    file.seen().black = true;
    EXPECT_THAT(file.after(60s, false), IsEmpty());
}

TEST(Sentinel, NamesWhatTheWatchesFindInTheEnumsOrder) {
    Asked microphone(SourceKind::Microphone, false);
    microphone.seen().clipping = true;
    EXPECT_THAT(microphone.after(1s), ElementsAre(Trouble::Clipping));
    microphone.seen().silent = true;
    EXPECT_THAT(microphone.after(1s), ElementsAre(Trouble::Silent, Trouble::Clipping));
    Asked camera(SourceKind::Camera, true);
    camera.seen().frozen = true;
    EXPECT_THAT(camera.after(1s), ElementsAre(Trouble::Frozen));
    camera.seen().black = true;
    EXPECT_THAT(camera.after(1s), ElementsAre(Trouble::Black));
}

TEST(Sentinel, OnlyACameraFreezes) {
    for (const SourceKind kind :
         {SourceKind::Screen, SourceKind::Window, SourceKind::File, SourceKind::Test}) {
        Asked picture(kind, true);
        picture.seen().frozen = true;
        EXPECT_THAT(picture.after(10s), IsEmpty());
    }
}

TEST(Sentinel, ReportsNothingAnewInAPause) {
    Asked microphone(SourceKind::Microphone, false);
    microphone.seen().silent = true;
    microphone.after(1s);
    microphone.seen().paused = true;
    EXPECT_THAT(microphone.after(10s), ElementsAre(Trouble::Silent)) << "it was known before";
    microphone.seen().clipping = true;
    EXPECT_THAT(microphone.after(10s), ElementsAre(Trouble::Silent));
    microphone.seen().silent = false;
    EXPECT_THAT(microphone.after(1s), IsEmpty());
    microphone.seen().silent = true;
    EXPECT_THAT(microphone.after(10s), IsEmpty());
    microphone.seen().lost = true;
    EXPECT_THAT(microphone.after(10s, false), IsEmpty());
    microphone.seen().lost = false;
    microphone.after(2s);
    microphone.seen().paused = false;
    EXPECT_THAT(microphone.after(50ms), ElementsAre(Trouble::Silent, Trouble::Clipping))
        << "told at once when it goes on";
}

} // namespace mockingbird::recorder
