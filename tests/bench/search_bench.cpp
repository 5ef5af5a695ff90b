// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/database.h"
#include "common/catalog/people_store.h"
#include "common/catalog/search_store.h"
#include "tests/bench/catalog_bench.h"
#include "tests/bench/made_catalog.h"
#include "tests/bench/measured_times.h"

#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <sqlite3.h>

namespace mockingbird::bench {

namespace {

using namespace catalog;

constexpr int kRuns = 5;
constexpr double kTypedMs = 16;
constexpr double kBesideShell = 1.3;
/// Typed letter by letter: common words, rare ones, a name, several words, one that isn't there.
constexpr std::array kTyped = {
    "result",         "the situation", "calm answer",       "library assistant", "patron conflict",
    "Mentee Example", "slow down",     "nothing has xyzzy", "convincing ending", "technology"};

double cpuMs() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::vector<std::string> prefixes() {
    std::vector<std::string> all;
    for (const std::string text : kTyped)
        for (std::size_t length = 1; length <= text.size(); ++length)
            if (text[length - 1] != ' ')
                all.push_back(text.substr(0, length));
    return all;
}

/// The processor time that the sqlite3 shell takes for each statement, the best of its runs.
std::vector<double> shellMs(const std::filesystem::path& catalog,
                            const std::vector<std::string>& statements) {
    const auto script = catalog.parent_path() / "shell.sql";
    const auto output = catalog.parent_path() / "shell.out";
    {
        std::ofstream file(script);
        file << ".output /dev/null\n.timer on\n";
        for (const std::string& sql : statements)
            for (int run = 0; run < kRuns; ++run)
                file << sql << ";\n";
    }
    const std::string command = "sqlite3 -readonly '" + (catalog / "catalog.db").string() + "' < '" +
                                script.string() + "' > '" + output.string() + "'";
    if (std::system(command.c_str()) != 0)
        return {};
    std::vector<double> best;
    std::ifstream file(output);
    std::string line;
    for (int number = 0; std::getline(file, line);) {
        double real = 0;
        double user = 0;
        double system = 0;
        if (std::sscanf(line.c_str(), "Run Time: real %lf user %lf sys %lf", &real, &user, &system) != 3)
            continue;
        const double ms = 1e3 * (user + system);
        if (number++ % kRuns == 0)
            best.push_back(ms);
        else
            best.back() = std::min(best.back(), ms);
    }
    return best;
}

std::vector<Figure> asPerson(const std::filesystem::path& catalog, Database& database,
                             const std::string& name, bool besideShell) {
    database.actAs(PeopleStore(database).find(name).value().id);
    const SearchStore store(database);
    const auto queries = prefixes();
    MeasuredTimes wall;
    std::vector<double> ours;
    std::vector<std::string> statements;
    for (const std::string& query : queries) {
        std::string longest;
        sqlite3_trace_v2(
            database.connection().getHandle(), SQLITE_TRACE_STMT,
            [](unsigned, void* heard, void* statement, void*) {
                char* sql = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement));
                auto& kept = *static_cast<std::string*>(heard);
                if (std::string_view(sql).starts_with("WITH"))
                    kept = sql;
                sqlite3_free(sql);
                return 0;
            },
            &longest);
        (void)store.find(query); // warm
        sqlite3_trace_v2(database.connection().getHandle(), 0, nullptr, nullptr);
        statements.push_back(longest);
        double best = 1e9;
        for (int run = 0; run < kRuns; ++run) {
            const double before = cpuMs();
            wall.measure([&] { (void)store.find(query); });
            best = std::min(best, cpuMs() - before);
        }
        ours.push_back(best);
    }
    std::vector<Figure> figures{{"a letter typed, as " + name + ", p95", wall.p95(), "ms", kTypedMs},
                                {"the same, median", wall.median(), "ms", std::nullopt}};
    if (!besideShell)
        return figures;
    const auto shell = shellMs(catalog, statements);
    double all = 0;
    double shellAll = 0;
    for (std::size_t i = 0; i < ours.size() && i < shell.size(); ++i) {
        all += ours[i];
        shellAll += shell[i];
        if (std::getenv("MOCKINGBIRD_EACH_QUERY") != nullptr)
            std::fprintf(stderr, "    %-24s %8.3f ms, shell %8.3f ms\n", queries[i].c_str(), ours[i],
                         shell[i]);
    }
    figures.push_back({"all of them, processor time beside the sqlite3 shell",
                       shellAll > 0 ? all / shellAll : 0, "ratio", kBesideShell});
    return figures;
}

} // namespace

std::vector<Figure> searchFigures(const std::filesystem::path& catalog) {
    auto opened = Database::open(catalog, false);
    if (!opened)
        return {};
    auto figures = asPerson(catalog, **opened, kCoordinator, true);
    for (const char* name : {kMentor, kMentee})
        for (const Figure& figure : asPerson(catalog, **opened, name, false))
            figures.push_back(
                figure.name == "the same, median"
                    ? Figure{"the same as " + std::string(name) + ", median", figure.value, "ms", {}}
                    : figure);
    return figures;
}

} // namespace mockingbird::bench
