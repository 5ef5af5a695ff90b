// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/encode/encoder_trial.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>

namespace mockingbird::recorder {

namespace {

using std::chrono::milliseconds;

constexpr EncoderDemand kDemand{1920, 1080, 30};
constexpr EncoderDemand kSmall{320, 180, 15};

/// A machine on which these take so long for a second, and nothing else works.
struct Machine {
    std::map<std::string, milliseconds> speeds;
    std::vector<std::string> tried;

    EncoderChoice choose() {
        return chooseEncoder(kDemand,
                             [this](const EncoderChoice& choice,
                                    const EncoderDemand& demand) -> std::optional<std::chrono::nanoseconds> {
                                 EXPECT_EQ(demand, kDemand);
                                 tried.push_back(choice.toString());
                                 const auto found = speeds.find(choice.toString());
                                 if (found == speeds.end())
                                     return std::nullopt;
                                 return found->second;
                             });
    }
};

} // namespace

TEST(EncoderChoice, IsReadAsItIsWritten) {
    for (const char* text : {"libx264:superfast", "h264_vaapi"})
        EXPECT_EQ(EncoderChoice::parse(text).toString(), text);
    EXPECT_EQ(EncoderChoice::parse("libx264"), EncoderChoice{});
}

TEST(EncoderTrial, TakesTheMachinesOwnEncoderWhereItWorksAndKeepsUp) {
    Machine machine{{{"h264_nvenc", milliseconds(80)}, {"libx264:veryfast", milliseconds(200)}}, {}};
    EXPECT_EQ(machine.choose().name, "h264_nvenc");
    // One that is slower than the processor is of no use.
    machine.speeds["h264_nvenc"] = milliseconds(900);
    EXPECT_EQ(machine.choose(), EncoderChoice{});
}

TEST(EncoderTrial, TakesTheSlowestPresetThatTheMachineKeepsUpWith) {
    Machine machine{{{"libx264:veryfast", milliseconds(700)},
                     {"libx264:superfast", milliseconds(450)},
                     {"libx264:ultrafast", milliseconds(200)}},
                    {}};
    EXPECT_EQ(machine.choose().toString(), "libx264:superfast");
    EXPECT_EQ(machine.tried.back(), "libx264:superfast");
    machine.speeds["libx264:superfast"] = milliseconds(800);
    machine.speeds["libx264:ultrafast"] = milliseconds(600);
    // Nothing is fast enough; the fastest there is has to do.
    EXPECT_EQ(machine.choose().toString(), "libx264:ultrafast");
}

TEST(EncoderTrial, AsksASecondTimeWhatWasSlowOnce) {
    int asked = 0;
    const auto chosen = chooseEncoder(kDemand, [&](const EncoderChoice& choice, const EncoderDemand&) {
        if (choice.name != "libx264")
            return std::optional<std::chrono::nanoseconds>();
        return std::optional<std::chrono::nanoseconds>(milliseconds(++asked == 1 ? 900 : 300));
    });
    EXPECT_EQ(chosen, EncoderChoice{});
    EXPECT_EQ(asked, 2);
}

TEST(EncoderTrial, EncodesASecondWithLibx264) {
    const auto took = tryEncoder({}, kSmall);
    ASSERT_TRUE(took.has_value());
    EXPECT_GT(took->count(), 0);
}

TEST(EncoderTrial, SeesThatAnEncoderHasNoDeviceBehindItOrIsNone) {
    // A device that does not exist, whatever this machine has.
    ::setenv("LIBVA_DRIVER_NAME", "none_such", 1);
    ::setenv("CUDA_VISIBLE_DEVICES", "", 1);
    EXPECT_FALSE(tryEncoder({"h264_vaapi", ""}, kSmall).has_value());
    EXPECT_FALSE(tryEncoder({"h264_nvenc", ""}, kSmall).has_value());
    EXPECT_FALSE(tryEncoder({"no_such_encoder", ""}, kSmall).has_value());
    EXPECT_FALSE(tryEncoder({"aac", ""}, kSmall).has_value());
}

TEST(EncoderTrial, IsDoneOnceAndRememberedForThatSizeAlone) {
    ::unsetenv("MOCKINGBIRD_ENCODER");
    EXPECT_EQ(knownEncoder(kSmall), EncoderChoice{});
    const EncoderChoice found = findEncoder(kSmall);
    EXPECT_EQ(knownEncoder(kSmall), found);
    EXPECT_EQ(findEncoder(kSmall), found);
    EXPECT_EQ(knownEncoder({640, 360, 15}), EncoderChoice{});
}

TEST(EncoderTrial, IsNotNeededWhereTheEnvironmentNamesAnEncoder) {
    ::setenv("MOCKINGBIRD_ENCODER", "libx264:ultrafast", 1);
    EXPECT_EQ(findEncoder(kDemand).toString(), "libx264:ultrafast");
    EXPECT_EQ(knownEncoder(kDemand).toString(), "libx264:ultrafast");
    ::unsetenv("MOCKINGBIRD_ENCODER");
    EXPECT_EQ(knownEncoder(kDemand), EncoderChoice{});
}

} // namespace mockingbird::recorder
