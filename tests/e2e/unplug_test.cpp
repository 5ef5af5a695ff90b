// SPDX-License-Identifier: GPL-3.0-or-later
// A microphone that is unplugged and plugged in again while the studio records.
#include "tests/e2e/sound_track.h"
#include "tests/e2e/stimulus.h"
#include "tests/e2e/studio_command.h"
#include "tests/support/wait_until.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>

namespace mockingbird::test {
namespace {

using nlohmann::json;

const std::string kName = "plugged_microphone";
constexpr double kBeepEvery = 0.5;
/// What the default microphone hears all the while, and nobody chose.
constexpr double kOtherHertz = 300;
// Where the tracks lie in the file.
constexpr int kPlugged = 2;
constexpr int kSystem = 3;

/// A virtual microphone that hears what the loudspeaker plays, and can be taken away.
class PluggedMicrophone {
public:
    PluggedMicrophone() { plugIn(); }
    ~PluggedMicrophone() { unplug(); }
    PluggedMicrophone(const PluggedMicrophone&) = delete;
    PluggedMicrophone& operator=(const PluggedMicrophone&) = delete;

    void plugIn() {
        const FinishedProcess loaded =
            runProcess({"pactl", "load-module", "module-null-sink", "media.class=Audio/Source/Virtual",
                        "rate=48000", "channels=2", "sink_name=" + kName});
        EXPECT_EQ(loaded.status, 0) << loaded.errors;
        m_module = loaded.output.substr(0, loaded.output.find('\n'));
        for (const std::string side : {"FL", "FR"}) {
            EXPECT_TRUE(waitUntil([&] {
                return runProcess({"pw-link", labDevice("LAB_SPEAKER") + ":monitor_" + side,
                                   kName + ":input_" + side})
                           .status == 0;
            })) << side;
        }
    }
    void unplug() {
        if (!m_module.empty()) {
            EXPECT_EQ(runProcess({"pactl", "unload-module", m_module}).status, 0);
        }
        m_module.clear();
    }

private:
    std::string m_module;
};

/// Plays a sound that FFmpeg makes.
class Player {
public:
    Player(const std::filesystem::path& folder, const std::string& source, const std::string& device)
        : m_process({"paplay", "--device=" + device, made(folder / (device + ".wav"), source)}) {}

private:
    static std::string made(const std::filesystem::path& file, const std::string& source) {
        const FinishedProcess done = runProcess({"ffmpeg", "-v", "error", "-f", "lavfi", "-i", source, "-ac",
                                                 "2", "-ar", "48000", "-t", "60", file.string()});
        EXPECT_EQ(done.status, 0) << done.errors;
        return file.string();
    }
    ChildProcess m_process;
};

class UnpluggedMicrophoneTest : public testing::Test {
protected:
    void SetUp() override { studio.make({"people", "add", "Ada Mentee", "--role", "mentee"}); }

    /// Unplugged after a while, and plugged in again after another.
    void unplugAWhile(ChildProcess& recorder) {
        EXPECT_FALSE(recorder.wait(std::chrono::milliseconds(2500)).has_value()) << recorder.errors();
        microphone.unplug();
        EXPECT_FALSE(recorder.wait(std::chrono::milliseconds(2000)).has_value()) << recorder.errors();
        microphone.plugIn();
    }

