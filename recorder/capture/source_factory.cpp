// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/source_factory.h"

#include "recorder/capture/device_list.h"
#include "recorder/capture/device_source.h"
#include "recorder/capture/file_source.h"
#include "recorder/capture/pipewire_source.h"
#include "recorder/capture/platform.h"
#include "recorder/capture/pulse_source.h"
#include "recorder/capture/test_picture_source.h"
#include "recorder/capture/test_sound_source.h"

#include <filesystem>

namespace mockingbird::recorder {

namespace {

bool fromPortal(const SourceSpec& spec) {
    return routeOf(thisPlatform(), spec.kind).backend == Backend::Portal;
}

bool fromPipeWire(const SourceSpec& spec) {
    return fromPortal(spec) ||
           (spec.kind == SourceKind::Camera && spec.parameter.starts_with(kPipeWireCamera));
}

} // namespace

std::unique_ptr<CaptureSource> makeSource(const SourceRequest& request, std::shared_ptr<PaceClock> clock) {
    switch (request.spec.kind) {
    case SourceKind::Test:
        if (request.video)
            return std::make_unique<TestPictureSource>(std::move(clock), request.framesPerSecond);
        return std::make_unique<TestSoundSource>(std::move(clock), request.index);
    case SourceKind::File:
        return std::make_unique<FileSource>(
            request.spec.parameter, request.video ? FileSource::Stream::Picture : FileSource::Stream::Sound,
            std::move(clock));
    case SourceKind::Microphone:
    case SourceKind::System:
        return std::make_unique<PulseSource>(request.spec);
    default:
        if (fromPipeWire(request.spec))
            return std::make_unique<PipeWireSource>(request.spec, request.framesPerSecond);
        return std::make_unique<DeviceSource>(request.spec, request.framesPerSecond, std::move(clock));
    }
}

std::chrono::seconds firstFrameWithin(const SourceSpec& spec) {
    return fromPortal(spec) ? std::chrono::seconds(120) : std::chrono::seconds(5);
}

std::string nameOf(const SourceRequest& request) {
    switch (request.spec.kind) {
    case SourceKind::Test:
        return request.video ? "Test picture" : "Test sound";
    case SourceKind::File:
        return std::filesystem::path(request.spec.parameter).filename().string();
    case SourceKind::Screen:
        return request.spec.parameter.empty() ? "Screen" : "Part of the screen";
    case SourceKind::Window:
        if (request.spec.parameter.empty())
            return "Window";
        break;
    case SourceKind::System:
        return "System sound";
    default:
        break;
    }
    for (const Device& device : listDevices()) {
        if (device.source == request.spec)
            return device.name;
    }
    return request.spec.parameter;
}

} // namespace mockingbird::recorder
