// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <thread>

namespace mockingbird::bench {

/// Keeps the display busy the way a call does: a picture of 1280x720 in which half changes 30 times a second,
/// over a still desktop. Runs in its own thread until it is destroyed.
class MovingScreen {
public:
    MovingScreen();

private:
    std::jthread m_thread;
};

} // namespace mockingbird::bench
