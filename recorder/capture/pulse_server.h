// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

struct pa_context;
struct pa_mainloop;
struct pa_operation;

namespace mockingbird::recorder {

/// A connection to the sound server: PulseAudio's, or PipeWire's in its place. For one thread, in whose calls
/// of step() everything happens, callbacks as well.
class PulseServer {
public:
    /// DeviceLost where there is none, and at a stop.
    [[nodiscard]] static Result<std::unique_ptr<PulseServer>> connect(std::stop_token stop = {});
    ~PulseServer();
    PulseServer(const PulseServer&) = delete;
    PulseServer& operator=(const PulseServer&) = delete;

    [[nodiscard]] pa_context* context() const { return m_context.get(); }
    /// Waits until something happens and lets the callbacks run. False once the server is gone or a stop was
    /// asked for.
    [[nodiscard]] bool step();
    /// Steps until the operation, which may be null and is freed, has ended; false as step() is.
    bool finish(pa_operation* operation);

private:
    struct FreeLoop {
        void operator()(pa_mainloop* loop) const;
    };
    struct FreeContext {
        void operator()(pa_context* context) const;
    };
    explicit PulseServer(std::stop_token stop);

    std::unique_ptr<pa_mainloop, FreeLoop> m_loop;
    const std::stop_token m_stop;
    /// Ends a wait in step(), from any thread.
    std::optional<std::stop_callback<std::function<void()>>> m_wake;
    std::unique_ptr<pa_context, FreeContext> m_context;
};

} // namespace mockingbird::recorder
