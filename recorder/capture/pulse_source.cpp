// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/pulse_source.h"

#include "common/media/av_error.h"
#include "recorder/capture/sound_server.h"

#include <pulse/context.h>
#include <pulse/error.h>
#include <pulse/introspect.h>
#include <pulse/stream.h>
#include <pulse/subscribe.h>
#include <pulse/timeval.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <sys/time.h>

namespace mockingbird::recorder {

namespace {

constexpr int kChannels = 2;
constexpr std::size_t kFrameBytes = kChannels * sizeof(float);
/// 20 ms: without a size the server may gather two seconds.
constexpr std::uint32_t kPieceBytes = kSampleRate / 50 * kFrameBytes;
/// A stream's beginning is not given: under PipeWire its first piece may be off by half a cycle, and the
/// clock is sure after some measures.
constexpr std::int64_t kStartingPieces = 4;
constexpr std::int64_t kSettlingPieces = 10;
/// An answer that is older says that the wall clock was set meanwhile.
constexpr std::int64_t kOldestAnswer = 500'000;

std::int64_t wallMicroseconds() {
    timeval now{};
    pa_gettimeofday(&now);
    return now.tv_sec * 1'000'000LL + now.tv_usec;
}

} // namespace

void PulseSource::FreeStream::operator()(pa_stream* stream) const {
    // So that nothing calls back what is going.
    pa_stream_set_state_callback(stream, nullptr, nullptr);
    pa_stream_set_moved_callback(stream, nullptr, nullptr);
    pa_stream_set_suspended_callback(stream, nullptr, nullptr);
    pa_stream_disconnect(stream);
    pa_stream_unref(stream);
}

PulseSource::PulseSource(SourceSpec spec) : m_spec(std::move(spec)) {}

PulseSource::~PulseSource() {
    if (m_server)
        pa_context_set_subscribe_callback(m_server->context(), nullptr, nullptr);
    m_stream.reset();
}

Error PulseSource::lost(const std::string& how) const {
    return {ErrorCode::DeviceLost, m_spec.toString() + " " + how, 0};
}

std::string PulseSource::wantedDevice() {
    const SoundServer sounds = SoundServer::ask(*m_server);
    if (m_spec.kind == SourceKind::System)
        return sounds.systemMonitor;
    const auto found = std::ranges::find(sounds.microphones, m_spec.parameter, &SoundServer::Source::id);
    return found == sounds.microphones.end() ? std::string() : found->id;
}

Result<void> PulseSource::open(std::stop_token stop) {
    auto server = PulseServer::connect(std::move(stop));
    if (!server.ok())
        return lost("can't be had from " + server.error().detail);
    m_server = std::move(server).value();
    watchServer();
    const std::string device = wantedDevice();
    // The server itself would give its default microphone for a name that it doesn't know.
    if (device.empty())
        return lost("is not there");
    return record(device);
}

Result<void> PulseSource::record(const std::string& device) {
    const pa_sample_spec format{PA_SAMPLE_FLOAT32NE, kSampleRate, kChannels};
    m_stream.reset(pa_stream_new(m_server->context(), "Recording", &format, nullptr));
    if (!m_stream)
        return lost(std::string("can't be had: ") + pa_strerror(pa_context_errno(m_server->context())));
    watchStream();
    pa_buffer_attr pieces{};
    pieces.maxlength = std::numeric_limits<std::uint32_t>::max();
    pieces.fragsize = kPieceBytes;
    // Unless forbidden to, the server moves us to its default microphone when ours goes.
    const auto flags = static_cast<pa_stream_flags_t>(PA_STREAM_DONT_MOVE | PA_STREAM_ADJUST_LATENCY);
    bool going = pa_stream_connect_record(m_stream.get(), device.c_str(), &pieces, flags) >= 0;
    while (going && m_lost.empty() && pa_stream_get_state(m_stream.get()) != PA_STREAM_READY)
        going = m_server->step();
    if (!going || !m_lost.empty())
        return lost("can't be recorded");
    m_device = device;
    m_index = pa_stream_get_device_index(m_stream.get());
    // Between our question and this it may have gone.
    const char* given = pa_stream_get_device_name(m_stream.get());
    if (given == nullptr || device != given)
        return lost("is not there any more");
    return {};
}

void PulseSource::watchStream() {
    const auto set = [&](auto install, auto callback) { install(m_stream.get(), callback, this); };
    set(pa_stream_set_state_callback, [](pa_stream* stream, void* self) {
        if (PA_STREAM_IS_GOOD(pa_stream_get_state(stream)) == 0)
            static_cast<PulseSource*>(self)->m_lost = "was unplugged";
    });
    set(pa_stream_set_moved_callback, [](pa_stream* stream, void* self) {
        auto& source = *static_cast<PulseSource*>(self);
        const char* now = pa_stream_get_device_name(stream);
        if (now == nullptr || source.m_device != now)
            source.m_lost = "was taken for another one";
    });
    set(pa_stream_set_suspended_callback, [](pa_stream* stream, void* self) {
        if (pa_stream_is_suspended(stream) > 0)
            static_cast<PulseSource*>(self)->m_lost = "was suspended";
    });
}

void PulseSource::watchServer() {
    pa_context_set_subscribe_callback(
        m_server->context(),
        [](pa_context*, pa_subscription_event_type_t event, std::uint32_t index, void* self) {
            auto& source = *static_cast<PulseSource*>(self);
            const auto what = static_cast<unsigned>(event) & PA_SUBSCRIPTION_EVENT_FACILITY_MASK;
            const auto how = static_cast<unsigned>(event) & PA_SUBSCRIPTION_EVENT_TYPE_MASK;
            if (what == PA_SUBSCRIPTION_EVENT_SERVER)
                source.m_serverChanged = true;
            if (what == PA_SUBSCRIPTION_EVENT_SOURCE && how == PA_SUBSCRIPTION_EVENT_REMOVE &&
                index == source.m_index && !source.m_device.empty())
                source.m_lost = "was unplugged";
        },
        this);
    const auto which =
        static_cast<pa_subscription_mask_t>(PA_SUBSCRIPTION_MASK_SOURCE | PA_SUBSCRIPTION_MASK_SERVER);
    m_server->finish(pa_context_subscribe(m_server->context(), which, nullptr, nullptr));
}

void PulseSource::checkLoudspeaker() {
    m_serverChanged = false;
    // What is heard now comes from another loudspeaker than ours; opened anew, we record that one.
    if (m_spec.kind == SourceKind::System && wantedDevice() != m_device && m_lost.empty())
        m_lost = "goes to another loudspeaker";
}

Result<std::optional<Captured>> PulseSource::next(std::stop_token stop) {
    while (!stop.stop_requested()) {
        if (!m_lost.empty())
            return lost(m_lost);
        const std::int64_t begin = m_position;
        media::AvFrame frame = TRY(take());
        if (frame == nullptr) {
            if (m_server->step() || stop.stop_requested())
                continue;
            return lost(m_lost.empty() ? "went with the sound server" : m_lost);
        }
        if (m_serverChanged && m_pieces > kSettlingPieces)
            checkLoudspeaker();
        const auto at = m_clock.captured(begin);
        if (frame->nb_samples > 0 && m_pieces > kSettlingPieces && at)
            return std::optional<Captured>(Captured{std::move(frame), *at});
    }
    return std::optional<Captured>();
}

Result<media::AvFrame> PulseSource::take() {
    const void* sound = nullptr;
    std::size_t bytes = 0;
    if (pa_stream_readable_size(m_stream.get()) == 0 || pa_stream_peek(m_stream.get(), &sound, &bytes) < 0 ||
        bytes == 0)
        return media::AvFrame();
    media::AvFrame frame(av_frame_alloc());
    const auto samples = static_cast<int>(bytes / kFrameBytes);
    // Without sound it is a hole: something that the server had to drop.
    if (sound != nullptr) {
        frame->format = AV_SAMPLE_FMT_FLT;
        frame->sample_rate = kSampleRate;
        frame->nb_samples = samples;
        av_channel_layout_default(&frame->ch_layout, kChannels);
        if (const int result = av_frame_get_buffer(frame.get(), 0); result < 0)
            return media::errorFromAv(result, "sound's memory");
        std::memcpy(frame->data[0], sound, static_cast<std::size_t>(samples) * kFrameBytes);
    }
    pa_stream_drop(m_stream.get());
    m_position += samples;
    if (++m_pieces == kStartingPieces)
        m_clock.restart();
    askForTiming();
    return frame;
}

void PulseSource::askForTiming() {
    if (m_asked)
        return;
    pa_operation* asked = pa_stream_update_timing_info(
        m_stream.get(),
        [](pa_stream*, int success, void* self) {
            auto& source = *static_cast<PulseSource*>(self);
            source.m_asked = false;
            if (success != 0)
                source.measure();
        },
        this);
    m_asked = asked != nullptr;
    if (asked != nullptr)
        pa_operation_unref(asked);
}

void PulseSource::measure() {
    const SteadyTime now = std::chrono::steady_clock::now();
    const std::int64_t wall = wallMicroseconds();
    const pa_timing_info* timing = pa_stream_get_timing_info(m_stream.get());
    if (timing == nullptr || timing->write_index_corrupt != 0 || timing->read_index_corrupt != 0)
        return;
    // The wall clock serves for the age of the answer alone, so that one which is set moves nothing.
    const std::int64_t age = wall - (timing->timestamp.tv_sec * 1'000'000LL + timing->timestamp.tv_usec);
    if (age < 0 || age > kOldestAnswer)
        return;
    // The device is ahead of what we read next by what waits in the server and in itself. A loudspeaker plays
    // what its monitor gave only after its own latency.
    const std::int64_t waiting = (timing->write_index - timing->read_index) /
                                 static_cast<std::int64_t>(kFrameBytes) * 1'000'000 / kSampleRate;
    const std::int64_t ahead = waiting + static_cast<std::int64_t>(timing->source_usec) -
                               static_cast<std::int64_t>(timing->sink_usec);
    m_clock.measure(m_position, now - std::chrono::microseconds(age + ahead));
}

} // namespace mockingbird::recorder
