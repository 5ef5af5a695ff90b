// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/sound_server.h"

#include "recorder/capture/pulse_server.h"

#include <pulse/introspect.h>

namespace mockingbird::recorder {

namespace {

std::string textOf(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

struct Answer {
    std::string defaultSource;
    std::string defaultSink;
    SoundServer server;
};

} // namespace

SoundServer SoundServer::ask() {
    const auto server = PulseServer::connect();
    return server.ok() ? ask(**server) : SoundServer{};
}

SoundServer SoundServer::ask(PulseServer& server) {
    Answer answer;
    server.finish(pa_context_get_server_info(
        server.context(),
        [](pa_context*, const pa_server_info* info, void* to) {
            if (info == nullptr)
                return;
            static_cast<Answer*>(to)->defaultSource = textOf(info->default_source_name);
            static_cast<Answer*>(to)->defaultSink = textOf(info->default_sink_name);
        },
        &answer));
    server.finish(pa_context_get_source_info_list(
        server.context(),
        [](pa_context*, const pa_source_info* info, int end, void* to) {
            // What a loudspeaker plays is the system sound; a microphone hears it only by accident.
            if (end != 0 || info == nullptr || info->monitor_of_sink != PA_INVALID_INDEX)
                return;
            Answer& into = *static_cast<Answer*>(to);
            const std::string id = textOf(info->name);
            into.server.microphones.push_back({id, textOf(info->description), id == into.defaultSource});
        },
        &answer));
    // By its name: for "@DEFAULT_MONITOR@" PipeWire's Pulse server of Debian 12 gives the microphone.
    server.finish(pa_context_get_sink_info_by_name(
        server.context(), answer.defaultSink.c_str(),
        [](pa_context*, const pa_sink_info* info, int end, void* to) {
            if (end == 0 && info != nullptr)
                static_cast<Answer*>(to)->server.systemMonitor = textOf(info->monitor_source_name);
        },
        &answer));
    return std::move(answer.server);
}

} // namespace mockingbird::recorder
