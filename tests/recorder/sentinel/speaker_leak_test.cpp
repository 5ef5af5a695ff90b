// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sentinel/speaker_leak.h"

#include "tests/recorder/sentinel/made_voice.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <gtest/gtest.h>
#include <random>

namespace mockingbird::recorder {

namespace {

using test::heard;
using test::kRate;
using test::Mono;
using test::voice;

Mono noise(std::size_t size, double dbfs, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> value(0, static_cast<float>(std::pow(10, dbfs / 20)));
    Mono result(size);
    std::ranges::generate(result, [&] { return value(random); });
    return result;
}

Mono operator+(Mono a, const Mono& b) {
    std::ranges::transform(a, b, a.begin(), std::plus());
    return a;
}

/// Speaks in every other three seconds alone.
Mono inTurns(Mono sound, bool first) {
    for (std::size_t i = 0; i < sound.size(); ++i)
        if ((i / (3 * kRate) % 2 == 0) != first)
            sound[i] = 0;
    return sound;
}

/// Block by block, as the sound job has it; track 0 is the system's, 1 and 2 are microphones.
std::optional<double> leak(const Mono& system, const Mono& microphone, const Mono& second = {}) {
    SpeakerLeak leak({0}, second.empty() ? std::vector<std::size_t>{1} : std::vector<std::size_t>{1, 2});
    std::vector<std::vector<float>> block(3, std::vector<float>(2048));
    for (std::size_t from = 0; from + 1024 <= system.size(); from += 1024) {
        for (std::size_t i = 0; i < 2048; ++i) {
            block[0][i] = system[from + i / 2];
            block[1][i] = microphone[from + i / 2];
            block[2][i] = second.empty() ? 0 : second[from + i / 2];
        }
        leak.add(block);
    }
    return leak.correlation();
}

} // namespace

class SpeakerLeakTest : public ::testing::TestWithParam<std::uint32_t> {
protected:
    const Mono m_far = voice(GetParam(), 12);
    const Mono m_near = voice(GetParam() + 1000, 12);
    const Mono m_floor = noise(m_far.size(), -62, GetParam());
};

TEST_P(SpeakerLeakTest, FindsALeakThroughDelayRoomAndNoise) {
    for (const double delay : {0.0, 0.06, 0.18, 0.29})
        EXPECT_GT(leak(m_far, heard(m_far, 0.1, delay) + m_floor).value_or(0), 0.75) << delay;
}

TEST_P(SpeakerLeakTest, VoicesThatHaveNothingToDoWithEachOtherAreNoLeak) {
    EXPECT_LT(leak(m_far, m_near + m_floor).value_or(1), 0.4);
}

TEST_P(SpeakerLeakTest, FindsALeakBetweenTheAnswers) {
    const Mono far = inTurns(m_far, true);
    const Mono near = inTurns(m_near, false);
    EXPECT_GT(leak(far, heard(far, 0.1, 0.1) + near + m_floor).value_or(0), 0.6);
    // The control: the same talk with headphones.
    EXPECT_LT(leak(far, near + m_floor).value_or(1), 0.4);
}

TEST_P(SpeakerLeakTest, TheMicrophoneThatHearsMostCounts) {
    EXPECT_GT(leak(m_far, m_near + m_floor, heard(m_far, 0.1, 0.1) + m_floor).value_or(0), 0.75);
}

INSTANTIATE_TEST_SUITE_P(Voices, SpeakerLeakTest, ::testing::Range(1U, 7U));

TEST(SpeakerLeak, SaysNothingWhileTheLoudspeakerIsQuietOrTheMicrophoneDead) {
    const Mono far = voice(1, 12);
    const Mono nothing(far.size(), 0);
    const Mono floor = noise(far.size(), -62, 1);
    EXPECT_FALSE(leak(nothing, voice(2, 12)).has_value());
    EXPECT_FALSE(leak(noise(far.size(), -65, 2), voice(2, 12)).has_value());
    EXPECT_FALSE(leak(far, nothing).has_value());
    EXPECT_TRUE(leak(far, voice(2, 12) + floor).has_value());
    EXPECT_FALSE(leak(voice(1, 2), voice(2, 2)).has_value()) << "too early to say";
}

TEST(SpeakerLeak, ForgetsALeakThatWasMended) {
    const Mono far = voice(1, 24);
    Mono microphone = heard(far, 0.1, 0.1);
    std::fill(microphone.begin() + 12 * kRate, microphone.end(), 0.0F);
    EXPECT_LT(leak(far, microphone + noise(far.size(), -50, 3)).value_or(1), 0.4);
}

} // namespace mockingbird::recorder
