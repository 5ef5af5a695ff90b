// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/mpv_peer.h"

#include "tests/support/wait_until.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <sstream>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace mockingbird::bench {

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void giveUp(const char* what) {
    std::fprintf(stderr, "mpv: %s\n", what);
    std::exit(1);
}

} // namespace

MpvPeer::MpvPeer() {
    const std::string path = m_folder / "mpv";
    const std::string server = "--input-ipc-server=" + path;
    m_pid = fork();
    if (m_pid == 0) {
        const int null = open("/dev/null", O_RDWR);
        dup2(null, STDIN_FILENO);
        dup2(null, STDOUT_FILENO);
        execlp("mpv", "mpv", "--no-config", "--idle=yes", "--vo=null", "--ao=null", "--pause",
               "--hr-seek=yes", "--msg-level=all=no", server.c_str(), static_cast<char*>(nullptr));
        _exit(127);
    }
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.c_str(), std::min(path.size(), sizeof address.sun_path - 1));
    m_socket = socket(AF_UNIX, SOCK_STREAM, 0);
    const bool connected = test::waitUntil(
        [&] { return connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0; });
    if (m_pid < 0 || !connected)
        giveUp("it could not be started");
}

MpvPeer::~MpvPeer() {
    close(m_socket);
    kill(m_pid, SIGTERM);
    waitpid(m_pid, nullptr, 0);
}

void MpvPeer::send(const std::string& command) {
    const std::string line = command + "\n";
    if (write(m_socket, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        giveUp("it takes no commands");
}

MpvPeer::Duration MpvPeer::timed(const std::string& command) {
    const auto begun = Clock::now();
    send(command);
    while (true) {
        for (auto end = m_received.find('\n'); end != std::string::npos; end = m_received.find('\n')) {
            const auto message = nlohmann::json::parse(m_received.substr(0, end), nullptr, false);
            m_received.erase(0, end + 1);
            if (!message.is_object())
                continue;
            const std::string event = message.value("event", "");
            if (event == "playback-restart")
                return Clock::now() - begun;
            if (event == "end-file" && message.value("reason", "") == "error")
                giveUp("it can't play the file");
            if (message.contains("error") && message["error"] != "success")
                giveUp("it refused a command");
        }
        std::array<char, 4096> bytes{};
        const ssize_t count = read(m_socket, bytes.data(), bytes.size());
        if (count <= 0)
            giveUp("it went away");
        m_received.append(bytes.data(), static_cast<std::size_t>(count));
    }
}

MpvPeer::Duration MpvPeer::load(const std::filesystem::path& file) {
    return timed(nlohmann::json{{"command", {"loadfile", file.string()}}}.dump());
}

MpvPeer::Duration MpvPeer::seek(double seconds) {
    return timed(nlohmann::json{{"command", {"seek", seconds, "absolute+exact"}}}.dump());
}

void MpvPeer::settle() {
    constexpr int kQuietMs = 150;
    pollfd said{m_socket, POLLIN, 0};
    std::array<char, 4096> bytes{};
    while (poll(&said, 1, kQuietMs) > 0) {
        if (read(m_socket, bytes.data(), bytes.size()) <= 0)
            giveUp("it went away");
    }
    m_received.clear();
}

double MpvPeer::processorSeconds() const {
    std::ifstream file("/proc/" + std::to_string(m_pid) + "/stat");
    std::string text;
    std::getline(file, text);
    // After the name, which may hold anything, come the state and eleven more before utime and stime.
    std::istringstream rest(text.substr(text.rfind(')') + 1));
    std::string skipped;
    for (int i = 0; i < 11; ++i)
        rest >> skipped;
    double user = 0;
    double system = 0;
    rest >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace mockingbird::bench
