// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace mockingbird::bench {

/// What a finished process took, by the system's own account of it and of the children it waited for.
struct ProcessCost {
    int status = 0;
    double cpuSeconds = 0;
    long peakKilobytes = 0;
};

/// A command started now. Its standard output is thrown away, or goes into a file; wait() ends it.
class TimedProcess {
public:
    /// Exits the program where the command can't be started: a bench has nothing to fall back to.
    explicit TimedProcess(const std::vector<std::string>& command, const std::string& output = "/dev/null");
    [[nodiscard]] ProcessCost wait();

private:
    pid_t m_pid = -1;
};

} // namespace mockingbird::bench
