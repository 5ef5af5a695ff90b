// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/result.h"

#include <gtest/gtest.h>
#include <memory>

using namespace mockingbird;

namespace {

Result<std::unique_ptr<int>> half(int value) {
    if (value % 2 != 0)
        return Error{ErrorCode::InvalidArgument, "odd", 0};
    return std::make_unique<int>(value / 2);
}

Result<int> quarter(int value) {
    const std::unique_ptr<int> first = TRY(half(value));
    const std::unique_ptr<int> second = TRY(half(*first));
    return *second;
}

Result<void> onlyEven(int value) {
    (void)TRY(half(value));
    return {};
}

} // namespace

TEST(Result, TryGivesTheValueOnAlsoWhereItCanOnlyBeMoved) {
    EXPECT_EQ(quarter(12).value(), 3);
}

TEST(Result, TryReturnsTheFirstErrorFromTheEnclosingFunction) {
    EXPECT_EQ(quarter(6).error().detail, "odd");
    EXPECT_FALSE(onlyEven(3).ok());
    EXPECT_TRUE(onlyEven(2).ok());
}
