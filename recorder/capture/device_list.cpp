// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/device_list.h"

#include "common/media/av_handles.h"
#include "common/media/av_log.h"
#include "recorder/capture/x_display.h"

extern "C" {
#include <libavdevice/avdevice.h>
}

#include <algorithm>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <mutex>
#include <string_view>
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

struct FreeDeviceList {
    void operator()(AVDeviceInfoList* list) const { avdevice_free_list_devices(&list); }
};

void addSounds(std::vector<Device>& devices) {
    AVDeviceInfoList* found = nullptr;
    const AVInputFormat* pulse = av_find_input_format("pulse");
    if (pulse == nullptr || avdevice_list_input_sources(pulse, nullptr, nullptr, &found) < 0 ||
        found == nullptr)
        return;
    const std::unique_ptr<AVDeviceInfoList, FreeDeviceList> list(found);
    bool speakers = false;
    for (int i = 0; i < list->nb_devices; ++i) {
        const std::string name = list->devices[i]->device_name;
        const std::string description = list->devices[i]->device_description;
        // What a loudspeaker plays is the system sound; a microphone hears it only by accident.
        if (name.ends_with(".monitor")) {
            speakers = true;
            continue;
        }
        devices.push_back({{SourceKind::Microphone, name}, false, description, i == list->default_device});
    }
    if (speakers)
        devices.push_back({{SourceKind::System, ""}, false, "System sound", true});
}

} // namespace

std::vector<Device> listDevices() {
    static std::once_flag once;
    std::call_once(once, avdevice_register_all);
    media::routeAvLog();
    std::vector<Device> devices;
    addScreenAndWindows(devices);
    addCameras(devices);
    addSounds(devices);
    return devices;
}

} // namespace mockingbird::recorder
