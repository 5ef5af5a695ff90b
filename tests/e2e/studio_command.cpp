// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/studio_command.h"

#include <cstdlib>
#include <gtest/gtest.h>

namespace mockingbird::test {

using nlohmann::json;
using nlohmann::literals::operator""_json_pointer;

std::string CommandOutcome::code() const {
    return error.is_object() ? error.value("/error/code"_json_pointer, std::string()) : std::string();
}

std::vector<std::string> StudioCommand::words(const std::vector<std::string>& command) const {
    const char* other = std::getenv("MOCKINGBIRD_BINARY");
    std::vector<std::string> all{other != nullptr ? other : MOCKINGBIRD_BINARY, "--catalog",
                                 m_catalog.string(), "--json"};
    if (!m_person.empty())
        all.insert(all.end(), {"--as", m_person});
    all.insert(all.end(), command.begin(), command.end());
    return all;
}

CommandOutcome StudioCommand::run(const std::vector<std::string>& command) const {
    return outcomeOf(runProcess(words(command)));
}

json StudioCommand::make(const std::vector<std::string>& command) const {
    const CommandOutcome outcome = run(command);
    EXPECT_EQ(outcome.status, 0) << command.front() << ": " << outcome.errors;
    return outcome.document;
}

StudioCommand StudioCommand::as(const std::string& person) const {
    StudioCommand other(m_catalog);
    other.m_person = person;
    return other;
}

CommandOutcome outcomeOf(const FinishedProcess& process) {
    CommandOutcome outcome{process.status, nullptr, nullptr, process.errors};
    if (process.status == 0) {
        outcome.document = json::parse(process.output, nullptr, false);
        EXPECT_FALSE(outcome.document.is_discarded()) << "no JSON document: " << process.output;
    } else {
        outcome.error = json::parse(process.errors, nullptr, false);
        EXPECT_TRUE(outcome.error.is_object()) << "no JSON object: " << process.errors;
        EXPECT_EQ(process.output, "");
    }
    return outcome;
}

std::vector<std::filesystem::path> mediaFiles(const std::filesystem::path& catalog) {
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(catalog / "media", none))
        files.push_back(entry.path());
    return files;
}

} // namespace mockingbird::test
