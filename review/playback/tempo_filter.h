// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/media/av_handles.h"
#include "review/playback/sound_block.h"

#include <optional>

namespace mockingbird::review {

/// Sound at another speed with its pitch kept, by libavfilter's atempo. For one thread.
class TempoFilter {
public:
    /// For 0.5..3; InvalidArgument otherwise.
    [[nodiscard]] static Result<TempoFilter> create(double speed);

    /// Blocks that follow one another without a gap.
    [[nodiscard]] Result<void> push(const SoundBlock& block);
    /// No more will come: what is held back can be pulled.
    [[nodiscard]] Result<void> finish();
    /// What is ready; nullopt where it wants more.
    [[nodiscard]] Result<std::optional<SoundBlock>> pull();

private:
    TempoFilter() = default;

    double m_speed = 1;
    MediaTime m_early; ///< how much later in the recording a sound is than its place in the output says
    media::AvFilterGraph m_graph;
    AVFilterContext* m_source = nullptr; ///< the graph's
    AVFilterContext* m_sink = nullptr;   ///< the graph's
    std::optional<MediaTime> m_start;    ///< of the first block
    MediaTime m_end;                     ///< of the last block
    std::int64_t m_pushed = 0;           ///< samples
    std::int64_t m_pulled = 0;           ///< samples
};

} // namespace mockingbird::review
