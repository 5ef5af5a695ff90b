// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/capture/capture_source.h"
#include "recorder/capture/pulse_server.h"
#include "recorder/source_spec.h"
#include "recorder/sync/sample_clock.h"

#include <cstdint>
#include <memory>
#include <string>

struct pa_stream;

namespace mockingbird::recorder {

/// A microphone, bound to it by its name, or what the default loudspeaker plays. Never another one: when the
/// device goes, is suspended, or another loudspeaker becomes the default, it fails with DeviceLost.
class PulseSource final : public CaptureSource {
public:
    explicit PulseSource(SourceSpec spec);
    ~PulseSource() override;
    Result<void> open(std::stop_token stop) override;
    Result<std::optional<Captured>> next(std::stop_token stop) override;

private:
    struct FreeStream {
        void operator()(pa_stream* stream) const;
    };
    [[nodiscard]] Error lost(const std::string& how) const;
    [[nodiscard]] std::string wantedDevice();
    Result<void> record(const std::string& device);
    void watchStream();
    void watchServer();
    /// What the server has for us; a frame without samples where that is nothing to hand on.
    Result<media::AvFrame> take();
    void askForTiming();
    void measure();
    void checkLoudspeaker();

    const SourceSpec m_spec;
    std::unique_ptr<PulseServer> m_server;
    std::unique_ptr<pa_stream, FreeStream> m_stream; ///< before the server, which it belongs to
    std::string m_device;
    std::uint32_t m_index = 0; ///< of the device
    std::string m_lost;        ///< how it was lost; empty while it is there
    bool m_serverChanged = false;
    bool m_asked = false;        ///< for the timing
    std::int64_t m_position = 0; ///< of the sample that is read next
    std::int64_t m_pieces = 0;
    SampleClock m_clock;
};

} // namespace mockingbird::recorder
