// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"
#include "recorder/capture/capture_source.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace mockingbird::recorder {

/// Runs one source in a thread of its own and hands on what it captures. A source that gave frames and then
/// ends or fails is lost: it is made and opened again until it is back, or known to be gone for good. A
/// device whose driver hangs can't hang the program: its thread is left behind with nothing of ours but the
/// source and what makes it.
class CaptureJob {
public:
    /// Makes the source, the same one each time, not opened yet. Called in the job's thread, which may have
    /// to be left behind: it holds nothing that has to outlive the job.
    using Maker = std::function<std::unique_ptr<CaptureSource>()>;
    /// How often a lost source is looked for; none for one that just ends there.
    using LookAgain = std::optional<std::chrono::milliseconds>;

    /// Called in the job's thread; never after stop() has returned.
    struct Listener {
        std::function<void(Captured)> captured;
        /// It is gone, and looked for; the next frame is its return.
        std::function<void(Error)> lost;
        /// Once, and the last: it reached its end (nothing), or failed and is not looked for.
        std::function<void(std::optional<Error>)> ended;
    };

    CaptureJob(Maker make, LookAgain lookAgain, Listener listener);
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
