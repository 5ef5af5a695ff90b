// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/sound_server.h"

#include "common/media/av_log.h"

extern "C" {
#include <libavdevice/avdevice.h>
}

#include <memory>
#include <mutex>
#include <string_view>

namespace mockingbird::recorder {

namespace {

constexpr std::string_view kMonitor = ".monitor";

struct FreeDeviceList {
    void operator()(AVDeviceInfoList* list) const { avdevice_free_list_devices(&list); }
};
using DeviceListHandle = std::unique_ptr<AVDeviceInfoList, FreeDeviceList>;

DeviceListHandle sources() {
    AVDeviceInfoList* found = nullptr;
    const AVInputFormat* pulse = av_find_input_format("pulse");
    if (pulse == nullptr || avdevice_list_input_sources(pulse, nullptr, nullptr, &found) < 0)
        return nullptr;
    return DeviceListHandle(found);
}

DeviceListHandle sinks() {
    AVDeviceInfoList* found = nullptr;
    const AVOutputFormat* pulse = av_guess_format("pulse", nullptr, nullptr);
    if (pulse == nullptr || avdevice_list_output_sinks(pulse, nullptr, nullptr, &found) < 0)
        return nullptr;
    return DeviceListHandle(found);
}

} // namespace

SoundServer SoundServer::ask() {
    static std::once_flag once;
    std::call_once(once, avdevice_register_all);
    media::routeAvLog();
    SoundServer server;
    bool monitored = false;
    if (const auto list = sources()) {
        for (int i = 0; i < list->nb_devices; ++i) {
            const std::string id = list->devices[i]->device_name;
            // What a loudspeaker plays is the system sound; a microphone hears it only by accident.
            if (id.ends_with(kMonitor))
                monitored = true;
            else
                server.microphones.push_back(
                    {id, list->devices[i]->device_description, i == list->default_device});
        }
    }
    // By its name: for "@DEFAULT_MONITOR@" PipeWire's Pulse server of Debian 12 gives the microphone.
    if (const auto list = monitored ? sinks() : nullptr; list && list->nb_devices > 0) {
        const int chosen = list->default_device >= 0 ? list->default_device : 0;
        server.systemMonitor = list->devices[chosen]->device_name + std::string(kMonitor);
    }
    return server;
}

} // namespace mockingbird::recorder
