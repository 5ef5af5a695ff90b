// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/zip_reader.h"

#include "common/base/whole_file.h"
#include "common/exchange/zip_writer.h"
#include "tests/common/exchange/zip_bytes.h"

#include <gmock/gmock.h>

namespace mockingbird::exchange::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string failure(const std::string& bytes, const ZipLimits& limits = {}) {
    const auto archive = ZipReader::openBytes(bytes, limits);
    return archive.ok() ? "opened" : archive.error().detail;
}

std::string failure(const RawEntry& entry) {
    return failure(zipBytes({entry}));
}

std::string failureOfReading(const std::string& bytes, const std::string& name, std::int64_t most,
                             const ZipLimits& limits = {}) {
    auto archive = ZipReader::openBytes(bytes, limits);
    if (!archive.ok())
        return "not opened: " + archive.error().detail;
    const auto read = archive->readAll(name, most);
    return read.ok() ? "read" : read.error().detail;
}

TEST(ZipReader, ReadsWhatIsThere) {
    const std::string bytes =
        zipBytes({storedEntry("a.txt", "hello"), deflatedEntry("f/b.txt", std::string(9000, 'x'))});
    auto archive = ZipReader::openBytes(bytes);
    ASSERT_TRUE(archive.ok()) << archive.error().detail;
    EXPECT_THAT(archive->names(), ElementsAre("a.txt", "f/b.txt"));
    EXPECT_EQ(*archive->readAll("a.txt", 5), "hello");
    EXPECT_EQ(archive->readAll("f/b.txt", 9000)->size(), 9000u);
    EXPECT_EQ(archive->readAll("c", 9).error().code, ErrorCode::NotFound);
}

TEST(ZipReader, RefusesNamesThatLeadOut) {
    for (const char* name : {"../a", "a/../../b", "..", "a/..", "./a"})
        EXPECT_THAT(failure(storedEntry(name, "x")), HasSubstr("a path that leads out of the archive"))
            << name;
    for (const char* name : {"/etc/passwd", "C:\\a", "c:/a", "..\\a", "\\\\host\\a"})
        EXPECT_THAT(failure(storedEntry(name, "x")), HasSubstr("an absolute path")) << name;
    RawEntry unreadable = storedEntry("a\xff", "x");
    unreadable.flags = 0;
    EXPECT_THAT(failure(unreadable), HasSubstr("no usable name"));
    EXPECT_THAT(failure(storedEntry(std::string(600, 'a'), "x")), HasSubstr("no usable name"));
    for (const char* name : {"a..b", "..a", "a/b/c"})
        EXPECT_EQ(failure(storedEntry(name, "x")), "opened") << "the control: " << name;
}

TEST(ZipReader, RefusesWhatIsThereTwice) {
    EXPECT_THAT(failure(zipBytes({storedEntry("a", "1"), storedEntry("A", "2")})),
                HasSubstr("\"A\" is there twice"));
    EXPECT_THAT(failure(zipBytes({storedEntry("a", "1"), storedEntry("a", "2")})), HasSubstr("there twice"));
    EXPECT_EQ(failure(zipBytes({storedEntry("a", "1"), storedEntry("b", "2")})), "opened") << "the control";
}

TEST(ZipReader, RefusesLinksAndDevices) {
    RawEntry entry = storedEntry("a", "/etc/passwd");
    EXPECT_EQ(failure(entry), "opened") << "the control";
    entry.attributes = 0120777U << 16U;
    EXPECT_THAT(failure(entry), HasSubstr("\"a\" is a link to another file"));
    entry.attributes = 0020644U << 16U;
    EXPECT_THAT(failure(entry), HasSubstr("is no ordinary file"));
    entry.madeBy = 0;
    entry.attributes = 0120777U << 16U;
    EXPECT_THAT(failure(entry), HasSubstr("is a link")) << "whatever system it says it comes from";
}

TEST(ZipReader, RefusesWhatIsEncryptedOrPackedOtherwise) {
    RawEntry entry = storedEntry("a", std::string(20, 'x'));
    entry.flags |= 1;
    EXPECT_THAT(failure(entry), HasSubstr("encrypted"));
    entry = storedEntry("a", std::string(20, 'x'));
    entry.method = 12;
    EXPECT_THAT(failure(entry), HasSubstr("packed by a method"));
}

