// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <filesystem>
#include <utility>

namespace mockingbird::recorder {

/// Held from before the catalog learns of a recording until its file is there and locked, and while another
/// program looks for recordings that were cut off: so it can't take one that is just beginning for lost. A
/// file lock in the catalog's folder, gone with the process.
class FilingLock {
public:
    /// Waits while another holds it, which is for milliseconds.
    [[nodiscard]] static Result<FilingLock> take(const std::filesystem::path& catalogFolder);
    ~FilingLock();
    FilingLock(FilingLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    FilingLock(const FilingLock&) = delete;
    FilingLock& operator=(const FilingLock&) = delete;

private:
    explicit FilingLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace mockingbird::recorder
