// SPDX-License-Identifier: GPL-3.0-or-later
// One recording of the screen, the camera, the microphone and the system's sound, looked at from many sides.
#include "tests/e2e/picture_track.h"
#include "tests/e2e/sound_track.h"
#include "tests/e2e/stimulus.h"
#include "tests/e2e/studio_command.h"
#include "tests/support/wait_until.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <numeric>

namespace mockingbird::test {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::SizeIs;

constexpr double kSeconds = 8;
constexpr std::size_t kFlashes = 6;
// 25 2/3 frames, so that the flashes fall on all parts of a frame alike and their lateness averages to half
// of one.
constexpr const char* kFlashPeriod = "0.8556";
constexpr double kFrameSeconds = 1.0 / 30;
// Where the tracks lie in the file.
constexpr int kScreen = 0;
constexpr int kCamera = 1;
constexpr int kMix = 2;
constexpr int kMicrophone = 3;
constexpr int kSystem = 4;

/// The recording, made once for all tests.
struct RecordedInterview {
    TemporaryFolder folder;
    json session;
    std::filesystem::path file;
    SpokenSound spoken;
    std::vector<FlashAndBeep> flashes;
};

std::unique_ptr<RecordedInterview> recordInterview() {
    auto made = std::make_unique<RecordedInterview>();
    made->spoken = makeSpokenSound(made->folder.path());
    const StudioCommand studio(made->folder.path() / "catalog");
    studio.make({"people", "add", "Ada Mentee", "--role", "mentee"});

    std::vector<std::string> words =
        studio.words({"record", "--mentee", "Ada Mentee", "--kit", "Library Assistant", "--mode", "virtual",
                      "--video", "screen", "--video", "camera:" + labDevice("LAB_CAMERA"), "--audio",
                      "mic:" + labDevice("LAB_MICROPHONE"), "--audio", "system", "--seconds",
                      std::to_string(static_cast<int>(kSeconds))});
    words.insert(words.begin(), "pw-v4l2");
    ChildProcess recorder(words);
    const bool started =
        waitUntil([&] { return !mediaFiles(studio.catalog()).empty() || !recorder.isRunning(); });
    EXPECT_TRUE(started) << recorder.errors();
    const ChildProcess speaker(
        {"paplay", "--device=" + labDevice("LAB_MICROPHONE_INPUT"), made->spoken.whole.string()});
    const FinishedProcess flashes =
        runProcess({FLASH_AND_BEEP, std::to_string(kFlashes), kFlashPeriod, "0.5"});
    EXPECT_EQ(flashes.status, 0) << flashes.errors;
    made->flashes = parseFlashes(flashes.output);

    const std::optional<int> status = recorder.wait();
    const CommandOutcome outcome = outcomeOf({status.value_or(-1), recorder.output(), recorder.errors()});
    EXPECT_EQ(outcome.status, 0) << outcome.errors;
    if (outcome.status != 0)
        return nullptr;
    made->session = outcome.document;
    made->file = made->session.at("recordings").at(0).at("file").get<std::string>();
    return made;
}

class RecordedInterviewTest : public testing::Test {
protected:
    static void SetUpTestSuite() { s_interview = recordInterview(); }
    static void TearDownTestSuite() { s_interview.reset(); }
    void SetUp() override { ASSERT_TRUE(s_interview) << "there is no recording to look at"; }

    static const RecordedInterview& interview() { return *s_interview; }
    static SoundTrack sound(int stream) { return {interview().file, stream}; }

