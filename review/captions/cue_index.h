// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/catalog/caption_store.h"

#include <vector>

namespace mockingbird::review {

/// A recording's captions, asked by time.
class CueIndex {
public:
    CueIndex() = default;
    explicit CueIndex(std::vector<catalog::Cue> cues);

    /// Those that are shown at that time, in the order they began; a cue's end is not included. Valid as long
    /// as the index.
    [[nodiscard]] std::vector<const catalog::Cue*> at(MediaTime time) const;
    [[nodiscard]] bool empty() const { return m_cues.empty(); }

private:
    std::vector<catalog::Cue> m_cues;   ///< by start
    std::vector<MediaTime> m_latestEnd; ///< of each cue and those before it
};

} // namespace mockingbird::review
