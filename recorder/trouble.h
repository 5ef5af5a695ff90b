// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace mockingbird::recorder
