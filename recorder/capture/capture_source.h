// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/media/av_handles.h"
#include "recorder/sync/running_clock.h"

#include <optional>
#include <stop_token>

namespace mockingbird::recorder {

/// A decoded picture or piece of sound, and when it was captured (of sound: its first sample).
struct Captured {
    media::AvFrame frame;
    SteadyTime at;
};

/// Something that pictures or sound come from. Lives in the thread of its CaptureJob, which may block in it.
class CaptureSource {
public:
    virtual ~CaptureSource() = default;
    /// Once, before next(). DeviceLost, with the source's text in the detail, where it can't be had.
    virtual Result<void> open(std::stop_token stop) = 0;
    /// Waits for the next frame; nullopt at the end, and at a stop.
    [[nodiscard]] virtual Result<std::optional<Captured>> next(std::stop_token stop) = 0;
    /// After an open() that failed: whether what has this name from now on is something else.
    [[nodiscard]] virtual bool goneForGood() const { return false; }
};

} // namespace mockingbird::recorder
