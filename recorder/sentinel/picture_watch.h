// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/av_handles.h"
#include "common/threading/guarded.h"
#include "recorder/sentinel/lasting.h"
#include "recorder/sentinel/picture_samples.h"
#include "recorder/source_spec.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace mockingbird::recorder {

/// Looks at some pictures a second of one source: whether they are black, and whether a camera's stand still
/// to the last sample, which those of a working one never do. Reads formats of 8 bits a component, planar and
/// packed; of others it says nothing. A look takes some microseconds.
class PictureWatch {
public:
    explicit PictureWatch(SourceKind kind);

    /// The source's thread. Looks at four pictures a second and passes over the others.
    void add(const AVFrame& picture, SteadyTime at);

    /// No light in any part for four seconds; over after one with light. Any thread.
    [[nodiscard]] bool black(SteadyTime now);
    /// A camera's that are the same, sample by sample, for four seconds; over after one with changes. Any
    /// thread.
    [[nodiscard]] bool frozen(SteadyTime now);

private:
    struct Seen {
        Lasting black;
        Lasting frozen;
    };
    [[nodiscard]] bool same(const PictureSamples& samples);

    const bool m_camera;
    threading::Guarded<Seen> m_seen;
    std::optional<SteadyTime> m_lookedAt; ///< the source's thread, as what follows
    std::vector<std::uint8_t> m_samples;  ///< of the last look
    std::vector<std::uint8_t> m_previous; ///< of the one before
    std::optional<std::uint64_t> m_dense; ///< of the last look, where it was like the one before
};

} // namespace mockingbird::recorder
