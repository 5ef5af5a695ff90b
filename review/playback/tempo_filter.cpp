// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/tempo_filter.h"

#include "common/media/av_error.h"
#include "review/playback/sound_track.h"

extern "C" {
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavutil/channel_layout.h>
}

#include <algorithm>
#include <cmath>
#include <string>

namespace mockingbird::review {

namespace {

/// atempo blends windows of 43 ms; what begins within one is heard from where it fades in, so early by about
/// half of it. Measured with beeps at 0.5, 1.5, 2 and 3 times the speed, and the same for each atempo in the
/// row.
constexpr MediaTime kEarly(std::chrono::milliseconds(20));

Result<void> checked(int result) {
    if (result < 0)
        return media::errorFromAv(result, "changing the speed of the sound");
    return {};
}

} // namespace

Result<TempoFilter> TempoFilter::create(double speed) {
    if (!(speed >= 0.5 && speed <= 3))
        return Error{ErrorCode::InvalidArgument, "a speed from 0.5 to 3", 0};
    TempoFilter filter;
    filter.m_speed = speed;
    filter.m_graph.reset(avfilter_graph_alloc());
    if (filter.m_graph == nullptr)
        return Error{ErrorCode::Internal, "no memory", 0};
    AVFilterGraph* graph = filter.m_graph.get();
    graph->nb_threads = 1;
    const std::string rate = std::to_string(SoundTrack::kSampleRate);
    const std::string format =
        "sample_fmt=flt:channel_layout=stereo:sample_rate=" + rate + ":time_base=1/" + rate;
    TRY(checked(avfilter_graph_create_filter(&filter.m_source, avfilter_get_by_name("abuffer"), "in",
                                             format.c_str(), nullptr, graph)));
    TRY(checked(avfilter_graph_create_filter(&filter.m_sink, avfilter_get_by_name("abuffersink"), "out",
                                             nullptr, nullptr, graph)));
    // Beyond 2 one atempo skips samples; two in a row blend them.
    const int stages = speed > 2 ? 2 : 1;
    const std::string tempo = std::to_string(stages == 2 ? std::sqrt(speed) : speed);
    filter.m_early = stages == 2 ? kEarly + kEarly : kEarly;
    AVFilterContext* last = filter.m_source;
    for (int stage = 0; stage < stages; ++stage) {
        AVFilterContext* next = nullptr;
        TRY(checked(avfilter_graph_create_filter(&next, avfilter_get_by_name("atempo"),
                                                 ("tempo" + std::to_string(stage)).c_str(), tempo.c_str(),
                                                 nullptr, graph)));
        TRY(checked(avfilter_link(last, 0, next, 0)));
        last = next;
    }
    TRY(checked(avfilter_link(last, 0, filter.m_sink, 0)));
    TRY(checked(avfilter_graph_config(graph, nullptr)));
    return filter;
}

Result<void> TempoFilter::push(const SoundBlock& block) {
    if (!m_start)
        m_start = block.start;
    m_end = block.end;
    const media::AvFrame frame(av_frame_alloc());
    if (frame == nullptr)
        return Error{ErrorCode::Internal, "no memory", 0};
    frame->format = AV_SAMPLE_FMT_FLT;
    frame->sample_rate = SoundTrack::kSampleRate;
    frame->nb_samples = static_cast<int>(block.samples.size()) / SoundTrack::kChannels;
    av_channel_layout_default(&frame->ch_layout, SoundTrack::kChannels);
    frame->pts = m_pushed;
    TRY(checked(av_frame_get_buffer(frame.get(), 0)));
    std::copy(block.samples.begin(), block.samples.end(), reinterpret_cast<float*>(frame->data[0]));
    m_pushed += frame->nb_samples;
    return checked(av_buffersrc_add_frame(m_source, frame.get()));
}

Result<void> TempoFilter::finish() {
    return checked(av_buffersrc_add_frame(m_source, nullptr));
}

Result<std::optional<SoundBlock>> TempoFilter::pull() {
    const media::AvFrame frame(av_frame_alloc());
    if (frame == nullptr)
        return Error{ErrorCode::Internal, "no memory", 0};
    const int result = av_buffersink_get_frame(m_sink, frame.get());
    if (result == AVERROR(EAGAIN) || result == AVERROR_EOF)
        return std::optional<SoundBlock>();
    TRY(checked(result));
    const auto timeOf = [&](std::int64_t index) {
        const double seconds = static_cast<double>(index) * m_speed / SoundTrack::kSampleRate;
        return std::min(*m_start + m_early + MediaTime::fromSeconds(seconds), m_end);
    };
    const auto* samples = reinterpret_cast<const float*>(frame->data[0]);
    SoundBlock block{
        timeOf(m_pulled),
        timeOf(m_pulled + frame->nb_samples),
        {samples, samples + static_cast<std::ptrdiff_t>(frame->nb_samples) * SoundTrack::kChannels}};
    m_pulled += frame->nb_samples;
    return std::optional(std::move(block));
}

} // namespace mockingbird::review
