// SPDX-License-Identifier: GPL-3.0-or-later
// What of the display is recorded: each of several screens, a window, a part.
#include "tests/e2e/coloured_window.h"
#include "tests/e2e/picture_track.h"
#include "tests/e2e/studio_command.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::test {
namespace {

using nlohmann::json;
using testing::SizeIs;

constexpr std::uint32_t kWhite = 0xffffff;
constexpr std::uint32_t kBlack = 0x000000;
constexpr double kWhiteLuma = 235;
constexpr double kBlackLuma = 16;
constexpr double kNear = 3;

class Screens : public testing::Test {
protected:
    /// The picture's track and its mean brightness in a second of recording `source`.
    struct Recorded {
        json track;
        double brightness = -1;
    };
    Recorded record(const std::string& source) {
        const json session = m_studio.make({"record", "--mentee", "Ada Mentee", "--kit", "Library Assistant",
                                            "--video", source, "--seconds", "1"});
        Recorded recorded;
        if (session.is_null())
            return recorded;
        const json recording = session.at("recordings").at(0);
        recorded.track = recording.at("tracks").at(0);
        const PictureTrack picture(m_studio.catalog() / recording.at("file").get<std::string>(), 0);
        if (!picture.frames().empty())
            recorded.brightness = picture.frames().back().brightness;
        return recorded;
    }

    void SetUp() override { m_studio.make({"people", "add", "Ada Mentee", "--role", "mentee"}); }

    TemporaryFolder m_folder;
    StudioCommand m_studio{m_folder.path() / "catalog"};
};

/// Splits the lab's screen in two for a test, as a second monitor would.
class TwoMonitors {
public:
    TwoMonitors() {
        set({"--setmonitor", "left", "960/250x1080/280+0+0", "screen"});
        set({"--setmonitor", "right", "960/250x1080/280+960+0", "none"});
    }
    ~TwoMonitors() {
        set({"--delmonitor", "right"});
        set({"--delmonitor", "left"});
    }
    TwoMonitors(const TwoMonitors&) = delete;
    TwoMonitors& operator=(const TwoMonitors&) = delete;

private:
    static void set(std::vector<std::string> words) {
        words.insert(words.begin(), "xrandr");
        const FinishedProcess done = runProcess(words);
        EXPECT_EQ(done.status, 0) << done.errors;
    }
};

TEST_F(Screens, EachOfSeveralIsListedAndRecordedAlone) {
    const TwoMonitors monitors;
    const ColouredWindow left("left", {0, 0, 960, 1080}, kBlack);
    const ColouredWindow right("right", {960, 0, 960, 1080}, kWhite);
    std::vector<std::string> screens;
    for (const json& device : m_studio.make({"devices"})) {
        if (device.at("id").get<std::string>().starts_with("screen"))
            screens.push_back(device.at("id").get<std::string>());
    }
    EXPECT_THAT(screens, testing::ElementsAre("screen", "screen:960x1080+0+0", "screen:960x1080+960+0"));
    const Recorded one = record("screen:960x1080+0+0");
    EXPECT_NEAR(one.brightness, kBlackLuma, kNear);
    const Recorded other = record("screen:960x1080+960+0");
    EXPECT_EQ(other.track.value("width", 0), 960);
    EXPECT_NEAR(other.brightness, kWhiteLuma, kNear);
}

TEST_F(Screens, AWindowIsRecordedAloneAndAtAnEvenSize) {
    const ColouredWindow around("around", {0, 0, 1920, 1080}, kBlack);
    const ColouredWindow call("The call", {201, 101, 641, 361}, kWhite);
    const Recorded recorded = record(call.source());
    EXPECT_EQ(recorded.track.value("width", 0), 640);
    EXPECT_EQ(recorded.track.value("height", 0), 360);
    EXPECT_NEAR(recorded.brightness, kWhiteLuma, kNear);
}

TEST_F(Screens, APartIsRecordedAlone) {
    const ColouredWindow around("around", {0, 0, 1920, 1080}, kBlack);
    const ColouredWindow call("The call", {200, 100, 640, 360}, kWhite);
    const Recorded inside = record("screen:640x360+200+100");
    EXPECT_NEAR(inside.brightness, kWhiteLuma, kNear);
    const Recorded beside = record("screen:640x360+900+500");
    EXPECT_NEAR(beside.brightness, kBlackLuma, kNear);
}

} // namespace
} // namespace mockingbird::test
