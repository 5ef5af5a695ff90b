// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/sentinel/lasting.h"
#include "recorder/source_spec.h"
#include "recorder/trouble.h"

#include <vector>

namespace mockingbird::recorder {

/// Says what is wrong with one source. Belongs to the recorder's owner's thread; asked again and again.
class Sentinel {
public:
    Sentinel(SourceKind kind, bool video);

    /// How the source is now.
    struct Seen {
        SteadyTime latestFrame; ///< when the latest frame arrived
        bool lost = false;
        bool ended = false; ///< it has nothing more to give; that is no trouble
        bool silent = false;
        bool clipping = false;
        bool black = false;
        bool frozen = false;
        bool paused = false; ///< the recording: what is not known yet is kept to itself until it goes on
    };
    /// In the enum's order. Of a source that is lost or stalled that alone: the rest is of the past.
    [[nodiscard]] std::vector<Trouble> judge(const Seen& seen, SteadyTime now);

private:
    [[nodiscard]] std::vector<Trouble> troublesOf(const Seen& seen, SteadyTime now);

    const SourceKind m_kind;
    const bool m_video;
    Lasting m_lost;
    Lasting m_stalled;
    std::vector<Trouble> m_told;
};

} // namespace mockingbird::recorder
