// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/material.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

/// The copies of materials' files in a catalog: `materials/ab/cdef...`, by the SHA-256 of what is in them, so
/// that the same content lies there once. Knows no database; any thread.
class MaterialFolder {
public:
    explicit MaterialFolder(std::filesystem::path catalog);

    /// Told the bytes copied and how many there are; false stops it.
    using Progress = std::function<bool(std::int64_t done, std::int64_t of)>;

    struct Taken {
        MaterialFile file;
        bool fresh = false; ///< it wasn't there before
    };
    /// Copies a file in: written beside, synced, renamed. NotFound, Denied, NoSpace, Io, OutOfRange for more
    /// than `most` bytes, Cancelled; the folder is then as it was.
    [[nodiscard]] Result<Taken> take(const std::filesystem::path& source, std::int64_t most,
                                     const Progress& progress = {}) const;
    /// The same with what is in memory; `name` is what its file is called.
    [[nodiscard]] Result<Taken> takeBytes(std::string_view bytes, const std::string& name) const;

    [[nodiscard]] std::filesystem::path path(const std::string& hash) const;

    enum class State { Whole, Missing, Changed };
    /// Looks whether it is there in its size.
    [[nodiscard]] State glance(const MaterialFile& file) const;
    /// Reads all of it and compares the hash.
    [[nodiscard]] State check(const MaterialFile& file) const;

    /// The bytes, whose hash is right. NotFound where it is missing, Corrupt where it has been changed.
    [[nodiscard]] Result<std::string> read(const MaterialFile& file) const;

    void discard(const std::string& hash) const;
    /// The hashes of all files in it; what is no copy is passed over.
    [[nodiscard]] Result<std::vector<std::string>> hashes() const;

private:
    std::filesystem::path m_root;
};

} // namespace mockingbird::catalog
