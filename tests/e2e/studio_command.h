// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/child_process.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace mockingbird::test {

/// What a command of the studio left: a document where it did its work, an error where it didn't.
struct CommandOutcome {
    int status = 0;
    nlohmann::json document;
    nlohmann::json error;
    std::string errors; ///< all of standard error

    /// The error's code, such as `out-of-range`; empty where there is no error.
    [[nodiscard]] std::string code() const;
};

/// The real executable on one catalog, run with --json. MOCKINGBIRD_BINARY in the environment names another
/// one.
class StudioCommand {
public:
    explicit StudioCommand(std::filesystem::path catalog) : m_catalog(std::move(catalog)) {}

    [[nodiscard]] const std::filesystem::path& catalog() const { return m_catalog; }
    /// The command line, for those who start it themselves.
    [[nodiscard]] std::vector<std::string> words(const std::vector<std::string>& command) const;
    /// Runs it; that it wrote anything but one document or one error fails the test.
    [[nodiscard]] CommandOutcome run(const std::vector<std::string>& command) const;
    /// Runs what has to succeed, and answers its document; its failure fails the test.
    nlohmann::json make(const std::vector<std::string>& command) const;
    /// Runs as another person.
    [[nodiscard]] StudioCommand as(const std::string& person) const;

private:
    std::filesystem::path m_catalog;
    std::string m_person;
};

/// Reads what a command that was started by its words left.
[[nodiscard]] CommandOutcome outcomeOf(const FinishedProcess& process);

/// What is in the `media` folder of a catalog.
[[nodiscard]] std::vector<std::filesystem::path> mediaFiles(const std::filesystem::path& catalog);

} // namespace mockingbird::test
