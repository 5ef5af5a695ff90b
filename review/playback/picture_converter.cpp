// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/picture_converter.h"

#include "common/media/av_error.h"

extern "C" {
#include <libavutil/display.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace mockingbird::review {

namespace {

constexpr int kBytesPerPixel = 4;

/// Untagged pictures: high definition is BT.709 and what is smaller BT.601, as every player takes it.
int matrixOf(const AVFrame& frame) {
    switch (frame.colorspace) {
    case AVCOL_SPC_BT709:
        return SWS_CS_ITU709;
    case AVCOL_SPC_FCC:
        return SWS_CS_FCC;
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M:
        return SWS_CS_ITU601;
    case AVCOL_SPC_SMPTE240M:
        return SWS_CS_SMPTE240M;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
        return SWS_CS_BT2020;
    default:
        return frame.height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601;
    }
}

struct PlainFormat {
    AVPixelFormat format;
    bool fullRange;
};

/// The yuvj formats say the range by their name, which swscale deprecates.
PlainFormat plain(const AVFrame& frame) {
    const auto format = static_cast<AVPixelFormat>(frame.format);
    switch (format) {
    case AV_PIX_FMT_YUVJ420P:
        return {AV_PIX_FMT_YUV420P, true};
    case AV_PIX_FMT_YUVJ422P:
        return {AV_PIX_FMT_YUV422P, true};
    case AV_PIX_FMT_YUVJ444P:
        return {AV_PIX_FMT_YUV444P, true};
    case AV_PIX_FMT_YUVJ440P:
        return {AV_PIX_FMT_YUV440P, true};
    default:
        return {format, frame.color_range == AVCOL_RANGE_JPEG};
    }
}

int squareWidth(const AVFrame& frame) {
    const AVRational ratio = frame.sample_aspect_ratio;
    if (ratio.num <= 0 || ratio.den <= 0 || ratio.num == ratio.den)
        return frame.width;
    const double width = std::round(frame.width * av_q2d(ratio));
    // A ratio that makes a picture of absurd width is damage, not intent.
    return width >= 1 && width <= 4.0 * frame.width ? static_cast<int>(width) : frame.width;
}

struct Size {
    int width;
    int height;
};

/// Of the picture before it is turned.
Size sizeOf(const AVFrame& frame, PictureConverter::Turn turn, int uprightWidth) {
    const Size own{squareWidth(frame), frame.height};
    if (uprightWidth <= 0)
        return own;
    const auto part = [](int whole, int of, int length) {
        return std::max(1, static_cast<int>(std::lround(static_cast<double>(whole) * length / of)));
    };
    if (turn.clockwiseQuarters % 2 == 0)
        return {uprightWidth, part(own.height, own.width, uprightWidth)};
    return {part(own.width, own.height, uprightWidth), uprightWidth};
}

/// `source` turned: the pixel at (x, y) of the result is the one at `at(x, y)` of the source.
template <class At>
void turnInto(media::Picture& target, const media::Picture& source, At at) {
    for (int y = 0; y < target.height; ++y) {
        for (int x = 0; x < target.width; ++x) {
            const auto [sx, sy] = at(x, y);
            std::memcpy(&target.pixels[static_cast<std::size_t>(y * target.width + x) * kBytesPerPixel],
                        &source.pixels[static_cast<std::size_t>(sy * source.width + sx) * kBytesPerPixel],
                        kBytesPerPixel);
        }
    }
}

media::Picture turned(const media::Picture& source, PictureConverter::Turn turn) {
    media::Picture target;
    target.time = source.time;
    const bool upright = turn.clockwiseQuarters % 2 == 0;
    target.width = upright ? source.width : source.height;
    target.height = upright ? source.height : source.width;
    target.pixels.resize(source.pixels.size());
    const int w = source.width - 1;
    const int h = source.height - 1;
    const auto mirror = [&](int x) { return turn.mirrored ? w - x : x; };
    switch (turn.clockwiseQuarters) {
    case 1:
        turnInto(target, source, [&](int x, int y) { return std::pair(mirror(y), h - x); });
        break;
    case 2:
        turnInto(target, source, [&](int x, int y) { return std::pair(mirror(w - x), h - y); });
        break;
    case 3:
        turnInto(target, source, [&](int x, int y) { return std::pair(mirror(w - y), x); });
        break;
    default:
        turnInto(target, source, [&](int x, int y) { return std::pair(mirror(x), y); });
        break;
    }
    return target;
}

} // namespace

PictureConverter::Turn PictureConverter::turnOf(const AVStream& stream) {
    std::size_t size = 0;
    const std::uint8_t* bytes = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    if (bytes == nullptr || size < 9 * sizeof(std::int32_t))
        return {};
    std::array<std::int32_t, 9> matrix{};
    std::memcpy(matrix.data(), bytes, sizeof matrix);
    Turn turn;
    const double determinant =
        static_cast<double>(matrix[0]) * matrix[4] - static_cast<double>(matrix[1]) * matrix[3];
    if (determinant < 0) {
        turn.mirrored = true;
        av_display_matrix_flip(matrix.data(), 1, 0);
    }
    const double counterclockwise = av_display_rotation_get(matrix.data());
    if (std::isnan(counterclockwise))
        return {};
    turn.clockwiseQuarters = ((static_cast<int>(std::lround(-counterclockwise / 90)) % 4) + 4) % 4;
    return turn;
}

Result<media::Picture> PictureConverter::convert(const AVFrame& frame, MediaTime time) {
    const auto [format, fullRange] = plain(frame);
    const auto [width, height] = sizeOf(frame, m_turn, m_width);
    // "If context is NULL, just calls sws_getContext()"; otherwise it frees it where the parameters differ.
    m_scaler.reset(sws_getCachedContext(m_scaler.release(), frame.width, frame.height, format, width, height,
                                        AV_PIX_FMT_BGR0, SWS_BILINEAR, nullptr, nullptr, nullptr));
    if (m_scaler == nullptr)
        return Error{ErrorCode::Unsupported, "pictures of this format can't be shown", frame.format};
    const int* matrix = sws_getCoefficients(matrixOf(frame));
    // Negative for formats that have no matrix, such as RGB: nothing to set then.
    (void)sws_setColorspaceDetails(m_scaler.get(), matrix, fullRange ? 1 : 0,
                                   sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16, 1 << 16);

    media::Picture picture;
    picture.width = width;
    picture.height = height;
    picture.time = time;
    const std::size_t row = static_cast<std::size_t>(width) * kBytesPerPixel;
    picture.pixels.resize(row * static_cast<std::size_t>(height));
    // swscale's vector code writes whole vectors: rows that don't end on one need padding it may write to.
    const bool padded = width % 16 != 0;
    const std::size_t stride = padded ? (row + 127) / 64 * 64 : row;
    if (padded)
        m_rows.resize(stride * static_cast<std::size_t>(height) + 64);
    std::uint8_t* const target = padded ? m_rows.data() : picture.pixels.data();
    const std::array<std::uint8_t*, 4> planes{target, nullptr, nullptr, nullptr};
    const std::array<int, 4> strides{static_cast<int>(stride), 0, 0, 0};
    const int scaled =
        sws_scale(m_scaler.get(), frame.data, frame.linesize, 0, frame.height, planes.data(), strides.data());
    if (scaled < 0)
        return media::errorFromAv(scaled, "converting a picture");
    if (padded) {
        for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y)
            std::copy_n(target + y * stride, row, picture.pixels.data() + y * row);
    }
    if (m_turn.clockwiseQuarters != 0 || m_turn.mirrored)
        return turned(picture, m_turn);
    return picture;
}

} // namespace mockingbird::review
