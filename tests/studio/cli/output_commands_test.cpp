// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "tests/studio/cli/cli_fixture.h"

namespace mockingbird::studio::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

class OutputCommands : public CliTest {
protected:
    void SetUp() override {
        CliTest::SetUp();
        ASSERT_EQ(sample({"sessions"}).status, 0);
        before = entries();
    }
    [[nodiscard]] std::string written(const std::string& name) const {
        return readWholeFile(path(name)).valueOr("");
    }
    std::ptrdiff_t before = 0;
};

TEST_F(OutputCommands, WritesTheFrameAsPng) {
    const auto frame = sample({"frame", inDraft(), "--at", "10", "-o", path("a.png")});
    ASSERT_EQ(frame.status, 0) << frame.err;
    EXPECT_EQ(frame.document.at("file"), path("a.png"));
    EXPECT_EQ(frame.document.at("width"), 1280);
    EXPECT_NEAR(frame.document.at("time").get<double>(), 10, 0.04);
    // The signature and the width and height of the header chunk (PNG specification, 5.2 and 11.2.2).
    EXPECT_THAT(written("a.png"), StartsWith("\x89PNG\r\n\x1a\n"));
    EXPECT_EQ(written("a.png").substr(16, 8), std::string("\0\0\x05\0\0\0\x02\xd0", 8));
    EXPECT_EQ(entries(), before + 1);
}

TEST_F(OutputCommands, RefusesFramesThatAreNotThere) {
    const Answer late = sample({"frame", inDraft(), "--at", "3:00", "-o", path("a.png")});
    EXPECT_EQ(late.code(), "out-of-range");
    EXPECT_EQ(sample({"frame", inDraft(), "--at", "1", "--part", "2", "-o", path("a.png")}).code(),
              "out-of-range");
    EXPECT_EQ(sample({"frame", inDraft(), "--at", "1", "--track", "0", "-o", path("a.png")}).code(),
              "out-of-range");
    EXPECT_EQ(entries(), before);
}

TEST_F(OutputCommands, WritesTheWaveformOfEverySoundTrack) {
    const auto made = sample({"waveform", inDraft(), "-o", path("w.json")});
    ASSERT_EQ(made.status, 0) << made.err;
    const auto document = nlohmann::json::parse(written("w.json"));
    ASSERT_THAT(document.at("tracks"), SizeIs(3));
    EXPECT_EQ(document.at("tracks")[0].at("low").size(), document.at("tracks")[0].at("high").size());
    EXPECT_NEAR(document.at("duration").get<double>(), 66.96, 0.2);
}

TEST_F(OutputCommands, WritesTheReportInEachFormat) {
    ASSERT_EQ(sample({"report", inDraft(), "--own", "-o", path("r.html")}).status, 0);
    EXPECT_THAT(written("r.html"),
                AllOf(StartsWith("<!DOCTYPE html>"), HasSubstr("Maya Okafor"),
                      HasSubstr("not an examination record"), HasSubstr("data:image/jpeg;base64,"),
                      Not(HasSubstr("<script")), Not(HasSubstr("http://")), Not(HasSubstr("https://"))));
    const auto pdf = sample({"report", inDraft(), "--own", "-o", path("r.pdf")});
    ASSERT_EQ(pdf.status, 0) << pdf.err;
    EXPECT_EQ(pdf.document.at("format"), "pdf");
    EXPECT_THAT(written("r.pdf"), StartsWith("%PDF-"));
    ASSERT_EQ(sample({"report", inDraft(), "--own", "-o", path("r.csv")}).status, 0);
    EXPECT_THAT(written("r.csv"),
                AllOf(StartsWith("\xEF\xBB\xBF"), HasSubstr("Tomás Rivera"), HasSubstr("score,")));
    EXPECT_EQ(entries(), before + 3);
}

TEST_F(OutputCommands, ComparesOnThePageAndInEachFormat) {
    const auto comparison = sample({"compare", "Maya"});
    ASSERT_EQ(comparison.status, 0) << comparison.err;
    ASSERT_THAT(comparison.document.at("criteria"), SizeIs(5));
    const auto& structure = comparison.document.at("criteria")[0];
    EXPECT_EQ(structure.at("attempts")[0].at("mean"), 2.5);
    EXPECT_EQ(structure.at("attempts")[1].at("since_first"), 1.5);
    EXPECT_THAT(structure.at("attempts")[0].at("scores"), SizeIs(2));
    for (const std::string name : {"c.html", "c.pdf", "c.csv"})
        EXPECT_EQ(sample({"compare", "Maya", "--kit", "Library", "-o", path(name)}).status, 0) << name;
    EXPECT_THAT(written("c.html"),
                AllOf(HasSubstr("<svg"), HasSubstr("Structure"), Not(HasSubstr("<script"))));
    EXPECT_THAT(written("c.pdf"), StartsWith("%PDF-"));
    EXPECT_EQ(sample({"compare", "Grace"}).code(), "not-found");
    EXPECT_EQ(sample({"compare", "Nobody"}).code(), "not-found");
}

TEST_F(OutputCommands, LeavesNothingWhereItCanNotWrite) {
    EXPECT_EQ(sample({"report", inDraft(), "--own", "-o", path("none/r.html")}).code(), "not-found");
    EXPECT_EQ(sample({"report", inDraft(), "--own", "-o", path("r.doc")}).code(), "invalid-argument");
    EXPECT_EQ(sample({"frame", inDraft(), "--at", "1", "-o", "/dev/full"}).code(), "no-space");
    EXPECT_EQ(sample({"waveform", inDraft(), "-o", "/proc/w.json"}).status, 1);
    EXPECT_EQ(sample({"frame", inDraft(), "--at", "1", "-o", folder.string()}).code(), "invalid-argument");
    EXPECT_EQ(entries(), before);
}

} // namespace
} // namespace mockingbird::studio::test
