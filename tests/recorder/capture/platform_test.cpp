// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/platform.h"

#include <gtest/gtest.h>
#include <set>

namespace mockingbird::recorder {

TEST(Platform, HasOneRowForEachKindOfDeviceOnEachPlatform) {
    std::set<std::pair<Platform, SourceKind>> seen;
    for (const CaptureRoute& route : captureRoutes()) {
        EXPECT_TRUE(seen.emplace(route.platform, route.kind).second);
        EXPECT_EQ(route.backend == Backend::Libavdevice, !route.input.empty());
    }
    for (const Platform platform :
         {Platform::LinuxX11, Platform::LinuxWayland, Platform::Windows, Platform::MacOs}) {
        for (const SourceKind kind : {SourceKind::Screen, SourceKind::Window, SourceKind::Camera,
                                      SourceKind::Microphone, SourceKind::System})
            EXPECT_TRUE(seen.contains({platform, kind}));
        EXPECT_EQ(routeOf(platform, SourceKind::File).backend, Backend::Nobody);
    }
}

TEST(Platform, FillsInTheSourcesId) {
    EXPECT_EQ(routeOf(Platform::Windows, SourceKind::Camera).urlFor("HD Webcam"), "video=HD Webcam");
    EXPECT_EQ(routeOf(Platform::LinuxX11, SourceKind::Camera).urlFor("/dev/video0"), "/dev/video0");
    EXPECT_EQ(routeOf(Platform::Windows, SourceKind::Screen).urlFor("ignored"), "desktop");
}

TEST(Platform, TakesScreensFromThePortalInAWaylandSession) {
    EXPECT_EQ(platformOf({"", "wayland-0", "wayland", ":0"}), Platform::LinuxWayland);
    EXPECT_EQ(platformOf({"", "wayland-0", "", ""}), Platform::LinuxWayland);
    // A nested compositor in an X session.
    EXPECT_EQ(platformOf({"", "wayland-0", "x11", ":0"}), Platform::LinuxX11);
    EXPECT_EQ(platformOf({"", "", "wayland", ":0"}), Platform::LinuxX11);
    EXPECT_EQ(platformOf({"", "", "", ":0"}), Platform::LinuxX11);
    EXPECT_EQ(platformOf({"x11", "wayland-0", "wayland", ""}), Platform::LinuxX11);
    EXPECT_EQ(platformOf({"portal", "", "x11", ":0"}), Platform::LinuxWayland);
}

} // namespace mockingbird::recorder
