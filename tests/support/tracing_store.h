// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/byte_store.h"
#include "common/threading/guarded.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

namespace mockingbird::test {

/// What one file was asked for, in order.
struct DiskTrace {
    struct Event {
        std::chrono::steady_clock::time_point at; ///< when it was answered
        std::int64_t offset = 0;
        std::vector<std::uint8_t> bytes; ///< none: a sync
        [[nodiscard]] bool isSync() const { return bytes.empty(); }
    };
    std::vector<Event> events;
};

/// A disk that notes down all that is written to it and each sync.
class TracingStore final : public media::ByteStore {
public:
    using SharedTrace = std::shared_ptr<threading::Guarded<DiskTrace>>;
    TracingStore(std::unique_ptr<media::ByteStore> real, SharedTrace trace)
        : m_real(std::move(real)), m_trace(std::move(trace)) {}

    std::ptrdiff_t readAt(std::int64_t offset, std::span<std::uint8_t> bytes) override {
        return m_real->readAt(offset, bytes);
    }
    std::ptrdiff_t writeAt(std::int64_t offset, std::span<const std::uint8_t> bytes) override {
        const std::ptrdiff_t count = m_real->writeAt(offset, bytes);
        if (count > 0)
            note(offset, bytes.first(static_cast<std::size_t>(count)));
        return count;
    }
    std::int64_t size() override { return m_real->size(); }
    int sync() override {
        const int result = m_real->sync();
        if (result == 0)
            note(0, {});
        return result;
    }
    int reserve(std::int64_t end) override { return m_real->reserve(end); }
    int release() override { return m_real->release(); }

private:
    void note(std::int64_t offset, std::span<const std::uint8_t> bytes) {
        m_trace->with([&](DiskTrace& trace) {
            trace.events.push_back({std::chrono::steady_clock::now(), offset, {bytes.begin(), bytes.end()}});
        });
    }

    const std::unique_ptr<media::ByteStore> m_real;
    const SharedTrace m_trace;
};

} // namespace mockingbird::test
