// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/device_list.h"

#include "recorder/capture/desktop_portal.h"
#include "recorder/capture/pipewire_nodes.h"
#include "recorder/capture/pipewire_source.h"
#include "recorder/capture/platform.h"
#include "recorder/capture/sound_server.h"
#include "recorder/capture/x_display.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <linux/videodev2.h>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>

namespace mockingbird::recorder {

namespace {

constexpr int kMostCameras = 10;

std::string sizeText(int width, int height) {
    return std::to_string(width) + "x" + std::to_string(height);
}

/// Which one it is, the desktop asks when it is opened.
void addWhatThePortalShares(std::vector<Device>& devices) {
    for (const SourceKind kind : DesktopPortal::offers()) {
        const bool screen = kind == SourceKind::Screen;
        devices.push_back({{kind, ""}, true, screen ? "A screen" : "A window", screen});
    }
}

void addScreenAndWindows(std::vector<Device>& devices) {
    const auto display = XDisplay::open();
    if (!display.ok())
        return;
    const auto size = display->screenSize();
    const auto monitors = display->monitors();
    const bool several = monitors.size() > 1;
    devices.push_back({{SourceKind::Screen, ""},
                       true,
                       (several ? "All screens (" : "Screen (") + sizeText(size.width, size.height) + ")",
                       !several});
    int number = 0;
    for (const auto& monitor : monitors) {
        if (!several)
            break;
        const std::string part = sizeText(monitor.width, monitor.height);
        devices.push_back(
            {{SourceKind::Screen, part + "+" + std::to_string(monitor.x) + "+" + std::to_string(monitor.y)},
             true,
             "Screen " + std::to_string(++number) + ", " + monitor.name + " (" + part + ")",
             monitor.primary});
    }
    for (const auto& window : display->windows())
        devices.push_back({{SourceKind::Window, std::to_string(window.id)}, true, window.title, false});
}

/// `04f2:b6be` of a USB camera, else empty.
std::string productOf(int number) {
    std::ifstream alias("/sys/class/video4linux/video" + std::to_string(number) + "/device/modalias");
    std::string text; // usb:v04F2pB6BEd...
    constexpr std::size_t kVendor = 5;
    constexpr std::size_t kProduct = 10;
    constexpr std::size_t kDigits = 4;
    if (!std::getline(alias, text) || !text.starts_with("usb:v") || text.size() < kProduct + kDigits)
        return {};
    std::string product = text.substr(kVendor, kDigits) + ":" + text.substr(kProduct, kDigits);
    std::ranges::transform(product, product.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return product;
}

template <std::size_t N>
std::string text(const __u8 (&field)[N]) {
    const auto* begin = reinterpret_cast<const char*>(field);
    return {begin, ::strnlen(begin, N)};
}

/// Opened one by one and not looked up in the folder: PipeWire's cameras, under pw-v4l2, are in no folder.
std::vector<KernelCamera> kernelCameras() {
    std::vector<KernelCamera> cameras;
    for (int i = 0; i < kMostCameras; ++i) {
        const std::string path = "/dev/video" + std::to_string(i);
        const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
        if (descriptor < 0)
            continue;
        v4l2_capability capability{};
        const bool answers = ::ioctl(descriptor, VIDIOC_QUERYCAP, &capability) == 0;
        ::close(descriptor);
        const auto able = (capability.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? capability.device_caps
                                                                                : capability.capabilities;
        if (!answers || (able & V4L2_CAP_VIDEO_CAPTURE) == 0)
            continue;
        cameras.push_back({path, text(capability.card), text(capability.driver), productOf(i)});
    }
    return cameras;
}

void addCameras(std::vector<Device>& devices) {
    const auto kernel = kernelCameras();
    bool first = true;
    const auto add = [&](std::string id, std::string name) {
        devices.push_back({{SourceKind::Camera, std::move(id)}, true, std::move(name), first});
        first = false;
    };
    for (const KernelCamera& camera : kernel)
        add(camera.path, camera.name);
    for (const PipeWireCamera& camera : besides(kernel, pipeWireCameras()))
        add(std::string(kPipeWireCamera) + camera.node, camera.name);
}

void addSounds(std::vector<Device>& devices) {
    const SoundServer server = SoundServer::ask();
    for (const auto& microphone : server.microphones)
        devices.push_back(
            {{SourceKind::Microphone, microphone.id}, false, microphone.name, microphone.isDefault});
    if (!server.systemMonitor.empty())
        devices.push_back({{SourceKind::System, ""}, false, "System sound", true});
}

} // namespace

std::vector<Device> listDevices() {
    std::vector<Device> devices;
    if (routeOf(thisPlatform(), SourceKind::Screen).backend == Backend::Portal)
        addWhatThePortalShares(devices);
    else
        addScreenAndWindows(devices);
    addCameras(devices);
    addSounds(devices);
    return devices;
}

} // namespace mockingbird::recorder
