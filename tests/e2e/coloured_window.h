// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

struct xcb_connection_t;

namespace mockingbird::test {

/// A window of one colour on the lab's display, gone with the object.
class ColouredWindow {
public:
    struct Place {
        int x = 0;
        int y = 0;
        int width = 0;
        int height = 0;
    };
    /// `rgb`: 0xRRGGBB. There and painted when this returns; fails the test where there is no display.
    ColouredWindow(const std::string& title, Place place, std::uint32_t rgb);
    ~ColouredWindow();
    ColouredWindow(const ColouredWindow&) = delete;
    ColouredWindow& operator=(const ColouredWindow&) = delete;

    /// As `record` takes it: `window:ID`.
    [[nodiscard]] std::string source() const { return "window:" + std::to_string(m_window); }

private:
    xcb_connection_t* m_connection;
    std::uint32_t m_window = 0;
};

} // namespace mockingbird::test
