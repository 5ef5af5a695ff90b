// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/encode/picture_scaler.h"

#include "common/media/av_error.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

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

} // namespace

Result<void> PictureScaler::prepare(const AVFrame& picture, int width, int height) {
    m_scaler.reset(sws_getContext(width, height, plainFormat(picture.format), m_width, m_height, m_format,
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

    m_output.reset(av_frame_alloc());
    m_output->format = m_format;
    m_output->width = m_width;
    m_output->height = m_height;
    if (!isRgb(m_format)) {
        m_output->color_range = AVCOL_RANGE_MPEG;
        m_output->colorspace = AVCOL_SPC_BT709;
    }
    if (const int result = av_frame_get_buffer(m_output.get(), 0); result < 0)
        return media::errorFromAv(result, "a picture's memory");
    return {};
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
    if (const int result = sws_scale(m_scaler.get(), picture.data, picture.linesize, 0, height,
                                     m_output->data, m_output->linesize);
        result < 0)
        return media::errorFromAv(result, "converting a picture");
    return m_output.get();
}

} // namespace mockingbird::recorder
