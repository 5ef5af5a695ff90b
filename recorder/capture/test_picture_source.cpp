// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/test_picture_source.h"

#include "common/media/av_error.h"
#include "recorder/capture/test_pattern.h"

#include <algorithm>
#include <cstring>

namespace mockingbird::recorder {

namespace {

using namespace test_pattern;

constexpr std::uint8_t kBlack = 16;
constexpr std::uint8_t kWhite = 235;
constexpr int kBarWidth = 32;
constexpr int kBarStep = 4;

void fillRect(const AVFrame& frame, int x, int y, int width, int height, std::uint8_t luma) {
    for (int row = y; row < y + height; ++row)
        std::memset(frame.data[0] + static_cast<std::ptrdiff_t>(row) * frame.linesize[0] + x, luma,
                    static_cast<std::size_t>(width));
}

} // namespace

Result<media::AvFrame> drawTestPicture(std::int64_t number, int framesPerSecond) {
    media::AvFrame frame(av_frame_alloc());
    frame->format = AV_PIX_FMT_YUV420P;
    frame->width = kWidth;
    frame->height = kHeight;
    frame->color_range = AVCOL_RANGE_MPEG;
    if (const int result = av_frame_get_buffer(frame.get(), 0); result < 0)
        return media::errorFromAv(result, "test picture");

    for (int y = 0; y < kHeight; ++y)
        std::memset(frame->data[0] + static_cast<std::ptrdiff_t>(y) * frame->linesize[0], 60 + y / 4, kWidth);
    for (int y = 0; y < kHeight / 2; ++y) {
        std::memset(frame->data[1] + static_cast<std::ptrdiff_t>(y) * frame->linesize[1], 118 + y / 9,
                    kWidth / 2);
        std::memset(frame->data[2] + static_cast<std::ptrdiff_t>(y) * frame->linesize[2], 138 - y / 9,
                    kWidth / 2);
    }
    const int bar = static_cast<int>(number * kBarStep % (kWidth - kBarWidth));
    fillRect(*frame, bar, kBlockHeight, kBarWidth, kHeight - kBlockHeight, 180);
    fillRect(*frame, kWidth - kSquare, kHeight - kSquare, kSquare, kSquare,
             flashes(number, framesPerSecond) ? kWhite : kBlack);
    const std::uint32_t code = codeOf(static_cast<std::uint32_t>(number));
    for (int block = 0; block < kBlocks; ++block) {
        const bool one = ((code >> static_cast<unsigned>(kBlocks - 1 - block)) & 1U) != 0;
        fillRect(*frame, block * kBlockWidth, 0, kBlockWidth, kBlockHeight, one ? kWhite : kBlack);
    }
    // Black and white are grey to the colour planes.
    for (int y = 0; y < kBlockHeight / 2; ++y) {
        std::memset(frame->data[1] + static_cast<std::ptrdiff_t>(y) * frame->linesize[1], 128, kWidth / 2);
        std::memset(frame->data[2] + static_cast<std::ptrdiff_t>(y) * frame->linesize[2], 128, kWidth / 2);
    }
    return frame;
}

TestPictureSource::TestPictureSource(std::shared_ptr<PaceClock> clock, int framesPerSecond)
    : m_clock(std::move(clock)), m_framesPerSecond(framesPerSecond) {}

Result<void> TestPictureSource::open(std::stop_token) {
    return {};
}

Result<std::optional<Captured>> TestPictureSource::next(std::stop_token stop) {
    const SteadyTime due =
        m_clock->epoch() + std::chrono::nanoseconds(m_number * 1'000'000'000 / m_framesPerSecond);
    auto frame = TRY(drawTestPicture(m_number, m_framesPerSecond));
    if (!m_clock->waitUntil(due, stop))
        return std::optional<Captured>();
    ++m_number;
    return std::optional<Captured>(Captured{std::move(frame), due});
}

} // namespace mockingbird::recorder
