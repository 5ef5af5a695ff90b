// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/secret.h"

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace mockingbird::studio {

namespace {

/// The terminal doesn't show what is typed while it lives.
class WithoutEcho {
public:
    WithoutEcho() {
        m_changed = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_changed = m_changed && ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    ~WithoutEcho() {
        if (m_changed)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    WithoutEcho(const WithoutEcho&) = delete;
    WithoutEcho& operator=(const WithoutEcho&) = delete;
    [[nodiscard]] bool works() const { return m_changed; }

private:
    termios m_before{};
    bool m_changed = false;
};

Result<std::string> firstLine(std::istream& stream, const std::string& name) {
    std::string line;
    if (!std::getline(stream, line))
        return Error{ErrorCode::InvalidArgument, name + " is empty", 0};
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

} // namespace

Result<std::string> readSecret(const SecretSource& source) {
    if (source.file == "-")
        return firstLine(std::cin, "standard input");
    if (!source.file.empty()) {
        std::ifstream file(source.file);
        if (!file)
            return errorFromErrno(errno == 0 ? ENOENT : errno, "\"" + source.file + "\"");
        return firstLine(file, "\"" + source.file + "\"");
    }
    if (const char* value = std::getenv(source.variable); value != nullptr && *value != '\0')
        return std::string(value);
    if (::isatty(STDIN_FILENO) == 1) {
        std::cerr << source.prompt << ": " << std::flush;
        const WithoutEcho quiet;
        if (quiet.works()) {
            auto line = firstLine(std::cin, "the answer");
            std::cerr << '\n';
            return line;
        }
    }
    return Error{ErrorCode::InvalidArgument,
                 source.prompt + ": it is read from " + source.variable +
                     ", from a file (its option, - for standard input), or asked at a terminal",
                 0};
}

} // namespace mockingbird::studio
