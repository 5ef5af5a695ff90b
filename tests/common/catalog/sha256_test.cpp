// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/sha256.h"

#include <gtest/gtest.h>

namespace mockingbird::catalog::test {

// The vectors of FIPS 180-4's examples.
TEST(Sha256, GivesTheStandardsExamples) {
    Sha256 nothing;
    EXPECT_EQ(nothing.hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    Sha256 abc;
    abc.add("a");
    abc.add("bc");
    EXPECT_EQ(abc.hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

} // namespace mockingbird::catalog::test
