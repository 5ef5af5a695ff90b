// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/av_handles.h"
#include "recorder/source_spec.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

struct spa_video_info_raw;

namespace mockingbird::recorder {

/// What a PipeWire stream's raw pictures are like, in FFmpeg's words.
struct PictureFormat {
    AVPixelFormat pixels = AV_PIX_FMT_NONE;
    int width = 0;
    int height = 0;
    AVColorRange range = AVCOL_RANGE_UNSPECIFIED;
    AVColorSpace space = AVCOL_SPC_UNSPECIFIED;
};

/// SPA's video formats that we read, the ones we would rather have first.
[[nodiscard]] std::span<const std::uint32_t> readablePixels();
/// None for pixels that we don't read, or no size.
[[nodiscard]] std::optional<PictureFormat> pictureFormat(const spa_video_info_raw& info);

/// A piece of a buffer: a plane, or all planes of a picture one behind the other.
struct BufferBlock {
    const std::uint8_t* bytes = nullptr;
    std::size_t size = 0;
    int stride = 0; ///< bytes a row; 0: as narrow as can be
};

/// Copies a part of a picture, its corner and size rounded down to even numbers, into a frame of its own.
/// Nothing where the blocks hold less than the format says.
[[nodiscard]] media::AvFrame copyPicture(const PictureFormat& format, std::span<const BufferBlock> blocks,
                                         const ScreenPart& part);

} // namespace mockingbird::recorder
