// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/capture/capture_source.h"
#include "recorder/source_spec.h"
#include "recorder/sync/pace_clock.h"

#include <chrono>
#include <memory>
#include <string>

namespace mockingbird::recorder {

/// Which source of a recorder is wanted.
struct SourceRequest {
    SourceSpec spec;
    bool video = false;
    int index = 0; ///< among the recorder's sources of its kind
    int framesPerSecond = 30;
};

/// The source for a request, not opened yet. Sources without a device play by `clock`.
[[nodiscard]] std::unique_ptr<CaptureSource> makeSource(const SourceRequest& request,
                                                        std::shared_ptr<PaceClock> clock);

/// How long its first frame may take: 5 s, and two minutes where the desktop asks the person about it first.
[[nodiscard]] std::chrono::seconds firstFrameWithin(const SourceSpec& spec);

/// What people call a source, such as the name that the system has for a microphone.
[[nodiscard]] std::string nameOf(const SourceRequest& request);

} // namespace mockingbird::recorder
