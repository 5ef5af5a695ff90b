// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the whole screen white for 100 ms and sends a 1 kHz beep of 100 ms to the default loudspeaker at the
// same instant, several times, and prints when: one JSON object a line, seconds of the wall clock.
//
//   flash_and_beep [COUNT [PERIOD_SECONDS [LEAD_SECONDS]]]
//
// "flash" is the moment the display server had painted the white, "beep" the moment the loudspeaker took the
// beep's first sample. The beep is placed to the sample: PipeWire says for every cycle when its first sample
// is due.
#include <pipewire/pipewire.h>
#include <spa/param/audio/format-utils.h>
#include <xcb/xcb.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <numbers>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock; // CLOCK_MONOTONIC, which is PipeWire's clock as well
using Nanoseconds = std::chrono::nanoseconds;

constexpr int kSampleRate = 48000;
constexpr int kChannels = 2;
constexpr double kBeepHertz = 1000.0;
constexpr auto kLength = std::chrono::milliseconds(100);
constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;

std::int64_t nanoseconds(Clock::time_point time) {
    return std::chrono::duration_cast<Nanoseconds>(time.time_since_epoch()).count();
}

double wallSeconds(std::int64_t monotonic) {
    const auto wall = std::chrono::system_clock::now().time_since_epoch();
    const auto age = nanoseconds(Clock::now()) - monotonic;
    return static_cast<double>(std::chrono::duration_cast<Nanoseconds>(wall).count() - age) * 1e-9;
}

// Waits for an absolute time; nothing notifies, so only the deadline ends it.
void waitUntil(Clock::time_point time) {
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock lock(mutex);
    never.wait_until(lock, time, [&] { return Clock::now() >= time; });
}

// A black window over everything, which the main thread turns white and black again.
class FlashWindow {
public:
    FlashWindow() : m_connection(xcb_connect(nullptr, nullptr)) {
        if (xcb_connection_has_error(m_connection) != 0) {
            std::fputs("flash_and_beep: no display\n", stderr);
            std::exit(1);
        }
        const xcb_screen_t* screen = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data;
        m_area = {0, 0, screen->width_in_pixels, screen->height_in_pixels};
        m_window = xcb_generate_id(m_connection);
        const std::array<std::uint32_t, 2> values{screen->black_pixel, 1};
        xcb_create_window(m_connection, XCB_COPY_FROM_PARENT, m_window, screen->root, 0, 0, m_area.width,
                          m_area.height, 0, XCB_WINDOW_CLASS_INPUT_OUTPUT, screen->root_visual,
                          XCB_CW_BACK_PIXEL | XCB_CW_OVERRIDE_REDIRECT, values.data());
        m_white = xcb_generate_id(m_connection);
        m_black = xcb_generate_id(m_connection);
        xcb_create_gc(m_connection, m_white, m_window, XCB_GC_FOREGROUND, &screen->white_pixel);
        xcb_create_gc(m_connection, m_black, m_window, XCB_GC_FOREGROUND, &screen->black_pixel);
        xcb_map_window(m_connection, m_window);
        awaitServer();
    }
    ~FlashWindow() { xcb_disconnect(m_connection); }
    FlashWindow(const FlashWindow&) = delete;
    FlashWindow& operator=(const FlashWindow&) = delete;

    // Returns once the server has painted, with the time of that.
    std::int64_t paintWhite() { return paint(m_white); }
    std::int64_t paintBlack() { return paint(m_black); }

private:
    std::int64_t paint(xcb_gcontext_t colour) {
        xcb_poly_fill_rectangle(m_connection, m_window, colour, 1, &m_area);
        awaitServer();
        return nanoseconds(Clock::now());
    }
    // Any request with an answer is answered after those before it are done.
    void awaitServer() {
        std::free(xcb_get_input_focus_reply(m_connection, xcb_get_input_focus(m_connection), nullptr));
    }

    xcb_connection_t* m_connection;
    xcb_window_t m_window = 0;
    xcb_gcontext_t m_white = 0;
    xcb_gcontext_t m_black = 0;
    xcb_rectangle_t m_area{};
};

