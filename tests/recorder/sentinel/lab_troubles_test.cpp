// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/recorder.h"
#include "tests/e2e/child_process.h"
#include "tests/recorder/sentinel/made_voice.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait_until.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

// Among the lab's devices: what a sound server gives, with its delays.

namespace mockingbird::recorder {

namespace {

using namespace std::chrono_literals;
using mockingbird::test::ChildProcess;
using mockingbird::test::waitUntil;
using test::Mono;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr auto kDeadline = 40s;

class LabTroubles : public ::testing::Test {
protected:
    static SourceSpec microphone() { return {SourceKind::Microphone, std::getenv("LAB_MICROPHONE")}; }

    /// Sixteen bits, one channel, little-endian.
    std::string soundFile(const std::string& name, const Mono& sound) {
        std::string bytes;
        const auto add = [&](std::uint32_t value, int size) {
            for (int i = 0; i < size; ++i)
                bytes += static_cast<char>((value >> (8 * i)) & 0xFFU);
        };
        const auto size = static_cast<std::uint32_t>(2 * sound.size());
        bytes += "RIFF";
        add(36 + size, 4);
        bytes += "WAVEfmt ";
        add(16, 4);
        add(1, 2);
        add(1, 2);
        add(test::kRate, 4);
        add(2 * test::kRate, 4);
        add(2, 2);
        add(16, 2);
        bytes += "data";
        add(size, 4);
        for (const float value : sound)
            add(static_cast<std::uint16_t>(
                    static_cast<std::int16_t>(std::lround(std::clamp(value, -1.0F, 1.0F) * 32767))),
                2);
        const auto file = m_folder / name;
        std::ofstream(file, std::ios::binary) << bytes;
        return file.string();
    }
    static std::vector<std::string> play(const char* device, const std::string& file) {
        return {"paplay", "--device=" + std::string(std::getenv(device)), file};
    }

    mockingbird::test::TemporaryFolder m_folder;
};

} // namespace

TEST_F(LabTroubles, AMicrophoneThatIsDeadOrTooLoudIsNamed) {
    const auto recorder = Recorder::open({{}, {microphone()}, 30});
    ASSERT_TRUE(recorder.ok()) << recorder.error().detail;
    const auto troubles = [&] { return (*recorder)->stats().sources[0].troubles; };
    EXPECT_TRUE(waitUntil([&] { return !troubles().empty(); }, kDeadline));
    EXPECT_THAT(troubles(), ElementsAre(Trouble::Silent));
    {
        const ChildProcess speaks(play("LAB_MICROPHONE_INPUT", soundFile("speech.wav", test::voice(1, 60))));
        EXPECT_TRUE(waitUntil([&] { return troubles().empty(); }, kDeadline));
    }
    Mono shouts = test::voice(2, 60);
    for (float& value : shouts)
        value *= 40;
    const ChildProcess shouting(play("LAB_MICROPHONE_INPUT", soundFile("shouts.wav", shouts)));
    EXPECT_TRUE(
        waitUntil([&] { return testing::Matches(ElementsAre(Trouble::Clipping))(troubles()); }, kDeadline));
    EXPECT_TRUE((*recorder)->stats().sources[0].clipped);
}

TEST_F(LabTroubles, ALoudspeakerInTheMicrophoneIsHeard) {
    const Mono far = test::voice(1, 60);
    const auto leak = [&](const Mono& microphoneHears, const auto& enough) {
        // One process for both: two begin so far apart on a busy machine that it is no leak any more.
        const ChildProcess both({"ffmpeg",
                                 "-v",
                                 "error",
                                 "-i",
                                 soundFile("far.wav", far),
                                 "-i",
                                 soundFile("room.wav", microphoneHears),
                                 "-map",
                                 "0",
                                 "-f",
                                 "pulse",
                                 "-device",
                                 std::getenv("LAB_SPEAKER"),
                                 "call",
                                 "-map",
                                 "1",
                                 "-f",
                                 "pulse",
                                 "-device",
                                 std::getenv("LAB_MICROPHONE_INPUT"),
                                 "room"});
        const auto recorder = Recorder::open({{}, {{SourceKind::System, ""}, microphone()}, 30});
        EXPECT_TRUE(recorder.ok());
        if (!recorder.ok())
            return -1.0;
        EXPECT_TRUE(waitUntil([&] { return enough((*recorder)->stats()); }, kDeadline));
        return (*recorder)->stats().speakerLeak.value_or(-1);
    };
    EXPECT_GT(leak(test::heard(far, 0.1, 0.12),
                   [](const RecorderStats& stats) { return stats.speakerLeak.value_or(0) > 0.7; }),
              0.7);
    // The control: with headphones, after ten seconds of both.
    const auto begun = std::chrono::steady_clock::now();
    const double apart = leak(test::voice(2, 60), [&](const RecorderStats& stats) {
        return stats.speakerLeak && std::chrono::steady_clock::now() - begun > 12s;
    });
    EXPECT_GE(apart, 0);
    EXPECT_LT(apart, 0.4);
}

} // namespace mockingbird::recorder
