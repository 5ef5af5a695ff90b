// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace mockingbird::recorder {

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
};

} // namespace mockingbird::recorder
