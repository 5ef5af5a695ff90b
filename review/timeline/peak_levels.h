// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/waveform/waveform.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace mockingbird::review {

struct Peak {
    float low = 0;
    float high = 0;
};

/// The peaks of a recording's mix, held coarser and coarser as well, so that a stretch of hours is told from
/// as few of them as one of seconds. GUI thread; what it shows is shared and never changes.
class PeakLevels {
public:
    PeakLevels() = default;
    /// Null for none.
    explicit PeakLevels(std::shared_ptr<const Waveform> waveform);

    [[nodiscard]] bool isEmpty() const { return m_mix == nullptr || m_mix->high.empty(); }
    [[nodiscard]] MediaTime bucket() const;
    [[nodiscard]] std::size_t size() const { return isEmpty() ? 0 : m_mix->high.size(); }
    /// Lowest and highest of the buckets from `from` up to `to`, at least of one; 0 beyond the end.
    [[nodiscard]] Peak between(std::size_t from, std::size_t to) const;

private:
    std::shared_ptr<const Waveform> m_waveform;
    const TrackPeaks* m_mix = nullptr;
    std::vector<std::vector<Peak>> m_levels; ///< the first of kStep buckets each, the next of kStep of those
};

} // namespace mockingbird::review
