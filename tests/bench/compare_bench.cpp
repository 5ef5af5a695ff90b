// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/catalog.h"
#include "common/catalog/programme.h"
#include "review/compare/cohort_year.h"
#include "review/compare/pair_quarter.h"
#include "review/compare/progress.h"
#include "tests/bench/catalog_bench.h"
#include "tests/bench/made_catalog.h"
#include "tests/bench/measured_times.h"

#include <cstdio>

namespace mockingbird::bench {

namespace {

using catalog::Quarter;

constexpr int kRounds = 7;
constexpr double kComparePageMs = 200;
constexpr double kYearMs = 5000;
/// At the end of the last year that the made catalog tells of.
constexpr Quarter kQuarter{2025, 3};
constexpr int kYear = 2024;

template <class Work>
Figure median(const char* name, double atMost, const Work& work) {
    MeasuredTimes times;
    for (int round = 0; round < kRounds; ++round)
        times.measure([&] {
            const auto done = work();
            if (!done.ok())
                std::fprintf(stderr, "%s: %s\n", name, done.error().detail.c_str());
        });
    return {name, times.median(), "ms", atMost};
}

} // namespace

std::vector<Figure> compareFigures(const std::filesystem::path& folder) {
    auto opened = catalog::Catalog::open(folder);
    if (!opened.ok()) {
        std::fprintf(stderr, "%s\n", opened.error().detail.c_str());
        return {};
    }
    catalog::Catalog& catalog = **opened;
    const catalog::Programme programme(catalog);
    const WallTime now{kQuarter.end().milliseconds - 1};
    const auto actAs = [&](const char* name) { catalog.actAs(catalog.people().find(name).value().id); };
    std::vector<Figure> figures;
    actAs(kCoordinator);
    const auto pairs = programme.quarters().list({kQuarter}, now);
    std::fprintf(stderr, "  %zu pairs in %s\n", pairs.ok() ? pairs->size() : 0, kQuarter.name().c_str());
    figures.push_back(median("a quarter's list, all pairs", kComparePageMs,
                             [&] { return programme.quarters().list({kQuarter}, now); }));
    figures.push_back(median("a quarter's list, one branch", kComparePageMs, [&] {
        return programme.quarters().list({kQuarter, {}, "Branch 7"}, now);
    }));
    figures.push_back(median("branches and quarters to choose from", kComparePageMs, [&]() -> Result<void> {
        TRY(programme.quarters().branches());
        TRY(programme.quarters().quarters(now));
        return {};
    }));
    actAs(kLiaison);
    figures.push_back(median("a quarter's list, a liaison's pairs", kComparePageMs,
                             [&] { return programme.quarters().list({kQuarter}, now); }));
    const auto own = programme.quarters().list({kQuarter}, now);
    if (own.ok() && !own->empty()) {
        figures.push_back(median("a pair's quarter", kComparePageMs, [&] {
            return review::readPairQuarter(catalog, own->front().pair, kQuarter, now);
        }));
        figures.push_back(median("a person's progress", kComparePageMs,
                                 [&] { return review::progressOf(catalog, own->front().mentee); }));
    }
    actAs(kCoordinator);
    const auto cohorts = catalog.people().cohorts().value();
    for (const catalog::Cohort& cohort : cohorts)
        if (cohort.name == std::to_string(kYear))
            figures.push_back(median("a cohort's year", kYearMs,
                                     [&] { return review::readCohortYear(catalog, cohort.id, kYear); }));
    return figures;
}

} // namespace mockingbird::bench
