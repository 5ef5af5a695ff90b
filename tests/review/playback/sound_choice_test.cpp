// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/sound_choice.h"

#include <gtest/gtest.h>

namespace mockingbird::review {

static void PrintTo(const HeardTrack& track, std::ostream* out) {
    *out << track.stream << " at " << track.volume;
}

namespace {

using Heard = std::vector<HeardTrack>;

const std::vector<PlayerTrack> kRecording{{1, "Mix", true}, {2, "Microphone", false}, {3, "System", false}};
const std::vector<PlayerTrack> kForeign{{1, "One", false}, {2, "Two", false}};

TrackSetting muted() {
    return {.volume = 1, .muted = true, .soloed = false};
}
TrackSetting soloed(double volume = 1) {
    return {.volume = volume, .muted = false, .soloed = true};
}
TrackSetting at(double volume) {
    return {.volume = volume, .muted = false, .soloed = false};
}

TEST(SoundChoice, IsTheMixWhileNothingIsChanged) {
    EXPECT_EQ(soundChoice(kRecording, {}), (Heard{{1, 1}}));
    EXPECT_EQ(soundChoice(kRecording, {{2, TrackSetting{}}, {3, TrackSetting{}}}), (Heard{{1, 1}}));
}

TEST(SoundChoice, IsTheMixByItsOwnSettingWhileTheSourcesAreUntouched) {
    EXPECT_EQ(soundChoice(kRecording, {{1, at(0.5)}}), (Heard{{1, 0.5}}));
    EXPECT_TRUE(soundChoice(kRecording, {{1, muted()}}).empty());
}

TEST(SoundChoice, IsTheSourcesThatAreNotMuted) {
    EXPECT_EQ(soundChoice(kRecording, {{3, muted()}}), (Heard{{2, 1}}));
    EXPECT_EQ(soundChoice(kRecording, {{3, at(0.5)}}), (Heard{{2, 1}, {3, 0.5}}));
    EXPECT_TRUE(soundChoice(kRecording, {{2, muted()}, {3, muted()}}).empty());
}

TEST(SoundChoice, IsTheSoloedSourcesWhereThereAreAny) {
    EXPECT_EQ(soundChoice(kRecording, {{3, soloed(1.5)}}), (Heard{{3, 1.5}}));
    EXPECT_EQ(soundChoice(kRecording, {{2, soloed()}, {3, soloed()}}), (Heard{{2, 1}, {3, 1}}));
    // Solo is the stronger word.
    EXPECT_EQ(soundChoice(kRecording, {{2, {.volume = 1, .muted = true, .soloed = true}}}), (Heard{{2, 1}}));
}

TEST(SoundChoice, IsTheMixAloneWhereItIsSoloed) {
    EXPECT_EQ(soundChoice(kRecording, {{1, soloed()}, {2, soloed()}}), (Heard{{1, 1}}));
}

TEST(SoundChoice, LeavesOutWhatHasNoVolumeAndKeepsVolumesInTheirRange) {
    EXPECT_EQ(soundChoice(kRecording, {{2, at(0)}, {3, at(7)}}), (Heard{{3, 2}}));
}

TEST(SoundChoice, AppliesToTheOnlyTrack) {
    const std::vector<PlayerTrack> plain{{4, "Sound", false}};
    const std::vector<PlayerTrack> mix{{4, "Mix", true}};
    for (const auto& tracks : {plain, mix}) {
        EXPECT_EQ(soundChoice(tracks, {}), (Heard{{4, 1}}));
        EXPECT_EQ(soundChoice(tracks, {{4, at(0.25)}}), (Heard{{4, 0.25}}));
        EXPECT_EQ(soundChoice(tracks, {{4, soloed()}}), (Heard{{4, 1}}));
        EXPECT_TRUE(soundChoice(tracks, {{4, muted()}}).empty());
    }
    EXPECT_TRUE(soundChoice({}, {}).empty());
}

TEST(SoundChoice, TakesTheFirstOfSeveralTracksWithoutAMix) {
    EXPECT_EQ(soundChoice(kForeign, {}), (Heard{{1, 1}}));
    EXPECT_EQ(soundChoice(kForeign, {{2, soloed()}}), (Heard{{2, 1}}));
}

TEST(SoundChoice, IsTheTrackThatTheFileNamesAsTheUsualWhereNoneIsTheMix) {
    const std::vector<PlayerTrack> tracks{{1, "Interpreter", false, false}, {2, "Room", false, true}};
    EXPECT_EQ(soundChoice(tracks, {}), (Heard{{2, 1}}));
    EXPECT_EQ(soundChoice(tracks, {{2, at(0.5)}}), (Heard{{1, 1}, {2, 0.5}}));
}

} // namespace
} // namespace mockingbird::review
