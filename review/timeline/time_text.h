// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

#include <QString>
#include <optional>

namespace mockingbird::review {

/// To the tenth of a second, such as `0:12.3`: what a note's time is read at.
[[nodiscard]] QString preciseTime(MediaTime time);
/// A moment, or a range such as `0:12.3 – 0:15.0`.
[[nodiscard]] QString momentText(MediaTime at, const std::optional<MediaTime>& until);
/// In words, for screen readers: `1 minute 3 seconds`.
[[nodiscard]] QString spokenTime(MediaTime time);

} // namespace mockingbird::review
