// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/coloured_window.h"

#include <array>
#include <cstdlib>
#include <gtest/gtest.h>
#include <xcb/xcb.h>

namespace mockingbird::test {

ColouredWindow::ColouredWindow(const std::string& title, Place place, std::uint32_t rgb)
    : m_connection(xcb_connect(nullptr, nullptr)) {
    if (xcb_connection_has_error(m_connection) != 0) {
        ADD_FAILURE() << "no display";
        return;
    }
    const xcb_screen_t* screen = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data;
    m_window = xcb_generate_id(m_connection);
    const std::array<std::uint32_t, 1> background{rgb};
    xcb_create_window(m_connection, XCB_COPY_FROM_PARENT, m_window, screen->root,
                      static_cast<std::int16_t>(place.x), static_cast<std::int16_t>(place.y),
                      static_cast<std::uint16_t>(place.width), static_cast<std::uint16_t>(place.height), 0,
                      XCB_WINDOW_CLASS_INPUT_OUTPUT, screen->root_visual, XCB_CW_BACK_PIXEL,
                      background.data());
    xcb_change_property(m_connection, XCB_PROP_MODE_REPLACE, m_window, XCB_ATOM_WM_NAME, XCB_ATOM_STRING, 8,
                        static_cast<std::uint32_t>(title.size()), title.data());
    xcb_map_window(m_connection, m_window);
    // An answer: the server has done all that was asked before it.
    std::free(xcb_get_input_focus_reply(m_connection, xcb_get_input_focus(m_connection), nullptr));
}

ColouredWindow::~ColouredWindow() {
    xcb_disconnect(m_connection);
}

} // namespace mockingbird::test
