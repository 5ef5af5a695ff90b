// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/private_bus.h"

#include "tests/support/wait_until.h"

#include <array>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <future>
#include <mutex>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace mockingbird::test {
namespace {

/// Nothing where nobody listens there.
sd_bus* tryToConnect(const std::string& address) {
    sd_bus* bus = nullptr;
    if (sd_bus_new(&bus) >= 0 && sd_bus_set_address(bus, address.c_str()) >= 0 &&
        sd_bus_set_bus_client(bus, 1) >= 0 && sd_bus_negotiate_fds(bus, 1) >= 0 && sd_bus_start(bus) >= 0)
        return bus;
    sd_bus_unref(bus);
    return nullptr;
}

} // namespace

PrivateBus::PrivateBus() : m_address("unix:path=" + (m_folder / "bus").string()) {
    const auto settings = m_folder / "bus.conf";
    std::ofstream(settings)
        << "<busconfig><listen>" << m_address << "</listen><auth>EXTERNAL</auth>"
        << "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
        << "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>";
    m_daemon = std::make_unique<ChildProcess>(std::vector<std::string>{
        "dbus-daemon", "--config-file=" + settings.string(), "--nofork", "--nopidfile"});
    // Its socket is there a moment before it listens.
    if (!waitUntil([&] {
            sd_bus* bus = tryToConnect(m_address);
            sd_bus_flush_close_unref(bus);
            return bus != nullptr;
        }))
        std::abort();
}

sd_bus* PrivateBus::connect() const {
    sd_bus* bus = tryToConnect(m_address);
    if (bus == nullptr)
        std::abort();
    return bus;
}

struct BusService::State {
    sd_bus* bus = nullptr;
    int wake = -1;
    std::mutex mutex; ///< guards the tasks
    std::deque<std::packaged_task<void()>> tasks;

    void serve(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            while (sd_bus_process(bus, nullptr) > 0) {
            }
            sd_bus_flush(bus);
            std::array<pollfd, 2> watched{pollfd{sd_bus_get_fd(bus), POLLIN, 0}, pollfd{wake, POLLIN, 0}};
            ::poll(watched.data(), watched.size(), -1);
            eventfd_t count = 0;
            static_cast<void>(::eventfd_read(wake, &count));
            std::unique_lock lock(mutex);
            while (!tasks.empty()) {
                auto task = std::move(tasks.front());
                tasks.pop_front();
                lock.unlock();
                task();
                lock.lock();
            }
        }
    }
};

BusService::BusService(const PrivateBus& bus, const std::string& name,
                       const std::function<void(sd_bus*)>& serve)
    : m_state(std::make_unique<State>()) {
    m_state->bus = bus.connect();
    m_state->wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    serve(m_state->bus);
    if (sd_bus_request_name(m_state->bus, name.c_str(), 0) < 0)
        std::abort();
    m_thread = std::jthread([state = m_state.get()](const std::stop_token& stop) { state->serve(stop); });
}

BusService::~BusService() {
    m_thread.request_stop();
    ::eventfd_write(m_state->wake, 1);
    m_thread.join();
    ::close(m_state->wake);
    sd_bus_flush_close_unref(m_state->bus);
}

void BusService::run(std::function<void(sd_bus*)> task) {
    std::packaged_task<void()> packaged([this, task = std::move(task)] { task(m_state->bus); });
    auto done = packaged.get_future();
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->tasks.push_back(std::move(packaged));
    }
    ::eventfd_write(m_state->wake, 1);
    done.get();
}

} // namespace mockingbird::test
