// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>

struct AVFrame;

namespace mockingbird::review {

/// A decoded picture and its time from the recording's start: one object.
struct PictureFrame {
    std::shared_ptr<const AVFrame> frame;
    MediaTime time;
};

/// Decoded frames around the one shown, so that a step back needs no decoding. Knows of each frame where the
/// next one begins, if anybody found out: only then can it answer for a time. For one thread.
class FrameCache {
public:
    /// The time that "the last frame of the recording" is followed by.
    static constexpr MediaTime kEnd = MediaTime::fromMicroseconds(INT64_MAX);

    /// The limit is one for all caches of the process together: each keeps its part of it, so that two
    /// picture tracks cost no more than one.
    explicit FrameCache(std::size_t byteLimit);
    ~FrameCache();
    FrameCache(const FrameCache&) = delete;
    FrameCache& operator=(const FrameCache&) = delete;

    /// Keeps the frame; drops those farthest from `around` while over the limit, but for one.
    void insert(PictureFrame frame, MediaTime around);
    /// Notes that no frame lies between `time` and `next`.
    void link(MediaTime time, MediaTime next);

    /// The frame that is shown at `time`, if it is here and known to be it.
    [[nodiscard]] std::optional<PictureFrame> find(MediaTime time) const;
    /// The frame before the one at exactly `time`, if known.
    [[nodiscard]] std::optional<PictureFrame> before(MediaTime time) const;
    /// Where the frame at exactly `time` ends; kEnd for the last.
    [[nodiscard]] std::optional<MediaTime> nextOf(MediaTime time) const;

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    struct Entry {
        PictureFrame frame;
        std::size_t bytes = 0;
        std::optional<MediaTime> next;
    };

    const std::size_t m_byteLimit;
    std::size_t m_bytes = 0;
    std::map<MediaTime, Entry> m_entries;
};

} // namespace mockingbird::review
