// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"

#include "common/base/uuid7.h"

#include <gtest/gtest.h>

namespace mockingbird {
namespace {

namespace fs = std::filesystem;

class WholeFile : public ::testing::Test {
protected:
    void SetUp() override { fs::create_directories(folder); }
    void TearDown() override { fs::remove_all(folder); }
    [[nodiscard]] std::ptrdiff_t entries() const {
        return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
    }
    fs::path folder = fs::temp_directory_path() / ("whole_file-" + Uuid7::make().toString());
};

TEST_F(WholeFile, ReplacesAnOlderFileAndLeavesNothingBeside) {
    ASSERT_TRUE(writeWholeFile(folder / "a", "old").ok());
    ASSERT_TRUE(writeWholeFile(folder / "a", std::string("new\0er", 6)).ok());
    EXPECT_EQ(readWholeFile(folder / "a").value(), std::string("new\0er", 6));
    EXPECT_EQ(entries(), 1);
}

TEST_F(WholeFile, NamesTheFolderThatIsMissing) {
    const auto written = writeWholeFile(folder / "none" / "a", "x");
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().code, ErrorCode::NotFound);
    EXPECT_NE(written.error().detail.find("none"), std::string::npos);
    EXPECT_EQ(entries(), 0);
}

TEST_F(WholeFile, RefusesAFolder) {
    EXPECT_EQ(writeWholeFile(folder, "x").error().code, ErrorCode::InvalidArgument);
}

TEST_F(WholeFile, ReportsNoSpaceWhereTheDeviceIsFull) {
    EXPECT_EQ(writeWholeFile("/dev/full", "x").error().code, ErrorCode::NoSpace);
    EXPECT_TRUE(writeWholeFile("/dev/null", "x").ok());
}

TEST_F(WholeFile, ReplacesWhatALinkPointsTo) {
    ASSERT_TRUE(writeWholeFile(folder / "real", "old").ok());
    fs::create_symlink(folder / "real", folder / "link");
    ASSERT_TRUE(writeWholeFile(folder / "link", "new").ok());
    EXPECT_TRUE(fs::is_symlink(folder / "link"));
    EXPECT_EQ(readWholeFile(folder / "real").value(), "new");
}

TEST_F(WholeFile, ReadsNoMoreThanIsAskedFor) {
    ASSERT_TRUE(writeWholeFile(folder / "a", "12345").ok());
    EXPECT_EQ(readWholeFile(folder / "a", 5).value(), "12345");
    const auto read = readWholeFile(folder / "a", 4);
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().code, ErrorCode::InvalidArgument);
    EXPECT_NE(read.error().detail.find("more than 4 bytes"), std::string::npos);
}

TEST_F(WholeFile, SaysThatAFileIsNotThere) {
    EXPECT_EQ(readWholeFile(folder / "a").error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace mockingbird
