// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <optional>
#include <utility>

namespace mockingbird::threading {

/// Holds the latest value alone: posting replaces what nobody took. For pictures on their way to the
/// interface.
template <class T>
class Mailbox {
public:
    void post(T value) {
        const std::lock_guard lock(m_mutex);
        m_value = std::move(value);
    }

    /// The latest value not taken yet.
    [[nodiscard]] std::optional<T> take() {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_value, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::optional<T> m_value;
};

} // namespace mockingbird::threading
