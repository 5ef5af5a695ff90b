// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/media/media_file.h"

#include "common/media/av_log.h"
#include "common/media/disk_file.h"

extern "C" {
#include <libavformat/avio.h>
#include <libavutil/error.h>
#include <libavutil/mem.h>
}

#include <algorithm>
#include <cerrno>
#include <new>
#include <span>

namespace mockingbird::media {

namespace {

constexpr int kBufferSize = 64 * 1024;

} // namespace

Result<std::unique_ptr<MediaFile>> MediaFile::create(const std::filesystem::path& file) {
    return over(TRY(DiskFile::create(file)), Access::Write, file.string());
}

Result<std::unique_ptr<MediaFile>> MediaFile::open(const std::filesystem::path& file) {
    return over(TRY(DiskFile::open(file)), Access::Read, file.string());
}

std::unique_ptr<MediaFile> MediaFile::over(std::unique_ptr<ByteStore> store, Access access,
                                           std::string name) {
    return std::unique_ptr<MediaFile>(new MediaFile(std::move(store), access, std::move(name)));
}

MediaFile::MediaFile(std::unique_ptr<ByteStore> store, Access access, std::string name)
    : m_store(std::move(store)), m_access(access), m_name(std::move(name)) {
    routeAvLog();
    m_bytes = std::max<std::int64_t>(0, m_store->size());
    auto* buffer = static_cast<std::uint8_t*>(av_malloc(kBufferSize));
    if (buffer == nullptr)
        throw std::bad_alloc();
    const bool writes = access == Access::Write;
    m_io = avio_alloc_context(buffer, kBufferSize, writes ? 1 : 0, this, writes ? nullptr : readPacket,
                              writes ? writePacket : nullptr, seek);
    if (m_io == nullptr) {
        av_free(buffer);
        throw std::bad_alloc();
    }
}

MediaFile::~MediaFile() {
    // "AVIOContext.buffer ... must be freed with av_free" by whoever allocated it; FFmpeg may have replaced
    // it.
    av_freep(&m_io->buffer);
    avio_context_free(&m_io);
}

Result<void> MediaFile::flush() {
    if (m_access == Access::Write)
        avio_flush(m_io);
    if (const auto error = failure())
        return *error;
    return {};
}

Result<void> MediaFile::sync() {
    TRY(flush());
    if (m_access == Access::Write) {
        const int result = m_store->sync();
        if (result < 0)
            fail(-result, "syncing ");
    }
    if (const auto error = failure())
        return *error;
    return {};
}

Result<void> MediaFile::keepRoom(std::int64_t bytes) {
    if (const int result = m_store->reserve(m_bytes + bytes); result < 0)
        return errorFromErrno(-result, m_name);
    return {};
}

Result<void> MediaFile::releaseRoom() {
    TRY(flush());
    if (const int result = m_store->release(); result < 0)
        return errorFromErrno(-result, m_name);
    return {};
}

int MediaFile::fail(int number, const char* doing) {
    m_failure.with([&](std::optional<Error>& failure) {
        if (!failure)
            failure = errorFromErrno(number, doing + m_name);
    });
    m_failed = true;
    return AVERROR(number);
}

int MediaFile::readPacket(void* self, std::uint8_t* buffer, int size) {
    auto& file = *static_cast<MediaFile*>(self);
    while (true) {
        const std::ptrdiff_t count =
            file.m_store->readAt(file.m_position, std::span(buffer, static_cast<std::size_t>(size)));
        if (count > 0) {
            file.m_position += count;
            return static_cast<int>(count);
        }
        if (count == 0)
            return AVERROR_EOF;
        if (count != -EINTR)
            return file.fail(static_cast<int>(-count), "reading ");
    }
}

int MediaFile::writePacket(void* self, std::uint8_t* buffer, int size) {
    auto& file = *static_cast<MediaFile*>(self);
    // After a failure nothing more is written: a file with a hole in it would be worse than a short one.
    if (file.m_failed)
        return AVERROR(EIO);
    auto rest = std::span<const std::uint8_t>(buffer, static_cast<std::size_t>(size));
    while (!rest.empty()) {
        const std::ptrdiff_t count = file.m_store->writeAt(file.m_position, rest);
        if (count == -EINTR)
            continue;
        if (count < 0)
            return file.fail(static_cast<int>(-count), "writing ");
        // No disk answers 0 for a write of some bytes, and to ask again could go on for ever.
        if (count == 0)
            return file.fail(EIO, "writing ");
        file.m_position += count;
        rest = rest.subspan(static_cast<std::size_t>(count));
    }
    file.m_bytes = std::max(file.m_bytes.load(), file.m_position);
    return size;
}

std::int64_t MediaFile::seek(void* self, std::int64_t offset, int whence) {
    auto& file = *static_cast<MediaFile*>(self);
    const int origin = whence & ~AVSEEK_FORCE;
    if (origin == AVSEEK_SIZE)
        return file.m_access == Access::Write ? file.m_bytes.load() : file.m_store->size();
    std::int64_t target = offset;
    if (origin == SEEK_CUR)
        target += file.m_position;
    else if (origin == SEEK_END)
        target += file.m_store->size();
    else if (origin != SEEK_SET)
        return AVERROR(EINVAL);
    if (target < 0)
        return AVERROR(EINVAL);
    file.m_position = target;
    return target;
}

} // namespace mockingbird::media
