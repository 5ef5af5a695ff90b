// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/timed_process.h"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace mockingbird::bench {

namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

TimedProcess::TimedProcess(const std::vector<std::string>& command, const std::string& output) {
    std::vector<char*> arguments;
    for (const std::string& word : command)
        arguments.push_back(const_cast<char*>(word.c_str())); // execvp doesn't write to them
    arguments.push_back(nullptr);
    m_pid = fork();
    if (m_pid == 0) {
        const int null = open("/dev/null", O_RDWR);
        dup2(null, STDIN_FILENO);
        dup2(open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    if (m_pid < 0) {
        std::perror(arguments[0]);
        std::exit(1);
    }
}

ProcessCost TimedProcess::wait() {
    ProcessCost cost;
    rusage usage{};
    if (wait4(m_pid, &cost.status, 0, &usage) < 0)
        std::perror("wait4");
    cost.cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    cost.peakKilobytes = usage.ru_maxrss;
    return cost;
}

} // namespace mockingbird::bench
