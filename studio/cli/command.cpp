// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command.h"

#include <CLI/CLI.hpp>
#include <utility>

namespace mockingbird::studio {

namespace {

template <class T>
T orWrongUse(const std::string& option, Result<T> result) {
    if (!result.ok())
        throw CLI::ValidationError(option, result.error().detail);
    return std::move(result).value();
}

CLI::Option* needed(CLI::Option* option, Command::Need need) {
    return option->required(need == Command::Need::Required);
}

/// Calls `take` with every value: one behind each naming of the option, so that what follows stays a
/// positional.
template <class Take>
CLI::Option* addEach(CLI::App& command, const std::string& name, const std::string& description, Take take) {
    CLI::callback_t callback = [take](const CLI::results_t& values) {
        for (const std::string& value : values)
            take(value);
        return true;
    };
    return command.add_option(name, callback, description)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->allow_extra_args(false);
}

} // namespace

Command Command::add(const std::string& name, const std::string& description) const {
    CLI::App* command = m_app->add_subcommand(name, description);
    command->fallthrough(); // so that the global options are taken after it too
    return {*command, *m_chosen};
}

void Command::runs(Action action) const {
    m_app->callback([app = m_app, chosen = m_chosen, action = std::move(action)] {
        // `people add` names both, and both are called back.
        if (app->get_subcommands().empty())
            *chosen = action;
    });
}

void Command::text(const std::string& name, std::string& value, const std::string& kind,
                   const std::string& description, Need need) const {
    needed(m_app->add_option(name, value, description), need)->type_name(kind);
}

void Command::words(const std::string& name, std::vector<std::string>& values, const std::string& description,
                    Need need) const {
    needed(m_app->add_option(name, values, description), need)->type_name("");
}

void Command::flag(const std::string& name, bool& value, const std::string& description) const {
    m_app->add_flag(name, value, description);
}

void Command::texts(const std::string& name, std::vector<std::string>& values, const std::string& kind,
                    const std::string& description) const {
    addEach(*m_app, name, description, [&values](const std::string& text) {
        values.push_back(text);
    })->type_name(kind + " ...");
}

void Command::number(const std::string& name, int& value, const std::string& description, Need need) const {
    needed(m_app->add_option(name, value, description), need)->type_name("N");
}

void Command::number(const std::string& name, std::optional<int>& value,
                     const std::string& description) const {
    m_app
        ->add_option_function<int>(
            name, [&value](int number) { value = number; }, description)
        ->type_name("N");
}

void Command::time(const std::string& name, std::optional<MediaTime>& value, const std::string& description,
                   Need need) const {
    const auto take = [&value, name](const std::string& text) {
        value = orWrongUse(name, MediaTime::parse(text));
    };
    needed(m_app->add_option_function<std::string>(name, take, description), need)->type_name("T");
}

void Command::times(const std::string& name, std::vector<MediaTime>& values,
                    const std::string& description) const {
    addEach(*m_app, name, description, [&values, name](const std::string& text) {
        values.push_back(orWrongUse(name, MediaTime::parse(text)));
    })->type_name("T ...");
}

void Command::mode(catalog::SessionMode& mode) const {
    const auto take = [&mode](const std::string& text) {
        mode = orWrongUse("--mode", catalog::parseSessionMode(text));
    };
    m_app->add_option_function<std::string>("--mode", take, "How it is held; in-person unless said otherwise")
        ->type_name("in-person|virtual|solo");
}

void Command::roles(std::set<catalog::Role>& roles) const {
    addEach(*m_app, "--role", "What they do in the programme; repeatable", [&roles](const std::string& text) {
        roles.insert(orWrongUse("--role", catalog::parseRole(text)));
    })->type_name("mentee|mentor|liaison|coordinator ...");
}

void Command::session(std::string& session) const {
    text("SESSION", session, "", "Its id, six or more characters of an end of it, or last", Need::Required);
}

void Command::part(int& part) const {
    number("--part", part, "Which part of a recording that was interrupted");
}

void Command::output(std::string& file, const std::string& description, Need need) const {
    text("-o,--output", file, "FILE", description, need);
}

} // namespace mockingbird::studio
