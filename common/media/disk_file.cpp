// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/media/disk_file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mockingbird::media {

namespace {

int retried(auto&& call) {
    int result = -1;
    do {
        result = call();
    } while (result < 0 && errno == EINTR);
    return result;
}

} // namespace

Result<std::unique_ptr<DiskFile>> DiskFile::create(const std::filesystem::path& file) {
    const int descriptor =
        retried([&] { return ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600); });
    if (descriptor < 0) {
        if (errno == EEXIST)
            return Error{ErrorCode::InvalidArgument, file.string() + " exists already", EEXIST};
        return errorFromErrno(errno, file.string());
    }
    std::unique_ptr<DiskFile> made(new DiskFile(descriptor));
    // Waits: isLocked() of another process may hold it for an instant.
    if (retried([&] { return ::flock(descriptor, LOCK_EX); }) < 0) {
        const int number = errno;
        ::unlink(file.c_str());
        return errorFromErrno(number, "locking " + file.string());
    }
    return made;
}

Result<std::unique_ptr<DiskFile>> DiskFile::open(const std::filesystem::path& file) {
    // Non-blocking, so that a named pipe in a file's place can't hang us.
    const int descriptor = retried([&] { return ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); });
    if (descriptor < 0)
        return errorFromErrno(errno, file.string());
    std::unique_ptr<DiskFile> opened(new DiskFile(descriptor));
    struct stat status {};
    if (::fstat(descriptor, &status) < 0)
        return errorFromErrno(errno, file.string());
    if (!S_ISREG(status.st_mode))
        return Error{ErrorCode::Unsupported, file.string() + " is no file", 0};
    return opened;
}

DiskFile::~DiskFile() {
    ::close(m_descriptor);
}

std::ptrdiff_t DiskFile::readAt(std::int64_t offset, std::span<std::uint8_t> bytes) {
    const ssize_t count = ::pread(m_descriptor, bytes.data(), bytes.size(), offset);
    return count < 0 ? -errno : count;
}

std::ptrdiff_t DiskFile::writeAt(std::int64_t offset, std::span<const std::uint8_t> bytes) {
    const ssize_t count = ::pwrite(m_descriptor, bytes.data(), bytes.size(), offset);
    return count < 0 ? -errno : count;
}

std::int64_t DiskFile::size() {
    struct stat status {};
    return ::fstat(m_descriptor, &status) < 0 ? -errno : status.st_size;
}

int DiskFile::sync() {
    return retried([&] { return ::fdatasync(m_descriptor); }) < 0 ? -errno : 0;
}

int DiskFile::reserve(std::int64_t end) {
    const std::int64_t from = size();
    if (from < 0)
        return static_cast<int>(from);
    if (end <= from ||
        retried([&] { return ::fallocate(m_descriptor, FALLOC_FL_KEEP_SIZE, from, end - from); }) == 0)
        return 0;
    // Not every file system can; what it has no room for is then seen when it is written.
    return errno == EOPNOTSUPP || errno == ENOSYS ? 0 : -errno;
}

int DiskFile::release() {
    const std::int64_t end = size();
    if (end < 0)
        return static_cast<int>(end);
    return retried([&] { return ::ftruncate(m_descriptor, end); }) < 0 ? -errno : 0;
}

bool isLocked(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return false;
    const bool locked = ::flock(descriptor, LOCK_SH | LOCK_NB) < 0 && errno == EWOULDBLOCK;
    ::close(descriptor);
    return locked;
}

Result<void> syncFolder(const std::filesystem::path& folder) {
    const std::filesystem::path there = folder.empty() ? std::filesystem::path(".") : folder;
    const int descriptor = ::open(there.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return errorFromErrno(errno, there.string());
    const int result = retried([&] { return ::fsync(descriptor); });
    const int number = errno;
    ::close(descriptor);
    // Some network file systems can't sync a folder; they have no names to lose either.
    if (result < 0 && number != EINVAL)
        return errorFromErrno(number, there.string());
    return {};
}

} // namespace mockingbird::media
