// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/desktop_portal.h"

#include "common/threading/guarded.h"
#include "recorder/capture/portal_bus.h"

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <fcntl.h>
#include <map>
#include <string>
#include <unistd.h>

namespace mockingbird::recorder {

namespace {

constexpr const char* kScreenCast = "org.freedesktop.portal.ScreenCast";
constexpr const char* kProperties = "org.freedesktop.DBus.Properties";
constexpr const char* kSession = "org.freedesktop.portal.Session";
constexpr auto kQuickly = std::chrono::milliseconds(500);
// The numbers of the portal's interface.
constexpr std::uint32_t kMonitor = 1;
constexpr std::uint32_t kWindow = 2;
constexpr std::uint32_t kPointerInPicture = 2;
constexpr std::uint32_t kWhileRunning = 1;
constexpr std::uint32_t kVersionThatRemembers = 4;

std::uint32_t typeOf(SourceKind kind) {
    return kind == SourceKind::Window ? kWindow : kMonitor;
}

const char* wordFor(SourceKind kind) {
    return kind == SourceKind::Window ? "the window" : "the screen";
}

/// What the program remembers of the person's answers, as long as it runs.
struct Memory {
    std::map<SourceKind, std::string> tokens; ///< of what was shared and is not now
    std::vector<std::stop_token> declined;    ///< whose question was declined, or whose sharing ended
};

/// Never destroyed: a source's thread may have been left behind.
struct Portal {
    PortalBus bus;
    threading::Guarded<Memory> memory;
    std::mutex mutex; ///< guards `asking`
    std::condition_variable_any changed;
    bool asking = false;
};

Portal& portal() {
    static auto* const only = new Portal;
    return *only;
}

/// The right to put a question to the person: two at once would be one too many.
class Turn {
public:
    explicit Turn(const std::stop_token& stop) {
        std::unique_lock lock(portal().mutex);
        m_have = portal().changed.wait(lock, stop, [] { return !portal().asking; });
        if (m_have)
            portal().asking = true;
    }
    ~Turn() {
        if (!m_have)
            return;
        const std::lock_guard lock(portal().mutex);
        portal().asking = false;
        portal().changed.notify_one();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    [[nodiscard]] bool have() const { return m_have; }

private:
    bool m_have = false;
};

void decline(const std::stop_token& stop) {
    portal().memory.with([&](Memory& memory) {
        std::erase_if(memory.declined, [](const std::stop_token& one) { return one.stop_requested(); });
        if (stop.stop_possible())
            memory.declined.push_back(stop);
    });
}

int append(sd_bus_message* message, const char* key, std::uint32_t value) {
    return sd_bus_message_append(message, "{sv}", key, "u", value);
}

int append(sd_bus_message* message, const char* key, const std::string& value) {
    return sd_bus_message_append(message, "{sv}", key, "s", value.c_str());
}

/// Appends the options that `each` appends one by one; the first failure counts.
int appendOptions(sd_bus_message* message, const std::function<int()>& each) {
    int result = sd_bus_message_open_container(message, 'a', "{sv}");
    if (result >= 0)
        result = each();
    return result < 0 ? result : sd_bus_message_close_container(message);
}

Result<std::uint32_t> property(const char* name, const std::stop_token& stop) {
    const BusMessage reply = TRY(portal().bus.call(
        kProperties, "Get",
        [name](sd_bus_message* message) { return sd_bus_message_append(message, "ss", kScreenCast, name); },
        stop));
    std::uint32_t value = 0;
    if (sd_bus_message_read(reply.get(), "v", "u", &value) < 0)
        return Error{ErrorCode::Unsupported, std::string("the portal's ") + name + " can't be read", 0};
    return value;
}

struct Started {
    std::uint32_t node = 0;
    bool hasNode = false;
    std::string token;
    std::string session;
};

/// Reads what we want of a response's results; the order of the rest is anyone's guess.
Result<Started> readResults(sd_bus_message* message) {
    Started started;
    int result = sd_bus_message_enter_container(message, 'a', "{sv}");
    while (result >= 0 && (result = sd_bus_message_enter_container(message, 'e', "sv")) > 0) {
        const char* key = nullptr;
        result = sd_bus_message_read(message, "s", &key);
        const std::string_view name = key == nullptr ? "" : key;
        const char* text = nullptr;
        if (name == "streams") {
            result = sd_bus_message_enter_container(message, 'v', "a(ua{sv})");
            if (result >= 0)
                result = sd_bus_message_enter_container(message, 'a', "(ua{sv})");
            while (result >= 0 && (result = sd_bus_message_enter_container(message, 'r', "ua{sv}")) > 0) {
                std::uint32_t node = 0;
                sd_bus_message_read(message, "u", &node);
                if (!started.hasNode)
                    started.node = node;
                started.hasNode = true;
                sd_bus_message_skip(message, "a{sv}");
                result = sd_bus_message_exit_container(message);
            }
            if (result >= 0)
                result = sd_bus_message_exit_container(message);
            if (result >= 0)
                result = sd_bus_message_exit_container(message);
        } else if (name == "restore_token" || name == "session_handle") {
            // The handle is an object's path that the interface, by an old mistake, declares a string.
            char type = 0;
            const char* content = nullptr;
            result = sd_bus_message_peek_type(message, &type, &content);
            const std::string_view held = content == nullptr ? "" : content;
            if (result >= 0 && held != "s" && held != "o")
                result = -EBADMSG;
            if (result >= 0)
                result = sd_bus_message_read(message, "v", content, &text);
            if (result >= 0 && text != nullptr)
                (name == "restore_token" ? started.token : started.session) = text;
        } else {
            result = sd_bus_message_skip(message, "v");
        }
        if (result >= 0)
            result = sd_bus_message_exit_container(message);
    }
    if (result < 0)
        return Error{ErrorCode::DeviceLost, "the desktop's answer can't be read", -result};
    return started;
}

Result<int> openRemote(const std::string& session, const std::stop_token& stop) {
    const BusMessage reply = TRY(portal().bus.call(
        kScreenCast, "OpenPipeWireRemote",
        [&](sd_bus_message* message) {
            const int result = sd_bus_message_append(message, "o", session.c_str());
            return result < 0 ? result : appendOptions(message, [] { return 0; });
        },
        stop));
    int descriptor = -1;
    if (sd_bus_message_read(reply.get(), "h", &descriptor) < 0)
        return Error{ErrorCode::DeviceLost, "the desktop gives no way to its pictures", 0};
    // The message closes its own.
    const int own = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    if (own < 0)
        return errorFromErrno(errno, "the way to the desktop's pictures");
    return own;
}

} // namespace

struct SharedPicture::Sharing {
    SourceKind kind = SourceKind::Screen;
    std::string session;
    std::string token;
    std::uint32_t node = 0;
    int remote = -1;
    std::stop_token asker;
    bool closed = false; ///< by the other side; the bus's lock guards it
    BusSlot closedSlot;

