// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/media/byte_store.h"

#include <filesystem>
#include <memory>

namespace mockingbird::media {

/// A file on the disk. A created one holds the file's lock (flock) until it is destroyed, or its process
/// dies, so that others can tell that it is being written.
class DiskFile final : public ByteStore {
public:
    /// A new file; InvalidArgument where there is one of that name already, NotFound for its folder, Denied,
    /// NoSpace.
    [[nodiscard]] static Result<std::unique_ptr<DiskFile>> create(const std::filesystem::path& file);
    /// NotFound, Denied, Unsupported for a folder or a device.
    [[nodiscard]] static Result<std::unique_ptr<DiskFile>> open(const std::filesystem::path& file);
    ~DiskFile() override;
    DiskFile(const DiskFile&) = delete;
    DiskFile& operator=(const DiskFile&) = delete;

    std::ptrdiff_t readAt(std::int64_t offset, std::span<std::uint8_t> bytes) override;
    std::ptrdiff_t writeAt(std::int64_t offset, std::span<const std::uint8_t> bytes) override;
    std::int64_t size() override;
    int sync() override;
    int reserve(std::int64_t end) override;
    int release() override;

private:
    explicit DiskFile(int descriptor) : m_descriptor(descriptor) {}
    const int m_descriptor;
};

/// Whether some process holds the lock of a DiskFile it created.
[[nodiscard]] bool isLocked(const std::filesystem::path& file);

/// Makes the names in a folder durable: a file just made or renamed is there after a power cut.
Result<void> syncFolder(const std::filesystem::path& folder);

} // namespace mockingbird::media