    static std::unique_ptr<RecordedInterview> s_interview;
};
std::unique_ptr<RecordedInterview> RecordedInterviewTest::s_interview;

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double greatest(const std::vector<double>& values) {
    return values.empty() ? 0 : *std::max_element(values.begin(), values.end());
}

TEST_F(RecordedInterviewTest, IsFiledUnderItsMenteeAndKit) {
    const json& session = interview().session;
    EXPECT_EQ(session.at("mentee").at("name"), "Ada Mentee");
    EXPECT_THAT(session.at("kit").at("name").get<std::string>(), testing::StartsWith("Library Assistant"));
    EXPECT_EQ(session.at("mode"), "virtual");
    EXPECT_EQ(session.at("state"), "recorded");
    EXPECT_FALSE(session.at("id").get<std::string>().empty());
}

TEST_F(RecordedInterviewTest, LastsTheSecondsAskedFor) {
    EXPECT_NEAR(interview().session.at("recordings").at(0).at("duration").get<double>(), kSeconds, 0.3);
    for (const int stream : {kMix, kMicrophone, kSystem})
        EXPECT_NEAR(sound(stream).seconds(), kSeconds, 0.3) << "stream " << stream;
    for (const int stream : {kScreen, kCamera}) {
        const PictureTrack picture(interview().file, stream);
        ASSERT_FALSE(picture.frames().empty());
        EXPECT_LT(picture.frames().front().time, 0.3) << "stream " << stream;
        EXPECT_NEAR(picture.frames().back().time, kSeconds, 0.3) << "stream " << stream;
    }
}

TEST_F(RecordedInterviewTest, HasThePicturesThenTheMixThenEachSound) {
    const FinishedProcess probed =
        runProcess({"ffprobe", "-v", "error", "-of", "json", "-show_streams", interview().file.string()});
    ASSERT_EQ(probed.status, 0) << probed.errors;
    const json summary = json::parse(probed.output);
    std::vector<std::string> codecs;
    for (const json& stream : summary.at("streams"))
        codecs.push_back(stream.at("codec_name").get<std::string>());
    EXPECT_THAT(codecs, ElementsAre("h264", "h264", "aac", "aac", "aac"));

    std::vector<std::string> told;
    for (const json& track : interview().session.at("recordings").at(0).at("tracks")) {
        const bool mix = track.at("role") == "mix";
        told.push_back(track.at("kind").get<std::string>() + " " +
                       (mix ? "mix" : track.at("source").get<std::string>()));
        EXPECT_EQ(track.at("index"), told.size() - 1);
    }
    EXPECT_THAT(told, ElementsAre("video screen", "video camera:" + labDevice("LAB_CAMERA"), "audio mix",
                                  "audio mic:" + labDevice("LAB_MICROPHONE"), "audio system"));
}

TEST_F(RecordedInterviewTest, PutsEachSoundOnItsOwnTrackAndOnTheMix) {
    const SoundTrack microphone = sound(kMicrophone);
    const std::optional<double> start = microphone.toneStart(kMicrophoneHertz, 0.1);
    ASSERT_TRUE(start.has_value()) << "the microphone's tone is not there";
    // While the microphone hears nothing but its tone, at least one beep comes from the loudspeaker.
    const double from = *start + 0.2;
    const double to = *start + kMicrophoneToneSeconds - 0.2;
    const SoundTrack system = sound(kSystem);
    const SoundTrack mix = sound(kMix);

    EXPECT_NEAR(mean(microphone.tone(kMicrophoneHertz, from, to)), 0.25, 0.05);
    EXPECT_LT(greatest(microphone.tone(kBeepHertz, from, to)), 0.005);
    EXPECT_GT(greatest(system.tone(kBeepHertz, from, to)), 0.3);
    EXPECT_LT(greatest(system.tone(kMicrophoneHertz, from, to)), 0.02);
    EXPECT_GT(mean(mix.tone(kMicrophoneHertz, from, to)), 0.08);
    EXPECT_GT(greatest(mix.tone(kBeepHertz, from, to)), 0.15);
}

TEST_F(RecordedInterviewTest, KeepsSpeechAsItWasSpoken) {
    constexpr int kRate = 8000; // at half of it the grid alone costs a tenth of the likeness
    const SoundTrack sentence(interview().spoken.sentence, 0, kRate);
    EXPECT_GT(SoundTrack(interview().file, kMicrophone, kRate).likeness(sentence), 0.9);
    EXPECT_LT(SoundTrack(interview().file, kSystem, kRate).likeness(sentence), 0.3);
}

TEST_F(RecordedInterviewTest, KeepsPictureAndSoundInStep) {
    const std::vector<double> flashes = PictureTrack(interview().file, kScreen).flashes();
    ASSERT_THAT(flashes, SizeIs(kFlashes));
    const std::vector<double> beeps = sound(kSystem).onsets(0.1);
    ASSERT_THAT(beeps, SizeIs(kFlashes));
    std::vector<double> offsets;
    for (std::size_t i = 0; i < kFlashes; ++i) {
        const FlashAndBeep& real = interview().flashes.at(i);
        const double seenFlash = flashes[i] - kFrameSeconds / 2;
        offsets.push_back((beeps[i] - seenFlash) - (real.beep - real.flash));
        EXPECT_NEAR(offsets.back(), 0, 0.08) << "flash " << i;
    }
    std::printf("sound comes %+.1f ms after the picture (%zu flashes)\n", mean(offsets) * 1000, kFlashes);
    // Sound 45 ms early begins to be noticed, late sound at 125 ms (ITU-R BT.1359).
    EXPECT_NEAR(mean(offsets), 0, 0.045);
}

TEST_F(RecordedInterviewTest, ShowsWhatTheCameraSaw) {
    const PictureTrack camera(interview().file, kCamera);
    const auto moved = std::count_if(camera.frames().begin(), camera.frames().end(),
                                     [](const PictureTrack::Frame& frame) { return frame.change > 0.02; });
    EXPECT_GT(camera.frames().front().brightness, 30);
    EXPECT_GT(moved, static_cast<long>(camera.frames().size() / 2));
}

TEST_F(RecordedInterviewTest, LeavesACatalogWithoutFault) {
    const StudioCommand studio(interview().folder.path() / "catalog");
    EXPECT_EQ(studio.run({"verify"}).status, 0);
    EXPECT_EQ(studio.make({"recover"}), json::array());
    EXPECT_THAT(studio.make({"sessions"}), SizeIs(1));
}

} // namespace
} // namespace mockingbird::test
