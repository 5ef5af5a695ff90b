// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/text_table.h"

#include <gtest/gtest.h>

namespace mockingbird::studio {
namespace {

TEST(TextTable, AlignsColumnsByCharactersNotBytes) {
    TextTable table({"Name", "Role"});
    table.add({"Tomás", "mentor"});
    table.add({"Zoé Ng", ""});
    EXPECT_EQ(table.toString(), "Name    Role\n------  ------\nTomás   mentor\nZoé Ng\n");
}

TEST(TextTable, TellsWhetherItHasRows) {
    TextTable table({"Name"});
    EXPECT_TRUE(table.empty());
    table.add({"x"});
    EXPECT_FALSE(table.empty());
}

TEST(ReadableBytes, PicksTheUnit) {
    EXPECT_EQ(readableBytes(0), "0 bytes");
    EXPECT_EQ(readableBytes(999), "999 bytes");
    EXPECT_EQ(readableBytes(8'200'000), "8.2 MB");
    EXPECT_EQ(readableBytes(3'000'000'000'000'000), "3000.0 TB");
}

} // namespace
} // namespace mockingbird::studio