    ~Sharing() {
        if (remote >= 0)
            ::close(remote);
        // What it has told meanwhile counts.
        static_cast<void>(portal().bus.connect());
        closedSlot.reset();
        if (session.empty() || closed)
            return;
        portal().bus.tell(session, kSession, "Close");
        if (!token.empty())
            portal().memory.with([this](Memory& memory) { memory.tokens[kind] = token; });
    }
};

SharedPicture::SharedPicture(std::unique_ptr<Sharing> sharing) : m_sharing(std::move(sharing)) {}
SharedPicture::SharedPicture(SharedPicture&&) noexcept = default;
SharedPicture& SharedPicture::operator=(SharedPicture&&) noexcept = default;
SharedPicture::~SharedPicture() = default;

std::uint32_t SharedPicture::node() const {
    return m_sharing->node;
}

int SharedPicture::takeRemote() {
    return std::exchange(m_sharing->remote, -1);
}

Error SharedPicture::whyGone() {
    if (!portal().bus.awaitFlag(&m_sharing->closed, kQuickly))
        return {ErrorCode::DeviceLost, std::string(wordFor(m_sharing->kind)) + " is not there any more", 0};
    decline(m_sharing->asker);
    return {ErrorCode::Denied,
            std::string(wordFor(m_sharing->kind)) + " is not shared any more: it was ended on the desktop",
            0};
}

namespace {

/// Makes the session and asks the person; leaves in `sharing` how far it came.
Result<void> ask(SharedPicture::Sharing& sharing, const std::stop_token& stop) {
    PortalBus& bus = portal().bus;
    TRY(bus.connect());
    const std::uint32_t types = TRY(property("AvailableSourceTypes", stop));
    const std::uint32_t wanted = typeOf(sharing.kind);
    if ((types & wanted) == 0)
        return Error{ErrorCode::Unsupported,
                     types == 0 ? "this desktop shares neither screens nor windows"
                                : std::string("this desktop does not share ") +
                                      (wanted == kWindow ? "single windows" : "whole screens"),
                     0};
    const std::uint32_t version = property("version", stop).valueOr(1);
    const std::uint32_t cursors = property("AvailableCursorModes", stop).valueOr(0);

    const BusMessage created = TRY(bus.request(
        "CreateSession",
        [&](sd_bus_message* message, const std::string& token) {
            return appendOptions(message, [&] {
                const int result = append(message, "handle_token", token);
                return result < 0 ? result : append(message, "session_handle_token", token + "session");
            });
        },
        stop));
    sharing.session = TRY(readResults(created.get())).session;
    if (sharing.session.empty())
        return Error{ErrorCode::DeviceLost, "the desktop gives no session", 0};
    sharing.closedSlot = bus.watchClosed(sharing.session, &sharing.closed);

    const std::string remembered = portal().memory.with([&](Memory& memory) {
        // It serves once; the next one comes with the answer.
        return std::exchange(memory.tokens[sharing.kind], std::string());
    });
    TRY(bus.request(
        "SelectSources",
        [&](sd_bus_message* message, const std::string& token) {
            const int result = sd_bus_message_append(message, "o", sharing.session.c_str());
            return result < 0 ? result : appendOptions(message, [&] {
                int appended = append(message, "handle_token", token);
                if (appended >= 0)
                    appended = append(message, "types", wanted);
                if (appended >= 0 && (cursors & kPointerInPicture) != 0)
                    appended = append(message, "cursor_mode", kPointerInPicture);
                if (appended >= 0 && version >= kVersionThatRemembers)
                    appended = append(message, "persist_mode", kWhileRunning);
                if (appended >= 0 && version >= kVersionThatRemembers && !remembered.empty())
                    appended = append(message, "restore_token", remembered);
                return appended;
            });
        },
        stop));
    const BusMessage begun = TRY(bus.request(
        "Start",
        [&](sd_bus_message* message, const std::string& token) {
            const int result = sd_bus_message_append(message, "os", sharing.session.c_str(), "");
            return result < 0
                       ? result
                       : appendOptions(message, [&] { return append(message, "handle_token", token); });
        },
        stop));
    const Started started = TRY(readResults(begun.get()));
    if (!started.hasNode)
        return Error{ErrorCode::DeviceLost, "the desktop shares no picture", 0};
    sharing.node = started.node;
    sharing.token = started.token;
    sharing.remote = TRY(openRemote(sharing.session, stop));
    return {};
}

} // namespace

Result<SharedPicture> DesktopPortal::share(SourceKind kind, std::stop_token stop) {
    const std::string what = wordFor(kind);
    const bool declined = portal().memory.with([&](const Memory& memory) {
        return stop.stop_possible() && std::ranges::find(memory.declined, stop) != memory.declined.end();
    });
    if (declined)
        return Error{ErrorCode::Denied, what + ": it is not shared any more", 0};
    const Turn turn(stop);
    if (!turn.have())
        return Error{ErrorCode::Cancelled, what + " was asked for no further", 0};
    auto sharing = std::make_unique<SharedPicture::Sharing>();
    sharing->kind = kind;
    sharing->asker = stop;
    const auto asked = ask(*sharing, stop);
    if (asked.ok())
        return SharedPicture(std::move(sharing));
    Error error = asked.error();
    if (error.code == ErrorCode::Denied)
        decline(stop);
    if (error.code == ErrorCode::Unsupported)
        error.detail = "this desktop has no portal for sharing it (" + error.detail + ")";
    error.detail = what + ": " + error.detail;
    return error;
}

std::vector<SourceKind> DesktopPortal::offers() {
    static threading::Guarded<std::uint32_t> known;
    std::uint32_t types = known.copy();
    if (types == 0) {
        sd_bus* raw = nullptr;
        if (sd_bus_open_user_with_description(&raw, "mockingbird-offers") < 0)
            return {};
        const BusConnection bus(raw);
        sd_bus_message* answer = nullptr;
        sd_bus_error error = SD_BUS_ERROR_NULL;
        sd_bus_set_method_call_timeout(
            bus.get(), static_cast<std::uint64_t>(std::chrono::microseconds(kQuickly).count()));
        const int result = sd_bus_call_method(bus.get(), "org.freedesktop.portal.Desktop",
                                              "/org/freedesktop/portal/desktop", kProperties, "Get", &error,
                                              &answer, "ss", kScreenCast, "AvailableSourceTypes");
        const BusMessage reply(answer);
        const bool silent = result == -ETIMEDOUT;
        sd_bus_error_free(&error);
        if (result >= 0)
            sd_bus_message_read(reply.get(), "v", "u", &types);
        known.with([types](std::uint32_t& value) { value = types; });
        // One that is only just starting will have both.
        if (silent)
            types = kMonitor | kWindow;
    }
    std::vector<SourceKind> kinds;
    if ((types & kMonitor) != 0)
        kinds.push_back(SourceKind::Screen);
    if ((types & kWindow) != 0)
        kinds.push_back(SourceKind::Window);
    return kinds;
}

} // namespace mockingbird::recorder
