// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/sound_track.h"

#include "tests/e2e/child_process.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstring>
#include <gtest/gtest.h>
#include <numbers>

namespace mockingbird::test {

namespace {
constexpr double kWindowSeconds = 0.05;
constexpr double kQuietSeconds = 0.3;

// The amplitude of one frequency under a Hann window, so that a loud neighbour doesn't leak into it.
double amplitude(const float* samples, std::size_t count, double hertz, int sampleRate) {
    std::complex<double> sum = 0;
    double weights = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double position = static_cast<double>(i);
        const double weight = 1 - std::cos(2 * std::numbers::pi * position / static_cast<double>(count));
        sum += weight * samples[i] * std::polar(1.0, -2 * std::numbers::pi * hertz * position / sampleRate);
        weights += weight;
    }
    return 2 * std::abs(sum) / weights;
}
} // namespace

SoundTrack::SoundTrack(const std::filesystem::path& file, int stream, int sampleRate)
    : m_sampleRate(sampleRate) {
    const FinishedProcess decoded =
        runProcess({"ffmpeg", "-v", "error", "-copyts", "-i", file.string(), "-map",
                    "0:" + std::to_string(stream), "-af", "aresample=async=1:first_pts=0:rematrix_maxval=1",
                    "-ac", "1", "-ar", std::to_string(sampleRate), "-f", "f32le", "-"});
    EXPECT_EQ(decoded.status, 0) << decoded.errors;
    m_samples.resize(decoded.output.size() / sizeof(float));
    std::memcpy(m_samples.data(), decoded.output.data(), m_samples.size() * sizeof(float));
}

double SoundTrack::seconds() const {
    return static_cast<double>(m_samples.size()) / m_sampleRate;
}

std::vector<double> SoundTrack::tone(double hertz, double start, double end) const {
    const auto window = static_cast<std::size_t>(kWindowSeconds * m_sampleRate);
    const std::size_t last = std::min(m_samples.size(), static_cast<std::size_t>(end * m_sampleRate));
    std::vector<double> levels;
    for (auto at = static_cast<std::size_t>(start * m_sampleRate); at + window <= last; at += window)
        levels.push_back(amplitude(&m_samples[at], window, hertz, m_sampleRate));
    return levels;
}

std::optional<double> SoundTrack::toneStart(double hertz, double level) const {
    const std::vector<double> levels = tone(hertz, 0, seconds());
    const auto found =
        std::find_if(levels.begin(), levels.end(), [&](double value) { return value >= level; });
    if (found == levels.end())
        return std::nullopt;
    return static_cast<double>(found - levels.begin()) * kWindowSeconds;
}

std::vector<double> SoundTrack::onsets(double level) const {
    std::vector<double> times;
    double loudUntil = -kQuietSeconds;
    for (std::size_t i = 0; i < m_samples.size(); ++i) {
        if (std::abs(m_samples[i]) < level)
            continue;
        const double time = static_cast<double>(i) / m_sampleRate;
        if (time - loudUntil >= kQuietSeconds)
            times.push_back(time);
        loudUntil = time;
    }
    return times;
}

double SoundTrack::likeness(const SoundTrack& other) const {
    const std::vector<float>& sought = other.m_samples;
    std::vector<double> energyUpTo{0};
    for (const float sample : m_samples)
        energyUpTo.push_back(energyUpTo.back() + static_cast<double>(sample) * sample);
    double soughtEnergy = 0;
    for (const float sample : sought)
        soughtEnergy += static_cast<double>(sample) * sample;

    double best = 0;
    for (std::size_t shift = 0; shift + sought.size() <= m_samples.size(); ++shift) {
        float product = 0;
        for (std::size_t i = 0; i < sought.size(); ++i)
            product += sought[i] * m_samples[shift + i];
        const double both = soughtEnergy * (energyUpTo[shift + sought.size()] - energyUpTo[shift]);
        if (product > 0 && both > 0)
            best = std::max(best, product / std::sqrt(both));
    }
    return best;
}

} // namespace mockingbird::test
