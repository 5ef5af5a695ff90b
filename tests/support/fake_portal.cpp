// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_portal.h"

#include <algorithm>
#include <array>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace mockingbird::test {

namespace {

constexpr const char* kObject = "/org/freedesktop/portal/desktop";

FakePortal::Options readOptions(sd_bus_message* message) {
    FakePortal::Options options;
    sd_bus_message_enter_container(message, 'a', "{sv}");
    while (sd_bus_message_enter_container(message, 'e', "sv") > 0) {
        const char* key = nullptr;
        sd_bus_message_read(message, "s", &key);
        char type = 0;
        const char* content = nullptr;
        sd_bus_message_peek_type(message, &type, &content);
        const std::string held = content;
        if (held == "s") {
            const char* value = nullptr;
            sd_bus_message_read(message, "v", "s", &value);
            options[key] = value;
        } else {
            std::uint32_t value = 0;
            sd_bus_message_read(message, "v", "u", &value);
            options[key] = std::to_string(value);
        }
        sd_bus_message_exit_container(message);
    }
    sd_bus_message_exit_container(message);
    return options;
}

std::string pathFor(sd_bus_message* message, const std::string& kind, const std::string& token) {
    std::string sender = sd_bus_message_get_sender(message) + 1;
    std::ranges::replace(sender, '.', '_');
    return std::string(kObject) + "/" + kind + "/" + sender + "/" + token;
}

} // namespace

struct FakePortal::Methods {
    static int createSession(sd_bus_message* message, void* self, sd_bus_error* /*error*/) {
        auto& portal = *static_cast<FakePortal*>(self);
        auto options = readOptions(message);
        const std::lock_guard lock(portal.m_mutex);
        portal.m_session = pathFor(message, "session", options["session_handle_token"]);
        portal.respond(message, options["handle_token"], 0, false);
        return 1;
    }

    static int selectSources(sd_bus_message* message, void* self, sd_bus_error* /*error*/) {
        auto& portal = *static_cast<FakePortal*>(self);
        const char* session = nullptr;
        sd_bus_message_read(message, "o", &session);
        auto options = readOptions(message);
        const std::lock_guard lock(portal.m_mutex);
        portal.m_asked.push_back(options);
        portal.respond(message, options["handle_token"], 0, false);
        return 1;
    }

    static int start(sd_bus_message* message, void* self, sd_bus_error* /*error*/) {
        auto& portal = *static_cast<FakePortal*>(self);
        const char* session = nullptr;
        const char* window = nullptr;
        sd_bus_message_read(message, "os", &session, &window);
        auto options = readOptions(message);
        const std::lock_guard lock(portal.m_mutex);
        if (portal.m_answer == Answer::Silence)
            return sd_bus_reply_method_return(message, "o",
                                              pathFor(message, "request", options["handle_token"]).c_str());
        const bool shared = portal.m_answer == Answer::Share;
        portal.respond(message, options["handle_token"], shared ? 0 : 1, shared);
        return 1;
    }

