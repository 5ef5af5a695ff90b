// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/portal_bus.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <string_view>
#include <sys/eventfd.h>
#include <unistd.h>

namespace mockingbird::recorder {

namespace {

constexpr const char* kService = "org.freedesktop.portal.Desktop";
constexpr const char* kObject = "/org/freedesktop/portal/desktop";
constexpr const char* kRequests = "/org/freedesktop/portal/desktop/request/";
constexpr const char* kScreenCast = "org.freedesktop.portal.ScreenCast";
constexpr const char* kRequest = "org.freedesktop.portal.Request";
constexpr const char* kSession = "org.freedesktop.portal.Session";

Error lost(int result) {
    return {ErrorCode::DeviceLost, "the session bus does not answer", -result};
}

int keepMessage(sd_bus_message* message, void* kept, sd_bus_error* /*error*/) {
    static_cast<BusMessage*>(kept)->reset(sd_bus_message_ref(message));
    return 0;
}

int raiseFlag(sd_bus_message* /*message*/, void* flag, sd_bus_error* /*error*/) {
    *static_cast<bool*>(flag) = true;
    return 0;
}

} // namespace

std::recursive_mutex& busMutex() {
    // Never destroyed: a source's thread may have been left behind.
    static auto* const only = new std::recursive_mutex;
    return *only;
}

/// A thread that waits, and what wakes it: a stop, or another one's having read from the bus.
class PortalBus::Waiter {
public:
    Waiter(PortalBus& bus, const std::stop_token& stop)
        : m_bus(bus), m_descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
          m_atStop(std::in_place, stop, [this] { wake(); }) {
        const std::lock_guard lock(busMutex());
        m_bus.m_waiters.push_back(this);
    }
    ~Waiter() {
        {
            const std::lock_guard lock(busMutex());
            std::erase(m_bus.m_waiters, this);
        }
        m_atStop.reset();
        ::close(m_descriptor);
    }
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    void wake() const { static_cast<void>(::eventfd_write(m_descriptor, 1)); }
    void sleptWell() const {
        eventfd_t count = 0;
        static_cast<void>(::eventfd_read(m_descriptor, &count));
    }

private:
    PortalBus& m_bus;
    const int m_descriptor;
    std::optional<std::stop_callback<std::function<void()>>> m_atStop;
};

Error errorFromBus(const sd_bus_error& error) {
    const std::string_view name = error.name == nullptr ? "" : error.name;
    const std::string detail = error.message == nullptr ? std::string(name) : std::string(error.message);
    for (const std::string_view absent :
         {SD_BUS_ERROR_SERVICE_UNKNOWN, SD_BUS_ERROR_NAME_HAS_NO_OWNER, SD_BUS_ERROR_UNKNOWN_METHOD,
          SD_BUS_ERROR_UNKNOWN_INTERFACE, SD_BUS_ERROR_UNKNOWN_OBJECT, SD_BUS_ERROR_UNKNOWN_PROPERTY}) {
        if (name == absent)
            return {ErrorCode::Unsupported, detail, 0};
    }
    // An activation that fails is a service that isn't there.
    if (name.starts_with("org.freedesktop.DBus.Error.Spawn"))
        return {ErrorCode::Unsupported, detail, 0};
    if (name == SD_BUS_ERROR_ACCESS_DENIED || name == "org.freedesktop.portal.Error.NotAllowed")
        return {ErrorCode::Denied, detail, 0};
    return {ErrorCode::DeviceLost, detail, sd_bus_error_get_errno(&error)};
}

Result<void> PortalBus::connect() {
    const std::lock_guard lock(busMutex());
    if (m_bus != nullptr) {
        // What has come meanwhile; and whether the connection still is one.
        int result = 0;
        do {
            result = sd_bus_process(m_bus.get(), nullptr);
        } while (result > 0);
        if (result >= 0)
            return {};
        m_bus.reset();
    }
    sd_bus* bus = nullptr;
    const int result = sd_bus_open_user_with_description(&bus, "mockingbird-portal");
    if (result < 0)
        return Error{ErrorCode::Unsupported, "there is no session bus", -result};
    m_bus.reset(bus);
    return {};
}

std::string PortalBus::newToken() {
    const std::lock_guard lock(busMutex());
    return "mockingbird" + std::to_string(++m_tokens);
}

/// Until the deadline or until sd-bus has something to do by itself, such as giving up a call.
std::optional<int>
PortalBus::millisecondsLeft(std::optional<std::chrono::steady_clock::time_point> deadline) const {
    std::uint64_t until = UINT64_MAX;
    sd_bus_get_timeout(m_bus.get(), &until);
    using std::chrono::microseconds;
    if (until != UINT64_MAX) {
        // Its clock is CLOCK_MONOTONIC, as the steady one is.
        const std::chrono::steady_clock::time_point own{microseconds(until)};
        deadline = deadline ? std::min(*deadline, own) : own;
    }
    if (!deadline)
        return std::nullopt;
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(*deadline - std::chrono::steady_clock::now());
    return static_cast<int>(std::max<std::int64_t>(left.count(), 0));
}

Result<void> PortalBus::waitFor(const std::function<bool()>& come, const std::stop_token& stop,
                                std::optional<std::chrono::steady_clock::time_point> deadline) {
    const Waiter waiter(*this, stop);
    while (true) {
        std::array<pollfd, 2> watched{};
        std::optional<int> left;
        {
            const std::lock_guard lock(busMutex());
            if (come())
                return {};
            if (m_bus == nullptr)
                return lost(-ENOTCONN);
            const int result = sd_bus_process(m_bus.get(), nullptr);
            if (result < 0)
                return lost(result);
            if (result > 0) {
                for (const Waiter* other : m_waiters)
                    other->wake();
                continue;
            }
            watched[0] = {sd_bus_get_fd(m_bus.get()), static_cast<short>(sd_bus_get_events(m_bus.get())), 0};
            watched[1] = {waiter.descriptor(), POLLIN, 0};
            left = millisecondsLeft(deadline);
        }
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "the desktop was asked no further", 0};
        if (deadline && std::chrono::steady_clock::now() >= *deadline)
            return Error{ErrorCode::DeviceLost, "the desktop does not answer", 0};
        ::poll(watched.data(), watched.size(), left.value_or(-1));
        waiter.sleptWell();
    }
}

