// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/pipewire_nodes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

std::vector<std::string> namesBeside(const std::vector<KernelCamera>& kernel,
                                     const std::vector<PipeWireCamera>& cameras) {
    std::vector<std::string> names;
    for (const auto& camera : besides(kernel, cameras))
        names.push_back(camera.node);
    return names;
}

const std::vector<PipeWireCamera> kCameras{
    {"v4l2_input.a", "HD Webcam", "v4l2:/dev/video0"},
    {"libcamera_input.b", "Built-in Camera", "libcamera:\\_SB_.PCI0.RHUB.HS04-4:1.0-04f2:b6be"},
    {"libcamera_input.c", "Rear Camera", "libcamera:\\_SB_.PC00.LNK1"},
    {"phone", "Phone", ""},
};

} // namespace

TEST(PipeWireNodes, AreAllListedWhereTheKernelHasNoCamera) {
    EXPECT_THAT(namesBeside({}, kCameras),
                testing::ElementsAre("v4l2_input.a", "libcamera_input.b", "libcamera_input.c", "phone"));
}

TEST(PipeWireNodes, LeaveOutWhatTheKernelHas) {
    EXPECT_THAT(namesBeside({{"/dev/video0", "HD Webcam: HD Webcam", "uvcvideo", "04f2:b6be"}}, kCameras),
                testing::ElementsAre("libcamera_input.c", "phone"));
    EXPECT_THAT(namesBeside({{"/dev/video1", "Other", "uvcvideo", "046d:0825"}}, kCameras),
                testing::ElementsAre("v4l2_input.a", "libcamera_input.b", "libcamera_input.c", "phone"));
}

TEST(PipeWireNodes, LeaveOutWhatStandsInForAKernelsCamera) {
    EXPECT_THAT(namesBeside({{"/dev/video0", "Phone", "PipeWire", ""}}, kCameras),
                testing::ElementsAre("v4l2_input.a", "libcamera_input.b", "libcamera_input.c"));
    EXPECT_THAT(namesBeside({{"/dev/video0", "Phone", "uvcvideo", ""}}, kCameras),
                testing::Contains("phone"));
}

} // namespace mockingbird::recorder
