// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/captions/caption_file.h"

#include "common/base/whole_file.h"
#include "tests/review/captions/caption_promises.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace mockingbird::review {
namespace {

namespace fs = std::filesystem;
using catalog::Cue;

MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

std::vector<Cue> cues(std::string_view text) {
    const auto parsed = parseCaptions(text);
    EXPECT_TRUE(parsed.ok()) << parsed.error().detail;
    return parsed.valueOr({});
}

Error errorOf(std::string_view text) {
    const auto parsed = parseCaptions(text);
    EXPECT_FALSE(parsed.ok()) << text.substr(0, 80);
    return parsed.ok() ? Error{} : parsed.error();
}

/// The words of the one cue with that payload.
std::string words(std::string_view payload) {
    const auto all = cues("WEBVTT\n\n00:01.000 --> 00:02.000\n" + std::string(payload) + "\n");
    return all.size() == 1 ? all.front().text : std::string("none");
}

TEST(CaptionFile, ReadsWebVttWithAllItsBlocks) {
    const auto all = cues("WEBVTT - A practice interview\n"
                          "Kind: captions\n"
                          "\n"
                          "STYLE\n"
                          "::cue { color: lime }\n"
                          "\n"
                          "REGION\n"
                          "id:fred\n"
                          "\n"
                          "NOTE\n"
                          "Written by hand\n"
                          "00:09.000 --> 00:10.000\n"
                          "\n"
                          "question\n"
                          "00:01.500 --> 00:04.000 align:start position:10%,line-left\n"
                          "<v Tomás Rivera>Tell us about a time\n"
                          "you helped <i>someone</i>.\n"
                          "\n"
                          "100:00:04.250 --> 100:00:05.000\n"
                          "Well\n");
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0], (Cue{ms(1500), ms(4000), "Tell us about a time\nyou helped someone.", "Tomás Rivera"}));
    EXPECT_EQ(all[1].start, ms(std::int64_t{100} * 3600'000 + 4250));
}

TEST(CaptionFile, ReadsSubRip) {
    const auto all = cues("1\n00:00:01,500 --> 00:00:04,000\nTell us.\n\n"
                          "2\n00:00:04,250 --> 00:00:06,000 X1:40 X2:600 Y1:20 Y2:50\n"
                          "{\\an8}<font color=\"#ffff00\">Well</font>, I\nworked there\n\n");
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0], (Cue{ms(1500), ms(4000), "Tell us.", ""}));
    EXPECT_EQ(all[1], (Cue{ms(4250), ms(6000), "Well, I\nworked there", ""}));
}

TEST(CaptionFile, KeepsWordsBehindAnEmptyLineOfSubRip) {
    const auto all = cues("1\n00:00:01,000 --> 00:00:02,000\nOne\n\nand the rest\n\n"
                          "2\n00:00:03,000 --> 00:00:04,000\nTwo --> three\n");
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].text, "One\nand the rest");
    EXPECT_EQ(all[1].text, "Two --> three");
}

