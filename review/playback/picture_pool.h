// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/av_handles.h"

#include <cstddef>
#include <mutex>

namespace mockingbird::review {

/// Memory for a decoder's pictures in pages of 2 MB, where the system has such and a picture fills one. By
/// usual pages the system hands out and clears a picture of 1080p 760 times, each as dear as the decoding of
/// many rows in a virtual machine, and for the first forty pictures of a recording no memory is there yet.
class PicturePool {
public:
    PicturePool() = default;
    ~PicturePool();
    PicturePool(const PicturePool&) = delete;
    PicturePool& operator=(const PicturePool&) = delete;

    /// The decoder, not opened yet, takes its memory from here, from any of its threads. The pool is to
    /// outlive it; the pictures may outlive both.
    void serve(AVCodecContext& decoder);

private:
    static int get(AVCodecContext* decoder, AVFrame* frame, int flags);
    [[nodiscard]] media::AvBufferRef take(std::size_t bytes);

    std::mutex m_mutex; ///< for the two below
    std::size_t m_bytes = 0;
    AVBufferPool* m_pool = nullptr;
};

} // namespace mockingbird::review
