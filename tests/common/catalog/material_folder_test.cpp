// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/material_folder.h"

#include "common/base/whole_file.h"
#include "tests/common/catalog/fixture.h"

#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

namespace mockingbird::catalog::test {

namespace {

constexpr std::int64_t kEnough = 1 << 30;

std::vector<std::string> filesBelow(const std::filesystem::path& folder) {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        files.push_back(std::filesystem::relative(entry.path(), folder).string());
    std::ranges::sort(files);
    return files;
}

class MaterialFolderTest : public ::testing::Test {
protected:
    std::filesystem::path lay(const std::string& name, const std::string& bytes) {
        std::filesystem::create_directories(m_outside / "in");
        const auto file = m_outside / "in" / name;
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }

    TemporaryFolder m_outside;
    TemporaryFolder m_catalog;
    MaterialFolder m_folder{m_catalog.path()};
};

} // namespace

TEST_F(MaterialFolderTest, KeepsAFileUnderTheHashOfItsContent) {
    const auto taken = must(m_folder.take(lay("guide.pdf", "hello"), kEnough));
    EXPECT_TRUE(taken.fresh);
    EXPECT_EQ(taken.file.name, "guide.pdf");
    EXPECT_EQ(taken.file.bytes, 5);
    EXPECT_EQ(taken.file.hash, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    EXPECT_EQ(m_folder.path(taken.file.hash),
              m_catalog.path() /
                  "materials/2c/f24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    EXPECT_EQ(must(m_folder.read(taken.file)), "hello");
    EXPECT_EQ(must(m_folder.hashes()), std::vector{taken.file.hash});
}

TEST_F(MaterialFolderTest, TheSameContentTwiceIsOneFile) {
    const auto first = must(m_folder.take(lay("one.md", "same"), kEnough));
    const auto files = filesBelow(m_catalog.path());
    const auto second = must(m_folder.takeBytes("same", "two.md"));
    EXPECT_FALSE(second.fresh);
    EXPECT_EQ(second.file.hash, first.file.hash);
    EXPECT_EQ(filesBelow(m_catalog.path()), files);
}

TEST_F(MaterialFolderTest, TellsAMissingAndAChangedFileAndTakingItAgainMendsIt) {
    const auto taken = must(m_folder.take(lay("a.md", "original"), kEnough));
    const auto kept = m_folder.path(taken.file.hash);
    EXPECT_EQ(m_folder.check(taken.file), MaterialFolder::State::Whole);
    std::ofstream(kept) << "0riginal"; // of the same length: a glance doesn't see it
    EXPECT_EQ(m_folder.glance(taken.file), MaterialFolder::State::Whole);
    EXPECT_EQ(m_folder.check(taken.file), MaterialFolder::State::Changed);
    EXPECT_EQ(codeOf(m_folder.read(taken.file)), ErrorCode::Corrupt);
    must(m_folder.take(lay("a.md", "original"), kEnough));
    EXPECT_EQ(must(m_folder.read(taken.file)), "original");
    std::filesystem::remove(kept);
    EXPECT_EQ(m_folder.check(taken.file), MaterialFolder::State::Missing);
    EXPECT_EQ(codeOf(m_folder.read(taken.file)), ErrorCode::NotFound);
    must(m_folder.takeBytes("original", "b.md"));
    EXPECT_EQ(m_folder.check(taken.file), MaterialFolder::State::Whole);
}

TEST_F(MaterialFolderTest, CancelledItIsAsBefore) {
    const auto before = filesBelow(m_catalog.path());
    int told = 0;
    const auto taken = m_folder.take(lay("long.mkv", std::string(2 << 20, 'x')), kEnough,
                                     [&](std::int64_t, std::int64_t of) {
                                         EXPECT_EQ(of, 2 << 20);
                                         return ++told < 3;
                                     });
    EXPECT_EQ(codeOf(taken), ErrorCode::Cancelled);
    EXPECT_EQ(told, 3);
    EXPECT_EQ(filesBelow(m_catalog.path()), before);
}

TEST_F(MaterialFolderTest, RefusesWhatIsNoFileOrTooLarge) {
    EXPECT_EQ(codeOf(m_folder.take(m_outside / "nowhere.pdf", kEnough)), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(m_folder.take(m_outside.path(), kEnough)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(m_folder.take(lay("big.md", "12345"), 4)), ErrorCode::OutOfRange);
    EXPECT_TRUE(filesBelow(m_catalog.path()).empty());
}

TEST_F(MaterialFolderTest, OnAFullDiskEverythingIsAsBefore) {
    const auto before = filesBelow(m_catalog.path());
    const auto file = lay("long.mkv", std::string(1 << 20, 'x'));
    // A limit of the process stands for the disk's end: a write beyond it fails alike.
    rlimit was{};
    ::getrlimit(RLIMIT_FSIZE, &was);
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{512 << 10, was.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto taken = m_folder.take(file, kEnough);
    ::setrlimit(RLIMIT_FSIZE, &was);
    std::signal(SIGXFSZ, handler);
    EXPECT_FALSE(taken.ok());
    EXPECT_EQ(filesBelow(m_catalog.path()), before);
    EXPECT_TRUE(m_folder.take(file, kEnough).ok()) << "the control: with room it goes";
}

TEST_F(MaterialFolderTest, GivesNamesThatEveryDiskTakes) {
    EXPECT_EQ(must(m_folder.takeBytes("x", "../../etc/passwd")).file.name, "passwd");
    EXPECT_EQ(must(m_folder.takeBytes("x", "..")).file.name, "file");
    EXPECT_EQ(must(m_folder.takeBytes("x", "a\nb\x7F.md")).file.name, "ab.md");
    std::string lengthy;
    for (int i = 0; i < 200; ++i)
        lengthy += "ä";
    EXPECT_EQ(must(m_folder.takeBytes("x", lengthy)).file.name.size(), 254U) << "no half character";
}

} // namespace mockingbird::catalog::test
