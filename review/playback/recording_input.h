// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/media/media_input.h"
#include "review/playback/player_track.h"

#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::review {

/// A recording opened for demuxing, its timestamps turned into times from the recording's start. For one
/// thread.
class RecordingInput {
public:
    /// As media::openMediaInput. A file that doesn't say how long it is, as one that was never closed, is
    /// read through once for it.
    [[nodiscard]] static Result<RecordingInput> open(const std::filesystem::path& file);

    [[nodiscard]] const std::string& name() const { return m_name; }
    /// Whether packets of pictures carry no decoding times that hold: the file was opened by its header
    /// alone.
    [[nodiscard]] bool headerAlone() const { return m_input.headerAlone; }
    /// As the container says.
    [[nodiscard]] MediaTime duration() const { return m_duration; }
    /// The streams with pictures in the file's order, without cover art.
    [[nodiscard]] std::vector<int> pictureStreams() const;
    [[nodiscard]] std::vector<PlayerTrack> soundTracks() const;
    [[nodiscard]] AVStream& stream(int index) const { return *m_input.context->streams[index]; }

    /// The nearest microsecond of a timestamp of that stream.
    [[nodiscard]] MediaTime timeOf(std::int64_t timestamp, int stream) const;
    /// Of the packet's pts, or its dts where it has none.
    [[nodiscard]] std::optional<MediaTime> timeOf(const AVPacket& packet) const;

    /// From here on read() gives packets of this stream alone.
    void select(int stream);
    /// The same of several streams.
    void selectAll(std::vector<int> streams);
    /// The next read is at a keyframe; at or before `time` where the container's index is right, which it
    /// isn't always.
    [[nodiscard]] Result<void> seek(int stream, MediaTime time);
    [[nodiscard]] Result<void> seekToStart();
    /// The time of the last keyframe at or before `time` where the container's index knows it.
    [[nodiscard]] std::optional<MediaTime> keyframeBefore(int stream, MediaTime time) const;
    /// The next packet; null at the end. Damaged stretches are passed over.
    [[nodiscard]] Result<media::AvPacket> read();

private:
    explicit RecordingInput(media::MediaInput input, std::string name);
    /// A file whose header is enough, and its start as FFmpeg would find it; nothing of another.
    [[nodiscard]] static Result<std::optional<RecordingInput>>
    openByHeader(const std::filesystem::path& file);
    [[nodiscard]] Result<bool> findStart();
    [[nodiscard]] Result<void> findDuration();
    [[nodiscard]] Result<media::AvPacket> readFile();
    [[nodiscard]] bool isSelected(int stream) const;

    media::MediaInput m_input;
    std::string m_name;
    std::int64_t m_start = 0; ///< microseconds, as the container counts
    MediaTime m_duration;
    bool m_untouched = true;             ///< nothing was read since it was opened
    std::deque<media::AvPacket> m_first; ///< read to find the start, and given out again
    std::vector<int> m_selected;         ///< none: all of them
};

/// Where the content of a recording ends, by reading it through to its last packet: a file cut short says a
/// longer duration than it has.
[[nodiscard]] Result<MediaTime> contentEnd(const std::filesystem::path& file);

} // namespace mockingbird::review
