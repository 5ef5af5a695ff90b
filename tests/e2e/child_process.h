// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temporary_folder.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace mockingbird::test {

/// A program that was started, its output kept in files. One that still runs at the end of this object is
/// killed.
class ChildProcess {
public:
    /// Looks the program up in PATH. A program that isn't there ends with status 127.
    explicit ChildProcess(const std::vector<std::string>& words);
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    void signal(int number) const;
    [[nodiscard]] bool isRunning();
    /// Its exit status, 128 and the signal's number where one ended it; none when the deadline passed.
    [[nodiscard]] std::optional<int> wait(std::chrono::milliseconds deadline = std::chrono::seconds(60));

    /// What it has written so far.
    [[nodiscard]] std::string output() const;
    [[nodiscard]] std::string errors() const;

private:
    TemporaryFolder m_folder;
    pid_t m_id = 0;
    std::optional<int> m_status;
};

struct FinishedProcess {
    int status = 0;
    std::string output;
    std::string errors;
};

/// Runs a program to its end. One that takes too long is killed: status 137.
[[nodiscard]] FinishedProcess runProcess(const std::vector<std::string>& words,
                                         std::chrono::milliseconds deadline = std::chrono::seconds(60));

/// The whole file; empty where there is none.
[[nodiscard]] std::string fileContent(const std::filesystem::path& file);

} // namespace mockingbird::test