    const TemporaryFolder folder;
    const StudioCommand studio{folder.path() / "catalog"};
    PluggedMicrophone microphone;
    const Player speaker{folder.path(), "aevalsrc=0.5*sin(2*PI*1000*t)*lt(mod(t\\,0.5)\\,0.1):s=48000",
                         labDevice("LAB_SPEAKER")};
    const Player other{folder.path(), "sine=frequency=300:sample_rate=48000",
                       labDevice("LAB_MICROPHONE_INPUT")};
};

/// When the beeps begin that begin within the track: it may itself begin in the middle of one.
std::vector<double> beeps(const SoundTrack& track) {
    std::vector<double> onsets = track.onsets(0.1);
    if (!onsets.empty() && onsets.front() < 0.05)
        onsets.erase(onsets.begin());
    return onsets;
}

double greatest(const std::vector<double>& values) {
    return values.empty() ? 0 : *std::max_element(values.begin(), values.end());
}

TEST_F(UnpluggedMicrophoneTest, IsSilentWhileAwayAndGoesOnInItsTrack) {
    ChildProcess recorder(
        studio.words({"record", "--mentee", "Ada Mentee", "--kit", "Library Assistant", "--video", "test",
                      "--audio", "mic:" + kName, "--audio", "system", "--seconds", "9"}));
    ASSERT_TRUE(waitUntil([&] { return !mediaFiles(studio.catalog()).empty() || !recorder.isRunning(); }));
    unplugAWhile(recorder);
    const std::optional<int> status = recorder.wait();
    const CommandOutcome outcome = outcomeOf({status.value_or(-1), recorder.output(), recorder.errors()});
    ASSERT_EQ(outcome.status, 0) << outcome.errors;
    const std::filesystem::path file = outcome.document.at("recordings").at(0).at("file").get<std::string>();

    // The other track is whole.
    const SoundTrack system(file, kSystem);
    EXPECT_NEAR(system.seconds(), 9, 0.3);
    const std::vector<double> played = beeps(system);
    ASSERT_GE(played.size(), 16U);
    for (std::size_t i = 1; i < played.size(); ++i)
        EXPECT_NEAR(played[i] - played[i - 1], kBeepEvery, 0.02) << "beep " << i;

    // The microphone hears each beep when the loudspeaker plays it, before and after the one gap.
    const SoundTrack plugged(file, kPlugged);
    EXPECT_NEAR(plugged.seconds(), 9, 0.3);
    const std::vector<double> heard = beeps(plugged);
    ASSERT_GE(heard.size(), 6U);
    double begins = 0;
    double ends = 0;
    double worst = 0;
    for (std::size_t i = 0; i < heard.size(); ++i) {
        const double truth =
            *std::ranges::min_element(played, {}, [&](double beep) { return std::abs(beep - heard[i]); });
        worst = std::max(worst, std::abs(truth - heard[i]));
        if (i > 0 && heard[i] - heard[i - 1] > 1.5 * kBeepEvery) {
            EXPECT_EQ(begins, 0) << "a second gap, at " << heard[i];
            begins = heard[i - 1] + kBeepEvery;
            ends = heard[i];
        }
    }
    std::printf("away from %.2f to %.2f s; beeps at most %.1f ms from their place\n", begins, ends,
                worst * 1000);
    EXPECT_LT(worst, 0.02);
    EXPECT_GT(begins, 1.5);
    EXPECT_GT(ends, begins + 1);
    EXPECT_LT(ends, 8);

    // What is silent is silent: nobody else's sound is in the gap, nor anywhere else.
    const auto from = static_cast<std::size_t>((begins + 0.05) * 48000);
    const auto to = static_cast<std::size_t>((ends - 0.7) * 48000);
    ASSERT_LT(from, to);
    float loudest = 0;
    for (std::size_t i = from; i < to; ++i)
        loudest = std::max(loudest, std::abs(plugged.samples()[i]));
    EXPECT_LT(loudest, 0.001F);
    EXPECT_LT(greatest(plugged.tone(kOtherHertz, 0, 9)), 0.01);
}

TEST_F(UnpluggedMicrophoneTest, WouldBeAnotherMicrophoneToWhoLetsTheServerChoose) {
    // The control: FFmpeg's own input doesn't forbid the server to move it.
    const std::string file = (folder.path() / "moved.wav").string();
    ChildProcess recorder({"ffmpeg", "-v", "error", "-f", "pulse", "-i", kName, "-t", "6", file});
    ASSERT_TRUE(waitUntil([&] { return std::filesystem::exists(file) || !recorder.isRunning(); }));
    unplugAWhile(recorder);
    EXPECT_EQ(recorder.wait(), 0) << recorder.errors();
    EXPECT_GT(greatest(SoundTrack(file, 0).tone(kOtherHertz, 0, 6)), 0.05);
}

} // namespace
} // namespace mockingbird::test
