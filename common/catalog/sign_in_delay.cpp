// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/sign_in_delay.h"

#include <algorithm>

namespace mockingbird::catalog {

namespace {

constexpr int kFree = 3; // typing slips
constexpr int kMostDoublings = 9;
constexpr std::chrono::seconds kLongest{300};

} // namespace

std::chrono::seconds delayAfter(int failures) {
    if (failures <= kFree)
        return std::chrono::seconds{0};
    const int doublings = std::min(failures - kFree - 1, kMostDoublings);
    return std::min(std::chrono::seconds{1LL << doublings}, kLongest);
}

std::chrono::seconds delayLeft(int failures, WallTime last, WallTime now) {
    const auto whole = delayAfter(failures);
    const std::chrono::milliseconds since{now.milliseconds - last.milliseconds};
    if (since.count() < 0)
        return whole;
    const auto left = std::chrono::ceil<std::chrono::seconds>(whole - since);
    return std::clamp(left, std::chrono::seconds{0}, whole);
}

} // namespace mockingbird::catalog
