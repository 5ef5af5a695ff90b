// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/device_source.h"
#include "recorder/capture/platform.h"
#include "recorder/capture/x_display.h"

#include <charconv>
#include <cstdlib>
#include <optional>

namespace mockingbird::recorder {

namespace {

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

/// libavdevice's name of who gives this.
std::string inputFor(const SourceSpec& spec) {
    return std::string(routeOf(Platform::LinuxX11, spec.kind).input);
}

std::string displayUrl() {
    const char* display = std::getenv("DISPLAY");
    return display == nullptr ? std::string() : std::string(display);
}

Result<DeviceRequest> screenRequest(const SourceSpec& spec, const std::string& rate) {
    const XDisplay display = TRY(XDisplay::open());
    const auto screen = display.screenSize();
    const ScreenPart region = TRY(partOfScreen(spec, screen.width, screen.height));
    return DeviceRequest{inputFor(spec),
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
    return DeviceRequest{inputFor(spec),
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
        return DeviceRequest{inputFor(spec),
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