TEST(ZipReader, CountsWhatItInflatesAndNotWhatHeadersSay) {
    const std::string zeros(4 << 20, '\0');
    ZipLimits limits;
    limits.freely = 1 << 20;
    const std::string bomb = zipBytes({deflatedEntry("a", zeros)});
    EXPECT_LT(bomb.size(), 10'000u);
    EXPECT_THAT(failureOfReading(bomb, "a", 1 << 30, limits), HasSubstr("more than 200 times its size"));
    RawEntry lying = deflatedEntry("a", zeros);
    lying.size = 100;
    const std::string told = failureOfReading(zipBytes({lying}), "a", 1 << 30, limits);
    EXPECT_NE(told, "read") << "the header says 100 bytes";
    EXPECT_THAT(failureOfReading(bomb, "a", 1000), HasSubstr("has more than 1000 bytes"));
    limits.ratio = 100'000;
    EXPECT_EQ(failureOfReading(bomb, "a", 1 << 30, limits), "read") << "the control";
    limits.bytes = 3 << 20;
    EXPECT_THAT(failureOfReading(bomb, "a", 1 << 30, limits), HasSubstr("more than 3 MB"));
}

TEST(ZipReader, CountsOverAllEntries) {
    const std::string part(600 << 10, '\0');
    ZipLimits limits;
    limits.freely = 1 << 20;
    const std::string bytes = zipBytes({deflatedEntry("a", part), deflatedEntry("b", part)});
    auto archive = ZipReader::openBytes(bytes, limits);
    EXPECT_TRUE(archive->readAll("a", 1 << 20).ok()) << "the control";
    EXPECT_FALSE(archive->readAll("b", 1 << 20).ok());
    limits.entries = 1;
    EXPECT_THAT(failure(bytes, limits), HasSubstr("more than 1 entries"));
}

TEST(ZipReader, SaysWhatIsDamaged) {
    EXPECT_THAT(failure("no zip at all"), HasSubstr("no zip archive"));
    const std::string whole = zipBytes({deflatedEntry("a", "some text that is long enough to be packed")});
    EXPECT_NE(failure(whole.substr(0, whole.size() / 2)), "opened");
    RawEntry entry = storedEntry("a", "hello");
    entry.crc ^= 1U;
    EXPECT_THAT(failureOfReading(zipBytes({entry}), "a", 10), HasSubstr("\"a\" is damaged"));
    EXPECT_EQ(ZipReader::open("/nowhere/a.zip").error().code, ErrorCode::NotFound);
}

class ZipWriter : public ::testing::Test {
protected:
    void SetUp() override {
        folder = std::filesystem::temp_directory_path() / ("mockingbird_zip_" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder);
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::filesystem::path folder;
};

TEST_F(ZipWriter, MakesTheSameBytesOfTheSameEntries) {
    ASSERT_TRUE(writeWholeFile(folder / "in", std::string(100'000, 'y')).ok());
    const std::vector<ZipEntry> entries{
        {"a.txt", "hello"}, {"b", {}, folder / "in"}, {"c", {}, folder / "in", ZipEntry::Packing::Store}};
    ASSERT_TRUE(writeZip(folder / "one.zip", entries).ok());
    ASSERT_TRUE(writeZip(folder / "two.zip", entries).ok());
    EXPECT_EQ(*readWholeFile(folder / "one.zip"), *readWholeFile(folder / "two.zip"));
    auto archive = ZipReader::open(folder / "one.zip");
    ASSERT_TRUE(archive.ok()) << archive.error().detail;
    EXPECT_EQ(*archive->readAll("a.txt", 100), "hello");
    EXPECT_EQ(archive->readAll("b", 100'000)->size(), 100'000u);
    EXPECT_EQ(archive->readAll("c", 100'000)->size(), 100'000u);
}

TEST_F(ZipWriter, LeavesNothingWhereItFails) {
    EXPECT_EQ(writeZip(folder / "none" / "a.zip", {{"a", "x"}}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(writeZip(folder, {{"a", "x"}}).error().code, ErrorCode::InvalidArgument);
    ASSERT_TRUE(writeWholeFile(folder / "a.zip", "older").ok());
    EXPECT_FALSE(writeZip(folder / "a.zip", {{"a", {}, folder / "missing"}}).ok());
    const auto stopped =
        writeZip(folder / "a.zip", {{"a", std::string(1 << 20, 'x')}}, [](double) { return false; });
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(*readWholeFile(folder / "a.zip"), "older");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
}

} // namespace
} // namespace mockingbird::exchange::test
