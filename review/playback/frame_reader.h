// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/media/picture.h"

#include <filesystem>
#include <memory>

namespace mockingbird::review {

/// The exact picture of a recording for a time: the one whose presentation time is the last at or before it.
/// For one thread. What `frame` prints and what the player shows come from here.
class FrameReader {
public:
    /// Of the file's first picture track, or the one asked for among its picture tracks. NotFound,
    /// Unsupported (no media, no picture), Corrupt.
    [[nodiscard]] static Result<std::unique_ptr<FrameReader>> open(const std::filesystem::path& file,
                                                                   int videoTrack = 0);
    ~FrameReader();

    [[nodiscard]] MediaTime duration() const;
    /// OutOfRange past the end, naming the duration.
    [[nodiscard]] Result<media::Picture> at(MediaTime time);

private:
    struct State;
    explicit FrameReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace mockingbird::review
