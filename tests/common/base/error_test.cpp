// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/error.h"

#include <cerrno>
#include <gtest/gtest.h>

using namespace mockingbird;

TEST(Error, TellsAFullDiskFromAReadOnlyOne) {
    EXPECT_EQ(errorFromErrno(ENOSPC, "x").code, ErrorCode::NoSpace);
    EXPECT_EQ(errorFromErrno(EROFS, "x").code, ErrorCode::Denied);
    EXPECT_EQ(errorFromErrno(EIO, "x").code, ErrorCode::Io);
}

TEST(Error, KeepsTheSystemsNumberAndNamesTheThing) {
    const Error error = errorFromErrno(ENOENT, "a.mkv");
    EXPECT_EQ(error.native, ENOENT);
    EXPECT_EQ(error.detail.find("a.mkv"), 0u);
}
