// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace mockingbird::media {

/// Where the bytes of one media file lie. What MediaFile reads and writes through: a DiskFile, in tests one
/// that fails after so many bytes. Answers are those of the system calls, with -errno for a failure; they may
/// be short.
class ByteStore {
public:
    virtual ~ByteStore() = default;

    /// 0 at the end.
    [[nodiscard]] virtual std::ptrdiff_t readAt(std::int64_t offset, std::span<std::uint8_t> bytes) = 0;
    [[nodiscard]] virtual std::ptrdiff_t writeAt(std::int64_t offset,
                                                 std::span<const std::uint8_t> bytes) = 0;
    [[nodiscard]] virtual std::int64_t size() = 0;
    /// Returns once what was written is on the disk.
    [[nodiscard]] virtual int sync() = 0;
    /// Takes the disk's room up to `end` without making it part of the file; a store that can't needn't.
    [[nodiscard]] virtual int reserve(std::int64_t end) = 0;
    /// Gives back what was reserved past the file's end.
    [[nodiscard]] virtual int release() = 0;
};

} // namespace mockingbird::media
