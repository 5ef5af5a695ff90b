// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/power/sleep_inhibitor.h"

#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <systemd/sd-bus.h>
#include <unistd.h>

namespace mockingbird::recorder {

namespace {

constexpr std::uint64_t kAnswerWithinMicroseconds = 500'000;

struct Release {
    void operator()(sd_bus* bus) const { sd_bus_close_unref(bus); }
    void operator()(sd_bus_message* message) const { sd_bus_message_unref(message); }
};

Error noLogind(int result, const sd_bus_error& error) {
    std::string detail = "nothing here can keep the machine awake";
    if (error.message != nullptr)
        detail += std::string(" (") + error.message + ")";
    return {ErrorCode::Unsupported, detail, -result};
}

} // namespace

Result<SleepInhibitor> SleepInhibitor::hold(const std::string& why) {
    sd_bus_error error = SD_BUS_ERROR_NULL;
    sd_bus* raw = nullptr;
    // DBUS_SYSTEM_BUS_ADDRESS names another one.
    int result = sd_bus_open_system(&raw);
    if (result < 0)
        return noLogind(result, error);
    const std::unique_ptr<sd_bus, Release> bus(raw);
    sd_bus_set_method_call_timeout(bus.get(), kAnswerWithinMicroseconds);
    sd_bus_message* answer = nullptr;
    result = sd_bus_call_method(bus.get(), "org.freedesktop.login1", "/org/freedesktop/login1",
                                "org.freedesktop.login1.Manager", "Inhibit", &error, &answer, "ssss",
                                "sleep:idle", "Mockingbird", why.c_str(), "block");
    const std::unique_ptr<sd_bus_message, Release> reply(answer);
    if (result < 0) {
        Error failure = noLogind(result, error);
        sd_bus_error_free(&error);
        return failure;
    }
    int descriptor = -1;
    result = sd_bus_message_read(reply.get(), "h", &descriptor);
    // The message closes its own. Not inherited: a child would hold the lock on.
    const int own = result < 0 ? -1 : ::fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    if (own < 0)
        return noLogind(result < 0 ? result : -errno, error);
    return SleepInhibitor(own);
}

SleepInhibitor::~SleepInhibitor() {
    if (m_lock >= 0)
        ::close(m_lock);
}

SleepInhibitor& SleepInhibitor::operator=(SleepInhibitor&& other) noexcept {
    // The other's destructor lets go of ours.
    std::swap(m_lock, other.m_lock);
    return *this;
}

} // namespace mockingbird::recorder
