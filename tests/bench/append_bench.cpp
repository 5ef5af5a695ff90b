// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/database.h"
#include "common/catalog/people_store.h"
#include "common/catalog/projection.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"
#include "tests/bench/catalog_bench.h"
#include "tests/bench/made_catalog.h"
#include "tests/bench/measured_times.h"
#include "tests/bench/note_texts.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace mockingbird::bench {

namespace {

using namespace catalog;

constexpr int kNotes = 200;
constexpr double kAddMs = 5;
constexpr double kRebuildSeconds = 60;
constexpr double kStopAt = 0.1;

double cpuSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// What the connection has written since it was asked last.
std::size_t bytesWritten(Database& database) {
    int pages = 0;
    int most = 0;
    sqlite3_db_status(database.connection().getHandle(), SQLITE_DBSTATUS_CACHE_WRITE, &pages, &most, 1);
    return static_cast<std::size_t>(pages) * 4096;
}

void syncBare(int file, const std::vector<char>& bytes) {
    if (::write(file, bytes.data(), bytes.size()) < 0 || ::fdatasync(file) != 0)
        std::perror("fdatasync");
}

} // namespace

std::vector<Figure> appendFigures(const std::filesystem::path& catalog) {
    auto opened = Database::open(catalog, false);
    if (!opened)
        return {};
    Database& database = **opened;
    database.actAs(PeopleStore(database).find(kCoordinator).value().id);
    ReviewStore reviews(database);
    const auto sessions = SessionStore(database).page({.recorded = true, .unsealedBy = database.actor()}, 1);
    const Review review = reviews.mine(sessions.value().at(0).id).value();
    NoteTexts texts(1);
    const auto bare = catalog.parent_path() / "bare";
    const int file = ::open(bare.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    MeasuredTimes added;
    MeasuredTimes synced;
    double cpu = 0;
    std::size_t bytes = 0;
    (void)bytesWritten(database);
    for (int i = 0; i < kNotes; ++i) {
        Note note;
        note.at = MediaTime::fromSeconds(i);
        note.text = texts.note();
        const double before = cpuSeconds();
        added.measure([&] { (void)reviews.addNote(review.id, note); });
        cpu += cpuSeconds() - before;
        const std::size_t written = bytesWritten(database);
        bytes += written;
        // In turn, so that both meet the same disk at the same time.
        const std::vector<char> same(written, 'x');
        synced.measure([&] { syncBare(file, same); });
    }
    ::close(file);
    std::filesystem::remove(bare);
    return {{"a note added, fsync included, p95", added.p95(), "ms", kAddMs},
            {"the same, median", added.median(), "ms", std::nullopt},
            {"the same, longest", added.longest(), "ms", std::nullopt},
            {"a bare write and fdatasync of as much, p95", synced.p95(), "ms", std::nullopt},
            {"the same write and fdatasync, median", synced.median(), "ms", std::nullopt},
            {"a note added, median beside that", added.median() / synced.median(), "ratio", std::nullopt},
            {"a note added, processor time, mean", 1e3 * cpu / kNotes, "ms", std::nullopt},
            {"a note added, written, mean", static_cast<double>(bytes) / kNotes / 1024, "KiB", std::nullopt}};
}

int benchRebuild(const Words& words) {
    const auto folder = catalogOf(words, kLarge);
    auto opened = Database::open(folder, false);
    if (!opened)
        return 1;
    Database& database = **opened;
    const double events = static_cast<double>(database.revision());
    std::fprintf(stderr, "rebuilding the tables of %.0f events ...\n", events);
    using Clock = std::chrono::steady_clock;
    Clock::time_point asked; // to stop
    const auto rebuild = [&](double until) {
        return database.remake([&]() -> Result<void> {
            rebuildProjections(database, [&](double part) {
                std::fprintf(stderr, "\r%3.0f %%", 100 * part);
                if (part >= until)
                    asked = Clock::now();
                return part < until;
            });
            return {};
        });
    };
    (void)rebuild(kStopAt);
    MeasuredTimes stopped;
    stopped.add(Clock::now() - asked);
    const double cpuBefore = cpuSeconds();
    MeasuredTimes whole;
    whole.measure([&] {
        if (const auto done = rebuild(2); !done)
            std::fprintf(stderr, "%s\n", done.error().detail.c_str());
    });
    const double cpu = cpuSeconds() - cpuBefore;
    std::fprintf(stderr, "\r");
    const double millions = events / 1e6;
    report(
        "rebuild",
        {{"events in the log", events, "", std::nullopt},
         {"rebuilding all tables, a million events", whole.median() / 1e3 / millions, "s", kRebuildSeconds},
         {"the same, processor time", cpu / millions, "s", kRebuildSeconds},
         {"all of them", whole.median() / 1e3, "s", std::nullopt},
         {"asked to stop at a tenth, until all is as it was", stopped.median() / 1e3, "s", std::nullopt},
         {"memory", residentMegabytes(), "MB", std::nullopt}});
    return 0;
}

} // namespace mockingbird::bench
