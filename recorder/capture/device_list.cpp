// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/device_list.h"

#include "recorder/capture/sound_server.h"
#include "recorder/capture/x_display.h"

#include <fcntl.h>
#include <linux/videodev2.h>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>

namespace mockingbird::recorder {

namespace {

constexpr int kMostCameras = 10;

void addScreenAndWindows(std::vector<Device>& devices) {
    const auto display = XDisplay::open();
    if (!display.ok())
        return;
    const auto size = display->screenSize();
    devices.push_back({{SourceKind::Screen, ""},
                       true,
                       "Screen (" + std::to_string(size.width) + "x" + std::to_string(size.height) + ")",
                       true});
    for (const auto& window : display->windows())
        devices.push_back({{SourceKind::Window, std::to_string(window.id)}, true, window.title, false});
}

/// Opened one by one and not looked up in the folder: PipeWire's cameras, under pw-v4l2, are in no folder.
void addCameras(std::vector<Device>& devices) {
    bool first = true;
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
        devices.push_back(
            {{SourceKind::Camera, path}, true, reinterpret_cast<const char*>(capability.card), first});
        first = false;
    }
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
    addScreenAndWindows(devices);
    addCameras(devices);
    addSounds(devices);
    return devices;
}

} // namespace mockingbird::recorder
