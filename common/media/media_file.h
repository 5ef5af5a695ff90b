// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/media/byte_store.h"
#include "common/threading/guarded.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

struct AVIOContext;

namespace mockingbird::media {

/// The one way by which media is read and written: an AVIOContext over a ByteStore. It completes short writes
/// and keeps the first failure, which FFmpeg's muxers swallow. For one thread, but for failure() and bytes().
/// Must outlive the AVFormatContext that uses it.
class MediaFile {
public:
    /// A new file for writing, locked while this object lives; errors as DiskFile::create.
    [[nodiscard]] static Result<std::unique_ptr<MediaFile>> create(const std::filesystem::path& file);
    [[nodiscard]] static Result<std::unique_ptr<MediaFile>> open(const std::filesystem::path& file);
    enum class Access { Read, Write };
    /// Over any store; `name` is what errors call it.
    [[nodiscard]] static std::unique_ptr<MediaFile> over(std::unique_ptr<ByteStore> store, Access access,
                                                         std::string name);
    ~MediaFile();
    MediaFile(const MediaFile&) = delete;
    MediaFile& operator=(const MediaFile&) = delete;

    /// What goes into AVFormatContext::pb, with AVFMT_FLAG_CUSTOM_IO. Stays ours.
    [[nodiscard]] AVIOContext* io() { return m_io; }

    /// Hands FFmpeg's buffer to the store and waits until all of it is on the disk.
    Result<void> sync();
    /// Hands FFmpeg's buffer to the store.
    Result<void> flush();

    /// Sees to it that at least so many bytes more can be written, so that a disk that fills up leaves room
    /// for an index. NoSpace is no failure of the file yet: writing goes on with what is left.
    Result<void> keepRoom(std::int64_t bytes);
    /// Gives back what keepRoom() took and was not written.
    Result<void> releaseRoom();

    /// The first failure of a read, write or sync; it stays, and nothing is written after it. Any thread.
    [[nodiscard]] std::optional<Error> failure() const { return m_failure.copy(); }
    /// The size: of the file read, or of what was written. Any thread.
    [[nodiscard]] std::int64_t bytes() const { return m_bytes.load(std::memory_order_relaxed); }

private:
    MediaFile(std::unique_ptr<ByteStore> store, Access access, std::string name);
    static int readPacket(void* self, std::uint8_t* buffer, int size);
    static int writePacket(void* self, std::uint8_t* buffer, int size);
    static std::int64_t seek(void* self, std::int64_t offset, int whence);
    int fail(int number, const char* doing);

    const std::unique_ptr<ByteStore> m_store;
    const Access m_access;
    const std::string m_name;
    AVIOContext* m_io = nullptr;
    std::int64_t m_position = 0;
    std::atomic<std::int64_t> m_bytes{0};
    std::atomic<bool> m_failed{false};
    threading::Guarded<std::optional<Error>> m_failure;
};

} // namespace mockingbird::media
