// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sentinel/speaker_leak.h"

#include "recorder/sync/running_clock.h"

#include <algorithm>
#include <cmath>

namespace mockingbird::recorder {

namespace {

constexpr std::size_t kValueSamples = 2 * static_cast<std::size_t>(kSampleRate) / 100;
constexpr std::size_t kWindow = 1000; ///< values: ten seconds
constexpr std::size_t kSegment = 100; ///< values: a second, the length that told leaks from voices best
constexpr std::size_t kSegmentStep = 50;
constexpr std::size_t kBetweenComparisons = 50;
/// A microphone may seem to hear it a little early, as devices tell their delays only so well.
constexpr std::size_t kEarliest = 5;
constexpr std::size_t kLatest = 30;
constexpr double kFloor = 1e-6;       ///< -60 dBFS: what is below is no loudness
constexpr float kSpeaks = -50;        ///< dB; the loudspeaker above this
constexpr std::size_t kPauses = 15;   ///< values: shorter ones belong to speaking
constexpr std::size_t kSpeaking = 70; ///< values of a segment that the loudspeaker has to speak in
/// Of fewer, two voices may seem alike by chance.
constexpr std::size_t kFewestSegments = 5;

/// Pearson's; 0 where either stands still.
double correlation(std::span<const float> a, std::span<const float> b) {
    double sumA = 0;
    double sumB = 0;
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto x = static_cast<double>(a[i]);
        const auto y = static_cast<double>(b[i]);
        sumA += x;
        sumB += y;
        squaresA += x * x;
        squaresB += y * y;
        products += x * y;
    }
    const auto count = static_cast<double>(a.size());
    const double spread = (squaresA - sumA * sumA / count) * (squaresB - sumB * sumB / count);
    return spread > 1e-6 ? (products - sumA * sumB / count) / std::sqrt(spread) : 0;
}

/// Where the segments begin in which the loudspeaker speaks.
std::vector<std::size_t> speakingSegments(const std::vector<float>& system) {
    std::vector<bool> speaks(system.size(), false);
    for (std::size_t i = 0; i < system.size(); ++i) {
        if (system[i] < kSpeaks)
            continue;
        const std::size_t last = std::min(i + kPauses + 1, system.size());
        for (std::size_t j = i - std::min(i, kPauses); j < last; ++j)
            speaks[j] = true;
    }
    std::vector<std::size_t> segments;
    for (std::size_t from = kEarliest; from + kSegment + kLatest <= system.size(); from += kSegmentStep) {
        const auto begin = speaks.begin() + static_cast<std::ptrdiff_t>(from);
        const auto speaking = std::count(begin, begin + static_cast<std::ptrdiff_t>(kSegment), true);
        if (static_cast<std::size_t>(speaking) >= kSpeaking)
            segments.push_back(from);
    }
    return segments;
}

/// The middle of the segments' correlations, at the delay where it is highest.
double leakOf(const std::vector<float>& system, const std::vector<float>& microphone,
              const std::vector<std::size_t>& segments) {
    double highest = 0;
    std::vector<double> found(segments.size());
    for (std::size_t delay = 0; delay <= kEarliest + kLatest; ++delay) {
        for (std::size_t i = 0; i < segments.size(); ++i)
            found[i] = correlation(std::span(system).subspan(segments[i], kSegment),
                                   std::span(microphone).subspan(segments[i] + delay - kEarliest, kSegment));
        const auto middle = found.begin() + static_cast<std::ptrdiff_t>(found.size() / 2);
        std::nth_element(found.begin(), middle, found.end());
        highest = std::max(highest, *middle);
    }
    return std::min(highest, 1.0);
}

} // namespace

SpeakerLeak::SpeakerLeak(std::vector<std::size_t> systems, std::vector<std::size_t> microphones) {
    for (const std::size_t track : systems)
        m_systems.push_back({track, 0, {}});
    for (const std::size_t track : microphones)
        m_microphones.push_back({track, 0, {}});
}

void SpeakerLeak::add(std::span<const std::vector<float>> tracks) {
    const std::size_t size = tracks.empty() ? 0 : tracks.front().size();
    for (std::size_t done = 0; done < size;) {
        const std::size_t count = std::min(size - done, kValueSamples - m_samples);
        for (auto* envelopes : {&m_systems, &m_microphones})
            for (Envelope& envelope : *envelopes)
                for (const float sample : std::span(tracks[envelope.track]).subspan(done, count))
                    envelope.squares += static_cast<double>(sample) * static_cast<double>(sample);
        done += count;
        m_samples += count;
        if (m_samples == kValueSamples)
            finishValues();
    }
}

void SpeakerLeak::finishValues() {
    for (auto* envelopes : {&m_systems, &m_microphones})
        for (Envelope& envelope : *envelopes) {
            const double power = envelope.squares / static_cast<double>(kValueSamples);
            envelope.values.push_back(static_cast<float>(10 * std::log10(power + kFloor)));
            envelope.squares = 0;
            if (envelope.values.size() == kWindow + kBetweenComparisons)
                envelope.values.erase(envelope.values.begin(),
                                      envelope.values.begin() +
                                          static_cast<std::ptrdiff_t>(kBetweenComparisons));
        }
    m_samples = 0;
    if (++m_fresh == kBetweenComparisons) {
        m_fresh = 0;
        compare();
    }
}

void SpeakerLeak::compare() {
    // Twice the floor's power: all of it lies within 3 dB of nothing.
    const auto silent = [](float value) { return value < static_cast<float>(10 * std::log10(2 * kFloor)); };
    std::optional<double> highest;
    for (const Envelope& system : m_systems) {
        const auto segments = speakingSegments(system.values);
        if (segments.size() < kFewestSegments)
            continue;
        for (const Envelope& microphone : m_microphones) {
            if (std::ranges::all_of(microphone.values, silent))
                continue;
            const double leak = leakOf(system.values, microphone.values, segments);
            highest = std::max(highest.value_or(0), leak);
        }
    }
    m_correlation.with([&](auto& known) { known = highest; });
}

} // namespace mockingbird::recorder
