// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/filing/filing_lock.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace mockingbird::recorder {

Result<FilingLock> FilingLock::take(const std::filesystem::path& catalogFolder) {
    const std::filesystem::path file = catalogFolder / "recording.lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return errorFromErrno(errno, file.string());
    FilingLock lock(descriptor);
    while (::flock(descriptor, LOCK_EX) < 0) {
        if (errno != EINTR)
            return errorFromErrno(errno, file.string());
    }
    return lock;
}

FilingLock::~FilingLock() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace mockingbird::recorder
