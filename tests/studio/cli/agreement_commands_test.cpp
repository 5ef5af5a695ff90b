// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/studio/cli/cli_fixture.h"

namespace mockingbird::studio::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::SizeIs;

/// The sample's first attempt was rated and opened; its second has one rater who hasn't sealed yet.
class AgreementCommands : public CliTest {
protected:
    Answer as(const std::string& person, std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--as", person});
        return sample(std::move(arguments));
    }
    void sealAll() {
        const auto session = as("Ingrid", {"show", inDraft()}).document;
        for (const auto& rater : session.at("awaited"))
            EXPECT_EQ(as(rater.at("name"), {"seal", inDraft()}).status, 0);
    }
};

TEST_F(AgreementCommands, RatersAgreeOnceAllHaveSealed) {
    const std::vector<std::string> words = {"agree",   inDraft(), "--criterion", "Structure",
                                            "--level", "4",       "--reason",    "Both heard the result"};
    EXPECT_EQ(as("Tom", words).code(), "invalid-argument") << "somebody is awaited";
    sealAll();
    const auto agreed = as("Tom", words);
    ASSERT_EQ(agreed.status, 0) << agreed.err;
    EXPECT_EQ(agreed.document.at("level"), 4);
    EXPECT_EQ(agreed.document.at("label"), "Strong");
    EXPECT_EQ(agreed.document.at("reason"), "Both heard the result");
    EXPECT_EQ(as("Maya", words).code(), "denied");
    EXPECT_EQ(as("Tom", {"agree", inDraft(), "--criterion", "1"}).code(), "invalid-argument") << "no level";
    EXPECT_EQ(as("Tom", {"agree", inDraft(), "--criterion", "1", "--level", "9"}).code(), "out-of-range");
    const auto session = as("Maya", {"show", inDraft()}).document;
    ASSERT_THAT(session.at("agreed_scores"), SizeIs(1));
    EXPECT_THAT(session.at("scores"), SizeIs(8)) << "the first ones stay beside it";
    ASSERT_EQ(as("Tom", {"agree", inDraft(), "--criterion", "1", "--withdraw"}).status, 0);
    EXPECT_EQ(as("Tom", {"agree", inDraft(), "--criterion", "1", "--withdraw"}).code(), "not-found");
}

TEST_F(AgreementCommands, ACalibrationHidesReviewsAndItsKeyFromWhoHasNotRated) {
    const auto begun =
        as("Ingrid", {"calibrate", inDraft(), "--title", "Before the year", "--cohort", "Sample"});
    ASSERT_EQ(begun.status, 0) << begun.err;
    EXPECT_EQ(begun.document.at("title"), "Before the year");
    EXPECT_TRUE(begun.document.at("cohort").is_string());
    EXPECT_EQ(as("Ingrid", {"calibrate", inDraft(), "--title", "Again"}).code(), "invalid-argument");
    EXPECT_EQ(as("Ingrid", {"calibrate", inDraft()}).code(), "invalid-argument");
    EXPECT_EQ(as("Tom", {"agree", inDraft(), "--criterion", "1", "--level", "3"}).code(), "denied");
    ASSERT_EQ(as("Ingrid", {"agree", inDraft(), "--criterion", "1", "--level", "3"}).status, 0);
    EXPECT_THAT(as("Ingrid", {"show", inDraft()}).document.at("agreed_scores"), SizeIs(1));
    EXPECT_THAT(as("Grace", {"show", inDraft()}).document.at("agreed_scores"), SizeIs(0));
    sealAll();
    EXPECT_THAT(as("Tom", {"show", inDraft()}).document.at("agreed_scores"), SizeIs(1));
    EXPECT_EQ(as("Ingrid", {"open", inDraft()}).code(), "denied");
    ASSERT_EQ(as("Ingrid", {"calibrate", inDraft(), "--end"}).status, 0);
    EXPECT_EQ(as("Ingrid", {"calibrate", inDraft(), "--end"}).code(), "not-found");
    EXPECT_EQ(as("Ingrid", {"calibrate", inDraft(), "--title", "x", "--cohort", "None"}).code(), "not-found");
}

TEST_F(AgreementCommands, SaysHowFarRatersAgree) {
    sealAll();
    const auto one = as("Grace", {"agreement", inDraft()}).document;
    EXPECT_EQ(one.at("sessions"), 1);
    ASSERT_THAT(one.at("raters"), SizeIs(2));
    EXPECT_EQ(one.at("percent_same").at("n"), 3) << "what both scored";
    EXPECT_GE(one.at("percent_within_one").at("value"), one.at("percent_same").at("value"));
    EXPECT_TRUE(one.contains("kappa"));
    EXPECT_TRUE(one.contains("alpha"));
    const auto all = as("Grace", {"agreement"}).document;
    EXPECT_GE(all.at("sessions"), 1);
    EXPECT_EQ(as("Grace", {"agreement", "--cohort", "Sample", "--kit", "Library Assistant"}).document, all);
    EXPECT_EQ(as("Grace", {"agreement", inDraft(), "--kit", "Library Assistant"}).code(), "invalid-argument");
    EXPECT_EQ(as("Grace", {"agreement", "--cohort", "None"}).code(), "not-found");
    const Answer text = plain({"--catalog", catalog(), "--sample", "--as", "Grace", "agreement", inDraft()});
    EXPECT_THAT(text.out, AllOf(HasSubstr("Same level"), HasSubstr("kappa")));
}

TEST_F(AgreementCommands, SaysNothingOfReviewsThatMayNotBeReadYet) {
    EXPECT_EQ(as("Maya", {"agreement", inDraft()}).code(), "not-found");
    EXPECT_EQ(as("Tom", {"agreement", inDraft()}).code(), "not-found");
}

TEST_F(AgreementCommands, TellsEachRaterTheirOwnTendency) {
    const auto tendency = as("Tom", {"tendency"}).document;
    EXPECT_EQ(tendency.at("rater").at("name"), "Tomás Rivera");
    EXPECT_GE(tendency.at("reviews"), 1);
    EXPECT_TRUE(tendency.at("evidence_share").at("value").is_number());
    EXPECT_EQ(sample({"tendency"}).code(), "invalid-argument") << "whose?";
    EXPECT_EQ(as("Tom", {"tendency", "Aisha"}).status, 2) << "nobody else's";
}

} // namespace
} // namespace mockingbird::studio::test
