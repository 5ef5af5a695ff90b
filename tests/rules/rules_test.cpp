// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the house that a machine can hold: which room may include what, sizes, licences, waits.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Rule {
    std::string name;
    std::regex where;     ///< paths it holds for
    std::regex except;    ///< and those among them it doesn't
    std::regex forbidden; ///< what no line there may hold
};

const std::regex kNowhere("^$");

// The folders of recorder/ and review/ that are pages, and so may know Qt.
const std::regex kPages("^(recorder/ui|review/"
                        "(player_view|review_page|side_by_side|compare_page|plot|progress_view|consensus|"
                        "notes|rubric|tag_strip|tendency|timeline|report/pdf))/.*"
                        "|^review/drawing/drawing_(bar|painting|view)\\..*");

const std::vector<Rule>& rules() {
    static const std::vector<Rule> all{
        {"engines know no Qt",
         std::regex("^(common/(base|threading|media|hypertext|catalog|exchange)|recorder|review)/.*"), kPages,
         std::regex(R"(^\s*#\s*include\s*<Q)")},
        {"widgets know no FFmpeg", std::regex("^(common/ui|recorder/ui|review|studio)/.*"),
         std::regex("^review/(playback|waveform|report)/.*"),
         std::regex(R"(^\s*#\s*include\s*[<"](lib(av|sw)|common/media/av_))")},
        {"SQL stays in the catalog", std::regex("^(common|recorder|review|studio)/.*"),
         std::regex("^common/catalog/.*"), std::regex(R"(^\s*#\s*include\s*<(SQLiteCpp|sqlite3))")},
        {"recorder doesn't know review or studio", std::regex("^recorder/.*"), kNowhere,
         std::regex(R"(^\s*#\s*include\s*"(review|studio)/)")},
        {"review doesn't know recorder or studio", std::regex("^review/.*"), kNowhere,
         std::regex(R"(^\s*#\s*include\s*"(recorder|studio)/)")},
        {"common knows no room above it", std::regex("^common/.*"), kNowhere,
         std::regex(R"(^\s*#\s*include\s*"(recorder|review|studio)/)")},
        {"base stands alone", std::regex("^common/base/.*"), kNowhere,
         std::regex(R"(^\s*#\s*include\s*("(?!common/base/)|<(Q|lib|nlohmann|SQLite)))")},
        {"nobody sleeps", std::regex(".*"), std::regex("^tests/rules/.*"),
         std::regex(R"(\bsleep_(for|until)\b|QTest::qWait\(|QThread::m?sleep\b|\busleep\()")},
        {"nothing is left open", std::regex(".*"), std::regex("^tests/rules/.*"),
         std::regex(R"(\b(TODO|FIXME|XXX|HACK)\b|\bGTEST_SKIP\b|\bDISABLED_)")},
    };
    return all;
}

/// What of `text`, a file at `path` from the root, breaks a rule.
std::vector<std::string> violations(const std::string& path, const std::string& text) {
    std::vector<std::string> found;
    for (const Rule& rule : rules()) {
        if (!std::regex_match(path, rule.where) || std::regex_match(path, rule.except))
            continue;
        std::istringstream lines(text);
        int number = 0;
        for (std::string line; std::getline(lines, line);) {
            ++number;
            if (std::regex_search(line, rule.forbidden))
                found.push_back(path + ":" + std::to_string(number) + ": " + rule.name + ": " + line);
        }
    }
    const auto lines = std::count(text.begin(), text.end(), '\n');
    if (lines > 600)
        found.push_back(path + ": " + std::to_string(lines) + " lines; split it by responsibility");
    if (text.find("SPDX-License-Identifier: GPL-3.0-or-later") > 120)
        found.push_back(path + ": names no licence in its first line");
    return found;
}

} // namespace

TEST(Rules, HoldInEverySourceFile) {
    const fs::path root = MOCKINGBIRD_SOURCE_DIR;
    std::size_t files = 0;
    for (const char* room : {"common", "recorder", "review", "studio", "tests"})
        for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
            const auto extension = entry.path().extension();
            if (!entry.is_regular_file() || (extension != ".cpp" && extension != ".h"))
                continue;
            std::ifstream stream(entry.path());
            std::ostringstream text;
            text << stream.rdbuf();
            ++files;
            for (const std::string& violation :
                 violations(fs::relative(entry.path(), root).generic_string(), text.str()))
                ADD_FAILURE() << violation;
        }
    EXPECT_GT(files, 20u);
}

// The control: each rule finds what it forbids, so that a silent pass means something.
TEST(Rules, FindWhatTheyForbid) {
    const std::string head = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    const std::array offences{
        std::pair{"recorder/encode/x.cpp", "#include <QString>"},
        std::pair{"common/exchange/x.cpp", "#include <QString>"},
        std::pair{"review/playback/x.cpp", "#include <QtGlobal>"},
        std::pair{"recorder/ui/x.cpp", "#include <libavcodec/avcodec.h>"},
        std::pair{"review/timeline/x.cpp", "#include \"common/media/av_handles.h\""},
        std::pair{"studio/home/x.cpp", "#include <SQLiteCpp/Database.h>"},
        std::pair{"recorder/write/x.cpp", "#include \"review/playback/player.h\""},
        std::pair{"review/playback/x.cpp", "#include \"recorder/recorder.h\""},
        std::pair{"common/ui/x.cpp", "#include \"studio/app.h\""},
        std::pair{"common/base/x.cpp", "#include \"common/media/probe.h\""},
        std::pair{"tests/x.cpp", "std::this_thread::sleep_for(1s);"},
    };
    for (const auto& [path, line] : offences)
        EXPECT_EQ(violations(path, head + line + "\n").size(), 1u) << path << ": " << line;
    EXPECT_TRUE(violations("recorder/ui/x.cpp", head + "#include <QString>\n").empty());
    EXPECT_EQ(violations("common/base/x.cpp", "int x;\n").size(), 1u);
    EXPECT_EQ(violations("common/base/x.cpp", head + std::string(601, '\n')).size(), 1u);
}
