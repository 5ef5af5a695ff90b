// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/av_handles.h"
#include "recorder/capture/capture_source.h"
#include "recorder/source_spec.h"
#include "recorder/sync/device_clock.h"
#include "recorder/sync/pace_clock.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace mockingbird::recorder {

/// How libavdevice is asked for a source: one way, and where devices differ the next ones to try.
struct DeviceRequest {
    using Options = std::vector<std::pair<std::string, std::string>>;
    std::string format; ///< libavdevice's name: x11grab, v4l2
    std::string url;
    std::vector<Options> attempts;
};

/// What to ask libavdevice for. InvalidArgument for a part outside of the screen, naming its size; DeviceLost
/// without a display or for a window that isn't there.
[[nodiscard]] Result<DeviceRequest> deviceRequest(const SourceSpec& spec, int framesPerSecond);

/// A screen, window or camera, by libavdevice.
class DeviceSource final : public CaptureSource {
public:
    DeviceSource(SourceSpec spec, int framesPerSecond, std::shared_ptr<PaceClock> pace);
    Result<void> open(std::stop_token stop) override;
    Result<std::optional<Captured>> next(std::stop_token stop) override;
    /// A window that was closed: its number is given to another one.
    [[nodiscard]] bool goneForGood() const override { return m_goneForGood; }

private:
    Result<void> openInput(const DeviceRequest& request);
    Result<void> openDecoder();
    /// Whether its pictures lie in memory that goes when the device is closed.
    [[nodiscard]] bool lendsItsMemory() const;
    [[nodiscard]] Error lost(int result) const;
    static int interrupted(void* self);

    const SourceSpec m_spec;
    const int m_framesPerSecond;
    const std::shared_ptr<PaceClock> m_pace;
    std::stop_token m_stop;
    media::AvInputContext m_input;
    media::AvCodecContext m_decoder;
    media::AvPacket m_packet;
    int m_stream = -1;
    bool m_goneForGood = false;
    DeviceClock m_clock;
};

} // namespace mockingbird::recorder
