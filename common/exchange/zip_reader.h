// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::exchange {

/// From where on an archive is refused. What is inflated is counted as it comes, whatever the headers say.
struct ZipLimits {
    std::size_t entries = 2'000;
    std::int64_t bytes = 8LL << 30;   ///< inflated, of all that was read from it
    std::int64_t ratio = 200;         ///< inflated bytes for each of the archive's own
    std::int64_t freely = 16LL << 20; ///< inflated bytes from which on the ratio counts
};

/// Reads a zip that somebody brings. It never writes a file, so no name in it can lead anywhere. One thread.
class ZipReader {
public:
    /// Corrupt for what is no zip, or a damaged one. InvalidArgument, naming the entry, for one that is
    /// encrypted, a link or a device, packed by a method that isn't read, there twice, or named with a path
    /// that leads out of the archive; and for too many entries. NotFound, Denied, Io.
    [[nodiscard]] static Result<ZipReader> open(const std::filesystem::path& file,
                                                const ZipLimits& limits = {});
    /// The same of bytes, which have to outlive it.
    [[nodiscard]] static Result<ZipReader> openBytes(std::string_view bytes, const ZipLimits& limits = {});
    ~ZipReader();
    ZipReader(ZipReader&&) noexcept;
    ZipReader& operator=(ZipReader&&) noexcept;

    /// The names of its files, without folders, in the archive's order.
    [[nodiscard]] const std::vector<std::string>& names() const;
    [[nodiscard]] bool has(std::string_view name) const;

    using Sink = std::function<Result<void>(std::string_view bytes)>;
    /// Inflates a file piece by piece; a failure of the sink ends it. NotFound; Corrupt where it is damaged;
    /// InvalidArgument where it exceeds `most`, or all that was read a limit.
    Result<void> read(std::string_view name, std::int64_t most, const Sink& sink);
    [[nodiscard]] Result<std::string> readAll(std::string_view name, std::int64_t most);

private:
    struct Archive;
    explicit ZipReader(std::unique_ptr<Archive> archive);
    std::unique_ptr<Archive> m_archive;
};

} // namespace mockingbird::exchange
