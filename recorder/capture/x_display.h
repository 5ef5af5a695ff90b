// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

struct xcb_connection_t;

namespace mockingbird::recorder {

/// What an X display has to record: its screen's size and its windows. For one thread.
class XDisplay {
public:
    /// The display that DISPLAY names; DeviceLost where there is none.
    [[nodiscard]] static Result<XDisplay> open();

    struct Size {
        int width = 0;
        int height = 0;
    };
    [[nodiscard]] Size screenSize() const { return m_screen; }

    struct Monitor {
        std::string name;
        int width = 0;
        int height = 0;
        int x = 0;
        int y = 0;
        bool primary = false;
    };
    /// The parts of the screen that a person calls screens, by RandR; empty where the display can't say.
    [[nodiscard]] std::vector<Monitor> monitors() const;

    struct Window {
        std::uint32_t id = 0;
        std::string title;
    };
    /// Those that a person sees: the window manager's list, or without one the mapped windows with a title.
    [[nodiscard]] std::vector<Window> windows() const;
    /// DeviceLost where there is no such window.
    [[nodiscard]] Result<Size> windowSize(std::uint32_t id) const;

private:
    struct Disconnect {
        void operator()(xcb_connection_t* connection) const;
    };
    explicit XDisplay(xcb_connection_t* connection) : m_connection(connection) {}
    [[nodiscard]] std::uint32_t atom(const std::string& name) const;
    [[nodiscard]] std::vector<std::uint8_t> property(std::uint32_t window, std::uint32_t name) const;
    [[nodiscard]] std::string atomName(std::uint32_t name) const;
    [[nodiscard]] std::string title(std::uint32_t window) const;
    [[nodiscard]] std::vector<std::uint32_t> mappedChildren() const;

    std::unique_ptr<xcb_connection_t, Disconnect> m_connection;
    std::uint32_t m_root = 0;
    Size m_screen;
};

} // namespace mockingbird::recorder
