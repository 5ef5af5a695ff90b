// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/pipewire_picture.h"

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <array>
#include <spa/param/video/raw.h>

namespace mockingbird::recorder {

namespace {

constexpr int kMostPlanes = 4;
constexpr int kWidest = 16384;

struct Pixels {
    std::uint32_t spa;
    AVPixelFormat av;
};

// What the encoder takes as it is comes first. A screen's alpha means nothing.
constexpr std::array kPixels{
    Pixels{SPA_VIDEO_FORMAT_I420, AV_PIX_FMT_YUV420P}, Pixels{SPA_VIDEO_FORMAT_NV12, AV_PIX_FMT_NV12},
    Pixels{SPA_VIDEO_FORMAT_YUY2, AV_PIX_FMT_YUYV422}, Pixels{SPA_VIDEO_FORMAT_UYVY, AV_PIX_FMT_UYVY422},
    Pixels{SPA_VIDEO_FORMAT_BGRx, AV_PIX_FMT_BGR0},    Pixels{SPA_VIDEO_FORMAT_RGBx, AV_PIX_FMT_RGB0},
    Pixels{SPA_VIDEO_FORMAT_xRGB, AV_PIX_FMT_0RGB},    Pixels{SPA_VIDEO_FORMAT_xBGR, AV_PIX_FMT_0BGR},
    Pixels{SPA_VIDEO_FORMAT_BGRA, AV_PIX_FMT_BGR0},    Pixels{SPA_VIDEO_FORMAT_RGBA, AV_PIX_FMT_RGB0},
    Pixels{SPA_VIDEO_FORMAT_ARGB, AV_PIX_FMT_0RGB},    Pixels{SPA_VIDEO_FORMAT_ABGR, AV_PIX_FMT_0BGR},
    Pixels{SPA_VIDEO_FORMAT_RGB, AV_PIX_FMT_RGB24},    Pixels{SPA_VIDEO_FORMAT_BGR, AV_PIX_FMT_BGR24},
};

constexpr auto kSpaPixels = [] {
    std::array<std::uint32_t, kPixels.size()> all{};
    std::ranges::transform(kPixels, all.begin(), &Pixels::spa);
    return all;
}();

struct Plane {
    const std::uint8_t* bytes = nullptr;
    std::size_t size = 0;
    int stride = 0;
};

/// Where chroma planes begin, in rows and columns of theirs.
int shiftOf(const AVPixFmtDescriptor& description, int plane, int shift) {
    const bool planarChroma = plane > 0 && plane < 3 && (description.flags & AV_PIX_FMT_FLAG_PLANAR) != 0;
    return planarChroma ? shift : 0;
}

/// The planes of a picture, each with its room; false where the blocks don't hold them.
bool findPlanes(const PictureFormat& format, std::span<const BufferBlock> blocks,
                std::array<Plane, kMostPlanes>& planes, int count) {
    const AVPixFmtDescriptor& description = *av_pix_fmt_desc_get(format.pixels);
    std::array<int, kMostPlanes> narrowest{};
    if (av_image_fill_linesizes(narrowest.data(), format.pixels, format.width) < 0 || blocks.empty())
        return false;
    const bool separate = blocks.size() >= static_cast<std::size_t>(count);
    std::size_t offset = 0;
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const BufferBlock& block = blocks[separate ? at : 0];
        Plane& plane = planes[at];
        // In one block the chroma's rows are as wide as the luma's, or by the same factor narrower as its
        // pictures.
        plane.stride = block.stride;
        if (!separate && i > 0 && narrowest[at] < narrowest[0])
            plane.stride >>= description.log2_chroma_w;
        if (plane.stride == 0)
            plane.stride = narrowest[at];
        const int shift = shiftOf(description, i, description.log2_chroma_h);
        const auto rows = static_cast<std::size_t>((format.height + (1 << shift) - 1) >> shift);
        const std::size_t start = separate ? 0 : offset;
        if (block.bytes == nullptr || plane.stride < narrowest[at])
            return false;
        const auto stride = static_cast<std::size_t>(plane.stride);
        const std::size_t least = stride * (rows - 1) + static_cast<std::size_t>(narrowest[at]);
        if (start > block.size || block.size - start < least)
            return false;
        plane.bytes = block.bytes + start;
        offset += stride * rows;
    }
    return true;
}

} // namespace

std::span<const std::uint32_t> readablePixels() {
    return kSpaPixels;
}

std::optional<PictureFormat> pictureFormat(const spa_video_info_raw& info) {
    const auto found = std::ranges::find(kPixels, static_cast<std::uint32_t>(info.format), &Pixels::spa);
    if (found == kPixels.end() || info.size.width < 2 || info.size.height < 2 || info.size.width > kWidest ||
        info.size.height > kWidest)
        return std::nullopt;
    PictureFormat format{found->av, static_cast<int>(info.size.width), static_cast<int>(info.size.height),
                         AVCOL_RANGE_UNSPECIFIED, AVCOL_SPC_UNSPECIFIED};
    if (info.color_range == SPA_VIDEO_COLOR_RANGE_0_255)
        format.range = AVCOL_RANGE_JPEG;
    else if (info.color_range == SPA_VIDEO_COLOR_RANGE_16_235)
        format.range = AVCOL_RANGE_MPEG;
    if (info.color_matrix == SPA_VIDEO_COLOR_MATRIX_BT709)
        format.space = AVCOL_SPC_BT709;
    else if (info.color_matrix == SPA_VIDEO_COLOR_MATRIX_BT601)
        format.space = AVCOL_SPC_SMPTE170M;
    return format;
}

media::AvFrame copyPicture(const PictureFormat& format, std::span<const BufferBlock> blocks,
                           const ScreenPart& part) {
    const AVPixFmtDescriptor& description = *av_pix_fmt_desc_get(format.pixels);
    const int count = av_pix_fmt_count_planes(format.pixels);
    std::array<Plane, kMostPlanes> planes{};
    const int x = part.x & ~1;
    const int y = part.y & ~1;
    const int width = std::min(part.width, format.width - x) & ~1;
    const int height = std::min(part.height, format.height - y) & ~1;
    if (x < 0 || y < 0 || width < 2 || height < 2 || !findPlanes(format, blocks, planes, count))
        return nullptr;

    media::AvFrame frame(av_frame_alloc());
    frame->format = format.pixels;
    frame->width = width;
    frame->height = height;
    frame->color_range = format.range;
    frame->colorspace = format.space;
    if (av_frame_get_buffer(frame.get(), 0) < 0)
        return nullptr;
    std::array<int, kMostPlanes> skipped{};
    std::array<int, kMostPlanes> copied{};
    if (av_image_fill_linesizes(skipped.data(), format.pixels, std::max(x, 2)) < 0 ||
        av_image_fill_linesizes(copied.data(), format.pixels, width) < 0)
        return nullptr;
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const int shift = shiftOf(description, i, description.log2_chroma_h);
        const Plane& plane = planes[at];
        const std::uint8_t* from =
            plane.bytes + static_cast<std::ptrdiff_t>(y >> shift) * plane.stride + (x == 0 ? 0 : skipped[at]);
        av_image_copy_plane(frame->data[i], frame->linesize[i], from, plane.stride, copied[at],
                            height >> shift);
    }
    return frame;
}

} // namespace mockingbird::recorder
