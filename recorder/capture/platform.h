// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/source_spec.h"

#include <span>
#include <string>
#include <string_view>

namespace mockingbird::recorder {

/// Where the studio runs, as far as capturing goes.
enum class Platform { LinuxX11, LinuxWayland, Windows, MacOs };

/// Who gives a kind of source there.
enum class Backend {
    Libavdevice, ///< an input of libavdevice's
    SoundServer, ///< PulseAudio's server or PipeWire's, asked by libpulse
    Portal,      ///< the desktop's portal, which asks the person, then PipeWire
    Nobody,      ///< it can't be had
};

/// How a kind of source is had on a platform.
struct CaptureRoute {
    Platform platform = Platform::LinuxX11;
    SourceKind kind = SourceKind::Test;
    Backend backend = Backend::Nobody;
    std::string_view input; ///< libavdevice's name of it
    std::string_view url;   ///< what it is opened with; {id} stands for the source's parameter
    bool tested = false;    ///< by tests of this repository, on Debian 12

    /// The url with its place filled in.
    [[nodiscard]] std::string urlFor(std::string_view id) const;
};

/// All that differs by platform; see platform.cpp.
[[nodiscard]] std::span<const CaptureRoute> captureRoutes();
/// The row of a device's kind; files and test sources have none, and get one that says Nobody.
[[nodiscard]] CaptureRoute routeOf(Platform platform, SourceKind kind);

/// What the environment says about this session. On Linux, screens come from the portal where WAYLAND_DISPLAY
/// is set and XDG_SESSION_TYPE says `wayland`, or there is no DISPLAY; MOCKINGBIRD_SCREEN, `x11` or `portal`,
/// decides otherwise.
struct DesktopSession {
    std::string_view choice;  ///< MOCKINGBIRD_SCREEN
    std::string_view wayland; ///< WAYLAND_DISPLAY
    std::string_view type;    ///< XDG_SESSION_TYPE
    std::string_view display; ///< DISPLAY
};
[[nodiscard]] Platform platformOf(const DesktopSession& session);
/// The same for the environment of this process. Any thread, while nobody sets variables.
[[nodiscard]] Platform thisPlatform();

} // namespace mockingbird::recorder
