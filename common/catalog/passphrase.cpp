// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/passphrase.h"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace mockingbird::catalog {

namespace {

constexpr std::size_t kShortest = 10;
constexpr std::size_t kLongestBytes = 1024;
// Crockford's: without I, L, O and U.
constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int kGroup = 4;

/// Also for the random numbers; safe to call again, and from any thread.
bool isReady() {
    return sodium_init() >= 0;
}

std::size_t charactersIn(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string plainCode(std::string_view typed) {
    std::string plain;
    for (char letter : typed) {
        if (letter >= 'a' && letter <= 'z')
            letter = static_cast<char>(letter - 'a' + 'A');
        if (letter == 'O')
            letter = '0';
        if (letter == 'I' || letter == 'L')
            letter = '1';
        if (kLetters.find(letter) != std::string_view::npos)
            plain += letter;
    }
    return plain;
}

} // namespace

Result<void> checkPassphrase(std::string_view passphrase) {
    if (charactersIn(passphrase) < kShortest)
        return Error{ErrorCode::InvalidArgument,
                     "a passphrase has at least 10 characters; several words do well", 0};
    if (passphrase.size() > kLongestBytes)
        return Error{ErrorCode::InvalidArgument, "a passphrase has at most 1,024 bytes", 0};
    return {};
}

Result<std::string> hashPassphrase(std::string_view passphrase, const PassphraseCost& cost) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (!isReady() || crypto_pwhash_str_alg(hash.data(), passphrase.data(), passphrase.size(), cost.passes,
                                            cost.bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorCode::NoSpace, "there isn't the memory to check a passphrase", 0};
    return std::string(hash.data());
}

Result<bool> fitsPassphrase(const std::string& hash, std::string_view passphrase,
                            const PassphraseCost& cost) {
    if (hash.empty()) {
        // The same work, so that the time taken doesn't tell who has a passphrase.
        TRY(hashPassphrase(passphrase, cost));
        return false;
    }
    if (!isReady())
        return Error{ErrorCode::Internal, "libsodium can't be used", 0};
    return crypto_pwhash_str_verify(hash.c_str(), passphrase.data(), passphrase.size()) == 0;
}

bool isOutdatedHash(const std::string& hash, const PassphraseCost& cost) {
    return crypto_pwhash_str_needs_rehash(hash.c_str(), cost.passes, cost.bytes) != 0;
}

std::string makeCode(int length) {
    std::string code;
    for (int place = 0; isReady() && place < length; ++place) {
        if (place > 0 && place % kGroup == 0)
            code += '-';
        code += kLetters[randombytes_uniform(static_cast<std::uint32_t>(kLetters.size()))];
    }
    return code;
}

std::string hashCode(std::string_view code) {
    const std::string plain = plainCode(code);
    std::array<unsigned char, crypto_generichash_BYTES> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(plain.data()),
                       plain.size(), nullptr, 0);
    std::array<char, crypto_generichash_BYTES * 2 + 1> text{};
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return text.data();
}

bool fitsCode(const std::string& hash, std::string_view code) {
    const std::string other = hashCode(code);
    return hash.size() == other.size() && !plainCode(code).empty() &&
           sodium_memcmp(hash.data(), other.data(), hash.size()) == 0;
}

void wipe(std::string& secret) {
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

} // namespace mockingbird::catalog
