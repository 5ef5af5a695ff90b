// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace mockingbird::exchange {

/// One file of an archive: bytes, or a copy of a file on the disk.
struct ZipEntry {
    enum class Packing { Deflate, Store };
    std::string name;
    std::string bytes = {};
    std::filesystem::path file = {}; ///< in place of the bytes, where it isn't empty
    Packing packing = Packing::Deflate;
};

/// Told how far it is, from 0 to 1; false stops it.
using ZipProgress = std::function<bool(double)>;

/// Writes a zip that is there whole or not at all, as writeWholeFile() does. The same entries make the same
/// bytes. Fails as that, and with Cancelled.
Result<void> writeZip(const std::filesystem::path& file, const std::vector<ZipEntry>& entries,
                      const ZipProgress& progress = {});

} // namespace mockingbird::exchange
