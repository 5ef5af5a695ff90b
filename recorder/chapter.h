// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

#include <optional>
#include <string>

namespace mockingbird::recorder {

/// A mark inside the file that any player shows: a question, from its start to its end, or a bookmark, which
/// is at a moment.
struct Chapter {
    MediaTime start;
    std::optional<MediaTime> end; ///< none: up to the next chapter that has an end, or the file's end
    std::string title;
};

} // namespace mockingbird::recorder