    static int openRemote(sd_bus_message* message, void* self, sd_bus_error* /*error*/) {
        auto& portal = *static_cast<FakePortal*>(self);
        const std::lock_guard lock(portal.m_mutex);
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
            return -errno;
        if (!portal.m_socket.empty()) {
            ::close(ends[0]);
            ends[0] = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            sockaddr_un address{};
            address.sun_family = AF_UNIX;
            portal.m_socket.copy(address.sun_path, sizeof(address.sun_path) - 1);
            if (::connect(ends[0], reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0)
                return -errno;
        }
        const int result = sd_bus_reply_method_return(message, "h", ends[0]);
        ::close(ends[0]);
        ::close(ends[1]);
        return result;
    }

    static int close(sd_bus_message* message, void* self, sd_bus_error* /*error*/) {
        auto& portal = *static_cast<FakePortal*>(self);
        const std::lock_guard lock(portal.m_mutex);
        portal.m_closed.emplace_back(sd_bus_message_get_path(message));
        return sd_bus_reply_method_return(message, "");
    }

    static int number(sd_bus* /*bus*/, const char* /*path*/, const char* /*interface*/, const char* property,
                      sd_bus_message* reply, void* self, sd_bus_error* /*error*/) {
        const auto& portal = *static_cast<const FakePortal*>(self);
        const std::string name = property;
        return sd_bus_message_append(reply, "u",
                                     name == "version"                ? portal.m_version
                                     : name == "AvailableCursorModes" ? portal.m_cursorModes
                                                                      : portal.m_sourceTypes);
    }

    static const std::array<sd_bus_vtable, 9> kScreenCast;
    static const std::array<sd_bus_vtable, 3> kClosable;
};

const std::array<sd_bus_vtable, 9> FakePortal::Methods::kScreenCast{
    sd_bus_vtable SD_BUS_VTABLE_START(0),
    sd_bus_vtable SD_BUS_METHOD("CreateSession", "a{sv}", "o", createSession, SD_BUS_VTABLE_UNPRIVILEGED),
    sd_bus_vtable SD_BUS_METHOD("SelectSources", "oa{sv}", "o", selectSources, SD_BUS_VTABLE_UNPRIVILEGED),
    sd_bus_vtable SD_BUS_METHOD("Start", "osa{sv}", "o", start, SD_BUS_VTABLE_UNPRIVILEGED),
    sd_bus_vtable SD_BUS_METHOD("OpenPipeWireRemote", "oa{sv}", "h", openRemote, SD_BUS_VTABLE_UNPRIVILEGED),
    sd_bus_vtable SD_BUS_PROPERTY("AvailableSourceTypes", "u", number, 0, 0),
    sd_bus_vtable SD_BUS_PROPERTY("AvailableCursorModes", "u", number, 0, 0),
    sd_bus_vtable SD_BUS_PROPERTY("version", "u", number, 0, 0),
    sd_bus_vtable SD_BUS_VTABLE_END};

const std::array<sd_bus_vtable, 3> FakePortal::Methods::kClosable{
    sd_bus_vtable SD_BUS_VTABLE_START(0),
    sd_bus_vtable SD_BUS_METHOD("Close", "", "", close, SD_BUS_VTABLE_UNPRIVILEGED),
    sd_bus_vtable SD_BUS_VTABLE_END};

FakePortal::FakePortal(const PrivateBus& bus, std::uint32_t sourceTypes)
    : m_sourceTypes(sourceTypes), m_service(bus, "org.freedesktop.portal.Desktop", [this](sd_bus* own) {
          const std::string object = kObject;
          sd_bus_add_object_vtable(own, nullptr, kObject, "org.freedesktop.portal.ScreenCast",
                                   Methods::kScreenCast.data(), this);
          sd_bus_add_fallback_vtable(
              own, nullptr, (object + "/session").c_str(), "org.freedesktop.portal.Session",
              Methods::kClosable.data(),
              [](sd_bus*, const char*, const char*, void* self, void** found, sd_bus_error*) {
                  *found = self;
                  return 1;
              },
              this);
          sd_bus_add_fallback_vtable(
              own, nullptr, (object + "/request").c_str(), "org.freedesktop.portal.Request",
              Methods::kClosable.data(),
              [](sd_bus*, const char*, const char*, void* self, void** found, sd_bus_error*) {
                  *found = self;
                  return 1;
              },
              this);
      }) {}

void FakePortal::respond(sd_bus_message* message, const std::string& token, std::uint32_t code,
                         bool started) {
    const std::string request = pathFor(message, "request", token);
    sd_bus* bus = sd_bus_message_get_bus(message);
    sd_bus_message* raw = nullptr;
    // Before the answer of the call, which a portal may do as well.
    sd_bus_message_new_signal(bus, &raw, request.c_str(), "org.freedesktop.portal.Request", "Response");
    sd_bus_message_append(raw, "u", code);
    sd_bus_message_open_container(raw, 'a', "{sv}");
    sd_bus_message_append(raw, "{sv}", "session_handle", "s", m_session.c_str());
    if (started) {
        sd_bus_message_append(raw, "{sv}", "streams", "a(ua{sv})", 1, m_node, 1, "size", "(ii)", 640, 480);
        sd_bus_message_append(raw, "{sv}", "persist_mode", "u", 1);
        sd_bus_message_append(raw, "{sv}", "restore_token", "s",
                              ("token" + std::to_string(++m_tokens)).c_str());
    }
    sd_bus_message_close_container(raw);
    sd_bus_send(bus, raw, nullptr);
    sd_bus_message_unref(raw);
    sd_bus_reply_method_return(message, "o", request.c_str());
}

void FakePortal::answer(Answer answer) {
    const std::lock_guard lock(m_mutex);
    m_answer = answer;
}

void FakePortal::give(std::uint32_t node, std::string socket) {
    const std::lock_guard lock(m_mutex);
    m_node = node;
    m_socket = std::move(socket);
}

std::vector<FakePortal::Options> FakePortal::asked() {
    const std::lock_guard lock(m_mutex);
    return m_asked;
}

std::vector<std::string> FakePortal::closed() {
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

void FakePortal::endSharing() {
    m_service.run([this](sd_bus* bus) {
        const std::lock_guard lock(m_mutex);
        sd_bus_emit_signal(bus, m_session.c_str(), "org.freedesktop.portal.Session", "Closed", "a{sv}", 0);
    });
}

} // namespace mockingbird::test
