// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/studio/cli/cli_fixture.h"

#include <cstdlib>
#include <fstream>

namespace mockingbird::studio::test {

namespace {

/// Something in the environment while it lives.
class Environment {
public:
    Environment(const char* name, const std::string& value) : m_name(name) {
        ::setenv(name, value.c_str(), 1);
    }
    ~Environment() { ::unsetenv(m_name); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    const char* m_name;
};

constexpr const char* kCoordinators = "the coordinator's words";
constexpr const char* kMentees = "the mentee's own words";

} // namespace

class SignInCommandsTest : public CliTest {
protected:
    void SetUp() override {
        CliTest::SetUp();
        EXPECT_EQ(run({"people", "add", "Dora Ek", "--role", "coordinator"}).status, 0);
        EXPECT_EQ(run({"people", "add", "Maya Okafor", "--role", "mentee"}).status, 0);
    }
    void turnOn() {
        const Environment next("MOCKINGBIRD_NEW_PASSPHRASE", kCoordinators);
        const Answer on = run({"--as", "Dora", "sign-in", "on", "--idle", "5"});
        ASSERT_EQ(on.status, 0) << on.err;
        EXPECT_EQ(on.document.at("on"), true);
        EXPECT_EQ(on.document.at("idle_minutes"), 5);
        m_recovery = on.document.at("recovery_code");
    }
    Answer asDora(std::vector<std::string> arguments) {
        const Environment own("MOCKINGBIRD_PASSPHRASE", kCoordinators);
        arguments.insert(arguments.begin(), {"--as", "Dora"});
        return run(std::move(arguments));
    }
    void letMayaIn() {
        const Answer given = asDora({"sign-in", "reset", "Maya"});
        ASSERT_EQ(given.status, 0) << given.err;
        const Environment code("MOCKINGBIRD_CODE", given.document.at("code"));
        const Environment next("MOCKINGBIRD_NEW_PASSPHRASE", kMentees);
        ASSERT_EQ(run({"--as", "Maya", "sign-in", "set"}).status, 0);
    }

    std::string m_recovery;
};

TEST_F(SignInCommandsTest, ACatalogAsksForNothingUntilACoordinatorTurnsItOn) {
    EXPECT_EQ(run({"sign-in"}).document, nlohmann::json::parse(R"({"on": false, "idle_minutes": null})"));
    EXPECT_EQ(run({"sessions"}).status, 0);
    const Environment next("MOCKINGBIRD_NEW_PASSPHRASE", kMentees);
    EXPECT_EQ(run({"--as", "Maya", "sign-in", "on"}).code(), "denied");
}

TEST_F(SignInCommandsTest, EveryCommandNeedsThePassphraseThen) {
    turnOn();
    for (const std::vector<std::string>& command :
         std::vector<std::vector<std::string>>{{"sessions"},
                                               {"people"},
                                               {"kits"},
                                               {"search", "Maya"},
                                               {"verify"},
                                               {"recover"},
                                               {"show", "last"},
                                               {"sign-in", "people"},
                                               {"sign-in", "reset", "Maya"}}) {
        EXPECT_EQ(run(command).code(), "denied") << command.front();
        auto named = command;
        named.insert(named.begin(), {"--as", "Dora"});
        const Environment wrong("MOCKINGBIRD_PASSPHRASE", "not her words at all");
        if (command.front() == "sessions") {
            EXPECT_EQ(run(named).detail(), "the name and the passphrase don't belong together");
        }
    }
    EXPECT_EQ(run({"sign-in"}).document.at("on"), true);
    EXPECT_EQ(asDora({"sessions"}).status, 0);
    EXPECT_EQ(asDora({"verify"}).status, 0);
}

TEST_F(SignInCommandsTest, ThePassphraseMayLieInAFileAndIsNoArgument) {
    turnOn();
    std::ofstream(path("passphrase")) << kCoordinators << "\nmore that is of no matter\n";
    EXPECT_EQ(run({"--as", "Dora", "--passphrase-file", path("passphrase"), "people"}).status, 0);
    EXPECT_EQ(run({"--as", "Dora", "--passphrase-file", path("missing"), "people"}).code(), "not-found");
    EXPECT_EQ(run({"--as", "Dora", "--passphrase", kCoordinators, "people"}).status, 2);
}

TEST_F(SignInCommandsTest, SomebodySetsTheirsWithACodeAndMayNotDoWhatIsNotTheirs) {
    turnOn();
    letMayaIn();
    const Environment own("MOCKINGBIRD_PASSPHRASE", kMentees);
    EXPECT_EQ(run({"--as", "Maya", "sessions"}).status, 0);
    EXPECT_EQ(run({"--as", "Maya", "verify"}).code(), "denied");
    EXPECT_EQ(run({"--as", "Maya", "sign-in", "reset", "Dora"}).code(), "denied");
    EXPECT_EQ(run({"--as", "Maya", "sign-in", "off"}).code(), "denied");
    EXPECT_EQ(run({"--as", "Dora", "sessions"}).code(), "denied");
}

TEST_F(SignInCommandsTest, APassphraseIsChangedAndAForgottenOneRecovered) {
    turnOn();
    {
        const Environment next("MOCKINGBIRD_NEW_PASSPHRASE", "other words for her");
        EXPECT_EQ(asDora({"sign-in", "change"}).status, 0);
    }
    EXPECT_EQ(asDora({"people"}).code(), "denied");
    const Environment next("MOCKINGBIRD_NEW_PASSPHRASE", kCoordinators);
    {
        const Environment code("MOCKINGBIRD_CODE", m_recovery);
        const Answer recovered = run({"--as", "Dora", "sign-in", "recover"});
        ASSERT_EQ(recovered.status, 0) << recovered.err;
        EXPECT_NE(recovered.document.at("recovery_code"), m_recovery);
        EXPECT_EQ(run({"--as", "Dora", "sign-in", "recover"}).code(), "denied");
    }
    EXPECT_EQ(asDora({"sign-in", "off"}).document.at("on"), false);
    EXPECT_EQ(run({"people"}).status, 0);
}

} // namespace mockingbird::studio::test
