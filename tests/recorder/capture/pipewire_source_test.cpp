// SPDX-License-Identifier: GPL-3.0-or-later
// Among the devices of tests/support/device_lab.
#include "recorder/capture/pipewire_source.h"

#include "recorder/capture/device_list.h"
#include "recorder/capture/pipewire_connection.h"
#include "recorder/capture/pipewire_nodes.h"
#include "tests/e2e/child_process.h"
#include "tests/support/fake_portal.h"
#include "tests/support/wait_until.h"

#include <algorithm>
#include <cstdlib>
#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <thread>

namespace mockingbird::recorder {

namespace {

using test::waitUntil;

std::string labCamera() {
    const char* name = std::getenv("LAB_PIPEWIRE_CAMERA");
    return name == nullptr ? "outside-of-the-lab" : name;
}

SourceSpec camera(const std::string& node) {
    return {SourceKind::Camera, std::string(kPipeWireCamera) + node};
}

/// Another camera, which can be taken away.
test::ChildProcess plugIn(const std::string& node, const std::string& caps) {
    return test::ChildProcess({"gst-launch-1.0", "-q", "videotestsrc", "is-live=true", "!", caps, "!",
                               "pipewiresink", "mode=provide",
                               "stream-properties=props,media.class=Video/Source,node.name=" + node});
}

bool isListed(const std::string& node) {
    return std::ranges::any_of(pipeWireCameras(),
                               [&](const PipeWireCamera& one) { return one.node == node; });
}

/// Pictures until one fails, ends, or there are enough.
Result<std::vector<Captured>> capture(PipeWireSource& source, std::size_t count) {
    std::vector<Captured> all;
    while (all.size() < count) {
        auto next = TRY(source.next({}));
        if (!next)
            break;
        all.push_back(std::move(*next));
    }
    return all;
}

/// Of a packed 4:2:2 picture.
std::string contentOf(const AVFrame& frame) {
    std::string content;
    for (int y = 0; y < frame.height; ++y)
        content.append(reinterpret_cast<const char*>(frame.data[0] + y * frame.linesize[0]),
                       static_cast<std::size_t>(frame.width) * 2);
    return content;
}

} // namespace

TEST(PipeWireSource, RecordsACameraThatMoves) {
    PipeWireSource source(camera(labCamera()), 30);
    ASSERT_TRUE(source.open({}).ok());
    const auto captured = capture(source, 30);
    ASSERT_TRUE(captured.ok()) << captured.error().detail;
    ASSERT_EQ(captured->size(), 30U);
    std::set<std::string> different;
    for (std::size_t i = 0; i < captured->size(); ++i) {
        const AVFrame& frame = *(*captured)[i].frame;
        EXPECT_EQ(frame.width, 640);
        EXPECT_EQ(frame.height, 480);
        EXPECT_EQ(frame.format, AV_PIX_FMT_YUYV422);
        different.insert(contentOf(frame));
        if (i > 0) {
            EXPECT_GT((*captured)[i].at, (*captured)[i - 1].at);
        }
    }
    EXPECT_GT(different.size(), 20U);
    EXPECT_LE(captured->back().at, std::chrono::steady_clock::now());
}

TEST(PipeWireSource, IsAmongTheDevices) {
    const auto devices = listDevices();
    const auto found = std::ranges::find(devices, camera(labCamera()), &Device::source);
    ASSERT_NE(found, devices.end());
    EXPECT_EQ(found->name, "Camera");
    EXPECT_TRUE(found->video);
}

TEST(PipeWireSource, SaysThatACameraIsNotThere) {
    PipeWireSource source(camera("no_such_camera"), 30);
    const auto opened = source.open({});
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, ErrorCode::DeviceLost);
    EXPECT_NE(opened.error().detail.find("camera:pipewire:no_such_camera"), std::string::npos);
}

