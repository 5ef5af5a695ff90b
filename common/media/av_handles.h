// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavfilter/avfilter.h>
#include <libavformat/avformat.h>
#include <libavutil/audio_fifo.h>
#include <libavutil/buffer.h>
#include <libavutil/dict.h>
#include <libavutil/frame.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

#include <memory>

namespace mockingbird::media {

/// Calls an FFmpeg free function that takes a pointer to the pointer.
template <auto Free>
struct FreeByAddress {
    template <class T>
    void operator()(T* pointer) const {
        Free(&pointer);
    }
};

/// Calls an FFmpeg free function that takes the pointer.
template <auto Free>
struct FreeByValue {
    template <class T>
    void operator()(T* pointer) const {
        Free(pointer);
    }
};

using AvFrame = std::unique_ptr<AVFrame, FreeByAddress<av_frame_free>>;
using AvPacket = std::unique_ptr<AVPacket, FreeByAddress<av_packet_free>>;
using AvCodecContext = std::unique_ptr<AVCodecContext, FreeByAddress<avcodec_free_context>>;
using AvCodecParameters = std::unique_ptr<AVCodecParameters, FreeByAddress<avcodec_parameters_free>>;
using AvInputContext = std::unique_ptr<AVFormatContext, FreeByAddress<avformat_close_input>>;
/// For output alone, and for an input that was not opened yet; its `pb` is ours and freed by its own handle.
using AvOutputContext = std::unique_ptr<AVFormatContext, FreeByValue<avformat_free_context>>;
using AvFilterGraph = std::unique_ptr<AVFilterGraph, FreeByAddress<avfilter_graph_free>>;
using AvFilterInOut = std::unique_ptr<AVFilterInOut, FreeByAddress<avfilter_inout_free>>;
using AvAudioFifo = std::unique_ptr<AVAudioFifo, FreeByValue<av_audio_fifo_free>>;
using AvBufferRef = std::unique_ptr<AVBufferRef, FreeByAddress<av_buffer_unref>>;
using SwrHandle = std::unique_ptr<SwrContext, FreeByAddress<swr_free>>;
using SwsHandle = std::unique_ptr<SwsContext, FreeByValue<sws_freeContext>>;

/// Owns an AVDictionary that FFmpeg may reallocate: hand it on as `options.address()`.
class AvOptions {
public:
    AvOptions() = default;
    ~AvOptions() { av_dict_free(&m_dictionary); }
    AvOptions(const AvOptions&) = delete;
    AvOptions& operator=(const AvOptions&) = delete;

    void set(const char* key, const char* value) { av_dict_set(&m_dictionary, key, value, 0); }
    void set(const char* key, long long value) { av_dict_set_int(&m_dictionary, key, value, 0); }
    [[nodiscard]] AVDictionary** address() { return &m_dictionary; }

private:
    AVDictionary* m_dictionary = nullptr;
};

} // namespace mockingbird::media
