// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/catalog/people_store.h"
#include "common/catalog/session_store.h"
#include "studio/cli/invocation.h"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace mockingbird::studio {

/// One command: what it takes, and what runs. A light handle; the CommandSet owns what is behind it. The
/// variables that values go to have to live until the command has run. A value that can't be one is a wrong
/// use.
class Command {
public:
    using Action = std::function<Result<Outcome>(Invocation&)>;
    enum class Need { Optional, Required };

    Command(CLI::App& app, Action& chosen) : m_app(&app), m_chosen(&chosen) {}

    /// A command under this one, as in `people add`.
    [[nodiscard]] Command add(const std::string& name, const std::string& description) const;
    /// What runs where this is the last command named.
    void runs(Action action) const;

    /// A name with dashes is an option, one without a positional.
    void text(const std::string& name, std::string& value, const std::string& kind,
              const std::string& description, Need need = Need::Optional) const;
    /// All that stands there without an option's name; at least one where it is needed.
    void words(const std::string& name, std::vector<std::string>& values, const std::string& description,
               Need need = Need::Required) const;
    /// True where it is named.
    void flag(const std::string& name, bool& value, const std::string& description) const;
    /// Repeatable, with one value at each.
    void texts(const std::string& name, std::vector<std::string>& values, const std::string& kind,
               const std::string& description) const;
    void number(const std::string& name, int& value, const std::string& description,
                Need need = Need::Optional) const;
    void number(const std::string& name, std::optional<int>& value, const std::string& description) const;
    void time(const std::string& name, std::optional<MediaTime>& value, const std::string& description,
              Need need = Need::Optional) const;
    /// Repeatable.
    void times(const std::string& name, std::vector<MediaTime>& values, const std::string& description) const;

    void mode(catalog::SessionMode& mode) const;      ///< `--mode`
    void roles(std::set<catalog::Role>& roles) const; ///< `--role`, repeatable
    void session(std::string& session) const;         ///< `SESSION`
    void part(int& part) const;                       ///< `--part`, of a recording that was interrupted
    void output(std::string& file, const std::string& description,
                Need need = Need::Required) const; ///< `-o`

private:
    CLI::App* m_app;
    Action* m_chosen;
};

} // namespace mockingbird::studio