TEST(PipeWireSource, IsLostWhenTheCameraGoesAwayAndTakesNoOther) {
    auto plugged = plugIn("going_camera", "video/x-raw,format=I420,width=320,height=240,framerate=30/1");
    ASSERT_TRUE(waitUntil([] { return isListed("going_camera"); })) << plugged.errors();
    PipeWireSource source(camera("going_camera"), 30);
    ASSERT_TRUE(source.open({}).ok());
    const auto captured = capture(source, 3);
    ASSERT_TRUE(captured.ok()) << captured.error().detail;
    EXPECT_EQ(captured->front().frame->width, 320);
    EXPECT_EQ(captured->front().frame->format, AV_PIX_FMT_YUV420P);

    plugged.signal(SIGKILL);
    const auto rest = capture(source, 1000);
    ASSERT_FALSE(rest.ok());
    EXPECT_EQ(rest.error().code, ErrorCode::DeviceLost);
}

TEST(PipeWireSource, ReturnsAtAStopWhileNothingComes) {
    // A picture every hundred seconds.
    auto plugged = plugIn("slow_camera", "video/x-raw,format=YUY2,width=320,height=240,framerate=1/100");
    ASSERT_TRUE(waitUntil([] { return isListed("slow_camera"); })) << plugged.errors();
    std::promise<bool> ended;
    auto result = ended.get_future();
    std::jthread thread([&](std::stop_token stop) {
        PipeWireSource source(camera("slow_camera"), 30);
        bool well = source.open(stop).ok();
        while (well) {
            const auto next = source.next(stop);
            well = next.ok();
            if (well && !next->has_value())
                break;
        }
        ended.set_value(well);
    });
    EXPECT_EQ(result.wait_for(std::chrono::milliseconds(300)), std::future_status::timeout);
    thread.request_stop();
    ASSERT_EQ(result.wait_for(std::chrono::seconds(10)), std::future_status::ready);
    EXPECT_TRUE(result.get());
}

TEST(PipeWireSource, IsUnsupportedWithoutAServer) {
    ::setenv("PIPEWIRE_REMOTE", "no-such-server", 1);
    PipeWireSource source(camera(labCamera()), 30);
    const auto opened = source.open({});
    EXPECT_TRUE(pipeWireCameras().empty());
    ::unsetenv("PIPEWIRE_REMOTE");
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, ErrorCode::Unsupported);
}

TEST(PipeWireSource, IsDeniedWhenTheSharingIsEndedAndStaysSo) {
    auto plugged = plugIn("shared_window", "video/x-raw,format=BGRx,width=322,height=241,framerate=30/1");
    ASSERT_TRUE(waitUntil([] { return isListed("shared_window"); })) << plugged.errors();
    std::uint32_t node = 0;
    {
        const auto connection = PipeWireConnection::open({});
        ASSERT_TRUE(connection.ok() && (*connection)->roundTrip(std::chrono::seconds(5)).ok());
        for (const auto& one : (*connection)->nodes())
            node = one.name == "shared_window" ? one.id : node;
    }
    const test::PrivateBus bus;
    ::setenv("DBUS_SESSION_BUS_ADDRESS", bus.address().c_str(), 1);
    test::FakePortal portal(bus);
    portal.give(node, std::string(std::getenv("XDG_RUNTIME_DIR")) + "/pipewire-0");
    const std::stop_source running;
    PipeWireSource source({SourceKind::Window, ""}, 30);
    const auto opened = source.open(running.get_token());
    ASSERT_TRUE(opened.ok()) << opened.error().detail;
    const auto captured = capture(source, 5);
    ASSERT_TRUE(captured.ok()) << captured.error().detail;
    // Of an odd size, as windows are.
    EXPECT_EQ(captured->front().frame->width, 322);
    EXPECT_EQ(captured->front().frame->height, 240);

    portal.endSharing();
    plugged.signal(SIGKILL);
    const auto rest = capture(source, 1000);
    ASSERT_FALSE(rest.ok());
    EXPECT_EQ(rest.error().code, ErrorCode::Denied);
    // Looked for again, as what is lost is, it isn't asked about again.
    PipeWireSource again({SourceKind::Window, ""}, 30);
    const auto reopened = again.open(running.get_token());
    ASSERT_FALSE(reopened.ok());
    EXPECT_EQ(reopened.error().code, ErrorCode::Denied);
    EXPECT_EQ(portal.asked().size(), 1U);
}

} // namespace mockingbird::recorder
