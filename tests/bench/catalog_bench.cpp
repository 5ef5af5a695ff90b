// SPDX-License-Identifier: GPL-3.0-or-later
// What the window and the catalog cost when there is much in it: 1,000, 10,000 and 100,000 sessions, the last
// with a million notes. The catalogs are made once and kept in FOLDER. Best on a quiet machine; ratios and
// processor time hold on a busy one, too.
//   xvfb-run -a build/release/tests/bench/catalog_bench all FOLDER build/release/studio/mockingbird
#include "tests/bench/catalog_bench.h"

#include "tests/bench/made_catalog.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>

using namespace mockingbird::bench;

namespace mockingbird::bench {

namespace {

std::filesystem::path ownFolder;

} // namespace

/// By the program that lies beside this one, as it needs the whole window; none where it isn't built.
std::vector<Figure> pageFigures(const std::filesystem::path& catalog) {
    const auto program = ownFolder / "page_bench";
    if (!std::filesystem::exists(program)) {
        std::fprintf(stderr, "page_bench is not built: nothing is said of the pages\n");
        return {};
    }
    const std::string command = "'" + program.string() + "' '" + catalog.string() + "' 2>/dev/null";
    std::vector<Figure> figures;
    FILE* output = ::popen(command.c_str(), "r");
    std::array<char, 4096> line{};
    while (output != nullptr && std::fgets(line.data(), line.size(), output) != nullptr) {
        const auto told = nlohmann::json::parse(line.data());
        Figure figure{told.at("name"), told.at("value"), told.at("unit"), std::nullopt};
        if (told.contains("at_most"))
            figure.atMost = told.at("at_most").get<double>();
        figures.push_back(std::move(figure));
    }
    if (output != nullptr)
        ::pclose(output);
    return figures;
}

std::filesystem::path catalogOf(const Words& words, int sessions) {
    if (words.empty()) {
        std::fprintf(stderr, "name a folder that keeps the catalogs; the largest takes some 2 GB\n");
        std::exit(2);
    }
    const auto made = madeCatalog(words.front(), sessions);
    if (!made) {
        std::fprintf(stderr, "%s\n", made.error().detail.c_str());
        std::exit(1);
    }
    return *made;
}

int benchMake(const Words& words) {
    for (const int sessions : {kSmall, kMiddle, kLarge})
        std::fprintf(stderr, "%s\n", catalogOf(words, sessions).c_str());
    return 0;
}

int benchPages(const Words& words) {
    report("pages", pageFigures(catalogOf(words, kLarge)));
    return 0;
}

int benchSearch(const Words& words) {
    report("search", searchFigures(catalogOf(words, kLarge)));
    return 0;
}

int benchCompare(const Words& words) {
    report("compare", compareFigures(catalogOf(words, kLarge)));
    return 0;
}

int benchAppend(const Words& words) {
    report("append", appendFigures(catalogOf(words, kLarge)));
    return 0;
}

int benchStart(const Words& words) {
    if (words.size() < 2)
        return 2;
    report("start", startFigures(catalogOf(words, kLarge), words[1]));
    return 0;
}

int benchGrowth(const Words& words) {
    std::map<std::string, std::map<int, double>> table;
    for (const int sessions : {kSmall, kMiddle, kLarge}) {
        const auto catalog = catalogOf(words, sessions);
        std::vector<Figure> figures;
        const auto add = [&](std::vector<Figure> more) {
            figures.insert(figures.end(), more.begin(), more.end());
        };
        add(pageFigures(catalog));
        add(searchFigures(catalog));
        add(compareFigures(catalog));
        add(appendFigures(catalog));
        if (words.size() > 1)
            add(startFigures(catalog, words[1]));
        report(std::to_string(sessions) + " sessions", figures);
        for (const Figure& figure : figures)
            table[figure.name + ", " + figure.unit][sessions] = figure.value;
    }
    // log(100,000) / log(1,000): what grows so is at most this much dearer in the largest catalog.
    constexpr double kLogarithmic = 5.0 / 3.0;
    std::fprintf(stderr, "growth%64s%10s%10s%10s\n", "1,000", "10,000", "100,000", "ratio");
    for (const auto& [name, at] : table) {
        if (at.size() < 3)
            continue; // measured in some alone
        std::fprintf(stderr, "  %-58s%10.3f%10.3f%10.3f%10.2f%s\n", name.c_str(), at.at(kSmall),
                     at.at(kMiddle), at.at(kLarge), at.at(kLarge) / at.at(kSmall),
                     at.at(kLarge) > kLogarithmic * at.at(kSmall) ? " *" : "");
    }
    std::fprintf(stderr, "  * more than %.2f, as log(100,000) is of log(1,000)\n", kLogarithmic);
    return 0;
}

} // namespace mockingbird::bench

namespace {

int benchAll(const Words& words) {
    const int grown = benchGrowth(words);
    return grown != 0 ? grown : benchRebuild(words);
}

constexpr Bench kBenches[] = {
    {"all", benchAll, "FOLDER PROGRAM: growth and rebuild, that is everything"},
    {"make", benchMake, "FOLDER: makes the catalogs of 1,000, 10,000 and 100,000 sessions"},
    {"start", benchStart, "FOLDER PROGRAM: process start to a painted window, in a display (xvfb-run -a)"},
    {"pages", benchPages, "FOLDER: from page to page in the real window"},
    {"search", benchSearch, "FOLDER: search as you type, beside the same SQL in the sqlite3 shell"},
    {"compare", benchCompare, "FOLDER: quarters, a person's progress, a cohort's year"},
    {"append", benchAppend, "FOLDER: adding events, beside a bare fsync of as much"},
    {"growth", benchGrowth, "FOLDER [PROGRAM]: all these at 1,000, 10,000 and 100,000 sessions"},
    {"rebuild", benchRebuild, "FOLDER: all tables from the log, and stopping it"},
};

} // namespace

int main(int argc, char** argv) {
    ownFolder = std::filesystem::path(argv[0]).parent_path();
    return runBench("catalog_bench", kBenches, argc, argv);
}
