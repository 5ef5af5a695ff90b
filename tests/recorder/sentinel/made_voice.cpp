// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/recorder/sentinel/made_voice.h"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <random>

namespace mockingbird::recorder::test {

Mono voice(std::uint32_t seed, double seconds) {
    std::mt19937 random(seed);
    const auto between = [&](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random);
    };
    Mono sound;
    const auto size = static_cast<std::size_t>(seconds * kRate);
    sound.reserve(size + kRate);
    while (sound.size() < size) {
        for (int syllable = static_cast<int>(between(2, 7)); syllable > 0; --syllable) {
            const auto length = static_cast<std::size_t>(between(0.08, 0.3) * kRate);
            const double level = between(0.05, 0.3);
            for (std::size_t i = 0; i < length; ++i) {
                const double rise =
                    std::sin(std::numbers::pi * static_cast<double>(i) / static_cast<double>(length));
                sound.push_back(static_cast<float>(level * rise * between(-1, 1)));
            }
            sound.resize(sound.size() + static_cast<std::size_t>(between(0.01, 0.06) * kRate));
        }
        sound.resize(sound.size() + static_cast<std::size_t>(between(0.1, 0.5) * kRate));
    }
    sound.resize(size);
    return sound;
}

Mono heard(const Mono& sound, double gain, double delaySeconds) {
    Mono result(sound.size(), 0);
    const auto add = [&](double by, double after) {
        const auto delay = static_cast<std::size_t>(after * kRate);
        for (std::size_t i = delay; i < sound.size(); ++i)
            result[i] += static_cast<float>(by) * sound[i - delay];
    };
    add(gain, delaySeconds);
    add(gain * 0.4, delaySeconds + 0.047);
    return result;
}

} // namespace mockingbird::recorder::test
