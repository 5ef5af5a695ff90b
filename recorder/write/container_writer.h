// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/media/av_handles.h"
#include "common/media/media_file.h"
#include "recorder/chapter.h"

#include <memory>
#include <string>
#include <vector>

namespace mockingbird::recorder {

/// A Matroska file under way, written to survive: short clusters, each handed to the system as soon as it is
/// full. For one thread.
class ContainerWriter {
public:
    struct Stream {
        const AVCodecParameters* codec = nullptr; ///< copied
        AVRational timeBase{1, 1000};             ///< of the packets that come
        AVRational frameRate{0, 1};               ///< of pictures, where it is known
        std::string title;
        std::string source; ///< the MOCKINGBIRD_SOURCE tag
        std::string matrix; ///< how the picture is turned, as media::displayMatrixText() has it
        bool isDefault = false;
    };
    enum class Durability {
        Survives, ///< clusters of 250 ms, flushed
        Default,  ///< as FFmpeg does it left alone; for the tests that show why not
    };

    /// Writes the file's header. `title`: what players call the whole file; may be empty.
    [[nodiscard]] static Result<std::unique_ptr<ContainerWriter>>
    begin(std::unique_ptr<media::MediaFile> file, const std::vector<Stream>& streams,
          Durability durability = Durability::Survives, const std::string& title = {});

    /// Writes a packet of stream `packet->stream_index`, times in the stream's time base as given. A time
    /// that goes back, as in a damaged file, becomes the next millisecond; a packet that tells none, or
    /// reordered pictures without dts whose times go back, are left out.
    Result<void> write(media::AvPacket packet);
    /// Sees to it that there is room for the end; NoSpace, before it is too late for one.
    Result<void> keepRoom();
    /// What was written is on the disk when this returns, and there is room for the end.
    Result<void> sync();
    /// Index, chapters, duration and all: the file is complete and on the disk. Of the chapters, in any
    /// order, those that lie past the end are left out.
    Result<void> finish(const std::vector<Chapter>& chapters = {});

    [[nodiscard]] const media::MediaFile& file() const { return *m_file; }
    /// Up to where the packets written reach.
    [[nodiscard]] MediaTime duration() const { return m_duration; }

private:
    ContainerWriter(std::unique_ptr<media::MediaFile> file, const std::vector<Stream>& streams);
    Result<void> checked(int result, const char* doing) const;

    std::unique_ptr<media::MediaFile>
        m_file; ///< declared first: must outlive m_context, which writes through it
    media::AvOutputContext m_context;
    std::vector<AVRational> m_timeBases;
    std::vector<std::int64_t> m_lastTimes; ///< in the muxer's time base
    MediaTime m_duration;
};

} // namespace mockingbird::recorder
