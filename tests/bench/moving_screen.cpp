// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/moving_screen.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <mutex>
#include <xcb/xcb.h>

namespace mockingbird::bench {

namespace {

struct Disconnect {
    void operator()(xcb_connection_t* connection) const { xcb_disconnect(connection); }
};

void draw(xcb_connection_t* connection, xcb_window_t window, xcb_gcontext_t context, int frame) {
    // Stripes that drift by their own speeds: edges move everywhere, as they do when people move.
    for (int i = 0; i < 24; ++i) {
        const auto shade = static_cast<std::uint32_t>((i * 37 + frame * (i % 5)) & 0xFF);
        const std::array<std::uint32_t, 1> colour{shade << 16 | (255 - shade) << 8 | (shade / 2 + 64)};
        xcb_change_gc(connection, context, XCB_GC_FOREGROUND, colour.data());
        const xcb_rectangle_t stripe{static_cast<std::int16_t>((i * 53 + frame * (1 + i % 7)) % 1280),
                                     static_cast<std::int16_t>(i * 30), 180, 30};
        xcb_poly_fill_rectangle(connection, window, context, 1, &stripe);
    }
    xcb_flush(connection);
}

void run(std::stop_token stop) {
    const std::unique_ptr<xcb_connection_t, Disconnect> connection(xcb_connect(nullptr, nullptr));
    if (xcb_connection_has_error(connection.get())) {
        std::fputs("no display to keep busy\n", stderr);
        return;
    }
    const xcb_screen_t* screen = xcb_setup_roots_iterator(xcb_get_setup(connection.get())).data;
    const xcb_window_t window = xcb_generate_id(connection.get());
    const std::array<std::uint32_t, 2> values{0x203040, 1};
    xcb_create_window(connection.get(), XCB_COPY_FROM_PARENT, window, screen->root, 320, 180, 1280, 720, 0,
                      XCB_WINDOW_CLASS_INPUT_OUTPUT, screen->root_visual,
                      XCB_CW_BACK_PIXEL | XCB_CW_OVERRIDE_REDIRECT, values.data());
    xcb_map_window(connection.get(), window);
    const xcb_gcontext_t context = xcb_generate_id(connection.get());
    xcb_create_gc(connection.get(), context, window, 0, nullptr);

    std::mutex mutex;
    std::condition_variable_any never;
    auto next = std::chrono::steady_clock::now();
    for (int frame = 0; !stop.stop_requested(); ++frame) {
        draw(connection.get(), window, context, frame);
        next += std::chrono::microseconds(33'333);
        std::unique_lock lock(mutex);
        never.wait_until(lock, stop, next, [] { return false; });
    }
}

} // namespace

MovingScreen::MovingScreen() : m_thread(run) {}

} // namespace mockingbird::bench
