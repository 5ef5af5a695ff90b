// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/uuid7.h"
#include "studio/cli/command_line.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace mockingbird::studio::test {

/// What a command printed and returned. With --json: `document` is standard output's, `error` standard
/// error's; null where nothing was printed, discarded where it was no JSON.
struct Answer {
    int status = 0;
    std::string out;
    std::string err;
    nlohmann::json document;
    nlohmann::json error;

    [[nodiscard]] std::string code() const { return error.is_object() ? error.at("error").at("code") : ""; }
    [[nodiscard]] std::string detail() const {
        return error.is_object() ? error.at("error").at("detail") : "";
    }
};

/// Runs commands inside the test's process, on a catalog of the test's own.
class CliTest : public ::testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directories(folder); }
    void TearDown() override { std::filesystem::remove_all(folder); }

    /// With --json and the catalog. The rule that holds for every command is checked here: a document and
    /// nothing else, or an error and nothing else.
    Answer run(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"--json", "--catalog", catalog()});
        Answer result = plain(arguments);
        result.document =
            result.out.empty() ? nlohmann::json() : nlohmann::json::parse(result.out, nullptr, false);
        result.error =
            result.err.empty() ? nlohmann::json() : nlohmann::json::parse(result.err, nullptr, false);
        EXPECT_FALSE(result.document.is_discarded()) << result.out;
        EXPECT_FALSE(result.error.is_discarded()) << result.err;
        EXPECT_EQ(result.status == 0, result.err.empty()) << result.err;
        EXPECT_EQ(result.status == 0, !result.out.empty()) << result.out;
        if (result.error.is_object()) {
            EXPECT_TRUE(result.error.at("error").at("message").is_string());
        }
        return result;
    }
    /// On the sample beside the catalog.
    Answer sample(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "--sample");
        return run(std::move(arguments));
    }
    /// The sample's session of which a review is still a draft, by its id.
    std::string inDraft() {
        for (const nlohmann::json& session : sample({"sessions"}).document)
            if (session.at("attempt") == 2 && session.at("mentee").at("name") == "Maya Okafor")
                return session.at("id");
        ADD_FAILURE() << "the sample has no second attempt of Maya\u2019s";
        return {};
    }
    static Answer plain(const std::vector<std::string>& arguments) {
        std::ostringstream out;
        std::ostringstream err;
        Answer result;
        result.status = runCommandLine(arguments, out, err);
        result.out = out.str();
        result.err = err.str();
        return result;
    }
    [[nodiscard]] std::string catalog() const { return (folder / "catalog").string(); }
    [[nodiscard]] std::string path(const std::string& name) const { return (folder / name).string(); }
    [[nodiscard]] std::ptrdiff_t entries() const {
        return std::distance(std::filesystem::directory_iterator(folder),
                             std::filesystem::directory_iterator());
    }

    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("cli-" + Uuid7::make().toString());
};

} // namespace mockingbird::studio::test