// An endless stream of silence with beeps at given times. fill() runs on PipeWire's thread.
class BeepStream {
public:
    explicit BeepStream(std::vector<std::int64_t> times)
        : m_times(std::move(times)), m_beeps(m_times.size()) {
        m_loop = pw_thread_loop_new("beep", nullptr);
        m_events.version = PW_VERSION_STREAM_EVENTS;
        m_events.process = [](void* self) { static_cast<BeepStream*>(self)->fill(); };
        pw_thread_loop_lock(m_loop);
        m_stream =
            pw_stream_new_simple(pw_thread_loop_get_loop(m_loop), "flash_and_beep",
                                 pw_properties_new(PW_KEY_MEDIA_TYPE, "Audio", PW_KEY_MEDIA_CATEGORY,
                                                   "Playback", PW_KEY_NODE_LATENCY, "256/48000", nullptr),
                                 &m_events, this);
        std::array<std::uint8_t, 1024> memory{};
        spa_pod_builder builder{};
        spa_pod_builder_init(&builder, memory.data(), memory.size());
        spa_audio_info_raw format{};
        format.format = SPA_AUDIO_FORMAT_F32;
        format.rate = kSampleRate;
        format.channels = kChannels;
        format.position[0] = SPA_AUDIO_CHANNEL_FL;
        format.position[1] = SPA_AUDIO_CHANNEL_FR;
        const spa_pod* parameter = spa_format_audio_raw_build(&builder, SPA_PARAM_EnumFormat, &format);
        const auto flags = static_cast<pw_stream_flags>(
            PW_STREAM_FLAG_AUTOCONNECT | PW_STREAM_FLAG_MAP_BUFFERS | PW_STREAM_FLAG_RT_PROCESS);
        if (pw_stream_connect(m_stream, PW_DIRECTION_OUTPUT, PW_ID_ANY, flags, &parameter, 1) < 0 ||
            pw_thread_loop_start(m_loop) < 0) {
            std::fputs("flash_and_beep: no sound server\n", stderr);
            std::exit(1);
        }
        pw_thread_loop_unlock(m_loop);
    }
    ~BeepStream() {
        pw_thread_loop_stop(m_loop);
        pw_stream_destroy(m_stream);
        pw_thread_loop_destroy(m_loop);
    }
    BeepStream(const BeepStream&) = delete;
    BeepStream& operator=(const BeepStream&) = delete;

    // When the beep's first sample was due, 0 when it never was.
    std::int64_t beep(std::size_t index) const { return m_beeps[index]; }

private:
    void fill() {
        pw_buffer* buffer = pw_stream_dequeue_buffer(m_stream);
        if (buffer == nullptr) {
            return;
        }
        spa_data& plane = buffer->buffer->datas[0];
        constexpr std::uint32_t kStride = sizeof(float) * kChannels;
        std::uint32_t frames = plane.maxsize / kStride;
        if (buffer->requested > 0 && buffer->requested < frames) {
            frames = static_cast<std::uint32_t>(buffer->requested);
        }
        pw_time time{};
        pw_stream_get_time_n(m_stream, &time, sizeof time);
        const std::int64_t waiting =
            time.delay * kNanosecondsPerSecond * time.rate.num / std::max(1U, time.rate.denom);
        const std::int64_t queued = static_cast<std::int64_t>(time.buffered + time.queued / kStride);
        const std::int64_t due = time.now + waiting + queued * kNanosecondsPerSecond / kSampleRate;

        auto* samples = static_cast<float*>(plane.data);
        for (std::uint32_t frame = 0; frame < frames; ++frame) {
            const float value = sampleAt(due + std::int64_t{frame} * kNanosecondsPerSecond / kSampleRate);
            for (int channel = 0; channel < kChannels; ++channel) {
                *samples++ = value;
            }
        }
        plane.chunk->offset = 0;
        plane.chunk->stride = kStride;
        plane.chunk->size = frames * kStride;
        pw_stream_queue_buffer(m_stream, buffer);
    }

    float sampleAt(std::int64_t time) {
        if (m_left == 0) {
            if (m_next == m_times.size() || time < m_times[m_next]) {
                return 0.0F;
            }
            m_beeps[m_next++] = time;
            m_left = kBeepSamples;
        }
        const double seconds = static_cast<double>(kBeepSamples - m_left--) / kSampleRate;
        return static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * kBeepHertz * seconds));
    }

    static constexpr int kBeepSamples = kSampleRate * static_cast<int>(kLength.count()) / 1000;

    const std::vector<std::int64_t> m_times;
    std::vector<std::atomic<std::int64_t>> m_beeps;
    std::size_t m_next = 0; // PipeWire's thread alone
    int m_left = 0;         // PipeWire's thread alone
    pw_thread_loop* m_loop = nullptr;
    pw_stream* m_stream = nullptr;
    pw_stream_events m_events{};
};

double argument(int count, char** values, int index, double otherwise) {
    return index < count ? std::atof(values[index]) : otherwise;
}

} // namespace

int main(int argc, char** argv) {
    const auto count = static_cast<std::size_t>(argument(argc, argv, 1, 3));
    const auto period = std::chrono::duration<double>(argument(argc, argv, 2, 1.0));
    const auto lead = std::chrono::duration<double>(argument(argc, argv, 3, 1.0));

    pw_init(&argc, &argv);
    FlashWindow window;
    const Clock::time_point start = Clock::now() + std::chrono::duration_cast<Clock::duration>(lead);
    std::vector<Clock::time_point> moments;
    std::vector<std::int64_t> times;
    for (std::size_t index = 0; index < count; ++index) {
        moments.push_back(start +
                          std::chrono::duration_cast<Clock::duration>(period * static_cast<double>(index)));
        times.push_back(nanoseconds(moments.back()));
    }
    BeepStream stream(times);
    bool complete = true;
    for (std::size_t index = 0; index < count; ++index) {
        waitUntil(moments[index]);
        const std::int64_t flash = window.paintWhite();
        waitUntil(moments[index] + kLength);
        window.paintBlack();
        waitUntil(moments[index] + 2 * kLength);
        const std::int64_t beep = stream.beep(index);
        complete = complete && beep != 0;
        std::printf("{\"flash\": %.6f, \"beep\": %.6f}\n", wallSeconds(flash), wallSeconds(beep));
        std::fflush(stdout);
    }
    return complete ? 0 : 1;
}
