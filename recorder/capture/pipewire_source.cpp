// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/pipewire_source.h"

#include "recorder/capture/desktop_portal.h"
#include "recorder/capture/pipewire_connection.h"
#include "recorder/capture/pipewire_picture.h"
#include "recorder/capture/standing_picture.h"
#include "recorder/sync/device_clock.h"

extern "C" {
#include <libavutil/time.h>
}

#include <algorithm>
#include <array>
#include <deque>
#include <pipewire/pipewire.h>
#include <spa/param/buffers.h>
#include <spa/param/video/format-utils.h>
#include <spa/pod/builder.h>

namespace mockingbird::recorder {

namespace {

constexpr auto kAnswerWithin = std::chrono::seconds(2);
/// More than the buffers that a stream has: none is lost while we are on time.
constexpr std::size_t kMostWaiting = 8;
constexpr std::uint32_t kFewestBuffers = 2;
constexpr std::uint32_t kBuffers = 4;
constexpr std::uint32_t kMostBuffers = 8;
// As with v4l2's cameras.
constexpr spa_rectangle kSize{1280, 720};
constexpr spa_rectangle kSmallest{2, 2};
constexpr spa_rectangle kLargest{16384, 16384};
constexpr spa_fraction kSlowest{0, 1};
constexpr spa_fraction kFastest{1000, 1};
constexpr std::size_t kMostBlocks = 4;

struct DestroyStream {
    void operator()(pw_stream* stream) const { pw_stream_destroy(stream); }
};

/// A stream's parameter, built in a buffer of the caller's.
class PodBuffer {
public:
    spa_pod_builder* builder() { return &m_builder; }

private:
    std::array<std::uint8_t, 1024> m_bytes{};
    spa_pod_builder m_builder = [this] {
        spa_pod_builder builder{};
        spa_pod_builder_init(&builder, m_bytes.data(), static_cast<std::uint32_t>(m_bytes.size()));
        return builder;
    }();
};

const spa_pod* formats(spa_pod_builder* builder, int framesPerSecond) {
    const spa_fraction rate{static_cast<std::uint32_t>(framesPerSecond), 1};
    spa_pod_frame object{};
    spa_pod_builder_push_object(builder, &object, SPA_TYPE_OBJECT_Format, SPA_PARAM_EnumFormat);
    spa_pod_builder_add(builder, SPA_FORMAT_mediaType, SPA_POD_Id(SPA_MEDIA_TYPE_video),
                        SPA_FORMAT_mediaSubtype, SPA_POD_Id(SPA_MEDIA_SUBTYPE_raw), 0);
    spa_pod_builder_prop(builder, SPA_FORMAT_VIDEO_format, 0);
    spa_pod_frame choice{};
    spa_pod_builder_push_choice(builder, &choice, SPA_CHOICE_Enum, 0);
    // Of an enumeration the first is what is liked best, and once more a member.
    spa_pod_builder_id(builder, readablePixels().front());
    for (const std::uint32_t pixels : readablePixels())
        spa_pod_builder_id(builder, pixels);
    spa_pod_builder_pop(builder, &choice);
    spa_pod_builder_add(
        builder, SPA_FORMAT_VIDEO_size, SPA_POD_CHOICE_RANGE_Rectangle(&kSize, &kSmallest, &kLargest),
        SPA_FORMAT_VIDEO_framerate, SPA_POD_CHOICE_RANGE_Fraction(&rate, &kSlowest, &kFastest), 0);
    return static_cast<const spa_pod*>(spa_pod_builder_pop(builder, &object));
}

const spa_pod* buffers(spa_pod_builder* builder) {
    spa_pod_frame object{};
    spa_pod_builder_push_object(builder, &object, SPA_TYPE_OBJECT_ParamBuffers, SPA_PARAM_Buffers);
    spa_pod_builder_add(builder, SPA_PARAM_BUFFERS_buffers,
                        SPA_POD_CHOICE_RANGE_Int(kBuffers, kFewestBuffers, kMostBuffers),
                        SPA_PARAM_BUFFERS_dataType,
                        SPA_POD_CHOICE_FLAGS_Int((1 << SPA_DATA_MemPtr) | (1 << SPA_DATA_MemFd)), 0);
    return static_cast<const spa_pod*>(spa_pod_builder_pop(builder, &object));
}

const spa_pod* meta(spa_pod_builder* builder, spa_meta_type type, std::size_t size) {
    spa_pod_frame object{};
    spa_pod_builder_push_object(builder, &object, SPA_TYPE_OBJECT_ParamMeta, SPA_PARAM_Meta);
    spa_pod_builder_add(builder, SPA_PARAM_META_type, SPA_POD_Id(type), SPA_PARAM_META_size,
                        SPA_POD_Int(static_cast<int>(size)), 0);
    return static_cast<const spa_pod*>(spa_pod_builder_pop(builder, &object));
}

template <class T>
const T* metaOf(const spa_buffer& buffer, spa_meta_type type) {
    return static_cast<const T*>(spa_buffer_find_meta_data(&buffer, type, sizeof(T)));
}

} // namespace

struct PipeWireSource::State {
    State(SourceSpec wanted, int rate) : spec(std::move(wanted)), framesPerSecond(rate) {
        if (spec.kind != SourceKind::Camera)
            standing.emplace(framesPerSecond);
    }