TEST(CaptionFile, TakesTimesAsTheyAreWritten) {
    for (const char* line :
         {"01:02.500 --> 01:03.000", "00:01:02.500 --> 00:01:03.000", "0:01:02,5 --> 0:01:03,0",
          "00:01:02.500000 --> 00:01:03", "  01:02.500\t-->\t01:03.000\tline:0", "01:02.500-->01:03.000"}) {
        const auto all = cues("WEBVTT\n\n" + std::string(line) + "\nWords");
        ASSERT_EQ(all.size(), 1u) << line;
        EXPECT_EQ(all[0].start, ms(62'500)) << line;
        EXPECT_EQ(all[0].end, ms(63'000)) << line;
    }
}

TEST(CaptionFile, TakesEveryLineEndAndAByteOrderMark) {
    const std::string text = "WEBVTT\n\n00:01.000 --> 00:02.000\nOne\ntwo\n\n00:03.000 --> 00:04.000\nThree";
    const auto expected = cues(text);
    ASSERT_EQ(expected.size(), 2u);
    for (const std::string end : {"\r\n", "\r"}) {
        std::string other = "\xEF\xBB\xBF";
        for (const char c : text)
            other += c == '\n' ? end : std::string(1, c);
        EXPECT_EQ(cues(other), expected);
    }
}

TEST(CaptionFile, LeavesMarkupOutAndPutsCharactersIn) {
    EXPECT_EQ(words("<c.loud>Stop</c>, <00:01.500><b>please</b>"), "Stop, please");
    EXPECT_EQ(words("R&amp;D &lt;now&gt; &quot;so&quot; &#233;&#x2014; &nosuch; & &#0;"),
              "R&D <now> \"so\" é— &nosuch; & &#0;");
    EXPECT_EQ(words("3 < 4, and 5 > 4; <"), "3 < 4, and 5 > 4; <");
    EXPECT_EQ(words("  spaces\t\n\x01 and\x7F controls  "), "spaces\nand controls");
}

TEST(CaptionFile, TellsVoicesApart) {
    const auto all = cues("WEBVTT\n\n00:01.000 --> 00:02.000\n<v.first.loud R&amp;D Lead>Ready?\n"
                          "<v Maya>Yes.</v> <v Maya>Go on.\n");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].speaker, "R&D Lead");
    EXPECT_EQ(all[0].text, "Ready?\nMaya: Yes. Go on.");
}

TEST(CaptionFile, TakesALeadingNameForTheSpeaker) {
    const auto all = cues("1\n00:00:01,000 --> 00:00:02,000\n&gt;&gt; TOMÁS RIVERA: Ready?\n\n"
                          "2\n00:00:02,000 --> 00:00:03,000\nMaya Okafor: Yes.\n\n"
                          "3\n00:00:03,000 --> 00:00:04,000\nRemember: it is practice.\n\n"
                          "4\n00:00:04,000 --> 00:00:05,000\nMaya Okafor: I do.\n\n"
                          "5\n00:00:05,000 --> 00:00:06,000\nAt 10:30 it was over\n");
    ASSERT_EQ(all.size(), 5u);
    EXPECT_EQ(all[0].speaker, "TOMÁS RIVERA");
    EXPECT_EQ(all[0].text, "Ready?");
    EXPECT_EQ(all[1].speaker, "Maya Okafor");
    EXPECT_EQ(all[1].text, "Yes.");
    EXPECT_EQ(all[2].speaker, "");
    EXPECT_EQ(all[2].text, "Remember: it is practice.");
    EXPECT_EQ(all[3].speaker, "Maya Okafor");
    EXPECT_EQ(all[4].text, "At 10:30 it was over");
}

TEST(CaptionFile, SortsByStartAndKeepsWhatOverlaps) {
    const auto all = cues("WEBVTT\n\n00:03.000 --> 00:09.000\nLater\n\n00:01.000 --> 00:05.000\nSooner\n");
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].text, "Sooner");
    EXPECT_EQ(all[1].text, "Later");
}

TEST(CaptionFile, PutsAMarkWhereANulWas) {
    EXPECT_EQ(words(std::string_view("a\0b", 3)), "a\xEF\xBF\xBD"
                                                  "b");
}

