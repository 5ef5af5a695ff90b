// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/passphrase.h"

#include "tests/common/catalog/signed_in_fixture.h"

#include <set>

namespace mockingbird::catalog::test {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(Passphrase, IsKeptAsArgon2idWithTheMemoryAndPassesAskedFor) {
    const std::string usual = must(hashPassphrase("correct horse battery", PassphraseCost{}));
    EXPECT_THAT(usual, StartsWith("$argon2id$v=19$m=65536,t=3,p=1$"));
    EXPECT_TRUE(must(fitsPassphrase(usual, "correct horse battery", {})));
    EXPECT_FALSE(must(fitsPassphrase(usual, "correct horse batterz", {})));
    EXPECT_FALSE(isOutdatedHash(usual, {}));
    EXPECT_TRUE(isOutdatedHash(usual, kCheap));
}

TEST(Passphrase, HasASaltOfItsOwn) {
    EXPECT_NE(must(hashPassphrase("the same words", kCheap)), must(hashPassphrase("the same words", kCheap)));
}

TEST(Passphrase, FitsNoEmptyHash) {
    EXPECT_FALSE(must(fitsPassphrase("", "", kCheap)));
    EXPECT_FALSE(must(fitsPassphrase("", "anything at all", kCheap)));
}

TEST(Passphrase, CountsCharactersNotBytes) {
    EXPECT_EQ(codeOf(checkPassphrase("too short")), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(checkPassphrase("äöüäöüäöü")), ErrorCode::InvalidArgument); // nine
    EXPECT_TRUE(checkPassphrase("äöüäöüäöüä").ok());
    EXPECT_EQ(codeOf(checkPassphrase(std::string(1025, 'x'))), ErrorCode::InvalidArgument);
}

TEST(Passphrase, CodesAreDrawnByChanceAndReadHoweverTheyAreTyped) {
    std::set<std::string> codes;
    for (int i = 0; i < 100; ++i)
        codes.insert(makeCode(12));
    EXPECT_EQ(codes.size(), 100u);
    EXPECT_EQ(codes.begin()->size(), 14u); // three groups of four
    const std::string hash = hashCode("0A1B-CDEF-GHJK");
    EXPECT_TRUE(fitsCode(hash, "0a1b cdef ghjk"));
    EXPECT_TRUE(fitsCode(hash, "OAIBCDEFGHJK"));
    EXPECT_TRUE(fitsCode(hash, "  oalb-cdefghjk "));
    EXPECT_FALSE(fitsCode(hash, "0A1B-CDEF-GHJM"));
    EXPECT_FALSE(fitsCode(hashCode(""), ""));
    EXPECT_FALSE(fitsCode("", ""));
}

TEST(Passphrase, IsOverwrittenWhenItIsWiped) {
    std::string secret = "correct horse battery";
    const char* place = secret.data();
    wipe(secret);
    EXPECT_TRUE(secret.empty());
    EXPECT_EQ(std::string(place + 1, 3), std::string(3, '\0'));
}

} // namespace mockingbird::catalog::test
