// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "recorder/source_spec.h"

#include <string>
#include <vector>

namespace mockingbird::recorder {

/// Something that can be recorded on this machine now.
struct Device {
    SourceSpec source; ///< what `record` takes
    bool video = false;
    std::string name; ///< what the system calls it
    bool isDefault = false;
};

/// Screens, windows, cameras, microphones and the system sound. What a missing display or sound server hides
/// is just not there. Takes up to some 100 ms. Any thread.
[[nodiscard]] std::vector<Device> listDevices();

} // namespace mockingbird::recorder
