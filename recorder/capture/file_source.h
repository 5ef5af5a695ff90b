// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/media_input.h"
#include "recorder/capture/capture_source.h"
#include "recorder/sync/pace_clock.h"

#include <filesystem>
#include <memory>

namespace mockingbird::recorder {

/// A file's first picture or sound stream, played as if live: each frame is captured when its time has come.
/// Two sources over one file and one clock stay in step.
class FileSource final : public CaptureSource {
public:
    enum class Stream { Picture, Sound };
    FileSource(std::filesystem::path file, Stream stream, std::shared_ptr<PaceClock> clock);
    /// NotFound, Unsupported, Corrupt.
    Result<void> open(std::stop_token stop) override;
    Result<std::optional<Captured>> next(std::stop_token stop) override;

private:
    Result<bool> decodeNext(AVFrame& frame);

    const std::filesystem::path m_file;
    const Stream m_wanted;
    const std::shared_ptr<PaceClock> m_clock;
    media::MediaInput m_input;
    media::AvCodecContext m_decoder;
    media::AvPacket m_packet;
    int m_stream = -1;
    bool m_draining = false;
};

} // namespace mockingbird::recorder