TEST(CaptionFile, NamesTheLineThatIsDamaged) {
    const auto expect = [](std::string_view text, const char* line) {
        const Error error = errorOf(text);
        EXPECT_EQ(error.code, ErrorCode::Corrupt) << error.detail;
        EXPECT_NE(error.detail.find(line), std::string::npos) << error.detail;
    };
    expect("", "line 1");
    expect("<!DOCTYPE html>\n<p>", "line 1");
    expect("WEBVTT\n\nNOTE nothing\n", "line 3");
    expect("WEBVTTX\n\n00:01.000 --> 00:02.000\nWords", "line 1");
    expect("WEBVTT\n\n00:01.000 --> 00:61.000\nWords", "line 3");
    expect("WEBVTT\n\n00:01.000 --> soon\nWords", "line 3");
    expect("WEBVTT\n\n00:02.000 --> 00:01.000\nWords", "line 3");
    expect("1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:0x,000 --> 00:00:04,000\nTwo\n", "line 6");
    expect("WEBVTT\n\n00:01.000 --> 00:02.000\nCaf\xE9\n", "line 4");                  // Latin-1
    expect("WEBVTT\n\n00:01.000 --> 00:02.000\n\xED\xA0\x80\n", "line 4");             // a surrogate
    expect("WEBVTT\n\n00:01.000 --> 00:02.000\n\xC0\xAF\xF5\x80\x80\x80\n", "line 4"); // overlong
    expect(std::string_view("\xFF\xFEW\0E\0", 6), "UTF-16");
}

TEST(CaptionFile, RefusesWhatIsTooLarge) {
    EXPECT_EQ(errorOf(std::string((std::size_t{16} << 20) + 1, '\n')).code, ErrorCode::OutOfRange);
    EXPECT_EQ(errorOf("WEBVTT\n\n00:01.000 --> 00:02.000\n" + std::string(65'537, 'a')).code,
              ErrorCode::OutOfRange);
    std::string many = "WEBVTT\n\n";
    for (int cue = 0; cue < 100'000; ++cue)
        many += "00:01.000 --> 00:02.000\na\n\n";
    EXPECT_EQ(cues(many).size(), 100'000u);
    EXPECT_EQ(errorOf(many + "00:01.000 --> 00:02.000\na\n").code, ErrorCode::OutOfRange);
}

// Without a limit to how far a tag's end is looked for, these would take minutes each.
TEST(CaptionFile, IsNotHeldUpByMarkupThatNeverEnds) {
    for (const std::string piece : {"<a", "{\\", "&#", "<v A", "x<v A>y<v B>", "<\n", " >> A: "}) {
        std::string text = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
        while (text.size() < (std::size_t{8} << 20)) {
            std::string line;
            while (line.size() < 60'000)
                line += piece;
            text += line + "a\n";
        }
        EXPECT_EQ(parseCaptions(text).ok(), true) << piece;
    }
}

TEST(CaptionFile, HoldsItsPromisesForEveryFileOfTheCorpus) {
    std::size_t files = 0;
    std::size_t read = 0;
    for (const auto& entry :
         fs::directory_iterator(fs::path(MOCKINGBIRD_SOURCE_DIR) / "tests/review/captions/corpus")) {
        ++files;
        const auto parsed = readCaptions(entry.path());
        if (!parsed.ok()) {
            EXPECT_EQ(parsed.error().code, ErrorCode::Corrupt) << entry.path();
            continue;
        }
        ++read;
        EXPECT_EQ(test::brokenPromise(*parsed), std::nullopt) << entry.path();
    }
    EXPECT_GE(files, 20u);
    EXPECT_GE(read, 10u);
}

TEST(CaptionFile, IsFoundBesideItsRecording) {
    const test::TemporaryFolder folder;
    const fs::path recording = folder.path() / "call.of.today.mp4";
    EXPECT_EQ(captionsBeside(recording), fs::path());
    ASSERT_TRUE(writeWholeFile(folder.path() / "call.of.today.SRT", "1\n").ok());
    EXPECT_EQ(captionsBeside(recording), folder.path() / "call.of.today.SRT");
    ASSERT_TRUE(writeWholeFile(folder.path() / "call.of.today.vtt", "WEBVTT\n").ok());
    EXPECT_EQ(captionsBeside(recording), folder.path() / "call.of.today.vtt");
    EXPECT_EQ(readCaptions(folder.path() / "none.vtt").error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace mockingbird::review
