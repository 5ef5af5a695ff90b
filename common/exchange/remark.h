// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace mockingbird::exchange {

/// Something about a file that its reader should know: what is taken otherwise than it stands there, and
/// where the rest is kept.
struct Remark {
    std::size_t line = 0; ///< of the file, from 1; 0 where it concerns all of it
    std::string text;     ///< a sentence

    bool operator==(const Remark&) const = default;
};

/// `Line 3: ...`, or the text alone.
[[nodiscard]] inline std::string toString(const Remark& remark) {
    return remark.line == 0 ? remark.text : "Line " + std::to_string(remark.line) + ": " + remark.text;
}

/// What goes out, and what whoever hands it on should know.
struct Exported {
    std::string bytes;
    std::vector<Remark> remarks;
};

} // namespace mockingbird::exchange
