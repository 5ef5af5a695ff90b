// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/wall_time.h"

#include <gtest/gtest.h>

using namespace mockingbird;

TEST(WallTime, PrintsIso8601InUtc) {
    EXPECT_EQ((WallTime{0}.toIso()), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ((WallTime{951'782'400'123}.toIso()), "2000-02-29T00:00:00.123Z");
}
