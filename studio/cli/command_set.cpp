// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

namespace mockingbird::studio {

namespace {

std::string helpOf(const CLI::App& app) {
    for (const CLI::App* command = &app;;) {
        const auto named = command->get_subcommands();
        if (named.empty())
            return command->help();
        command = named.front();
    }
}

/// What CLI11 says, in our words where its own name things of its inside.
Error misuse(const CLI::ParseError& failure, const CLI::App& app) {
    std::string detail = failure.what();
    if (app.get_subcommands().empty()) {
        const auto words = app.remaining();
        const auto word = std::ranges::find_if(words, [](const auto& one) { return !one.starts_with("-"); });
        if (word != words.end())
            detail = "there is no command \"" + *word + "\"";
        else if (dynamic_cast<const CLI::RequiredError*>(&failure) != nullptr && words.empty())
            detail = "no command was given";
    }
    while (detail.ends_with('.') || detail.ends_with('\n'))
        detail.pop_back();
    return Error{ErrorCode::InvalidArgument, detail + "; --help tells what there is", 0};
}

} // namespace

CommandSet::CommandSet()
    : m_app(std::make_unique<CLI::App>(
          "Records mock interviews and reviews them. Without a command it opens the window.",
          "mockingbird")) {
    m_app->require_subcommand(1);
    m_app->set_version_flag("--version", std::string("mockingbird ") + MOCKINGBIRD_VERSION);
    m_app->add_option("--catalog", m_options.catalog, "The catalog's folder")->type_name("DIR");
    m_app->add_option("--as", m_options.actor, "Who you are, where several people use the catalog")
        ->type_name("PERSON");
    m_app
        ->add_option("--passphrase-file", m_options.passphraseFile,
                     "Whose first line is your passphrase, where people sign in; - is standard input")
        ->type_name("FILE");
    m_app->add_flag("--sample", m_options.sample, "Work on the sample instead of your own catalog");
    m_app->add_flag("--json", m_options.json, "Print one JSON document");
    m_app->footer(
        "Times are seconds (12.5) or hh:mm:ss.mmm. People, kits and sessions are named by name or id; the "
        "newest session is \"last\".\nCOMMAND --help tells what a command takes.");
}

CommandSet::~CommandSet() = default;

Command CommandSet::add(const std::string& name, const std::string& description) {
    return Command(*m_app, m_chosen).add(name, description);
}

Parsed CommandSet::parse(const std::vector<std::string>& arguments) {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend()); // CLI11 takes them from the back
    try {
        m_app->parse(std::move(reversed));
    } catch (const CLI::CallForVersion& version) {
        return {Parsed::Kind::Help, std::string(version.what()) + "\n", {}};
    } catch (const CLI::CallForHelp&) {
        return {Parsed::Kind::Help, helpOf(*m_app), {}};
    } catch (const CLI::ParseError& failure) {
        return {Parsed::Kind::WrongUse, {}, misuse(failure, *m_app)};
    }
    if (!m_chosen)
        return {Parsed::Kind::WrongUse,
                {},
                {ErrorCode::InvalidArgument, "no command was given; --help lists them", 0}};
    return {};
}

} // namespace mockingbird::studio
