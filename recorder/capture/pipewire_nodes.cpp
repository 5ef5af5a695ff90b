// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/pipewire_nodes.h"

#include "recorder/capture/pipewire_connection.h"

#include <algorithm>
#include <string_view>

namespace mockingbird::recorder {

namespace {

constexpr auto kListWithin = std::chrono::milliseconds(500);
/// What pw-v4l2 says, which shows PipeWire's cameras to programs that know v4l2 alone.
constexpr std::string_view kStandIn = "PipeWire";

bool same(const KernelCamera& kernel, const PipeWireCamera& camera) {
    // Its numbers are its own.
    if (kernel.driver == kStandIn)
        return kernel.name == camera.name;
    if (camera.path == "v4l2:" + kernel.path)
        return true;
    // libcamera names a USB camera by its place and its product.
    return !kernel.product.empty() && camera.path.starts_with("libcamera:") &&
           camera.path.ends_with(kernel.product);
}

} // namespace

std::vector<PipeWireCamera> pipeWireCameras() {
    std::vector<PipeWireCamera> cameras;
    const auto connection = PipeWireConnection::open({});
    if (!connection.ok() || !(*connection)->roundTrip(kListWithin).ok())
        return cameras;
    for (const auto& node : (*connection)->nodes()) {
        if (node.mediaClass == "Video/Source" && !node.name.empty())
            cameras.push_back(
                {node.name, node.description.empty() ? node.name : node.description, node.path});
    }
    return cameras;
}

std::vector<PipeWireCamera> besides(const std::vector<KernelCamera>& kernel,
                                    std::vector<PipeWireCamera> cameras) {
    std::erase_if(cameras, [&](const PipeWireCamera& camera) {
        return std::ranges::any_of(kernel, [&](const KernelCamera& one) { return same(one, camera); });
    });
    return cameras;
}

} // namespace mockingbird::recorder
