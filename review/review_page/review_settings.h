// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace mockingbird::review {

/// How somebody likes to review; remembered on this computer.
struct ReviewSettings {
    static constexpr std::chrono::milliseconds kLongest{10'000}; ///< of either

    /// A note begun while the recording plays is for what was shown this long before.
    std::chrono::milliseconds reactionTime{800};
    /// How long before its moment a note begins to play.
    std::chrono::milliseconds leadIn{3'000};

    [[nodiscard]] static ReviewSettings load();
    void save() const;
};

} // namespace mockingbird::review
