// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/encode/picture_scaler.h"

#include "common/media/av_error.h"

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <array>

namespace mockingbird::recorder {

namespace {

/// The old full-range formats of JPEG are the plain ones with a range.
AVPixelFormat plainFormat(int format) {
    switch (format) {
    case AV_PIX_FMT_YUVJ420P:
        return AV_PIX_FMT_YUV420P;
    case AV_PIX_FMT_YUVJ422P:
        return AV_PIX_FMT_YUV422P;
    case AV_PIX_FMT_YUVJ444P:
        return AV_PIX_FMT_YUV444P;
    default:
        return static_cast<AVPixelFormat>(format);
    }
}

bool isRgb(AVPixelFormat format) {
    const AVPixFmtDescriptor* description = av_pix_fmt_desc_get(format);
    return description != nullptr && (description->flags & AV_PIX_FMT_FLAG_RGB) != 0;
}

bool isFullRange(const AVFrame& picture) {
    return plainFormat(picture.format) != picture.format || picture.color_range == AVCOL_RANGE_JPEG ||
           isRgb(static_cast<AVPixelFormat>(picture.format));
}

struct Size {
    int width = 0;
    int height = 0;
};

/// The largest even size of a picture's shape within another. A difference that is rounding alone fills it.
Size fitted(Size picture, Size within) {
    constexpr int kRounding = 2;
    const double scale = std::min(static_cast<double>(within.width) / picture.width,
                                  static_cast<double>(within.height) / picture.height);
    const Size fit{std::max(2, static_cast<int>(picture.width * scale) & ~1),
                   std::max(2, static_cast<int>(picture.height * scale) & ~1)};
    if (within.width - fit.width <= kRounding && within.height - fit.height <= kRounding)
        return within;
    return fit;
}

} // namespace

Result<media::AvFrame> PictureScaler::makeFrame(int width, int height) const {
    media::AvFrame frame(av_frame_alloc());
    frame->format = m_format;
    frame->width = width;
    frame->height = height;
    if (!isRgb(m_format)) {
        frame->color_range = AVCOL_RANGE_MPEG;
        frame->colorspace = AVCOL_SPC_BT709;
    }
    if (const int result = av_frame_get_buffer(frame.get(), 0); result < 0)
        return media::errorFromAv(result, "a picture's memory");
    return frame;
}

Result<void> PictureScaler::prepare(const AVFrame& picture, int width, int height) {
    const Size fit = fitted({width, height}, {m_width, m_height});
    m_scaler.reset(sws_getContext(width, height, plainFormat(picture.format), fit.width, fit.height, m_format,
                                  SWS_FAST_BILINEAR, nullptr, nullptr, nullptr));
    if (m_scaler == nullptr)
        return Error{ErrorCode::Unsupported, "pictures of this kind can't be converted", 0};
    // Screens are drawn in BT.709's primaries; cameras say BT.601 or nothing, which means it.
    const bool bt709 =
        isRgb(static_cast<AVPixelFormat>(picture.format)) || picture.colorspace == AVCOL_SPC_BT709;
    const int* matrix = sws_getCoefficients(bt709 ? SWS_CS_ITU709 : SWS_CS_ITU601);
    const int* output = isRgb(m_format) ? matrix : sws_getCoefficients(SWS_CS_ITU709);
    constexpr int kUnity = 1 << 16;
    sws_setColorspaceDetails(m_scaler.get(), matrix, isFullRange(picture) ? 1 : 0, output,
                             isRgb(m_format) ? 1 : 0, 0, kUnity, kUnity);
    m_fromWidth = width;
    m_fromHeight = height;
    m_fromFormat = picture.format;

    m_output = TRY(makeFrame(m_width, m_height));
    m_fitted.reset();
    if (fit.width != m_width || fit.height != m_height) {
        m_fitted = TRY(makeFrame(fit.width, fit.height));
        const std::array<std::ptrdiff_t, 4> strides{m_output->linesize[0], m_output->linesize[1],
                                                    m_output->linesize[2], m_output->linesize[3]};
        av_image_fill_black(m_output->data, strides.data(), m_format, m_output->color_range, m_width,
                            m_height);
    }
    return {};
}

void PictureScaler::placeBetweenBars() {
    // Even offsets, for the colours of 4:2:0. A copy, because swscale may write some pixels past its width.
    const int x = ((m_width - m_fitted->width) / 2) & ~1;
    const int y = ((m_height - m_fitted->height) / 2) & ~1;
    const int chromaShift = av_pix_fmt_desc_get(m_format)->log2_chroma_h;
    std::array<std::uint8_t*, 4> into{};
    std::array<const std::uint8_t*, 4> from{};
    for (int plane = 0; plane < av_pix_fmt_count_planes(m_format); ++plane) {
        const int row = plane == 0 ? y : y >> chromaShift;
        const auto at = static_cast<std::size_t>(plane);
        into[at] = m_output->data[plane] + static_cast<std::ptrdiff_t>(row) * m_output->linesize[plane] +
                   av_image_get_linesize(m_format, x, plane);
        from[at] = m_fitted->data[plane];
    }
    av_image_copy(into.data(), m_output->linesize, from.data(), m_fitted->linesize, m_format, m_fitted->width,
                  m_fitted->height);
}

Result<const AVFrame*> PictureScaler::convert(const AVFrame& picture) {
    // One odd row or column less is no change of size.
    const int width = (picture.width & ~1) == m_width ? m_width : picture.width;
    const int height = (picture.height & ~1) == m_height ? m_height : picture.height;
    if (width == m_width && height == m_height && picture.format == m_format && !isFullRange(picture) &&
        picture.colorspace != AVCOL_SPC_BT470BG && picture.colorspace != AVCOL_SPC_SMPTE170M)
        return &picture;
    if (m_scaler == nullptr || m_fromWidth != width || m_fromHeight != height ||
        m_fromFormat != picture.format) {
        TRY(prepare(picture, width, height));
    }
    const AVFrame& scaled = m_fitted ? *m_fitted : *m_output;
    if (const int result = sws_scale(m_scaler.get(), picture.data, picture.linesize, 0, height, scaled.data,
                                     scaled.linesize);
        result < 0)
        return media::errorFromAv(result, "converting a picture");
    if (m_fitted)
        placeBetweenBars();
    return m_output.get();
}

} // namespace mockingbird::recorder
