// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/catalog_bench.h"
#include "tests/bench/made_catalog.h"
#include "tests/bench/measured_times.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xcb/xcb.h>

namespace mockingbird::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kStarts = 7;
constexpr double kFirstWindowMs = 500;
constexpr auto kPatience = std::chrono::seconds(60);
// Where Home greets, in a window of 1280 x 720.
constexpr std::int16_t kLookX = 240;
constexpr std::int16_t kLookY = 20;
constexpr std::uint16_t kLookWidth = 700;
constexpr std::uint16_t kLookHeight = 300;

struct Freed {
    void operator()(void* memory) const { std::free(memory); }
};

pid_t start(const std::filesystem::path& catalog, const std::string& program) {
    const pid_t child = fork();
    if (child == 0) {
        setenv("QT_QPA_PLATFORM", "xcb", 1);
        const std::string settings = (catalog.parent_path() / "settings").string();
        setenv("XDG_CONFIG_HOME", settings.c_str(), 1);
        execl(program.c_str(), program.c_str(), "--catalog", catalog.c_str(), "--as", kCoordinator, nullptr);
        _exit(127);
    }
    return child;
}

/// Whether something is drawn there: more than one colour.
bool isPainted(xcb_connection_t* display, xcb_window_t window) {
    const std::unique_ptr<xcb_get_image_reply_t, Freed> image(
        xcb_get_image_reply(display,
                            xcb_get_image(display, XCB_IMAGE_FORMAT_Z_PIXMAP, window, kLookX, kLookY,
                                          kLookWidth, kLookHeight, ~0U),
                            nullptr));
    if (!image)
        return false;
    const std::uint8_t* bytes = xcb_get_image_data(image.get());
    const int length = xcb_get_image_data_length(image.get());
    for (int at = 4; at + 4 <= length; at += 4)
        if (std::memcmp(bytes, bytes + at, 4) != 0)
            return true;
    return false;
}

/// The first window that is mapped from now on; 0 where none is in time.
xcb_window_t nextWindow(xcb_connection_t* display, Clock::time_point until) {
    while (Clock::now() < until) {
        while (const std::unique_ptr<xcb_generic_event_t, Freed> event{xcb_poll_for_event(display)})
            if ((event->response_type & 0x7F) == XCB_MAP_NOTIFY)
                return reinterpret_cast<xcb_map_notify_event_t*>(event.get())->window;
        pollfd readable{xcb_get_file_descriptor(display), POLLIN, 0};
        (void)::poll(&readable, 1, 100);
    }
    return 0;
}

} // namespace

std::vector<Figure> startFigures(const std::filesystem::path& catalog, const std::string& program) {
    xcb_connection_t* display = xcb_connect(nullptr, nullptr);
    if (xcb_connection_has_error(display) != 0) {
        std::fprintf(stderr, "no display: run this by xvfb-run -a\n");
        std::exit(1);
    }
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(display)).data->root;
    const std::uint32_t events = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(display, root, XCB_CW_EVENT_MASK, &events);
    xcb_flush(display);
    MeasuredTimes mapped;
    MeasuredTimes painted;
    std::vector<double> cpu;
    for (int run = 0; run < kStarts; ++run) {
        const auto begun = Clock::now();
        const pid_t child = start(catalog, program);
        const xcb_window_t window = nextWindow(display, begun + kPatience);
        mapped.add(Clock::now() - begun);
        pollfd nothing{-1, 0, 0};
        while (window != 0 && !isPainted(display, window) && Clock::now() < begun + kPatience)
            (void)::poll(&nothing, 0, 1);
        painted.add(Clock::now() - begun);
        kill(child, SIGTERM);
        rusage usage{};
        wait4(child, nullptr, 0, &usage);
        const auto ms = [](const timeval& time) {
            return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
        };
        cpu.push_back(ms(usage.ru_utime) + ms(usage.ru_stime));
        while (const std::unique_ptr<xcb_generic_event_t, Freed> event{xcb_poll_for_event(display)}) {
        }
    }
    xcb_disconnect(display);
    std::ranges::sort(cpu);
    return {{"start of the process to its window, median", mapped.median(), "ms", std::nullopt},
            {"start of the process to Home painted, median", painted.median(), "ms", kFirstWindowMs},
            {"start, processor time to there, median", cpu[cpu.size() / 2], "ms", std::nullopt}};
}

} // namespace mockingbird::bench
