// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/studio/cli/cli_fixture.h"

#include <array>
#include <random>

namespace mockingbird::studio::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

using CommandLine = CliTest;

bool isCommand(std::vector<const char*> words) {
    words.insert(words.begin(), "mockingbird");
    return isCommandLine(static_cast<int>(words.size()), words.data());
}

TEST(IsCommandLine, TellsACommandFromTheWindowsOptions) {
    EXPECT_FALSE(isCommand({}));
    EXPECT_FALSE(isCommand({"--catalog", "/x", "--as", "Maya"}));
    EXPECT_FALSE(isCommand({"-platform", "offscreen"}));
    EXPECT_TRUE(isCommand({"devices"}));
    EXPECT_TRUE(isCommand({"--catalog", "/x", "sessions"}));
    EXPECT_TRUE(isCommand({"--help"}));
    EXPECT_TRUE(isCommand({"--json"}));
    EXPECT_TRUE(isCommand({"nonsense"}));
}

TEST_F(CommandLine, PrintsHelpForTheProgramAndForACommand) {
    const Answer program = plain({"--help"});
    EXPECT_EQ(program.status, 0);
    EXPECT_THAT(program.out, AllOf(HasSubstr("record"), HasSubstr("verify"), HasSubstr("--catalog")));
    const Answer command = plain({"note", "--help"});
    EXPECT_EQ(command.status, 0);
    EXPECT_THAT(command.out, AllOf(HasSubstr("--criterion"), HasSubstr("SESSION")));
}

TEST_F(CommandLine, AnswersWrongUseWithStatusTwoAndOneError) {
    const std::vector<std::vector<std::string>> wrong{
        {},
        {"fly"},
        {"note", "last", "text"},
        {"note", "last", "--at", "soon", "text"},
        {"reply", "12345678"},
        {"agree", "last", "--criterion", "1", "--level", "high"},
        {"tendency", "Ada"},
        {"score", "last", "--criterion", "1", "--level", "high"},
        {"people", "add"},
        {"people", "add", "Ada", "--role", "king"},
        {"record", "--mode", "asleep"},
        {"frame", "last", "--at", "1"},
        {"sessions", "--colour"},
    };
    for (const auto& arguments : wrong) {
        const Answer refused = run(arguments);
        EXPECT_EQ(refused.status, 2) << refused.err;
        EXPECT_EQ(refused.code(), "invalid-argument") << refused.err;
    }
    EXPECT_THAT(run({"fly"}).detail(), HasSubstr("there is no command \"fly\""));
}

TEST_F(CommandLine, TakesGlobalOptionsBeforeAndAfterTheCommand) {
    const Answer before = plain({"--catalog", catalog(), "--json", "people"});
    const Answer after = plain({"people", "--json", "--catalog", catalog()});
    EXPECT_EQ(before.status, 0) << before.err;
    EXPECT_EQ(before.out, after.out);
}

TEST_F(CommandLine, PrintsSentencesForPeopleWithoutJson) {
    const Answer listed = plain({"--catalog", catalog(), "kits"});
    EXPECT_THAT(listed.out, HasSubstr("Library Assistant"));
    const Answer refused = plain({"--catalog", catalog(), "show", "nothing-such"});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("Nothing was changed."));
    EXPECT_EQ(refused.out, "");
}

TEST_F(CommandLine, SurvivesAnyArguments) {
    constexpr std::array kWords{"note",    "show",      "people",      "add",      "kits",   "last",
                                "--at",    "--json",    "--criterion", "-o",       "--",     "-",
                                "--level", "12",        "-1",          "",         "\xff",   "verify",
                                "seal",    "--sample=", "=",           "search",   "sample", "--as",
                                "x",       "99:99:99",  "--tag",       "sessions", "--help", "compare",
                                "recover", "score",     "frame",       "waveform", "report"};
    std::mt19937 random(20260301);
    for (int round = 0; round < 400; ++round) {
        std::vector<std::string> arguments{"--catalog", catalog()};
        const auto count = random() % 7;
        for (unsigned i = 0; i < count; ++i)
            arguments.emplace_back(kWords[random() % kWords.size()]);
        // Files are written where -o says: inside the test's folder.
        for (std::size_t i = 1; i < arguments.size(); ++i)
            if (arguments[i - 1] == "-o")
                arguments[i] = path("any.html");
        const int status = plain(arguments).status;
        EXPECT_TRUE(status >= 0 && status <= 2);
    }
}

} // namespace
} // namespace mockingbird::studio::test
