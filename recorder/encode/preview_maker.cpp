// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/encode/preview_maker.h"

#include <cstring>

namespace mockingbird::recorder {

namespace {

constexpr int kMostWidth = 960;
/// A little less than a fifteenth of a second, so that every second picture of 30 is taken.
constexpr auto kEvery = std::chrono::milliseconds(60);

} // namespace

std::optional<media::Picture> PreviewMaker::make(const AVFrame& picture, SteadyTime at) {
    if (m_last && at - *m_last < kEvery)
        return std::nullopt;
    m_last = at;
    if (!m_scaler || picture.width != m_fromWidth || picture.height != m_fromHeight) {
        m_fromWidth = picture.width;
        m_fromHeight = picture.height;
        const int width = std::min(kMostWidth, picture.width);
        const int height = std::max(1, static_cast<int>(1LL * picture.height * width / picture.width));
        m_scaler.emplace(width, height, AV_PIX_FMT_BGR0);
    }
    const auto converted = m_scaler->convert(picture);
    if (!converted.ok())
        return std::nullopt;
    const AVFrame& from = **converted;
    media::Picture preview;
    preview.width = from.width;
    preview.height = from.height;
    const auto row = static_cast<std::size_t>(from.width) * 4;
    preview.pixels.resize(row * static_cast<std::size_t>(from.height));
    for (int y = 0; y < from.height; ++y)
        std::memcpy(preview.pixels.data() + static_cast<std::size_t>(y) * row,
                    from.data[0] + static_cast<std::ptrdiff_t>(y) * from.linesize[0], row);
    return preview;
}

} // namespace mockingbird::recorder
