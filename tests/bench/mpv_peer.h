// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temporary_folder.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <sys/types.h>

namespace mockingbird::bench {

/// mpv beside us, paused and without outputs, driven over its socket. Exits the program where mpv doesn't
/// answer: a bench has nothing to fall back to.
class MpvPeer {
public:
    MpvPeer();
    ~MpvPeer();
    MpvPeer(const MpvPeer&) = delete;
    MpvPeer& operator=(const MpvPeer&) = delete;

    using Duration = std::chrono::steady_clock::duration;
    /// From the command to the first frame.
    [[nodiscard]] Duration load(const std::filesystem::path& file);
    /// An exact seek, from the command to the frame.
    [[nodiscard]] Duration seek(double seconds);
    /// Waits until it rests: behind an answer it reads and decodes ahead, which would take a processor from
    /// whom it is compared with.
    void settle();
    /// What it has taken of the processor, all its threads together.
    [[nodiscard]] double processorSeconds() const;

private:
    void send(const std::string& command);
    /// From the command, until mpv says that the frame is there.
    Duration timed(const std::string& command);

    const test::TemporaryFolder m_folder;
    pid_t m_pid = -1;
    int m_socket = -1;
    std::string m_received;
};

} // namespace mockingbird::bench