Result<BusMessage> PortalBus::call(const char* interface, const char* method, const Fill& fill,
                                   const std::stop_token& stop) {
    BusMessage reply;
    BusSlot slot;
    {
        const std::lock_guard lock(busMutex());
        sd_bus_message* raw = nullptr;
        int result = m_bus == nullptr ? -ENOTCONN
                                      : sd_bus_message_new_method_call(m_bus.get(), &raw, kService, kObject,
                                                                       interface, method);
        const BusMessage message(raw);
        if (result >= 0)
            result = fill(message.get());
        sd_bus_slot* waiting = nullptr;
        if (result >= 0)
            result = sd_bus_call_async(m_bus.get(), &waiting, message.get(), keepMessage, &reply, 0);
        slot.reset(waiting);
        if (result < 0)
            return lost(result);
    }
    const auto waited = waitFor([&] { return reply != nullptr; }, stop, std::nullopt);
    slot.reset();
    if (!waited.ok())
        return waited.error();
    if (const sd_bus_error* error = sd_bus_message_get_error(reply.get()))
        return errorFromBus(*error);
    return reply;
}

Result<BusMessage>
PortalBus::request(const char* method,
                   const std::function<int(sd_bus_message*, const std::string& token)>& fill,
                   const std::stop_token& stop) {
    const std::string token = newToken();
    std::string path;
    BusMessage response;
    BusSlot slot;
    {
        const std::lock_guard lock(busMutex());
        const char* name = nullptr;
        int result = m_bus == nullptr ? -ENOTCONN : sd_bus_get_unique_name(m_bus.get(), &name);
        // The signal may come before the call's answer does, so it is awaited where it is going to be.
        if (result >= 0) {
            std::string sender(name + 1);
            std::ranges::replace(sender, '.', '_');
            path = kRequests + sender + "/" + token;
            sd_bus_slot* raw = nullptr;
            result = sd_bus_match_signal_async(m_bus.get(), &raw, kService, path.c_str(), kRequest,
                                               "Response", keepMessage, nullptr, &response);
            slot.reset(raw);
        }
        if (result < 0)
            return lost(result);
    }
    auto called = call(
        kScreenCast, method, [&](sd_bus_message* message) { return fill(message, token); }, stop);
    const auto waited =
        called.ok() ? waitFor([&] { return response != nullptr; }, stop, std::nullopt) : Result<void>();
    slot.reset();
    if (!called.ok() || !waited.ok()) {
        // A question that nobody waits for any more is taken off the screen.
        tell(path, kRequest, "Close");
        return called.ok() ? waited.error() : called.error();
    }
    std::uint32_t answer = 0;
    if (sd_bus_message_read(response.get(), "u", &answer) < 0)
        return Error{ErrorCode::DeviceLost, "the desktop's answer can't be read", 0};
    constexpr std::uint32_t kGranted = 0;
    constexpr std::uint32_t kDeclined = 1;
    if (answer == kDeclined)
        return Error{ErrorCode::Denied, "it was not shared: the question was declined", 0};
    if (answer != kGranted)
        return Error{ErrorCode::Denied, "it was not shared: the desktop ended the question", 0};
    return response;
}

void PortalBus::tell(const std::string& path, const char* interface, const char* method) {
    const std::lock_guard lock(busMutex());
    if (m_bus == nullptr || path.empty())
        return;
    sd_bus_message* raw = nullptr;
    if (sd_bus_message_new_method_call(m_bus.get(), &raw, kService, path.c_str(), interface, method) < 0)
        return;
    const BusMessage message(raw);
    sd_bus_message_set_expect_reply(message.get(), 0);
    // What can't be sent needs no sending: the end of the connection ends the other side's part as well.
    if (sd_bus_send(m_bus.get(), message.get(), nullptr) >= 0)
        sd_bus_flush(m_bus.get());
}

BusSlot PortalBus::watchClosed(const std::string& path, bool* closed) {
    const std::lock_guard lock(busMutex());
    sd_bus_slot* raw = nullptr;
    if (m_bus != nullptr)
        sd_bus_match_signal_async(m_bus.get(), &raw, kService, path.c_str(), kSession, "Closed", raiseFlag,
                                  nullptr, closed);
    return BusSlot(raw);
}

bool PortalBus::awaitFlag(const bool* flag, std::chrono::milliseconds atMost) {
    return waitFor([flag] { return *flag; }, {}, std::chrono::steady_clock::now() + atMost).ok();
}

} // namespace mockingbird::recorder
