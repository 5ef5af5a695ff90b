// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <utility>

namespace mockingbird::threading {

/// A value that can only be reached with its lock held.
template <class T>
class Guarded {
public:
    Guarded() = default;
    explicit Guarded(T value) : m_value(std::move(value)) {}

    /// Runs `use(value)` under the lock and returns its result. Whoever waits is woken afterwards.
    template <class Use>
    auto with(Use&& use) {
        const Notify notify{m_changed};
        const std::lock_guard lock(m_mutex);
        return std::forward<Use>(use)(m_value);
    }

    template <class Use>
    auto read(Use&& use) const {
        const std::lock_guard lock(m_mutex);
        return std::forward<Use>(use)(std::as_const(m_value));
    }

    [[nodiscard]] T copy() const {
        const std::lock_guard lock(m_mutex);
        return m_value;
    }

    /// Waits until `ready(value)` holds or a stop is asked for; false at a stop. `use` then runs under the
    /// lock.
    template <class Ready, class Use>
    bool waitThen(std::stop_token stop, Ready&& ready, Use&& use) {
        std::unique_lock lock(m_mutex);
        const bool there = m_changed.wait(lock, stop, [&] { return ready(std::as_const(m_value)); });
        if (!there || stop.stop_requested()) // at a stop the wait answers what the predicate does
            return false;
        use(m_value);
        return true;
    }

private:
    struct Notify {
        std::condition_variable_any& changed;
        ~Notify() { changed.notify_all(); }
    };

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    T m_value{};
};

} // namespace mockingbird::threading
