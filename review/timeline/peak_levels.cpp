// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/peak_levels.h"

#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr std::size_t kStep = 16;

void include(Peak& peak, const Peak& other) {
    peak.low = std::min(peak.low, other.low);
    peak.high = std::max(peak.high, other.high);
}

} // namespace

PeakLevels::PeakLevels(std::shared_ptr<const Waveform> waveform) : m_waveform(std::move(waveform)) {
    if (!m_waveform || m_waveform->tracks.empty() || m_waveform->bucket <= MediaTime())
        return;
    const auto mix = std::ranges::find_if(m_waveform->tracks, &TrackPeaks::mix);
    m_mix = mix == m_waveform->tracks.end() ? &m_waveform->tracks.front() : &*mix;
    const auto coarser = [](std::size_t count, const auto& peakAt) {
        std::vector<Peak> level((count + kStep - 1) / kStep);
        for (std::size_t i = 0; i < count; ++i)
            include(level[i / kStep], peakAt(i));
        return level;
    };
    std::vector<Peak> level = coarser(m_mix->high.size(), [&](std::size_t i) {
        return Peak{m_mix->low[i], m_mix->high[i]};
    });
    while (level.size() > 1) {
        m_levels.push_back(std::move(level));
        const auto& finer = m_levels.back();
        level = coarser(finer.size(), [&](std::size_t i) { return finer[i]; });
    }
}

MediaTime PeakLevels::bucket() const {
    return isEmpty() ? MediaTime() : m_waveform->bucket;
}

Peak PeakLevels::between(std::size_t from, std::size_t to) const {
    Peak peak;
    to = std::min(size(), std::max(to, from + 1));
    while (from < to) {
        // The coarsest step that begins here and doesn't reach too far.
        std::size_t level = 0;
        std::size_t step = 1;
        while (level < m_levels.size() && from % (step * kStep) == 0 && from + step * kStep <= to) {
            step *= kStep;
            ++level;
        }
        include(peak,
                level == 0 ? Peak{m_mix->low[from], m_mix->high[from]} : m_levels[level - 1][from / step]);
        from += step;
    }
    return peak;
}

} // namespace mockingbird::review
