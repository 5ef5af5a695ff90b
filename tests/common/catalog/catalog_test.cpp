// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/catalog/fixture.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <fstream>

namespace mockingbird::catalog::test {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Catalog, IsMadeEmptyWithItsMediaFolder) {
    const TemporaryFolder folder;
    const auto catalog = must(Catalog::open(folder.path() / "new" / "catalog"));
    EXPECT_TRUE(std::filesystem::is_directory(catalog->mediaFolder()));
    EXPECT_TRUE(must(catalog->people().all()).empty());
    EXPECT_TRUE(must(catalog->kits().all()).empty());
    EXPECT_EQ(catalog->revision(), 0);
    EXPECT_THAT(must(catalog->verify()), IsEmpty());
}

TEST(Catalog, IsNotMadeWhereThatWasNotAskedFor) {
    const TemporaryFolder folder;
    EXPECT_EQ(codeOf(Catalog::open(folder.path() / "none", Catalog::Missing::Refuse)), ErrorCode::NotFound);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "none"));
}

TEST_F(CatalogTest, KeepsEverythingWhenClosedAndOpened) {
    const auto before = dumpOf(m_folder.path());
    const auto revision = m_catalog->revision();
    m_catalog.reset();
    m_catalog = must(Catalog::open(m_folder.path(), Catalog::Missing::Refuse));
    EXPECT_EQ(dumpOf(m_folder.path()), before);
    EXPECT_EQ(m_catalog->revision(), revision);
    EXPECT_FALSE(std::filesystem::exists(m_folder.path() / "catalog.db.before-v6"));
}

TEST_F(CatalogTest, AMediaFolderThatIsGoneIsMadeAgain) {
    m_catalog.reset();
    std::filesystem::remove_all(m_folder.path() / "media");
    m_catalog = must(Catalog::open(m_folder.path(), Catalog::Missing::Refuse));
    EXPECT_TRUE(std::filesystem::is_directory(m_catalog->mediaFolder()));
}

TEST_F(CatalogTest, EventsBearAuthorTimeAndARisingClock) {
    const auto review = must(m_catalog->reviews().mine(m_session.id));
    must(m_catalog->reviews().setSummary(review.id, "Clear and warm"));
    const auto events = must(m_catalog->events(review.id.uuid()));
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].kind, "review.begun");
    EXPECT_EQ(events[1].kind, "review.summarised");
    EXPECT_EQ(events[1].author, m_mentor.id);
    EXPECT_GT(events[1].clock, events[0].clock);
    EXPECT_GE(events[1].at, events[0].at);
    EXPECT_EQ(events[1].payload.at("summary"), "Clear and warm");
}

TEST_F(CatalogTest, TheLogRefusesEveryChangeOfAnEvent) {
    SQLite::Database other((m_folder.path() / "catalog.db").string(), SQLite::OPEN_READWRITE, 5000);
    EXPECT_THROW(other.exec("UPDATE event SET kind = 'x' WHERE seq = 1"), SQLite::Exception);
    EXPECT_THROW(other.exec("DELETE FROM event WHERE seq = 1"), SQLite::Exception);
    EXPECT_THROW(other.exec("DELETE FROM event"), SQLite::Exception);
}

TEST_F(CatalogTest, AtomicallyKeepsAllOrNothing) {
    const auto revision = m_catalog->revision();
    const auto done = m_catalog->atomically([&]() -> Result<void> {
        TRY(m_catalog->people().add("Dora", {Role::Mentee}));
        return Error{ErrorCode::Cancelled, "changed my mind", 0};
    });
    EXPECT_EQ(codeOf(done), ErrorCode::Cancelled);
    EXPECT_EQ(m_catalog->revision(), revision);
    EXPECT_EQ(codeOf(m_catalog->people().find("Dora")), ErrorCode::NotFound);
    must(m_catalog->atomically([&]() -> Result<void> {
        TRY(m_catalog->people().add("Dora", {Role::Mentee}));
        TRY(m_catalog->people().add("Eli", {Role::Mentor}));
        return {};
    }));
    EXPECT_EQ(m_catalog->revision(), revision + 2);
}

TEST_F(CatalogTest, AtomicallyFailsWholeWhenAnInnerFailureWasOverlooked) {
    const auto revision = m_catalog->revision();
    const auto done = m_catalog->atomically([&]() -> Result<void> {
        TRY(m_catalog->people().add("Dora", {Role::Mentee}));
        (void)m_catalog->atomically([]() -> Result<void> { return Error{ErrorCode::Busy, "inner", 0}; });
        return {};
    });
    EXPECT_EQ(codeOf(done), ErrorCode::Busy);
    EXPECT_EQ(m_catalog->revision(), revision);
}

TEST_F(CatalogTest, AnExceptionWithinAtomicallyRollsBack) {
    const auto revision = m_catalog->revision();
    const auto done = m_catalog->atomically([&]() -> Result<void> {
        TRY(m_catalog->people().add("Dora", {Role::Mentee}));
        throw std::runtime_error("out");
    });
    EXPECT_EQ(codeOf(done), ErrorCode::Internal);
    EXPECT_EQ(m_catalog->revision(), revision);
    must(m_catalog->people().add("Eli", {Role::Mentor}));
}

TEST_F(CatalogTest, TextThatIsNoUtf8IsRefusedAndNothingIsKept) {
    const auto revision = m_catalog->revision();
    EXPECT_EQ(codeOf(m_catalog->people().add("Zo\xEB", {Role::Mentee})), ErrorCode::InvalidArgument);
    EXPECT_EQ(m_catalog->revision(), revision);
}

} // namespace mockingbird::catalog::test
