// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/platform.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace mockingbird::recorder {

namespace {

// X11's url is its display, which device_request.cpp knows; the portal's screens are not opened by an url. Of
// Wayland's windows the question is tested and not the picture: the compositor of the tests shares whole
// screens alone.
//
// Windows and macOS were never run: their rows say what FFmpeg documents of its inputs, and gdigrab's and
// avfoundation's own options for a part of the screen are still to be written. Neither lets a program hear
// the loudspeaker through libavdevice.
constexpr std::array kRoutes{
    CaptureRoute{Platform::LinuxX11, SourceKind::Screen, Backend::Libavdevice, "x11grab", "", true},
    CaptureRoute{Platform::LinuxX11, SourceKind::Window, Backend::Libavdevice, "x11grab", "", true},
    CaptureRoute{Platform::LinuxX11, SourceKind::Camera, Backend::Libavdevice, "v4l2", "{id}", true},
    CaptureRoute{Platform::LinuxX11, SourceKind::Microphone, Backend::SoundServer, "", "{id}", true},
    CaptureRoute{Platform::LinuxX11, SourceKind::System, Backend::SoundServer, "", "{id}", true},

    CaptureRoute{Platform::LinuxWayland, SourceKind::Screen, Backend::Portal, "", "", true},
    CaptureRoute{Platform::LinuxWayland, SourceKind::Window, Backend::Portal, "", "", false},
    CaptureRoute{Platform::LinuxWayland, SourceKind::Camera, Backend::Libavdevice, "v4l2", "{id}", true},
    CaptureRoute{Platform::LinuxWayland, SourceKind::Microphone, Backend::SoundServer, "", "{id}", true},
    CaptureRoute{Platform::LinuxWayland, SourceKind::System, Backend::SoundServer, "", "{id}", true},

    CaptureRoute{Platform::Windows, SourceKind::Screen, Backend::Libavdevice, "gdigrab", "desktop", false},
    CaptureRoute{Platform::Windows, SourceKind::Window, Backend::Libavdevice, "gdigrab", "title={id}", false},
    CaptureRoute{Platform::Windows, SourceKind::Camera, Backend::Libavdevice, "dshow", "video={id}", false},
    CaptureRoute{Platform::Windows, SourceKind::Microphone, Backend::Libavdevice, "dshow", "audio={id}",
                 false},
    CaptureRoute{Platform::Windows, SourceKind::System, Backend::Nobody, "", "", false},

    CaptureRoute{Platform::MacOs, SourceKind::Screen, Backend::Libavdevice, "avfoundation",
                 "Capture screen 0:none", false},
    CaptureRoute{Platform::MacOs, SourceKind::Window, Backend::Nobody, "", "", false},
    CaptureRoute{Platform::MacOs, SourceKind::Camera, Backend::Libavdevice, "avfoundation", "{id}:none",
                 false},
    CaptureRoute{Platform::MacOs, SourceKind::Microphone, Backend::Libavdevice, "avfoundation", "none:{id}",
                 false},
    CaptureRoute{Platform::MacOs, SourceKind::System, Backend::Nobody, "", "", false},
};

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

} // namespace

std::string CaptureRoute::urlFor(std::string_view id) const {
    constexpr std::string_view kPlace = "{id}";
    std::string filled(url);
    if (const auto at = filled.find(kPlace); at != std::string::npos)
        filled.replace(at, kPlace.size(), id);
    return filled;
}

std::span<const CaptureRoute> captureRoutes() {
    return kRoutes;
}

CaptureRoute routeOf(Platform platform, SourceKind kind) {
    const auto found = std::ranges::find_if(
        kRoutes, [&](const CaptureRoute& route) { return route.platform == platform && route.kind == kind; });
    return found == kRoutes.end() ? CaptureRoute{platform, kind, Backend::Nobody, "", "", false} : *found;
}

Platform platformOf(const DesktopSession& session) {
    if (session.choice == "x11")
        return Platform::LinuxX11;
    if (session.choice == "portal")
        return Platform::LinuxWayland;
    const bool wayland = !session.wayland.empty() && (session.type == "wayland" || session.display.empty());
    return wayland ? Platform::LinuxWayland : Platform::LinuxX11;
}

Platform thisPlatform() {
#if defined(_WIN32)
    return Platform::Windows;
#elif defined(__APPLE__)
    return Platform::MacOs;
#else
    return platformOf({variable("MOCKINGBIRD_SCREEN"), variable("WAYLAND_DISPLAY"),
                       variable("XDG_SESSION_TYPE"), variable("DISPLAY")});
#endif
}

} // namespace mockingbird::recorder
