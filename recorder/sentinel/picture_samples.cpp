// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sentinel/picture_samples.h"

#include <algorithm>
#include <cstddef>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace mockingbird::recorder {

namespace {

constexpr int kColumns = 64;
constexpr int kRows = 36;
/// Every so many pixels, where the sparse grid found nothing: a line of text on black is light.
constexpr int kDenseStep = 4;
constexpr int kFaultyOneIn = 10'000;
/// Black is 16, or 0 at full range. A covered lens gives noise above it, a dark room gives more than this.
constexpr std::uint8_t kDarkestLimited = 28;
constexpr std::uint8_t kDarkestFull = 14;

bool isFullRange(const AVFrame& picture, const AVPixFmtDescriptor& format) {
    switch (picture.format) {
    case AV_PIX_FMT_YUVJ420P:
    case AV_PIX_FMT_YUVJ422P:
    case AV_PIX_FMT_YUVJ444P:
    case AV_PIX_FMT_YUVJ440P:
    case AV_PIX_FMT_YUVJ411P:
        return true;
    default:
        break;
    }
    return (format.flags & AV_PIX_FMT_FLAG_RGB) != 0 || picture.color_range == AVCOL_RANGE_JPEG;
}

/// The middle of the `index`-th of `count` equal parts of `size`.
int middle(int index, int count, int size) {
    return static_cast<int>((2LL * index + 1) * size / (2LL * count));
}

} // namespace

PictureSamples::PictureSamples(const AVFrame& picture) : m_picture(picture) {
    const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(picture.format));
    constexpr auto kStrange = AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_PAL |
                              AV_PIX_FMT_FLAG_BAYER | AV_PIX_FMT_FLAG_FLOAT;
    if (format == nullptr || (format->flags & kStrange) != 0 || picture.width <= 0 || picture.height <= 0)
        return;
    const int components = (format->flags & AV_PIX_FMT_FLAG_RGB) != 0 ? 3 : 1;
    if (format->nb_components < components)
        return;
    for (int i = 0; i < components; ++i) {
        const AVComponentDescriptor& from = format->comp[i];
        if (from.depth != 8 || from.shift != 0 || picture.data[from.plane] == nullptr)
            return;
        m_component[static_cast<std::size_t>(i)] = {picture.data[from.plane], picture.linesize[from.plane],
                                                    from.step, from.offset};
    }
    m_components = components;
    m_darkest = isFullRange(picture, *format) ? kDarkestFull : kDarkestLimited;
}

std::uint8_t PictureSamples::at(int component, int x, int y) const {
    const Component& from = m_component[static_cast<std::size_t>(component)];
    // The stride is negative where the picture lies bottom up.
    return from.plane[static_cast<std::ptrdiff_t>(y) * from.stride +
                      static_cast<std::ptrdiff_t>(x) * from.step + from.offset];
}

bool PictureSamples::lit(int x, int y) const {
    for (int component = 0; component < m_components; ++component)
        if (at(component, x, y) > m_darkest)
            return true;
    return false;
}

void PictureSamples::sparse(std::vector<std::uint8_t>& samples) const {
    samples.clear();
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column < kColumns; ++column)
            for (int component = 0; component < m_components; ++component)
                samples.push_back(at(component, middle(column, kColumns, m_picture.width),
                                     middle(row, kRows, m_picture.height)));
}

std::uint64_t PictureSamples::denseHash() const {
    std::uint64_t hash = 0xCBF29CE484222325U; // FNV-1a
    for (int y = 0; y < m_picture.height; y += kDenseStep)
        for (int x = 0; x < m_picture.width; x += kDenseStep)
            for (int component = 0; component < m_components; ++component)
                hash = (hash ^ at(component, x, y)) * 0x100000001B3U;
    return hash;
}

bool PictureSamples::black() const {
    // Nearly every picture is told apart by its first few points; a black one is looked at closely.
    const int points = (m_picture.width / kDenseStep) * (m_picture.height / kDenseStep);
    const int faulty = points / kFaultyOneIn;
    int found = 0;
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column < kColumns; ++column)
            if (lit(middle(column, kColumns, m_picture.width), middle(row, kRows, m_picture.height)) &&
                ++found > std::max(faulty, 1))
                return false;
    found = 0;
    for (int y = 0; y < m_picture.height; y += kDenseStep)
        for (int x = 0; x < m_picture.width; x += kDenseStep)
            if (lit(x, y) && ++found > faulty)
                return false;
    return true;
}

} // namespace mockingbird::recorder
