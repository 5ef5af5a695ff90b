// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/child_process.h"
#include "tests/support/temporary_folder.h"

#include <functional>
#include <memory>
#include <string>
#include <systemd/sd-bus.h>
#include <thread>

namespace mockingbird::test {

/// A D-Bus of the test's own, which starts no services.
class PrivateBus {
public:
    PrivateBus();
    [[nodiscard]] const std::string& address() const { return m_address; }
    /// A new connection to it; aborts the test's process where there is none.
    [[nodiscard]] sd_bus* connect() const;

private:
    TemporaryFolder m_folder;
    std::string m_address;
    std::unique_ptr<ChildProcess> m_daemon;
};

/// A service on a bus, in a thread of its own.
class BusService {
public:
    /// `serve` adds what the service offers, in the caller's thread; then it takes the name and runs.
    BusService(const PrivateBus& bus, const std::string& name, const std::function<void(sd_bus*)>& serve);
    ~BusService();
    BusService(const BusService&) = delete;
    BusService& operator=(const BusService&) = delete;

    /// Runs in the service's thread, which alone may use its connection; returns when it was run.
    void run(std::function<void(sd_bus*)> task);

private:
    struct State;
    std::unique_ptr<State> m_state;
    std::jthread m_thread;
};

} // namespace mockingbird::test
