// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"
#include "recorder/capture/capture_source.h"

#include <functional>
#include <memory>
#include <optional>

namespace mockingbird::recorder {

/// Runs one source in a thread of its own and hands on what it captures. A device whose driver hangs can't
/// hang the program: its thread is left behind with nothing of ours but the source.
class CaptureJob {
public:
    /// Called in the job's thread; never after stop() has returned.
    struct Listener {
        std::function<void(Captured)> captured;
        /// Once: it reached its end (nothing) or failed.
        std::function<void(std::optional<Error>)> ended;
    };

    CaptureJob(std::unique_ptr<CaptureSource> source, Listener listener);
    ~CaptureJob();
    CaptureJob(const CaptureJob&) = delete;
    CaptureJob& operator=(const CaptureJob&) = delete;

    /// Ends it; a listener that blocks must be woken before. Any thread, any number of times.
    void stop();

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace mockingbird::recorder
