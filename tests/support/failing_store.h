// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/byte_store.h"
#include "common/media/disk_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <limits>
#include <memory>

namespace mockingbird::test {

/// A disk that fails as it is told to, over a real file.
class FailingStore final : public media::ByteStore {
public:
    static constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

    struct Faults {
        std::int64_t capacity = kNever;      ///< past it writes answer `error`
        int error = 0;                       ///< errno
        std::int64_t failReadsFrom = kNever; ///< reads past it answer EIO
        std::size_t mostAtOnce = SIZE_MAX;   ///< longer reads and writes are cut short
        int syncError = 0;
        bool tellsReserve = true; ///< whether reserving past the capacity fails, as a disk that fills up does
    };

    FailingStore(std::unique_ptr<media::ByteStore> real, Faults faults)
        : m_real(std::move(real)), m_faults(faults) {}

    std::ptrdiff_t readAt(std::int64_t offset, std::span<std::uint8_t> bytes) override {
        if (offset >= m_faults.failReadsFrom)
            return -EIO;
        return m_real->readAt(offset, bytes.first(std::min(bytes.size(), m_faults.mostAtOnce)));
    }
    std::ptrdiff_t writeAt(std::int64_t offset, std::span<const std::uint8_t> bytes) override {
        if (offset >= m_faults.capacity)
            return -m_faults.error;
        const auto room = static_cast<std::size_t>(m_faults.capacity - offset);
        return m_real->writeAt(offset, bytes.first(std::min({bytes.size(), m_faults.mostAtOnce, room})));
    }
    std::int64_t size() override { return m_real->size(); }
    int sync() override { return m_faults.syncError != 0 ? -m_faults.syncError : m_real->sync(); }
    int reserve(std::int64_t end) override {
        return m_faults.tellsReserve && end > m_faults.capacity ? -m_faults.error : 0;
    }
    int release() override { return m_real->release(); }

private:
    const std::unique_ptr<media::ByteStore> m_real;
    const Faults m_faults;
};

} // namespace mockingbird::test
