// SPDX-License-Identifier: GPL-3.0-or-later
// The screen of the lab's Wayland desktop, through the real portal; and its camera, without v4l2.
#include "tests/e2e/picture_track.h"
#include "tests/e2e/stimulus.h"
#include "tests/e2e/studio_command.h"
#include "tests/support/wait_until.h"

#include <algorithm>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace mockingbird::test {
namespace {

using nlohmann::json;

struct Colour {
    int red = 0;
    int green = 0;
    int blue = 0;
};

/// The mean colour of each picture of a file's first stream.
std::vector<Colour> coloursOf(const std::filesystem::path& file) {
    const FinishedProcess decoded =
        runProcess({"ffmpeg", "-v", "error", "-i", file.string(), "-map", "0:0", "-vf",
                    "scale=1:1:flags=area:in_color_matrix=bt709", "-fps_mode", "passthrough", "-pix_fmt",
                    "rgb24", "-f", "rawvideo", "-"});
    EXPECT_EQ(decoded.status, 0) << decoded.errors;
    std::vector<Colour> colours;
    const auto byte = [&](std::size_t at) {
        return static_cast<int>(static_cast<unsigned char>(decoded.output[at]));
    };
    for (std::size_t i = 0; i + 2 < decoded.output.size(); i += 3)
        colours.push_back({byte(i), byte(i + 1), byte(i + 2)});
    return colours;
}

/// Which of the colours that the screen is painted in this one is.
char nameOf(const Colour& colour) {
    constexpr int kMuch = 180;
    constexpr int kLittle = 70;
    if (colour.red > kMuch && colour.green < kLittle && colour.blue < kLittle)
        return 'r';
    if (colour.green > kMuch && colour.red < kLittle && colour.blue < kLittle)
        return 'g';
    // Between two colours the compositor shows a dark grey of 63.
    constexpr int kBlack = 30;
    if (colour.red < kBlack && colour.green < kBlack && colour.blue < kBlack)
        return 'k';
    return '?';
}

void paint(const std::string& colour) {
    const FinishedProcess painted =
        runProcess({"swaymsg", "output", labDevice("LAB_SCREEN"), "background", colour, "solid_color"});
    EXPECT_EQ(painted.status, 0) << painted.errors;
}

struct Taken {
    CommandOutcome outcome;
    std::string colours; ///< painted one after the other, as letters
    [[nodiscard]] std::filesystem::path file() const {
        return outcome.document.at("recordings").at(0).at("file").get<std::string>();
    }
};

class WaylandTest : public testing::Test {
protected:
    WaylandTest() : m_studio(m_folder.path() / "catalog") {
        m_studio.make({"people", "add", "Ada Mentee", "--role", "mentee"});
    }

    /// Records while the screen is painted red and green in turn.
    Taken record(const std::string& source) const {
        ChildProcess recorder(
            m_studio.words({"record", "--mentee", "Ada Mentee", "--kit", "Library Assistant", "--mode",
                            "virtual", "--video", source, "--audio", "test", "--seconds", "3"}));
        Taken taken;
        do {
            const bool red = taken.colours.empty() || taken.colours.back() == 'g';
            paint(red ? "#ff0000" : "#00ff00");
            taken.colours += red ? 'r' : 'g';
        } while (!waitUntil([&] { return !recorder.isRunning(); }, std::chrono::milliseconds(400)) &&
                 taken.colours.size() < 100);
        taken.outcome = outcomeOf({recorder.wait().value_or(-1), recorder.output(), recorder.errors()});
        EXPECT_EQ(taken.outcome.status, 0) << taken.outcome.errors;
        return taken;
    }