    const SourceSpec spec;
    const int framesPerSecond;
    std::optional<SharedPicture> shared; ///< outlives the connection made with it
    std::unique_ptr<PipeWireConnection> connection;
    std::unique_ptr<pw_stream, DestroyStream> stream;
    spa_hook hook{};
    std::uint32_t node = 0;
    std::optional<PictureFormat> format;
    std::optional<ScreenPart> part; ///< of the present format
    DeviceClock clock;
    std::optional<StandingPicture> standing; ///< a screen's or window's
    std::deque<Captured> waiting;            ///< a camera's
    std::optional<Error> failure;

    ~State() {
        if (stream != nullptr)
            spa_hook_remove(&hook);
        stream.reset();
        connection.reset();
    }

    Result<void> connect(const std::stop_token& stop);
    Result<void> start();
    void lose(const std::string& why) {
        if (!failure)
            failure = Error{ErrorCode::DeviceLost, spec.toString() + ": " + why, 0};
    }
    void accept(const spa_buffer& buffer);
    void takeFormat(const spa_pod* parameter);
    [[nodiscard]] std::optional<Captured> ready();
    [[nodiscard]] std::optional<Error> whyGone();

    static void stateChanged(void* self, pw_stream_state from, pw_stream_state to, const char* error);
    static void parameterChanged(void* self, std::uint32_t id, const spa_pod* parameter);
    static void process(void* self);
};

void PipeWireSource::State::stateChanged(void* self, pw_stream_state from, pw_stream_state to,
                                         const char* error) {
    auto& state = *static_cast<State*>(self);
    if (to == PW_STREAM_STATE_ERROR)
        state.lose(error == nullptr ? "the stream failed" : error);
    else if (to == PW_STREAM_STATE_UNCONNECTED && from != PW_STREAM_STATE_UNCONNECTED)
        state.lose("it is not there any more");
}

void PipeWireSource::State::parameterChanged(void* self, std::uint32_t id, const spa_pod* parameter) {
    if (id == SPA_PARAM_Format && parameter != nullptr)
        static_cast<State*>(self)->takeFormat(parameter);
}

void PipeWireSource::State::takeFormat(const spa_pod* parameter) {
    spa_video_info_raw info{};
    format.reset();
    if (spa_format_video_raw_parse(parameter, &info) >= 0)
        format = pictureFormat(info);
    if (!format)
        return lose("its pictures are of a kind that can't be read");
    if (spec.kind == SourceKind::Screen) {
        const auto wanted = partOfScreen(spec, format->width, format->height);
        if (!wanted.ok()) {
            if (!failure)
                failure = wanted.error();
            return;
        }
        part = *wanted;
    } else {
        part = ScreenPart{format->width, format->height, 0, 0};
    }
    PodBuffer buffersPod;
    PodBuffer headerPod;
    PodBuffer cropPod;
    std::array<const spa_pod*, 3> parameters{
        buffers(buffersPod.builder()), meta(headerPod.builder(), SPA_META_Header, sizeof(spa_meta_header)),
        meta(cropPod.builder(), SPA_META_VideoCrop, sizeof(spa_meta_region))};
    pw_stream_update_params(stream.get(), parameters.data(), static_cast<std::uint32_t>(parameters.size()));
}

void PipeWireSource::State::process(void* self) {
    auto& state = *static_cast<State*>(self);
    while (pw_buffer* buffer = pw_stream_dequeue_buffer(state.stream.get())) {
        state.accept(*buffer->buffer);
        pw_stream_queue_buffer(state.stream.get(), buffer);
    }
}

void PipeWireSource::State::accept(const spa_buffer& buffer) {
    const auto arrival = std::chrono::steady_clock::now();
    const auto* header = metaOf<spa_meta_header>(buffer, SPA_META_Header);
    if (!format || !part || buffer.n_datas == 0 ||
        (header != nullptr && (header->flags & SPA_META_HEADER_FLAG_CORRUPTED) != 0))
        return;
    std::array<BufferBlock, kMostBlocks> blocks{};
    const auto count = std::min<std::size_t>(buffer.n_datas, kMostBlocks);
    for (std::size_t i = 0; i < count; ++i) {
        const spa_data& memory = buffer.datas[i];
        const spa_chunk& chunk = *memory.chunk;
        // A compositor's message about the pointer alone has no picture.
        if (memory.data == nullptr || chunk.size == 0 || (chunk.flags & SPA_CHUNK_FLAG_CORRUPTED) != 0)
            return;
        const std::uint32_t offset = std::min(chunk.offset, memory.maxsize);
        blocks[i] = {static_cast<const std::uint8_t*>(memory.data) + offset, memory.maxsize - offset,
                     chunk.stride};
    }
    ScreenPart wanted = *part;
    // A window may lie in a larger picture.
    const auto* crop = metaOf<spa_meta_region>(buffer, SPA_META_VideoCrop);
    if (crop != nullptr && spa_meta_region_is_valid(crop) && spec.kind == SourceKind::Window)
        wanted = {static_cast<int>(crop->region.size.width), static_cast<int>(crop->region.size.height),
                  crop->region.position.x, crop->region.position.y};
    media::AvFrame picture = copyPicture(*format, {blocks.data(), count}, wanted);
    if (picture == nullptr)
        return;
    std::optional<std::int64_t> stamp;
    if (header != nullptr && header->pts > 0)
        stamp = header->pts / 1000;
    const SteadyTime at = clock.captured(stamp, av_gettime(), arrival);
    if (standing) {
        standing->accept(std::move(picture), at);
        return;
    }
    if (waiting.size() == kMostWaiting)
        waiting.pop_front();
    waiting.push_back({std::move(picture), at});
}

Result<void> PipeWireSource::State::connect(const std::stop_token& stop) {
    if (spec.kind == SourceKind::Camera) {
        connection = TRY(PipeWireConnection::open(stop));
        TRY(connection->roundTrip(kAnswerWithin));
        const std::string name = spec.parameter.substr(kPipeWireCamera.size());
        const auto& nodes = connection->nodes();
        const auto found = std::ranges::find_if(nodes, [&](const PipeWireConnection::Node& one) {
            return one.mediaClass == "Video/Source" && one.name == name;
        });
        if (found == nodes.end())
            return Error{ErrorCode::DeviceLost, spec.toString() + " is not there", 0};
        node = found->id;
        return {};
    }
    shared = TRY(DesktopPortal::share(spec.kind, stop));
    connection = TRY(PipeWireConnection::open(stop, shared->takeRemote()));
    node = shared->node();
    return connection->roundTrip(kAnswerWithin);
}

Result<void> PipeWireSource::State::start() {
    const bool camera = spec.kind == SourceKind::Camera;
    // "Ownership of props is taken."
    pw_properties* properties =
        pw_properties_new(PW_KEY_MEDIA_TYPE, "Video", PW_KEY_MEDIA_CATEGORY, "Capture", PW_KEY_MEDIA_ROLE,
                          camera ? "Camera" : "Screen", PW_KEY_NODE_DONT_RECONNECT, "true", nullptr);
    stream.reset(pw_stream_new(connection->core(), "Mockingbird", properties));
    if (stream == nullptr)
        return Error{ErrorCode::DeviceLost, spec.toString() + ": PipeWire gives no stream", errno};
    static const pw_stream_events kEvents = [] {
        pw_stream_events events{};
        events.version = PW_VERSION_STREAM_EVENTS;
        events.state_changed = State::stateChanged;
        events.param_changed = State::parameterChanged;
        events.process = State::process;
        return events;
    }();
    pw_stream_add_listener(stream.get(), &hook, &kEvents, this);
    PodBuffer pod;
    const spa_pod* parameter = formats(pod.builder(), framesPerSecond);
    const auto flags = static_cast<pw_stream_flags>(PW_STREAM_FLAG_AUTOCONNECT | PW_STREAM_FLAG_MAP_BUFFERS |
                                                    PW_STREAM_FLAG_DONT_RECONNECT);
    const int result = pw_stream_connect(stream.get(), PW_DIRECTION_INPUT, node, flags, &parameter, 1);
    if (result < 0)
        return Error{ErrorCode::DeviceLost, spec.toString() + " can't be opened", -result};
    return {};
}

std::optional<Captured> PipeWireSource::State::ready() {
    if (standing)
        return standing->take(std::chrono::steady_clock::now());
    if (waiting.empty())
        return std::nullopt;
    Captured first = std::move(waiting.front());
    waiting.pop_front();
    return first;
}

/// Nothing as long as it is there.
std::optional<Error> PipeWireSource::State::whyGone() {
    std::optional<Error> why = failure ? failure : connection->failure();
    const auto& nodes = connection->nodes();
    if (!why && std::ranges::find(nodes, node, &PipeWireConnection::Node::id) == nodes.end())
        why = Error{ErrorCode::DeviceLost, spec.toString() + " is not there any more", 0};
    // The portal's word for it, where it has one: the person may have ended the sharing, and then it must not
    // be looked for.
    if (why && why->code == ErrorCode::DeviceLost && shared) {
        if (Error told = shared->whyGone(); told.code == ErrorCode::Denied)
            return told;
    }
    return why;
}

PipeWireSource::PipeWireSource(SourceSpec spec, int framesPerSecond)
    : m_state(std::make_unique<State>(std::move(spec), framesPerSecond)) {}
PipeWireSource::~PipeWireSource() = default;

Result<void> PipeWireSource::open(std::stop_token stop) {
    TRY(m_state->connect(stop));
    return m_state->start();
}

Result<std::optional<Captured>> PipeWireSource::next(std::stop_token stop) {
    State& state = *m_state;
    while (!stop.stop_requested()) {
        if (auto captured = state.ready())
            return std::optional<Captured>(std::move(captured));
        if (const auto gone = state.whyGone())
            return *gone;
        std::optional<std::chrono::milliseconds> atMost;
        if (const auto due = state.standing ? state.standing->due() : std::nullopt)
            atMost = std::max(std::chrono::milliseconds(0), std::chrono::ceil<std::chrono::milliseconds>(
                                                                *due - std::chrono::steady_clock::now()));
        state.connection->iterate(atMost);
    }
    return std::optional<Captured>();
}

} // namespace mockingbird::recorder
