// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/picture_pool.h"

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
}

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace mockingbird::review {

namespace {

constexpr std::size_t kPage = 2U << 20U;
/// Behind a picture's last row decoders may read and write so much more.
constexpr std::size_t kBehind = 256;

std::size_t wholePages(std::size_t bytes) {
    return (bytes + kPage - 1) / kPage * kPage;
}

void unmap(void* bytes, std::uint8_t* data) {
    munmap(data, reinterpret_cast<std::uintptr_t>(bytes));
}

/// So many whole pages of 2 MB, cleared; nullptr without memory.
AVBufferRef* map(void* /*opaque*/, std::size_t length) {
    void* mapped = mmap(nullptr, length + kPage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED)
        return nullptr;
    auto* begin = static_cast<std::uint8_t*>(mapped);
    const std::size_t before =
        wholePages(reinterpret_cast<std::uintptr_t>(begin)) - reinterpret_cast<std::uintptr_t>(begin);
    if (before > 0)
        munmap(begin, before);
    munmap(begin + before + length, kPage - before);
    begin += before;
#ifdef MADV_HUGEPAGE
    (void)madvise(begin, length, MADV_HUGEPAGE); // a wish: without such pages it is memory as usual
#endif
    AVBufferRef* buffer = av_buffer_create(begin, length, unmap, reinterpret_cast<void*>(length), 0);
    if (buffer == nullptr)
        munmap(begin, length);
    return buffer;
}

struct Layout {
    AVPixelFormat format = AV_PIX_FMT_NONE;
    int height = 0; ///< of the first plane, as the decoder fills it
    std::array<int, 4> lines{};
    std::size_t bytes = 0; ///< nothing: not one that is laid out here
};

/// As libavcodec lays pictures out: lines as wide as the decoder's blocks, and each plane's beginning as its
/// instructions want it.
Layout layoutOf(AVCodecContext& decoder, const AVFrame& frame) {
    Layout layout{static_cast<AVPixelFormat>(frame.format), frame.height, {}, 0};
    const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(layout.format);
    constexpr std::uint64_t kOther =
        AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_ALPHA;
    if (format == nullptr || (format->flags & kOther) != 0)
        return layout;
    int width = frame.width;
    std::array<int, AV_NUM_DATA_POINTERS> multiples{};
    avcodec_align_dimensions2(&decoder, &width, &layout.height, multiples.data());
    const auto misaligned = [&] {
        for (std::size_t plane = 0; plane < layout.lines.size(); ++plane) {
            if (multiples[plane] > 0 && layout.lines[plane] % multiples[plane] != 0)
                return true;
        }
        return false;
    };
    do {
        if (av_image_fill_linesizes(layout.lines.data(), layout.format, width) < 0)
            return layout;
        width += width & -width;
    } while (misaligned());
    std::array<std::uint8_t*, 4> planes{};
    const int bytes =
        av_image_fill_pointers(planes.data(), layout.format, layout.height, nullptr, layout.lines.data());
    layout.bytes = bytes > 0 ? static_cast<std::size_t>(bytes) : 0;
    return layout;
}

} // namespace

PicturePool::~PicturePool() {
    av_buffer_pool_uninit(&m_pool);
}

void PicturePool::serve(AVCodecContext& decoder) {
    if ((decoder.codec->capabilities & AV_CODEC_CAP_DR1) == 0)
        return;
    decoder.opaque = this;
    decoder.get_buffer2 = get;
#if FF_API_THREAD_SAFE_CALLBACKS
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    decoder.thread_safe_callbacks = 1; // later ones take it for granted
#pragma GCC diagnostic pop
#endif
}

int PicturePool::get(AVCodecContext* decoder, AVFrame* frame, int flags) {
    const Layout layout = layoutOf(*decoder, *frame);
    if (layout.bytes + kBehind < kPage)
        return avcodec_default_get_buffer2(decoder, frame, flags);
    media::AvBufferRef buffer =
        static_cast<PicturePool*>(decoder->opaque)->take(wholePages(layout.bytes + kBehind));
    if (buffer == nullptr)
        return AVERROR(ENOMEM);
    av_image_fill_pointers(frame->data, layout.format, layout.height, buffer->data, layout.lines.data());
    std::ranges::copy(layout.lines, frame->linesize);
    frame->extended_data = frame->data;
    frame->buf[0] = buffer.release();
    return 0;
}

media::AvBufferRef PicturePool::take(std::size_t bytes) {
    const std::scoped_lock lock(m_mutex);
    if (m_bytes != bytes) {
        // What is still in use of the former goes when its last picture does.
        av_buffer_pool_uninit(&m_pool);
        m_pool = av_buffer_pool_init2(bytes, nullptr, map, nullptr);
        m_bytes = m_pool == nullptr ? 0 : bytes;
    }
    return media::AvBufferRef(m_pool == nullptr ? nullptr : av_buffer_pool_get(m_pool));
}

} // namespace mockingbird::review
