// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/media/av_handles.h"

namespace mockingbird::recorder {

/// Converts pictures of any size and format to one. For one thread.
class PictureScaler {
public:
    PictureScaler(int width, int height, AVPixelFormat format)
        : m_width(width), m_height(height), m_format(format) {}

    /// The converted picture, which is this object's and stays as it is until the next call; the picture
    /// itself where it is as wanted. A picture that is larger by an odd last row or column is cropped instead
    /// of squeezed; one of another shape stands between black bars.
    [[nodiscard]] Result<const AVFrame*> convert(const AVFrame& picture);

private:
    Result<void> prepare(const AVFrame& picture, int width, int height);
    Result<media::AvFrame> makeFrame(int width, int height) const;
    void placeBetweenBars();

    const int m_width;
    const int m_height;
    const AVPixelFormat m_format;
    media::SwsHandle m_scaler;
    media::AvFrame m_output;
    media::AvFrame m_fitted; ///< what stands between the bars; none where there are none
    int m_fromWidth = 0;
    int m_fromHeight = 0;
    int m_fromFormat = AV_PIX_FMT_NONE;
};

} // namespace mockingbird::recorder
