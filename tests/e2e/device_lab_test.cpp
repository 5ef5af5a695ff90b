// SPDX-License-Identifier: GPL-3.0-or-later
// The lab itself, seen by the `ffmpeg` command: when this fails, the other tests' failures say nothing of the
// product.
#include "tests/e2e/child_process.h"
#include "tests/e2e/picture_track.h"
#include "tests/e2e/sound_track.h"
#include "tests/e2e/stimulus.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::test {
namespace {

using testing::SizeIs;

const std::string kLab = MOCKINGBIRD_SOURCE_DIR "/tests/support/device_lab";

TEST(DeviceLab, CarriesSpeechToTheMicrophoneAlone) {
    const TemporaryFolder folder;
    const std::string microphone = (folder.path() / "microphone.wav").string();
    const std::string system = (folder.path() / "system.wav").string();
    const SpokenSound sound = makeSpokenSound(folder.path());
    const ChildProcess speaker(
        {"paplay", "--device=" + labDevice("LAB_MICROPHONE_INPUT"), sound.whole.string()});
    const FinishedProcess recorded = runProcess({"ffmpeg",
                                                 "-v",
                                                 "error",
                                                 "-f",
                                                 "pulse",
                                                 "-i",
                                                 labDevice("LAB_MICROPHONE"),
                                                 "-f",
                                                 "pulse",
                                                 "-i",
                                                 labDevice("LAB_SYSTEM"),
                                                 "-map",
                                                 "0",
                                                 "-t",
                                                 "2",
                                                 microphone,
                                                 "-map",
                                                 "1",
                                                 "-t",
                                                 "2",
                                                 system});
    ASSERT_EQ(recorded.status, 0) << recorded.errors;
    EXPECT_TRUE(SoundTrack(microphone, 0).toneStart(kMicrophoneHertz, 0.2).has_value());
    EXPECT_FALSE(SoundTrack(system, 0).toneStart(kMicrophoneHertz, 0.001).has_value());
}

TEST(DeviceLab, ShowsAMovingPictureToTheCamera) {
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "camera.mkv").string();
    const FinishedProcess recorded =
        runProcess({"pw-v4l2", "ffmpeg", "-v", "error", "-f", "v4l2", "-i", labDevice("LAB_CAMERA"),
                    "-frames:v", "30", "-c:v", "libx264", "-preset", "ultrafast", file});
    ASSERT_EQ(recorded.status, 0) << recorded.errors;
    const PictureTrack camera(file, 0);
    ASSERT_THAT(camera.frames(), SizeIs(30));
    EXPECT_GT(camera.frames().front().brightness, 30);
    EXPECT_TRUE(std::any_of(camera.frames().begin(), camera.frames().end(),
                            [](const PictureTrack::Frame& frame) { return frame.change > 0.05; }));
}

TEST(DeviceLab, FlashesAndBeepsAtTheSameInstant) {
    const FinishedProcess process = runProcess({FLASH_AND_BEEP, "3", "0.3", "0.3"});
    ASSERT_EQ(process.status, 0) << process.errors;
    const std::vector<FlashAndBeep> flashes = parseFlashes(process.output);
    ASSERT_THAT(flashes, SizeIs(3));
    for (const FlashAndBeep& pair : flashes) {
        EXPECT_NEAR(pair.flash, pair.beep, 0.2);
    }
}

TEST(DeviceLab, AnswersWithTheStatusOfItsCommand) {
    EXPECT_EQ(runProcess({kLab, "run", "sh", "-c", "exit 7"}).status, 7);
}

TEST(DeviceLab, LeavesNothingBehind) {
    // The command tells the lab's folder and leaves a process that made itself a daemon.
    const FinishedProcess inner = runProcess(
        {kLab, "run", "sh", "-c", "setsid sleep 600 >/dev/null 2>&1 & printf '%s %s' $! \"$LAB_DIRECTORY\""});
    ASSERT_EQ(inner.status, 0) << inner.errors;
    const auto space = inner.output.find(' ');
    ASSERT_NE(space, std::string::npos) << inner.output;
    EXPECT_FALSE(std::filesystem::exists(inner.output.substr(space + 1)));
    const std::string commandLine = fileContent("/proc/" + inner.output.substr(0, space) + "/cmdline");
    EXPECT_THAT(commandLine, testing::Not(testing::HasSubstr("sleep")));
}

} // namespace
} // namespace mockingbird::test
