// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace mockingbird::recorder {

/// A camera of PipeWire's.
struct PipeWireCamera {
    std::string node; ///< its name, which stays the same from day to day
    std::string name; ///< for people
    std::string path; ///< what it stands for: `v4l2:/dev/video0`, `libcamera:...`; empty for a program's
};

/// A camera that the kernel has, as v4l2 tells it.
struct KernelCamera {
    std::string path; ///< `/dev/video0`
    std::string name;
    std::string driver;
    std::string product; ///< `04f2:b6be` of a USB camera, else empty
};

/// The cameras that PipeWire has now; none without it. Takes some 10 ms, at most 500 ms. Any thread.
[[nodiscard]] std::vector<PipeWireCamera> pipeWireCameras();

/// Those that the kernel doesn't have: the same hardware is listed once.
[[nodiscard]] std::vector<PipeWireCamera> besides(const std::vector<KernelCamera>& kernel,
                                                  std::vector<PipeWireCamera> cameras);

} // namespace mockingbird::recorder
