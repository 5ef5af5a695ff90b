// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/media/picture.h"

#include <filesystem>
#include <memory>

namespace mockingbird::review {

/// Small pictures of a recording's keyframes, for the pointer over a timeline: quick rather than exact. For
/// one thread.
class ThumbnailReader {
public:
    /// Pictures are `width` pixels wide, upright and in their proportions. NotFound, Unsupported (no media,
    /// no picture), Corrupt.
    [[nodiscard]] static Result<std::unique_ptr<ThumbnailReader>> open(const std::filesystem::path& file,
                                                                       int width = 160);
    ~ThumbnailReader();

    /// The last keyframe at or before `time`, with its own exact time; the first where there is none. Corrupt
    /// where it can't be decoded.
    [[nodiscard]] Result<media::Picture> near(MediaTime time);

private:
    struct State;
    explicit ThumbnailReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace mockingbird::review
