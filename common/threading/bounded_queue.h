// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace mockingbird::threading {

/// What a full queue does with the next item.
enum class Overflow {
    DropNewest, ///< the new item is dropped and counted: pictures
    Block,      ///< the producer waits: sound and packets, which are never dropped
};

/// A queue between two threads with a limit. The producer closes it on every way out; the consumer then takes
/// what is left and gets nullopt.
template <class T>
class BoundedQueue {
public:
    BoundedQueue(std::size_t limit, Overflow overflow) : m_limit(limit), m_overflow(overflow) {}

    /// False where the item was not taken: dropped at the limit, or the queue is closed.
    bool push(T item) {
        std::unique_lock lock(m_mutex);
        if (m_overflow == Overflow::Block)
            m_changed.wait(lock, [&] { return m_closed || m_items.size() < m_limit; });
        if (m_closed)
            return false;
        if (m_items.size() >= m_limit) {
            ++m_dropped;
            return false;
        }
        m_items.push_back(std::move(item));
        lock.unlock();
        m_changed.notify_all();
        return true;
    }

    /// The next item; nullopt once the queue is closed and empty, or at a stop.
    [[nodiscard]] std::optional<T> pop(std::stop_token stop = {}) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [&] { return m_closed || !m_items.empty(); });
        return takeFront(lock);
    }

    /// The same, and nullopt once the deadline has passed too.
    template <class Clock, class Duration>
    [[nodiscard]] std::optional<T> popUntil(std::chrono::time_point<Clock, Duration> deadline,
                                            std::stop_token stop = {}) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_until(lock, stop, deadline, [&] { return m_closed || !m_items.empty(); });
        return takeFront(lock);
    }

    /// The next item if there is one now.
    [[nodiscard]] std::optional<T> tryPop() {
        std::unique_lock lock(m_mutex);
        return takeFront(lock);
    }

    /// No item goes in any more; what is in it can still be taken. Wakes both sides.
    void close() {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_changed.notify_all();
    }

    /// Throws away what is in it.
    void clear() {
        {
            const std::lock_guard lock(m_mutex);
            m_items.clear();
        }
        m_changed.notify_all();
    }

    [[nodiscard]] std::size_t size() const {
        const std::lock_guard lock(m_mutex);
        return m_items.size();
    }
    [[nodiscard]] bool closed() const {
        const std::lock_guard lock(m_mutex);
        return m_closed;
    }
    /// How many items were dropped at the limit.
    [[nodiscard]] std::uint64_t dropped() const {
        const std::lock_guard lock(m_mutex);
        return m_dropped;
    }

private:
    std::optional<T> takeFront(std::unique_lock<std::mutex>& lock) {
        if (m_items.empty())
            return std::nullopt;
        std::optional<T> item(std::move(m_items.front()));
        m_items.pop_front();
        lock.unlock();
        m_changed.notify_all();
        return item;
    }

    const std::size_t m_limit;
    const Overflow m_overflow;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<T> m_items;
    std::uint64_t m_dropped = 0;
    bool m_closed = false;
};

} // namespace mockingbird::threading
