// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <systemd/sd-bus.h>
#include <vector>

namespace mockingbird::recorder {

/// Held by whoever does anything with a bus: a connection, its messages and slots count their references to
/// each other without locks.
[[nodiscard]] std::recursive_mutex& busMutex();

struct ReleaseBusObject {
    void operator()(sd_bus* bus) const {
        const std::lock_guard lock(busMutex());
        sd_bus_flush_close_unref(bus);
    }
    void operator()(sd_bus_message* message) const {
        const std::lock_guard lock(busMutex());
        sd_bus_message_unref(message);
    }
    void operator()(sd_bus_slot* slot) const {
        const std::lock_guard lock(busMutex());
        sd_bus_slot_unref(slot);
    }
};
using BusConnection = std::unique_ptr<sd_bus, ReleaseBusObject>;
using BusMessage = std::unique_ptr<sd_bus_message, ReleaseBusObject>;
using BusSlot = std::unique_ptr<sd_bus_slot, ReleaseBusObject>;

/// This program's connection to the session bus for the desktop's portal. One for all sources and kept as
/// long as the program runs, because to the portal the connection is the program: its end ends what it was
/// allowed. Any thread; each waits for what it asked, and no lock is held while waiting.
class PortalBus {
public:
    /// Appends a call's arguments; negative at a failure, as sd-bus has it.
    using Fill = std::function<int(sd_bus_message*)>;

    /// Connects where there is no connection. Unsupported without a session bus.
    Result<void> connect();

    /// Calls a method of the portal's. Unsupported where there is no such portal, Denied, DeviceLost;
    /// Cancelled at a stop.
    Result<BusMessage> call(const char* interface, const char* method, const Fill& fill,
                            const std::stop_token& stop);
    /// Calls a method that answers later by the signal Response of a request; the answer is what the signal
    /// brings, read up to its a{sv} of results. `fill` gets the request's token. Denied where the person
    /// declines.
    Result<BusMessage> request(const char* method,
                               const std::function<int(sd_bus_message*, const std::string& token)>& fill,
                               const std::stop_token& stop);
    /// Calls without waiting for an answer.
    void tell(const std::string& path, const char* interface, const char* method);

    /// Sets `*closed` when the session at `path` is closed by the other side; until the slot ends.
    [[nodiscard]] BusSlot watchClosed(const std::string& path, bool* closed);
    /// Whether such a flag has been set, at the latest after the time.
    [[nodiscard]] bool awaitFlag(const bool* flag, std::chrono::milliseconds atMost);

    /// A token that was not used before.
    [[nodiscard]] std::string newToken();

private:
    class Waiter;
    Result<void> waitFor(const std::function<bool()>& come, const std::stop_token& stop,
                         std::optional<std::chrono::steady_clock::time_point> deadline);
    [[nodiscard]] std::optional<int>
    millisecondsLeft(std::optional<std::chrono::steady_clock::time_point> deadline) const;

    // busMutex() guards all.
    BusConnection m_bus;
    std::vector<const Waiter*> m_waiters; ///< one may have read what another waits for
    std::uint64_t m_tokens = 0;
};

/// What a D-Bus error says, as an error of ours.
[[nodiscard]] Error errorFromBus(const sd_bus_error& error);

} // namespace mockingbird::recorder
