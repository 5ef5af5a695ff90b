// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/database.h"

#include "tests/common/catalog/fixture.h"
#include "tests/common/catalog/random_work.h"

#include <csignal>
#include <functional>
#include <latch>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace mockingbird::catalog::test {

namespace {

using ::testing::IsEmpty;

/// Runs `work` in a child process, whose limits and rights it may change, and gives its result: 0 is success,
/// anything else the line that it names.
int inChild(const std::function<int()>& work) {
    const pid_t child = fork();
    if (child == 0) {
        int result = 255;
        try {
            result = work();
        } catch (const std::exception& failure) {
            std::fprintf(stderr, "child: %s\n", failure.what());
        }
        _exit(result);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status);
}

void limitFileSize(rlim_t bytes) {
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, SIG_IGN); // the write then fails with EFBIG, as a full disk's fails with ENOSPC
}

} // namespace

TEST(Database, TwoThreadsAppendAtOnceAndNothingIsLost) {
    const TemporaryFolder folder;
    constexpr int kEach = 200;
    std::latch ready(2);
    const auto append = [&](const std::string& who) {
        const auto catalog = must(Catalog::open(folder.path()));
        ready.arrive_and_wait();
        for (int i = 0; i < kEach; ++i)
            must(catalog->people().add(who + " " + std::to_string(i), {Role::Mentee}));
    };
    {
        const std::jthread first(append, "First");
        const std::jthread second(append, "Second");
    }
    const auto catalog = must(Catalog::open(folder.path()));
    EXPECT_EQ(catalog->revision(), 2 * kEach);
    EXPECT_EQ(must(catalog->people().all()).size(), 2U * kEach);
    const Dump before = dumpOf(folder.path());
    must(catalog->rebuild());
    EXPECT_EQ(dumpOf(folder.path()), before);
    EXPECT_THAT(must(catalog->verify()), IsEmpty());
}

