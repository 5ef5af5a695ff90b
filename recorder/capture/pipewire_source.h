// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/capture/capture_source.h"
#include "recorder/source_spec.h"

#include <memory>
#include <string_view>

namespace mockingbird::recorder {

/// What a camera's id begins with when it is PipeWire's; its node's name follows.
inline constexpr std::string_view kPipeWireCamera = "pipewire:";

/// Pictures from PipeWire: a camera by its node's name, or a screen or window that the desktop's portal
/// shares after it has asked the person. Lives in its CaptureJob's thread, where PipeWire's loop runs too,
/// within next() alone; a stop ends every wait.
///
/// A compositor sends a picture only when something on it changes. Between two of them the last one stands
/// and is handed on again five times a second; more than `framesPerSecond` are thinned out, the newest kept.
/// A camera's pictures are handed on as they come, so one that stalls is seen to stall.
///
/// A node that goes away is DeviceLost, and is never replaced by another one.
class PipeWireSource final : public CaptureSource {
public:
    PipeWireSource(SourceSpec spec, int framesPerSecond);
    ~PipeWireSource() override;
    /// DeviceLost for a camera that isn't there; Unsupported without PipeWire or portal; Denied where the
    /// person doesn't share. Waits for the person as long as it takes.
    Result<void> open(std::stop_token stop) override;
    /// InvalidArgument for a part that the shared screen doesn't have.
    Result<std::optional<Captured>> next(std::stop_token stop) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace mockingbird::recorder
