// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace mockingbird::recorder {

class PulseServer;

/// What the sound server has to record. Empty without one.
struct SoundServer {
    struct Source {
        std::string id;
        std::string name; ///< for people
        bool isDefault = false;
    };
    std::vector<Source> microphones;
    /// What the default loudspeaker plays; empty where there is none.
    std::string systemMonitor;

    /// Asks it. Any thread.
    [[nodiscard]] static SoundServer ask();
    /// The same over a connection that is there, in its thread.
    [[nodiscard]] static SoundServer ask(PulseServer& server);
};

} // namespace mockingbird::recorder
