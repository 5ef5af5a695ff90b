// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/child_process.h"

#include "tests/support/wait_until.h"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace mockingbird::test {

ChildProcess::ChildProcess(const std::vector<std::string>& words) {
    std::vector<std::string> copies = words;
    std::vector<char*> arguments;
    for (std::string& word : copies)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    constexpr mode_t kPrivate = 0600;
    const int flags = O_WRONLY | O_CREAT | O_TRUNC;
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, (m_folder.path() / "output").c_str(), flags,
                                     kPrivate);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, (m_folder.path() / "errors").c_str(), flags,
                                     kPrivate);
    if (::posix_spawnp(&m_id, copies.front().c_str(), &actions, nullptr, arguments.data(), environ) != 0)
        m_status = 127;
    posix_spawn_file_actions_destroy(&actions);
}

ChildProcess::~ChildProcess() {
    if (isRunning()) {
        signal(SIGKILL);
        (void)wait();
    }
}

void ChildProcess::signal(int number) const {
    if (!m_status)
        ::kill(m_id, number);
}

bool ChildProcess::isRunning() {
    if (!m_status) {
        int status = 0;
        if (::waitpid(m_id, &status, WNOHANG) == m_id)
            m_status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    return !m_status;
}

std::optional<int> ChildProcess::wait(std::chrono::milliseconds deadline) {
    (void)waitUntil([this] { return !isRunning(); }, deadline);
    return m_status;
}

std::string ChildProcess::output() const {
    return fileContent(m_folder.path() / "output");
}

std::string ChildProcess::errors() const {
    return fileContent(m_folder.path() / "errors");
}

FinishedProcess runProcess(const std::vector<std::string>& words, std::chrono::milliseconds deadline) {
    ChildProcess process(words);
    std::optional<int> status = process.wait(deadline);
    if (!status) {
        process.signal(SIGKILL);
        status = process.wait();
    }
    return {status.value_or(128 + SIGKILL), process.output(), process.errors()};
}

std::string fileContent(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

} // namespace mockingbird::test
