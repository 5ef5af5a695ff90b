// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace mockingbird::recorder {

/// What is wrong with a source just now. Each is told within five seconds of its beginning.
enum class Trouble {
    Silent,   ///< sound below -60 dBFS
    Black,    ///< a picture without light in any part
    Frozen,   ///< a camera's picture that does not change by a single sample; screens may stand still
    Clipping, ///< sound at full scale
    Stalled,  ///< nothing comes, though the device is there
    Lost,     ///< the device is gone; it is looked for, and goes on in its track when it comes back
};

/// How long it has lasted when it is told: short enough to act on, long enough not to be a false alarm.
[[nodiscard]] constexpr std::chrono::milliseconds toldAfter(Trouble trouble) {
    using namespace std::chrono_literals;
    switch (trouble) {
    case Trouble::Silent:
    case Trouble::Black:
    case Trouble::Frozen:
        return 4s;
    case Trouble::Clipping:
        return 300ms;
    case Trouble::Stalled:
        return 2500ms; // longer than a busy machine holds a frame back
    case Trouble::Lost:
        return 1s;
    }
    return 0s;
}

} // namespace mockingbird::recorder
