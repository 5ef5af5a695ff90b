// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace mockingbird::studio {

/// Whether the arguments ask for the command line; otherwise they are the window's (`--catalog DIR`, `--as
/// PERSON`, and what Qt takes).
[[nodiscard]] bool isCommandLine(int argc, const char* const* argv);

/// Runs the command that the arguments name and returns the exit status: 0; 1 where it failed; 2 where the
/// arguments can't be understood. Prints to standard output and standard error as described in this room's
/// README.
[[nodiscard]] int runCommandLine(int argc, char** argv);

/// The same with the arguments after the program's name, and the streams to print to. Never throws.
[[nodiscard]] int runCommandLine(const std::vector<std::string>& arguments, std::ostream& out,
                                 std::ostream& err);

} // namespace mockingbird::studio
