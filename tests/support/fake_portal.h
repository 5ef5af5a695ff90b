// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/private_bus.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace mockingbird::test {

/// A desktop's portal for screens, and the person who answers it. Shares no pictures: its socket leads
/// nowhere.
class FakePortal {
public:
    enum class Answer { Share, Decline, Silence };
    using Options = std::map<std::string, std::string>;

    explicit FakePortal(const PrivateBus& bus, std::uint32_t sourceTypes = 3);

    void answer(Answer answer);
    /// Shares a node of the PipeWire server that listens at `socket`.
    void give(std::uint32_t node, std::string socket);
    /// The options of each SelectSources, as text.
    [[nodiscard]] std::vector<Options> asked();
    /// The paths of what was closed by the other side: requests and sessions.
    [[nodiscard]] std::vector<std::string> closed();
    /// Ends the sharing, as by the desktop's button.
    void endSharing();

    static constexpr std::uint32_t kNode = 42;

private:
    struct Methods;
    void respond(sd_bus_message* message, const std::string& token, std::uint32_t code, bool started);

    std::uint32_t m_sourceTypes;
    std::uint32_t m_cursorModes = 7;
    std::uint32_t m_version = 4;
    std::mutex m_mutex; ///< guards the rest
    Answer m_answer = Answer::Share;
    std::vector<Options> m_asked;
    std::vector<std::string> m_closed;
    std::string m_session; ///< the latest
    int m_tokens = 0;
    std::uint32_t m_node = kNode;
    std::string m_socket; ///< empty: it leads nowhere
    BusService m_service;
};

} // namespace mockingbird::test
