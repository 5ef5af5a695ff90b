// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace mockingbird::catalog {

/// How much work Argon2id makes of one passphrase: RFC 9106's second choice, for machines that have little
/// memory to spare.
struct PassphraseCost {
    unsigned long long passes = 3;
    std::size_t bytes = std::size_t{64} << 20;
};

/// InvalidArgument, saying how, where it is too short or too long to be one.
Result<void> checkPassphrase(std::string_view passphrase);
/// As libsodium's crypto_pwhash_str writes it, with its own salt. Takes a good part of a second. NoSpace
/// where there isn't the memory.
[[nodiscard]] Result<std::string> hashPassphrase(std::string_view passphrase, const PassphraseCost& cost);
/// Takes as long, whatever the answer; for an empty hash as well, which none fits.
[[nodiscard]] Result<bool> fitsPassphrase(const std::string& hash, std::string_view passphrase,
                                          const PassphraseCost& cost);
/// Whether it was made with another cost than this.
[[nodiscard]] bool isOutdatedHash(const std::string& hash, const PassphraseCost& cost);

/// Letters and digits that can't be mistaken for each other, in groups of four: five bits each, by chance.
[[nodiscard]] std::string makeCode(int length);
/// However it was typed: case, blanks, dashes and mistaken letters don't matter. No slow hash is needed: what
/// is drawn by chance can't be guessed.
[[nodiscard]] std::string hashCode(std::string_view code);
[[nodiscard]] bool fitsCode(const std::string& hash, std::string_view code);

/// Overwrites it before it goes.
void wipe(std::string& secret);

} // namespace mockingbird::catalog