    const TemporaryFolder m_folder;
    const StudioCommand m_studio;
};

/// The colours of a file without their repeats; what belongs to none is between two.
std::string sequenceOf(const std::filesystem::path& file) {
    std::string sequence;
    for (const Colour& colour : coloursOf(file)) {
        const char name = nameOf(colour);
        if (name != '?' && (sequence.empty() || sequence.back() != name))
            sequence += name;
    }
    return sequence;
}

TEST_F(WaylandTest, ListsAScreenThatTheDesktopAsksAbout) {
    const json devices = m_studio.make({"devices"});
    std::set<std::string> pictures;
    for (const json& device : devices) {
        if (device.at("id").get<std::string>().starts_with("screen") ||
            device.at("id").get<std::string>().starts_with("window"))
            pictures.insert(device.at("id").get<std::string>() + ": " + device.at("name").get<std::string>());
    }
    // This compositor's portal shares no single windows.
    EXPECT_THAT(pictures, testing::ElementsAre("screen: A screen"));
}

TEST_F(WaylandTest, RecordsTheCompositorsScreen) {
    const Taken taken = record("screen");
    ASSERT_EQ(taken.outcome.status, 0);
    const std::string sequence = sequenceOf(taken.file());
    // Red and green in turn, and nothing of the X display beside it, which is black.
    EXPECT_GE(sequence.size(), 4U) << sequence;
    EXPECT_THAT(sequence, testing::Not(testing::HasSubstr("k")));
    const json track = taken.outcome.document.at("recordings").at(0).at("tracks").at(0);
    EXPECT_EQ(track.at("source"), "screen");
}

TEST_F(WaylandTest, HoldsAPictureThatStands) {
    const Taken taken = record("screen");
    ASSERT_EQ(taken.outcome.status, 0);
    const PictureTrack track(taken.file(), 0);
    ASSERT_GT(track.frames().size(), 10U);
    // Painted each 400 ms and more, it is handed on at least five times a second; a busy machine is late.
    for (std::size_t i = 1; i < track.frames().size(); ++i)
        EXPECT_LT(track.frames()[i].time - track.frames()[i - 1].time, 1.0);
    EXPECT_GT(track.frames().back().time, 2.2);
}

TEST_F(WaylandTest, RecordsThePartThatWasAskedFor) {
    const Taken taken = record("screen:640x400+600+300");
    ASSERT_EQ(taken.outcome.status, 0);
    const FinishedProcess probed =
        runProcess({"ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries",
                    "stream=width,height", "-of", "csv=p=0", taken.file().string()});
    EXPECT_EQ(probed.output, "640,400\n");
    EXPECT_GE(sequenceOf(taken.file()).size(), 4U);
}

TEST_F(WaylandTest, RecordsTheXDisplayWhereThatIsWished) {
    // The control: without the portal it is the other display.
    ::setenv("MOCKINGBIRD_SCREEN", "x11", 1);
    const Taken taken = record("screen");
    ::unsetenv("MOCKINGBIRD_SCREEN");
    ASSERT_EQ(taken.outcome.status, 0);
    EXPECT_EQ(sequenceOf(taken.file()), "k");
}

TEST_F(WaylandTest, RefusesWhatTheDesktopDoesNotShare) {
    const auto refused = [&](const std::string& source) {
        return m_studio.run({"record", "--mentee", "Ada Mentee", "--kit", "Library Assistant", "--mode",
                             "virtual", "--video", source, "--seconds", "1"});
    };
    const CommandOutcome window = refused("window");
    EXPECT_EQ(window.code(), "unsupported");
    EXPECT_THAT(window.errors, testing::HasSubstr("does not share single windows"));
    const CommandOutcome outside = refused("screen:640x400+1000+0");
    EXPECT_EQ(outside.code(), "invalid-argument");
    EXPECT_THAT(outside.errors, testing::HasSubstr("1280x720"));
}

TEST_F(WaylandTest, RecordsACameraWithoutV4l2) {
    const Taken taken = record("camera:pipewire:" + labDevice("LAB_PIPEWIRE_CAMERA"));
    ASSERT_EQ(taken.outcome.status, 0);
    const PictureTrack track(taken.file(), 0);
    ASSERT_GT(track.frames().size(), 60U);
    // The ball wanders.
    EXPECT_TRUE(std::ranges::any_of(track.frames(), [](const auto& frame) { return frame.change > 0; }));
}

} // namespace
} // namespace mockingbird::test
