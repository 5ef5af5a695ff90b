// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

struct pw_core;

namespace mockingbird::recorder {

/// A connection to PipeWire with a loop of its own, which runs in iterate() alone. Belongs to one thread.
class PipeWireConnection {
public:
    /// A node of the server, as far as all may know it.
    struct Node {
        std::uint32_t id = 0;
        std::string name;
        std::string description;
        std::string mediaClass;
        std::string path; ///< what it stands for, such as `v4l2:/dev/video0`
    };

    /// To the session's server, or by a socket that is already connected to it and becomes the connection's.
    /// Unsupported where there is none. A stop ends every wait.
    [[nodiscard]] static Result<std::unique_ptr<PipeWireConnection>>
    open(std::stop_token stop, std::optional<int> remote = std::nullopt);
    ~PipeWireConnection();
    PipeWireConnection(const PipeWireConnection&) = delete;
    PipeWireConnection& operator=(const PipeWireConnection&) = delete;

    [[nodiscard]] pw_core* core() const;
    /// Waits for something to happen and deals with it; for good without a time.
    void iterate(std::optional<std::chrono::milliseconds> atMost);
    /// Lets the server answer all that it was asked until now. DeviceLost after the time or at a lost
    /// connection, Cancelled at a stop.
    Result<void> roundTrip(std::chrono::milliseconds atMost);

    [[nodiscard]] const std::vector<Node>& nodes() const;
    /// Why the connection gives nothing any more.
    [[nodiscard]] const std::optional<Error>& failure() const;

private:
    struct State;
    explicit PipeWireConnection(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace mockingbird::recorder
