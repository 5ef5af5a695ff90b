// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/device_source.h"
#include "recorder/capture/x_display.h"

#include <charconv>
#include <cstdlib>
#include <optional>

namespace mockingbird::recorder {

namespace {

struct Region {
    int width = 0;
    int height = 0;
    int x = 0;
    int y = 0;
};

/// WxH+X+Y.
std::optional<Region> parseRegion(std::string_view text) {
    Region region;
    const char* at = text.data();
    const char* const end = at + text.size();
    const auto number = [&](int& value, char following) {
        const auto [next, error] = std::from_chars(at, end, value);
        if (error != std::errc() || value < 0)
            return false;
        at = next;
        if (following == '\0')
            return at == end;
        return at != end && *at++ == following;
    };
    if (number(region.width, 'x') && number(region.height, '+') && number(region.x, '+') &&
        number(region.y, '\0'))
        return region;
    return std::nullopt;
}

/// Decimal, or hexadecimal after 0x.
std::optional<std::uint32_t> parseWindow(std::string_view text) {
    const bool hexadecimal = text.starts_with("0x") || text.starts_with("0X");
    if (hexadecimal)
        text.remove_prefix(2);
    std::uint32_t id = 0;
    const auto [next, error] =
        std::from_chars(text.data(), text.data() + text.size(), id, hexadecimal ? 16 : 10);
    if (error != std::errc() || next != text.data() + text.size())
        return std::nullopt;
    return id;
}

/// H.264 in 4:2:0 wants even sizes.
std::string evenSize(int width, int height) {
    return std::to_string(width & ~1) + "x" + std::to_string(height & ~1);
}

std::string displayUrl() {
    const char* display = std::getenv("DISPLAY");
    return display == nullptr ? std::string() : std::string(display);
}

Result<DeviceRequest> screenRequest(const SourceSpec& spec, const std::string& rate) {
    const XDisplay display = TRY(XDisplay::open());
    const auto screen = display.screenSize();
    Region region{screen.width, screen.height, 0, 0};
    if (!spec.parameter.empty()) {
        const auto parsed = parseRegion(spec.parameter);
        if (!parsed)
            return Error{ErrorCode::InvalidArgument,
                         "\"" + spec.parameter + "\" is no part of a screen; WxH+X+Y is", 0};
        region = *parsed;
        const auto inside = [](int offset, int size, int limit) {
            return size <= limit && offset <= limit - size;
        };
        if (region.width < 2 || region.height < 2 || !inside(region.x, region.width, screen.width) ||
            !inside(region.y, region.height, screen.height))
            return Error{ErrorCode::InvalidArgument,
                         spec.toString() + " is not within the screen, which is " +
                             std::to_string(screen.width) + "x" + std::to_string(screen.height),
                         0};
    }
    return DeviceRequest{"x11grab",
                         displayUrl(),
                         {{{"framerate", rate},
                           {"video_size", evenSize(region.width, region.height)},
                           {"grab_x", std::to_string(region.x)},
                           {"grab_y", std::to_string(region.y)}}}};
}

Result<DeviceRequest> windowRequest(const SourceSpec& spec, const std::string& rate) {
    const auto id = parseWindow(spec.parameter);
    if (!id)
        return Error{ErrorCode::InvalidArgument, "\"" + spec.parameter + "\" is no window's number", 0};
    const XDisplay display = TRY(XDisplay::open());
    const auto size = display.windowSize(*id);
    if (!size.ok())
        return Error{ErrorCode::DeviceLost, spec.toString() + ": there is no such window", 0};
    return DeviceRequest{"x11grab",
                         displayUrl(),
                         {{{"framerate", rate},
                           {"video_size", evenSize(size->width, size->height)},
                           {"window_id", std::to_string(*id)}}}};
}

} // namespace

Result<DeviceRequest> deviceRequest(const SourceSpec& spec, int framesPerSecond) {
    const std::string rate = std::to_string(framesPerSecond);
    switch (spec.kind) {
    case SourceKind::Screen:
        return screenRequest(spec, rate);
    case SourceKind::Window:
        return windowRequest(spec, rate);
    case SourceKind::Camera:
        // Most USB cameras reach 30 pictures a second at 720p as MJPEG alone; what has none gives raw
        // pictures, and what knows no such size its own.
        return DeviceRequest{"v4l2",
                             spec.parameter,
                             {{{"input_format", "mjpeg"}, {"video_size", "1280x720"}, {"framerate", rate}},
                              {{"video_size", "1280x720"}, {"framerate", rate}},
                              {{"framerate", rate}},
                              {}}};
    case SourceKind::Microphone:
    case SourceKind::System:
    case SourceKind::File:
    case SourceKind::Test:
        break;
    }
    return Error{ErrorCode::Internal, spec.toString() + " is nothing of libavdevice's", 0};
}

} // namespace mockingbird::recorder