TEST(Database, TwoProcessesMakeAndFillOneCatalogAtOnce) {
    constexpr int kCohortsEach = 40; // which random work never changes
    const std::string kFromAChild = "From another process";
    const TemporaryFolder folder;
    std::vector<pid_t> children;
    for (std::uint32_t seed = 1; seed <= 2; ++seed) {
        const pid_t child = fork();
        if (child == 0) {
            int result = 1;
            try {
                const auto catalog = must(Catalog::open(folder.path() / "new"));
                doRandomWork(*catalog, seed, 120);
                for (int i = 0; i < kCohortsEach; ++i)
                    must(catalog->people().addCohort(kFromAChild, "2026-01-01", "2026-12-31"));
                result = 0;
            } catch (const std::exception& failure) {
                std::fprintf(stderr, "child: %s\n", failure.what());
            }
            _exit(result);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        EXPECT_EQ(status, 0);
    }
    const auto catalog = must(Catalog::open(folder.path() / "new"));
    // How much random work is refused differs from run to run; what was taken must all be there.
    EXPECT_EQ(std::ranges::count(must(catalog->people().cohorts()), kFromAChild, &Cohort::name),
              2 * kCohortsEach);
    EXPECT_THAT(must(catalog->verify()), IsEmpty());
}

TEST_F(CatalogTest, ALookAtTheRevisionTellsOfAnothersEvents) {
    const auto other = must(Catalog::open(m_folder.path()));
    const auto before = other->revision();
    must(m_catalog->people().add("Dora", {Role::Mentee}));
    EXPECT_EQ(other->revision(), before + 1);
    EXPECT_EQ(must(other->people().find("Dora")).name, "Dora");
}

TEST_F(CatalogTest, ACatalogThatAnotherKeepsLockedIsBusy) {
    SQLite::Database other((m_folder.path() / "catalog.db").string(), SQLite::OPEN_READWRITE);
    const auto database = must(Database::open(m_folder.path(), false));
    database->connection().setBusyTimeout(20); // the product waits 5 s
    other.exec("BEGIN IMMEDIATE");
    EXPECT_EQ(codeOf(PeopleStore(*database).add("Dora", {})), ErrorCode::Busy);
    other.exec("ROLLBACK");
    must(PeopleStore(*database).add("Dora", {}));
}

TEST(Database, AFullDiskIsAnErrorAndNothingIsHalfWritten) {
    const TemporaryFolder folder;
    const auto result = inChild([&]() -> int {
        const auto catalog = must(Catalog::open(folder.path()));
        must(catalog->people().add("Ana", {Role::Mentee}));
        const auto revision = catalog->revision();
        const auto log = std::filesystem::file_size(folder.path() / "catalog.db-wal");
        limitFileSize(log + 6000); // room for a page, not for a whole event with its tables
        int kept = 0;
        Result<Person> last = catalog->people().add("Person", {Role::Mentee});
        for (; last.ok() && kept < 1000; ++kept)
            last = catalog->people().add("Person", {Role::Mentee});
        if (last.ok())
            return 10;
        if (last.error().code != ErrorCode::NoSpace) {
            std::fprintf(stderr, "child: %s %d\n", last.error().detail.c_str(), last.error().native);
            return 11;
        }
        if (catalog->revision() != revision + kept)
            return 12;
        if (must(catalog->people().all()).size() != 1U + static_cast<std::size_t>(kept))
            return 13;
        limitFileSize(RLIM_INFINITY); // the control: with room again, the same goes well
        must(catalog->people().add("Person", {Role::Mentee}));
        return catalog->revision() == revision + kept + 1 ? 0 : 14;
    });
    EXPECT_EQ(result, 0);
    EXPECT_THAT(must(must(Catalog::open(folder.path()))->verify()), IsEmpty());
}

TEST(Database, AFullDatabaseIsNoSpaceAndTheOutermostTransactionFailsWhole) {
    const TemporaryFolder folder;
    const auto database = must(Database::open(folder.path(), true));
    PeopleStore people(*database);
    must(people.add("Ana", {Role::Mentee}));
    const auto revision = database->revision();
    const int pages = database->connection().execAndGet("PRAGMA page_count").getInt();
    database->connection().exec("PRAGMA max_page_count = " + std::to_string(pages + 1));
    const auto many = [&]() -> Result<void> {
        for (int i = 0; i < 50; ++i)
            TRY(people.add(std::string(500, 'x'), {Role::Mentee}));
        return {};
    };
    EXPECT_EQ(codeOf(database->transact(many)), ErrorCode::NoSpace);
    EXPECT_EQ(database->revision(), revision);
    EXPECT_EQ(must(people.all()).size(), 1U);
    database->connection().exec("PRAGMA max_page_count = 1000000");
    must(database->transact(many));
    EXPECT_EQ(database->revision(), revision + 50);
}

TEST(Database, AFolderThatCanNotBeMadeIsDenied) {
    const TemporaryFolder folder;
    std::FILE* file = std::fopen((folder.path() / "file").c_str(), "w");
    ASSERT_NE(file, nullptr);
    std::fclose(file);
    EXPECT_EQ(codeOf(Catalog::open(folder.path() / "file" / "catalog")), ErrorCode::Denied);
    EXPECT_EQ(codeOf(Catalog::open("/proc/catalog")), ErrorCode::Denied);
}

TEST(Database, ACatalogThatMayOnlyBeReadIsDeniedAndLeftAsItWas) {
    const TemporaryFolder folder;
    must(Catalog::open(folder.path())).reset();
    const auto file = folder.path() / "catalog.db";
    const auto changed = std::filesystem::last_write_time(file);
    using std::filesystem::perms;
    const perms readable = perms::owner_read | perms::group_read | perms::others_read;
    std::filesystem::permissions(file, readable);
    std::filesystem::permissions(folder.path(),
                                 readable | perms::owner_exec | perms::group_exec | perms::others_exec);
    const auto result = inChild([&]() -> int {
        // The superuser may write everywhere: become nobody in particular.
        constexpr uid_t kNobody = 65534;
        if (geteuid() == 0 && (setegid(kNobody) != 0 || seteuid(kNobody) != 0))
            return 10;
        const auto opened = Catalog::open(folder.path());
        if (opened.ok())
            return 11;
        if (Catalog::open(folder.path() / "below").ok())
            return 12;
        return opened.error().code == ErrorCode::Denied ? 0 : 13;
    });
    EXPECT_EQ(result, 0);
    EXPECT_EQ(std::filesystem::last_write_time(file), changed);
    std::filesystem::permissions(folder.path(), perms::owner_all);
    std::filesystem::permissions(file, perms::owner_all);
    EXPECT_TRUE(Catalog::open(folder.path()).ok()) << "the control";
}

} // namespace mockingbird::catalog::test
