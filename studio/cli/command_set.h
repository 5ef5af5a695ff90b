// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/cli/command.h"

#include <memory>
#include <string>
#include <vector>

namespace mockingbird::studio {

/// What the arguments ask for.
struct Parsed {
    enum class Kind { Command, Help, WrongUse };
    Kind kind = Kind::Command;
    std::string help; ///< of the command named, or of the program
    Error error;      ///< of a wrong use
};

/// The commands there are. Parses once.
class CommandSet {
public:
    CommandSet();
    ~CommandSet();
    CommandSet(const CommandSet&) = delete;
    CommandSet& operator=(const CommandSet&) = delete;

    Command add(const std::string& name, const std::string& description);

    [[nodiscard]] Parsed parse(const std::vector<std::string>& arguments);
    [[nodiscard]] const GlobalOptions& options() const { return m_options; }
    [[nodiscard]] const Command::Action& chosen() const { return m_chosen; }

private:
    std::unique_ptr<CLI::App> m_app;
    GlobalOptions m_options;
    Command::Action m_chosen;
};

} // namespace mockingbird::studio
