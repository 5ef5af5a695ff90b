// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/recorder/sentinel/made_picture.h"

#include <algorithm>
#include <cstddef>
#include <stdexcept>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace mockingbird::recorder::test {

namespace {

bool saysFull(AVPixelFormat format) {
    return format == AV_PIX_FMT_YUVJ420P || format == AV_PIX_FMT_YUVJ422P || format == AV_PIX_FMT_YUVJ444P;
}

int shifted(int size, int shift) {
    return -((-size) >> shift);
}

} // namespace

media::AvFrame madePicture(AVPixelFormat format, const Light& light, bool full, int width, int height) {
    media::AvFrame picture(av_frame_alloc());
    picture->format = format;
    picture->width = width;
    picture->height = height;
    picture->color_range = full ? AVCOL_RANGE_JPEG : AVCOL_RANGE_UNSPECIFIED;
    if (av_frame_get_buffer(picture.get(), 0) < 0)
        throw std::runtime_error("no memory for a picture");
    const AVPixFmtDescriptor* description = av_pix_fmt_desc_get(format);
    const bool rgb = (description->flags & AV_PIX_FMT_FLAG_RGB) != 0;
    const bool whole = rgb || full || saysFull(format);
    for (int component = 0; component < description->nb_components; ++component) {
        const AVComponentDescriptor& to = description->comp[component];
        const bool colour = !rgb && (component == 1 || component == 2);
        const int columns = colour ? shifted(width, description->log2_chroma_w) : width;
        const int rows = colour ? shifted(height, description->log2_chroma_h) : height;
        for (int y = 0; y < rows; ++y)
            for (int x = 0; x < columns; ++x) {
                const int shine = colour ? 0 : std::clamp(light(x, y), 0, 219);
                const int value = colour ? 128 : whole ? shine * 255 / 219 : shine + 16;
                picture->data[to.plane][static_cast<std::ptrdiff_t>(y) * picture->linesize[to.plane] +
                                        static_cast<std::ptrdiff_t>(x) * to.step + to.offset] =
                    static_cast<std::uint8_t>(value);
            }
    }
    return picture;
}

Light darkRoom(std::uint32_t seed, int light, int noise) {
    return [=](int x, int y) {
        // A hash: the same noise whatever order it is asked in.
        std::uint32_t mixed = seed * 0x9E3779B9U + static_cast<std::uint32_t>(y * 8191 + x) * 0x85EBCA6BU;
        mixed ^= mixed >> 15U;
        mixed *= 0xC2B2AE35U;
        mixed ^= mixed >> 13U;
        return light + static_cast<int>(mixed % static_cast<std::uint32_t>(2 * noise + 1)) - noise;
    };
}

} // namespace mockingbird::recorder::test
